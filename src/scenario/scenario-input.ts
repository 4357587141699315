/** A file the scenario was made from. */
import { filledHours, type ProfileProvenance } from '../profiles/profile.ts';

/** One way in which a foreign file was read. */
export type FileReading = ProfileProvenance;

export interface ScenarioInput {
  readonly kind: 'profile' | 'technologies';
  /** Profiles as the scenario names them, with the weather year filled in. */
  readonly file: string;
  /** Hex, of the bytes as read. */
  readonly sha256: string;
  /** True for series that were generated, not measured. */
  readonly synthetic: boolean;
  /** Of profiles: `native`, or the name of a foreign format. */
  readonly format?: string;
  /** Of foreign profiles, how the file was understood and what was done to it, for each way it is read; of native ones, what they say of their origin. */
  readonly readings?: readonly FileReading[];
}

/** Hours of its columns that were filled, by us or before; two columns that lack the same hour count twice. */
export function filledHoursOf({ readings = [] }: ScenarioInput): number {
  const columns = readings.flatMap((reading) => reading.columns);
  const before = readings.reduce((sum, { filledBefore = 0 }) => sum + filledBefore, 0);
  return columns.reduce((sum, column) => sum + filledHours(column), before);
}
