/** Which calendar years the rows of a file cover, and how far. */

const MILLISECONDS_PER_MINUTE = 60_000;

export interface CoveredYear {
  readonly year: number;
  readonly rows: number;
  /** Rows of a whole year at this step. */
  readonly wholeRows: number;
}

/** Years with their rows, in order; `startMinutes` may hold NaN and no duplicates. */
export function coveredYears(startMinutes: Float64Array, stepMinutes: number): CoveredYear[] {
  const rows = new Map<number, number>();
  let [year, from, until] = [0, 0, 0];
  for (const start of startMinutes) {
    if (Number.isNaN(start)) continue;
    if (start < from || start >= until) {
      year = new Date(start * MILLISECONDS_PER_MINUTE).getUTCFullYear();
      from = firstMinute(year);
      until = firstMinute(year + 1);
    }
    rows.set(year, (rows.get(year) ?? 0) + 1);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([covered, count]) => ({
      year: covered,
      rows: count,
      wholeRows: (firstMinute(covered + 1) - firstMinute(covered)) / stepMinutes,
    }));
}

/** 1 January 00:00 UTC [minutes since 1970]. */
export function firstMinute(year: number): number {
  return Date.UTC(year, 0, 1) / MILLISECONDS_PER_MINUTE;
}

/** The one year a file is of, or those between which whoever uses it must choose. */
export function chosenYear(years: readonly CoveredYear[]): number | readonly CoveredYear[] {
  // A year with some gaps is as likely meant as a whole one beside it.
  const candidates = years.filter(({ rows, wholeRows }) => rows * 2 >= wholeRows);
  if (candidates.length > 1) return candidates;
  const most = candidates[0] ?? years.toSorted((a, b) => b.rows - a.rows)[0];
  return most?.year ?? [];
}

/** `2015…2017, 2019 (8736 of 8760 rows)`, for messages. */
export function wordsOfYears(years: readonly CoveredYear[]): string {
  const words: string[] = [];
  let run: number[] = [];
  const closeRun = () => {
    if (run.length > 0) words.push(run.length > 2 ? `${run[0]}…${run.at(-1)}` : run.join(', '));
    run = [];
  };
  for (const { year, rows, wholeRows } of years) {
    if (rows === wholeRows && (run.length === 0 || run.at(-1) === year - 1)) run.push(year);
    else {
      closeRun();
      if (rows === wholeRows) run = [year];
      else words.push(`${year} (${rows} of ${wholeRows} rows)`);
    }
  }
  closeRun();
  return words.join(', ');
}
