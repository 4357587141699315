/** Hourly series as read from a file: values on the hours of one calendar year (UTC), with where they came from. */
import type { RecordedWarning } from './recording/recording.ts';

/** What a column says it is in; capacity factors and shapes are pure numbers. */
export type ProfileUnit = 'capacityFactor' | 'relative' | 'pue' | 'pricePerMWh' | 'temperatureC' | 'share';

export interface HourlyProfile {
  readonly name: string;
  readonly unit: ProfileUnit;
  /** Calendar year; `values[h]` holds for the hour that begins h hours after 1 January 00:00Z. */
  readonly year: number;
  readonly values: Float64Array;
  /** Of prices, `EUR`; undefined where nobody says, so that the scenario's is meant. */
  readonly currency?: string;
}

/** One file, read and checked as a whole. */
export interface ProfileFile {
  readonly file: string;
  /** `native`, or the name of a foreign format. */
  readonly format: string;
  /** Hex, of the bytes as read. */
  readonly sha256: string;
  /** True where the file itself says that its series were generated, not measured. */
  readonly synthetic: boolean;
  readonly year: number;
  /** All columns of a native file; of a foreign one, those that were asked for. */
  readonly columns: readonly HourlyProfile[];
  /** How a foreign file was understood and what was done to it; of a native one, what it says of its own origin, if anything. */
  readonly provenance?: ProfileProvenance;
  /** What whoever plans with it should know; absent where there is nothing. */
  readonly warnings?: readonly RecordedWarning[];
}

/** What each unit of a profile may hold. A value outside is a mistake of the file, never something to clamp. */
export interface Quantity {
  readonly minimum: number;
  readonly maximum: number;
  /** The range in words, for messages. */
  readonly range: string;
}

export const quantities: Readonly<Record<ProfileUnit, Quantity>> = {
  capacityFactor: { minimum: 0, maximum: 1, range: 'a fraction of capacity, 0…1' },
  relative: { minimum: 0, maximum: 1e12, range: 'a shape without unit, 0 or more, at most 1e12' },
  // No site needs ten times its IT load: such a number is a percentage (121 for 1.21) or another column.
  pue: { minimum: 1, maximum: 10, range: 'facility energy ÷ IT energy, 1…10' },
  // Prices below zero are real.
  pricePerMWh: { minimum: -1e9, maximum: 1e9, range: 'money per MWh, −1e9…1e9' },
  share: { minimum: 0, maximum: 1, range: 'a share, 0…1' },
  // Wider than any air temperature ever recorded, narrower than kelvin or tenths of a degree.
  temperatureC: { minimum: -60, maximum: 70, range: 'degrees Celsius, −60…70' },
};

export const unitNames = Object.keys(quantities).join(', ');

export function isProfileUnit(text: string): text is ProfileUnit {
  return Object.hasOwn(quantities, text);
}

/** NaN and the infinities are in no range. */
export function isInRange(quantity: Quantity, value: number): boolean {
  return value >= quantity.minimum && value <= quantity.maximum;
}

/** How a foreign file was understood and what became of its columns: plain words and counts, to be kept with a result. */
export interface ProfileProvenance {
  /** What gave the format away. */
  readonly why: string;
  /** `UTC`, `UTC+01:00`, `Africa/Casablanca`. */
  readonly zone: string;
  /** Which instant of its interval a stamp names. */
  readonly label: string;
  readonly stepMinutes: number;
  /** True where months come from different years: there is no chronology to pair with other files. */
  readonly isTypicalYear: boolean;
  readonly columns: readonly ColumnProvenance[];
  /** Hours that a native file says were filled before it was written. */
  readonly filledBefore?: number;
  /** What whoever uses the file should know. */
  readonly warnings: readonly string[];
}

export interface ColumnProvenance {
  readonly name: string;
  /** In the order in which they were done: averaging, units, capacity, models. */
  readonly transformations: readonly string[];
  /** Hours that the file does not hold, by how they were filled. */
  readonly filled: readonly FilledRun[];
}

export interface FilledRun {
  /** The series that was filled: the column itself, or weather that it was computed from. */
  readonly column: string;
  readonly method: 'linear' | 'same-hour-yesterday' | 'wrap';
  /** Stamp of the first hour, `2019-03-31T01:00Z`. */
  readonly first: string;
  readonly hours: number;
}

/** Hours of a column that were filled, each counted once even where several series of its weather lacked it. */
export function filledHours({ filled }: Pick<ColumnProvenance, 'filled'>): number {
  const hours = new Set<number>();
  for (const run of filled) {
    const first = Date.parse(run.first) / 3_600_000;
    for (let hour = 0; hour < run.hours; hour++) hours.add(first + hour);
  }
  return hours.size;
}
