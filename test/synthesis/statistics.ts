/** What a generated or measured year is judged by. All take hourly series; hours are UTC. */

import { monthStarts } from '../../src/time.ts';

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum / values.length;
}

export function standardDeviation(values: ArrayLike<number>): number {
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += (values[i]! - centre) * (values[i]! - centre);
  return Math.sqrt(squares / values.length);
}

export function extremes(values: ArrayLike<number>): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    min = Math.min(min, values[i]!);
    max = Math.max(max, values[i]!);
  }
  return { min, max };
}

/** Twelve means, January first. */
export function monthlyMeans(values: Float64Array, year: number): number[] {
  const starts = monthStarts(year);
  return starts.slice(0, 12).map((start, month) => mean(values.subarray(start, starts[month + 1])));
}

/** Twenty-four means, the hour 00:00–01:00Z first. */
function hourOfDayMeans(values: Float64Array): number[] {
  return Array.from({ length: 24 }, (_, hour) => mean(values.filter((_value, index) => index % 24 === hour)));
}

/** Hour of the day (UTC) whose mean is highest. */
export function peakHour(values: Float64Array): number {
  const means = hourOfDayMeans(values);
  return means.indexOf(Math.max(...means));
}

/** Pearson's correlation of two series of one length. */
export function correlation(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) throw new RangeError(`${left.length} values against ${right.length}`);
  const [leftMean, rightMean] = [mean(left), mean(right)];
  let [product, leftSquares, rightSquares] = [0, 0, 0];
  for (let i = 0; i < left.length; i += 1) {
    const [x, y] = [left[i]! - leftMean, right[i]! - rightMean];
    product += x * y;
    leftSquares += x * x;
    rightSquares += y * y;
  }
  return product / Math.sqrt(leftSquares * rightSquares);
}

/** Correlation of a series with itself `lag` hours later. */
export function autocorrelation(values: Float64Array, lag: number): number {
  return correlation(values.subarray(0, values.length - lag), values.subarray(lag));
}

/** Most hours in a row below a threshold. */
export function longestRunBelow(values: ArrayLike<number>, threshold: number): number {
  let [longest, current] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    current = values[i]! < threshold ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}
