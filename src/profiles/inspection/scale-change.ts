/** A unit that changes within a file: kilowatts up to June, megawatts from July on. */
import type { RecordedColumn, RecordedQuantity } from '../recording/recording.ts';

const neverScaled: readonly RecordedQuantity[] = ['temperature', 'windDirection', 'pressure', 'price', 'windSpeed'];
const [FEWEST_BLOCKS, MOST_BLOCKS] = [8, 52];
const ROWS_PER_DAY = 24;
/** As powers of ten: a thousand, give or take what seasons do, and no block of one side near the other side. */
const [LEAST_CHANGE, MOST_CHANGE, LEAST_DISTANCE] = [2.5, 3.5, 1.5];

/** Rows from which on all numbers are about a thousand times as large, or as small, as before. */
export function scaleChange({ values, quantity }: RecordedColumn): { row: number; message: string } | undefined {
  const rows = Math.max(ROWS_PER_DAY, Math.ceil(values.length / MOST_BLOCKS));
  const blocks = Math.floor(values.length / rows);
  if (blocks < FEWEST_BLOCKS || neverScaled.includes(quantity)) return undefined;
  const sizes = Array.from({ length: blocks }, (_, block) => {
    let [sum, told] = [0, 0];
    for (let row = block * rows; row < (block + 1) * rows; row++) {
      const size = Math.abs(values[row]!);
      if (!(size > 0)) continue;
      sum += size;
      told++;
    }
    return { first: block * rows, size: Math.log10(sum / told) };
  }).filter(({ size }) => Number.isFinite(size));
  const meanOf = (some: typeof sizes) => some.reduce((sum, { size }) => sum + size, 0) / some.length;
  for (let at = 1; at < sizes.length; at++) {
    const [before, after] = [sizes.slice(0, at), sizes.slice(at)];
    const rise = meanOf(after) - meanOf(before);
    if (Math.abs(rise) < LEAST_CHANGE || Math.abs(rise) > MOST_CHANGE) continue;
    const [low, high] = rise > 0 ? [before, after] : [after, before];
    const distance = Math.min(...high.map(({ size }) => size)) - Math.max(...low.map(({ size }) => size));
    if (distance < LEAST_DISTANCE) continue;
    const how = rise > 0 ? 'larger' : 'smaller';
    const message = `from about here on about a thousand times ${how} than before: does the unit change within the file?`;
    return { row: sizes[at]!.first, message };
  }
  return undefined;
}
