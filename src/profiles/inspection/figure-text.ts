/** Numbers as people read them. */

const LEAST_DIGITS = 4;

/** Four digits, more only before the point: `0.2131`, `8.9`, `1,101`, `28,532`. */
export function figureText(value: number, digits = LEAST_DIGITS): string {
  if (value === 0) return '0';
  const short = Number(value.toPrecision(digits));
  const whole = Math.abs(value) >= 10 ** digits ? Math.round(value) : short;
  if (Math.abs(whole) < 1e-4 || Math.abs(whole) >= 1e15) return whole.toExponential();
  return whole.toLocaleString('en-US', { maximumFractionDigits: 8 }).replace('-', '−');
}

export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 hour`, `24 hours`. */
export function hoursText(hours: number): string {
  return `${countText(hours)} hour${hours === 1 ? '' : 's'}`;
}
