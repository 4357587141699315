/** Hourly series as read from a file: values on the hours of one calendar year (UTC), with where they came from. */
import type { ProfileProvenance } from './provenance.ts';
import type { RecordedWarning } from './recording/recording.ts';

/** What a column says it is in; capacity factors and shapes are pure numbers. */
export type ProfileUnit = 'capacityFactor' | 'relative' | 'pue' | 'pricePerMWh' | 'temperatureC';

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
