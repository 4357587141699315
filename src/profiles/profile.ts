/** Hourly series as read from a file: values on the hours of one calendar year (UTC), with where they came from. */

/** What a column says it is in; capacity factors and shapes are pure numbers. */
export type ProfileUnit = 'capacityFactor' | 'relative' | 'pue' | 'pricePerMWh' | 'temperatureC';

export interface HourlyProfile {
  readonly name: string;
  readonly unit: ProfileUnit;
  /** Calendar year; `values[h]` holds for the hour that begins h hours after 1 January 00:00Z. */
  readonly year: number;
  readonly values: Float64Array;
}

/** One file, read and checked as a whole. */
export interface ProfileFile {
  readonly file: string;
  readonly format: 'native';
  /** Hex, of the bytes as read. */
  readonly sha256: string;
  /** True where the file itself says that its series were generated, not measured. */
  readonly synthetic: boolean;
  readonly year: number;
  readonly columns: readonly HourlyProfile[];
}
