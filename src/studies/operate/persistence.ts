import { HOURS_PER_DAY } from '../../units.ts';

/** Every hour as the last one at that time of day that is known: the floor of forecasts. The year repeats. */
export function persistence(actual: Float64Array) {
  const hours = actual.length;
  return (from: number, to: number): Float64Array =>
    Float64Array.from({ length: to - from }, (_, k) => {
      const back = HOURS_PER_DAY * (Math.floor(k / HOURS_PER_DAY) + 1);
      return actual[(((from + k - back) % hours) + hours) % hours]!;
    });
}
