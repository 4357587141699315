/** Hours of UTC gathered into days or months: power as its mean, contents of stores as they are at the end. */

export type Resolution = 'hour' | 'day' | 'month';

export interface HourTable {
  /** Starts of the rows. */
  readonly stamps: readonly Date[];
  readonly columns: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** A column `hours` says how many each row stands for, so that mean power × hours is energy. */
export function gatherHours(table: HourTable, resolution: Resolution): HourTable {
  if (resolution === 'hour') return table;
  const length = resolution === 'day' ? 'yyyy-mm-dd'.length : 'yyyy-mm'.length;
  const starts: number[] = [];
  let period = '';
  for (const [hour, stamp] of table.stamps.entries()) {
    const own = stamp.toISOString().slice(0, length);
    if (own !== period) starts.push(hour);
    period = own;
  }
  const ends = [...starts.slice(1), table.stamps.length];
  const gathered = table.columns.map(({ name, values }) => ({
    name,
    values: Float64Array.from(starts, (start, row) => {
      const end = ends[row]!;
      return isLevel(name) ? values[end - 1]! : mean(values.subarray(start, end));
    }),
  }));
  const hours = Float64Array.from(starts, (start, row) => ends[row]! - start);
  return {
    stamps: starts.map((start) => table.stamps[start]!),
    columns: [{ name: 'hours', values: hours }, ...gathered],
  };
}

/** What is in a store or waits to be done: of an instant, not of a stretch. */
const isLevel = (name: string) => /^(stateOfCharge|backlog)MWh(:|$)/.test(name);

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
