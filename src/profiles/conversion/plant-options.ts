/**
 * What a file of power or weather is converted for. Only facts that the file cannot know are asked for; what may be left
 * out has a default in plant-defaults.ts, and every conversion says in words which value it used.
 */

/** A series of power, energy or capacity factors of a plant that stands. */
export interface PowerPlant {
  readonly kind: 'power';
  /** Nameplate that the series is for [kW]; needed where the file does not state it, and believed before the file. */
  readonly capacityKW?: number;
  /**
   * `zero`: counts small negative values, what inverters and transformers draw from the grid at night, as no output.
   * Otherwise they are refused. More than 2 % of nameplate is refused in any case.
   */
  readonly nightConsumption?: 'zero';
}

/** How modules stand. */
export type ModuleMounting =
  /** The file holds irradiance on the plane of the modules: nothing is turned. */
  | { readonly kind: 'as-recorded' }
  /** Tilt from the horizontal; azimuth clockwise from north, 180 is south. */
  | { readonly kind: 'fixed'; readonly tiltDeg: number; readonly azimuthDeg: number }
  | SingleAxisTracking;

/** Rows that turn about one horizontal axis. */
interface SingleAxisTracking {
  readonly kind: 'tracking';
  /** Direction of the axis, clockwise from north; 180 (north–south) unless said. */
  readonly axisAzimuthDeg?: number;
  /** Furthest turn from the horizontal to either side; 60 unless said. */
  readonly limitDeg?: number;
  /** Width of the modules ÷ distance of the rows: rows turn back in time so as not to shade each other. Absent: they do not. */
  readonly backtrackingCoverage?: number;
}

export interface PhotovoltaicPlant {
  readonly kind: 'photovoltaic';
  readonly mounting: ModuleMounting;
  /** Soiling, shading, mismatch, cables, ageing, outages, as a share; without the inverter. */
  readonly losses?: number;
  /** Change of power per kelvin of cell temperature, as a share; negative. */
  readonly powerPerKelvin?: number;
  /** Module nameplate ÷ inverter nameplate; the inverter clips what is above its own. */
  readonly dcToAcRatio?: number;
  readonly inverterEfficiency?: number;
  /** Which nameplate a capacity factor is a share of: the modules' (as PVGIS and PVWatts count) unless said. */
  readonly perNameplate?: 'dc' | 'ac';
  /** Share of light that the ground throws back. */
  readonly albedo?: number;
  /** One air temperature for all hours [°C], where the file holds none. */
  readonly airTemperatureC?: number;
}

/** Output of one turbine as a share of its nameplate. */
export type TurbineCurve =
  /** Turbines for strong, medium and weak winds: 420, 320 and 240 W of nameplate a square metre of rotor. */
  | { readonly kind: 'generic'; readonly turbine: 'strong-wind' | 'medium-wind' | 'low-wind' }
  | {
      readonly kind: 'parameters';
      /** Nameplate ÷ area of the rotor. */
      readonly specificPowerWPerM2: number;
      readonly cutInMPerS?: number;
      readonly cutOutMPerS?: number;
    }
  /** [m/s, share of nameplate], speeds rising; straight lines between, 0 before the first and after the last. */
  | { readonly kind: 'points'; readonly points: readonly (readonly [speedMPerS: number, share: number])[] };

/** How wind grows with height. */
export type WindShear =
  /** v ∝ heightᵉ: about 0.1 over sea, 0.14 over open land, 0.2 and more over bushes and trees. */
  | { readonly kind: 'power'; readonly exponent: number }
  /** v ∝ ln(height / roughness length): 0.0002 m over sea, 0.03 m over grass, 0.1 m over farmland. */
  | { readonly kind: 'logarithmic'; readonly roughnessM: number }
  /** From the two recorded heights next to the hub, hour by hour. */
  | { readonly kind: 'recorded' };

export interface WindPlant {
  readonly kind: 'wind';
  readonly hubHeightM: number;
  readonly curve: TurbineCurve;
  /** Height of the recorded speed [m], where the file does not state it. */
  readonly speedHeightM?: number;
  /** Needed unless a speed is recorded at hub height. */
  readonly shear?: WindShear;
  /**
   * Spread of the winds that the turbines of a farm see about the mean: standard deviation as a share of the speed, and
   * at least so much; a share and least of 0 leaves the curve of one turbine as it is.
   */
  readonly smoothing?: { readonly share: number; readonly leastMPerS: number };
  readonly wakeLoss?: number;
  readonly electricalLoss?: number;
  /** Share of time that turbines are ready to run. */
  readonly availability?: number;
  /** Constant density [kg/m³] in place of the one from recorded temperature and pressure; 1.225 leaves curves as they are. */
  readonly airDensityKgPerM3?: number;
}

/** What a conversion to capacity factors needs to know. */
export type PlantOptions = PowerPlant | PhotovoltaicPlant | WindPlant;
