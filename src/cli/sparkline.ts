/** A series in one line of text. */

const BARS = [...'▁▂▃▄▅▆▇█'];

/** One bar a value, from the floor to the greatest; a space where there is none. Negative values lift the floor. */
export function sparkline(values: readonly (number | null)[]): string {
  const there = values.filter((value) => value !== null);
  const floor = Math.min(0, ...there);
  const height = Math.max(...there) - floor;
  return values
    .map((value) => {
      if (value === null) return ' ';
      const share = height > 0 ? (value - floor) / height : 0;
      return BARS[Math.min(BARS.length - 1, Math.floor(share * BARS.length))]!;
    })
    .join('');
}
