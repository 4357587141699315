/** Values as the file holds them: four decimals. */

export const DECIMALS = 4;
const UNITS = 10_000;

/** Each value to the nearest ten-thousandth; never −0. */
export function rounded(values: Float64Array): Float64Array {
  return values.map((value) => Math.round(value * UNITS) / UNITS + 0);
}

/**
 * Scaled to a mean of 1 and rounded so that the rounded values still add up to one per hour: the hours whose rounding
 * cost them most are moved by one ten-thousandth until the sum is right (largest remainder).
 */
export function roundedToMeanOne(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const scaled = values.map((value) => (value * values.length * UNITS) / sum);
  const units = scaled.map((value) => Math.floor(value));
  let missing = values.length * UNITS;
  for (const unit of units) missing -= unit;
  const byRemainder = Array.from(scaled, (value, hour) => ({ hour, remainder: value - units[hour]! })).sort(
    (a, b) => b.remainder - a.remainder || a.hour - b.hour,
  );
  for (const { hour } of byRemainder.slice(0, missing)) units[hour] = units[hour]! + 1;
  return units.map((unit) => unit / UNITS);
}
