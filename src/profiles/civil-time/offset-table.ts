/** What a clock shows against UTC: a list of instants from which each offset holds, searched by halves. */

export interface OffsetTable {
  /** For people: `Africa/Casablanca`, `UTC+01:00`. */
  readonly name: string;
  /** Instants from which each offset holds [minutes since 1970, UTC], rising. Nothing is known before the first. */
  readonly from: Float64Array;
  /** Clock reading − UTC [minutes], one for each instant. */
  readonly offsetMinutes: Float64Array;
}

export function fixedOffset(minutes: number): OffsetTable {
  const from = Float64Array.of(Number.NEGATIVE_INFINITY);
  return { name: nameOfOffset(minutes), from, offsetMinutes: Float64Array.of(minutes) };
}

/** `UTC`, `UTC+01:00`, `UTC−03:30`. */
export function nameOfOffset(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${`${hours}`.padStart(2, '0')}:${`${rest}`.padStart(2, '0')}`;
}

/** Index of the last entry that is not above `value`; −1 where all are. */
function lastNotAbove(entries: Float64Array, value: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Clock reading − UTC at an instant [minutes]; NaN before the table begins. */
export function offsetAt(table: OffsetTable, utcMinutes: number): number {
  return table.offsetMinutes[lastNotAbove(table.from, utcMinutes)] ?? Number.NaN;
}

/**
 * The instants at which the clock shows a reading, earliest first: one; none where clocks were put forward over it; two
 * where they were put back.
 */
export function instantsOf(table: OffsetTable, clockMinutes: number): number[] {
  // Offsets differ from UTC by less than a day, so the candidates are the offsets that hold within a day of the reading.
  const first = Math.max(lastNotAbove(table.from, clockMinutes - 1440), 0);
  const instants: number[] = [];
  for (let at = first; at < table.from.length && table.from[at]! <= clockMinutes + 1440; at++) {
    const instant = clockMinutes - table.offsetMinutes[at]!;
    const until = table.from[at + 1] ?? Number.POSITIVE_INFINITY;
    if (instant >= table.from[at]! && instant < until) instants.push(instant);
  }
  return instants;
}
