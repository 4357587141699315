/**
 * Sine, exponential and logarithm from + − × ÷ alone. IEEE 754 fixes those four (and √) to the last bit; the engine's
 * own `Math.sin`, `Math.exp`, `Math.log` and `**` may differ in the last one, and a generated year must not.
 */

export const PI = Math.PI;
const LN2 = Math.LN2;
const SQRT2 = Math.SQRT2;

/** sin x, x in radians within a few thousand turns; absolute error below 1e-13. */
export function sine(x: number): number {
  let angle = x - 2 * PI * Math.round(x / (2 * PI));
  if (angle > PI / 2) angle = PI - angle;
  if (angle < -PI / 2) angle = -PI - angle;
  const square = angle * angle;
  let series = 1;
  for (let n = 20; n >= 2; n -= 2) series = 1 - (series * square) / (n * (n + 1));
  return angle * series;
}

export function cosine(x: number): number {
  return sine(x + PI / 2);
}

/** eˣ for |x| below 500; relative error below 1e-14. */
export function exponential(x: number): number {
  const doublings = Math.round(x / LN2);
  const rest = x - doublings * LN2;
  let value = 1;
  for (let n = 16; n >= 1; n -= 1) value = 1 + (value * rest) / n;
  for (let n = 0; n < doublings; n += 1) value *= 2;
  for (let n = 0; n > doublings; n -= 1) value /= 2;
  return value;
}

/** Natural logarithm of a positive number; absolute error below 1e-14. */
export function logarithm(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`no finite logarithm of ${x}`);
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > SQRT2; mantissa /= 2) doublings += 1;
  for (; mantissa < SQRT2 / 2; mantissa *= 2) doublings -= 1;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let series = 0;
  for (let n = 27; n >= 1; n -= 2) series = series * square + 1 / n;
  return 2 * ratio * series + doublings * LN2;
}

/** Positive base to any power. */
export function power(base: number, exponent: number): number {
  return exponential(exponent * logarithm(base));
}

/**
 * Probability that a standard Gaussian exceeds z; absolute error below 1e-7.
 * Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.2.17.
 */
export function gaussianExceedance(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (exponential((-z * z) / 2) / Math.sqrt(2 * PI)) * series;
  return z > 0 ? tail : 1 - tail;
}
