/** Values as the files hold them. Twenty years stay below 10 MB: digits stand only where they carry something. */

import type { ProfileUnit } from '../profile.ts';

/**
 * Digits after the point. A thousandth of nameplate is far below what a model of wind or sun can promise; PUE and load
 * multiply every hour of the need, so theirs go on to the ten-thousandth.
 */
export const decimalsOf: Readonly<Record<ProfileUnit, number>> = {
  capacityFactor: 3,
  relative: 4,
  pue: 4,
  pricePerMWh: 2,
  share: 4,
  temperatureC: 4,
};

/** Each value to the nearest step that its unit is written in; never −0. */
export function rounded(values: Float64Array, unit: ProfileUnit): Float64Array {
  const steps = stepsOf(unit);
  return values.map((value) => Math.round(value * steps) / steps + 0);
}

/** 1, 10, 100 … by multiplication, which is exact; `**` need not be. */
function stepsOf(unit: ProfileUnit): number {
  let steps = 1;
  for (let digit = 0; digit < decimalsOf[unit]; digit += 1) steps *= 10;
  return steps;
}

/**
 * Scaled to a mean of 1 and rounded so that the rounded values still add up to one per hour: the hours whose rounding
 * cost them most are moved by one step until the sum is right (largest remainder).
 */
export function roundedToMeanOne(values: Float64Array): Float64Array {
  const steps = stepsOf('relative');
  let sum = 0;
  for (const value of values) sum += value;
  const scaled = values.map((value) => (value * values.length * steps) / sum);
  const whole = scaled.map((value) => Math.floor(value));
  let missing = values.length * steps;
  for (const count of whole) missing -= count;
  const byRemainder = Array.from(scaled, (value, hour) => ({ hour, remainder: value - whole[hour]! })).sort(
    (a, b) => b.remainder - a.remainder || a.hour - b.hour,
  );
  for (const { hour } of byRemainder.slice(0, missing)) whole[hour] = whole[hour]! + 1;
  return whole.map((count) => count / steps);
}
