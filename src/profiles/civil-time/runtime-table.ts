/** Changes of a zone's clocks, found once by asking the runtime for its offset on many days and closing in between them. */
import type { OffsetTable } from './offset-table.ts';

const MINUTES_PER_DAY = 1440;
const MILLISECONDS_PER_MINUTE = 60_000;
/** No zone changed twice within so few days in the years that profiles cover; breaks for Ramadan last a month. */
const DAYS_BETWEEN_LOOKS = 5;

type OffsetOf = (utcMinutes: number) => number;

/** Undefined where the runtime knows no zone of that name. */
function runtimeOffsets(zone: string): { name: string; offsetOf: OffsetOf } | undefined {
  let format: Intl.DateTimeFormat;
  try {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', second: 'numeric', ...parts });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return {
    name: zone,
    offsetOf(utcMinutes) {
      const instant = utcMinutes * MILLISECONDS_PER_MINUTE;
      const fields = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
      const { year, month, day, hour, minute, second } = fields;
      const reading = Date.UTC(year!, month! - 1, day, hour, minute, second);
      return (reading - instant) / MILLISECONDS_PER_MINUTE;
    },
  };
}

/** The first minute of `later`'s offset, given two instants with different ones. */
function changeBetween(offsetOf: OffsetOf, earlier: number, later: number): number {
  const offset = offsetOf(later);
  let [low, high] = [earlier, later];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The table of a zone over whole years, with a margin of some days; undefined for names the runtime does not know.
 */
export function runtimeTable(zone: string, firstYear: number, lastYear: number): OffsetTable | undefined {
  const offsets = runtimeOffsets(zone);
  if (offsets === undefined) return undefined;
  const { name, offsetOf } = offsets;
  const step = DAYS_BETWEEN_LOOKS * MINUTES_PER_DAY;
  const begin = Date.UTC(firstYear, 0, 1) / MILLISECONDS_PER_MINUTE - step;
  const end = Date.UTC(lastYear + 1, 0, 1) / MILLISECONDS_PER_MINUTE + step;
  const from = [begin];
  const offsetMinutes = [offsetOf(begin)];
  for (let at = begin + step; at < end + step; at += step) {
    const offset = offsetOf(at);
    if (offset === offsetMinutes.at(-1)) continue;
    from.push(changeBetween(offsetOf, at - step, at));
    offsetMinutes.push(offset);
  }
  return { name, from: Float64Array.from(from), offsetMinutes: Float64Array.from(offsetMinutes) };
}
