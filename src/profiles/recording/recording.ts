/**
 * What a file holds as its format understands it, before anything is counted as an hour or as a capacity factor. Every
 * foreign format gives this and nothing more; calendar and conversion are the same for all of them.
 */

/** How the stamps of a file relate to UTC. */
export type Zone =
  /** Constant for the whole file; 0 is UTC. */
  | { readonly kind: 'offset'; readonly minutes: number }
  /** A name of the IANA database: hours are skipped and repeated when its clocks change. */
  | { readonly kind: 'civil'; readonly name: string }
  /** The file does not say: a question for who imports it. */
  | { readonly kind: 'unstated' };

/** Which instant of its interval a stamp names. */
export type Label =
  | { readonly kind: 'start' }
  | { readonly kind: 'middle' }
  | { readonly kind: 'end' }
  /** A sample taken this long after the start of its hour, which stands for that hour. */
  | { readonly kind: 'sample'; readonly minutesIntoHour: number }
  | { readonly kind: 'unstated' };

/** What a column is about. */
export type RecordedQuantity =
  | 'capacityFactor'
  | 'power'
  | 'energy'
  | 'irradiance'
  | 'windSpeed'
  | 'windDirection'
  | 'temperature'
  | 'pressure'
  | 'price'
  | 'capacity'
  | 'other';

export interface RecordedColumn {
  /** As the file writes it, without the unit. */
  readonly name: string;
  readonly quantity: RecordedQuantity;
  /** As the file or its format states it: `W`, `kW`, `MW`, `1`, `%`, `W/m²`, `m/s`, `°C`; undefined where nobody says. */
  readonly unit: string | undefined;
  /** Where a format means one of several irradiances: on the plane of the modules, global horizontal, and so on. */
  readonly irradiance?: 'plane' | 'global' | 'beamNormal' | 'diffuse' | 'beamPlane' | 'diffusePlane' | 'reflectedPlane';
  /** Height above ground of a wind speed or a temperature [m]. */
  readonly heightM?: number;
  /** Where its stamps name another instant than those of the file: means of the time before, among samples. */
  readonly label?: { readonly kind: 'end' };
  /** Nameplate that its power is for [kW]; undefined where the file does not state it. */
  readonly capacityKW?: number;
  /** One value a row, in the unit of the file; NaN where it marks a value as missing. */
  readonly values: Float64Array;
}

export interface RecordedSite {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly elevationM?: number;
}

/** A plane that modules or a sensor are on. */
export interface RecordedPlane {
  /** From the horizontal. */
  readonly tiltDeg: number;
  /** Clockwise from north: 180 is south. */
  readonly azimuthDeg: number;
}

/** Something that whoever uses the file should know, though it does not make it unusable. */
export interface RecordedWarning {
  /** Kebab case, stable: `reconstructed-values`, `rows-skipped`. */
  readonly code: string;
  readonly message: string;
  readonly line?: number;
  /** Name of the column it is about, where it is about one. */
  readonly column?: string;
}

export interface Recording {
  /** What gave the format away, in words for people: `line 11 is the header "time,P,G(i),…" of PVGIS`. */
  readonly why: string;
  readonly zone: Zone;
  readonly label: Label;
  /** Minutes between rows. */
  readonly stepMinutes: number;
  /** True where the months come from different years: there is no chronology to pair with other files. */
  readonly isTypicalYear: boolean;
  /** True where the file itself says that its series were generated, not measured or modelled from weather. */
  readonly synthetic: boolean;
  /**
   * Clock reading of each row in the zone of the file, as minutes since 1970-01-01 00:00 on that clock; NaN where a row's
   * stamp cannot be read, which is a fault already reported. Midnight written 24:00 is 00:00 of the next day.
   */
  readonly clockMinutes: Float64Array;
  /**
   * Where rows name their hours by number: reading of the midnight before each. Markets that count the hours of a day
   * have 23 and 25 of them where clocks change.
   */
  readonly midnights?: Float64Array;
  /** Line of each row, from 1. */
  readonly lines: ArrayLike<number>;
  readonly columns: readonly RecordedColumn[];
  readonly site?: RecordedSite;
  readonly plane?: RecordedPlane;
  readonly warnings: readonly RecordedWarning[];
}
