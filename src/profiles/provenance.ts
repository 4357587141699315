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
export function filledHours({ filled }: ColumnProvenance): number {
  const hours = new Set<number>();
  for (const run of filled) {
    const first = Date.parse(run.first) / 3_600_000;
    for (let hour = 0; hour < run.hours; hour++) hours.add(first + hour);
  }
  return hours.size;
}
