/** Numbers as people read them. Rounding happens here and nowhere else; no locale has a say. */

const MINUS = '−';

/** `12,345.6`; never −0. */
export function figure(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return notANumber(value);
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/** As many decimals as show three digits: `0.123`, `1.23`, `12.3`, `1,234`. */
export function shortFigure(value: number): string {
  return figure(value, shortDecimals(value));
}

export function shortDecimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

/** A number as given, up to six digits: for assumptions. */
export function plainFigure(value: number): string {
  if (!Number.isFinite(value)) return notANumber(value);
  const digits = Number(value.toPrecision(6));
  const decimals = /e-(\d+)$/.exec(String(digits)) === null ? (String(digits).split('.')[1]?.length ?? 0) : 0;
  return decimals === 0 && digits !== 0 && Math.abs(digits) < 1 ? String(digits) : figure(digits, decimals);
}

/** `7 %`, `6.5 %` of a fraction that somebody chose. */
export function plainPercent(fraction: number): string {
  return `${plainFigure(fraction * 100)} %`;
}

const TINY = { notation: 'scientific', maximumFractionDigits: 0, roundingMode: 'ceil' } as const;

/** `2e-10`, for gaps and violations: rounded up, since what is proven must not be told better than it is. */
export function tiny(value: number): string {
  if (!Number.isFinite(value)) return notANumber(value);
  return value === 0 ? '0' : value.toLocaleString('en-US', TINY).toLowerCase();
}

/** A proven width, so that it is no less where it is told with so many decimals of the fraction. */
export const roundedUp = (fraction: number, decimals: number): number =>
  // What a double adds of itself to a fraction like 0.0007 is no digit of it.
  Math.ceil(Math.max(0, fraction - 1e-12) * 10 ** decimals) / 10 ** decimals;

/** `12.3 %` of a fraction. */
export function percent(fraction: number, decimals = 1): string {
  return Number.isFinite(fraction) ? `${figure(fraction * 100, decimals)} %` : notANumber(fraction);
}

/**
 * A score, rounded down: what is not quite 100 % never reads as 100 %.
 */
export function score(fraction: number): string {
  const floor = cutShare(fraction, 4);
  return percent(floor, floor === 1 ? 0 : 2);
}

/** Of a share: what sums of hourly flows lose in their last digits. */
const LOST_IN_SUMS = 1e-8;

/** A share cut off after so many decimals of the fraction: 0.99996 matched is not 1, and 0.99999999 is. */
export function cutShare(fraction: number, decimals: number): number {
  return Math.floor((fraction + LOST_IN_SUMS) * 10 ** decimals) / 10 ** decimals;
}

/** `3 hours`, `1 hour`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}

function notANumber(value: number): string {
  if (Number.isNaN(value)) return 'not known';
  return value > 0 ? 'unlimited' : 'unbounded';
}

/** One amount with its unit: `EUR 12.3 million`. */
export function money(currency: string, value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${currency} ${figure(value / 1e9, 2)} billion`;
  if (size >= 1e6) return `${currency} ${shortFigure(value / 1e6)} million`;
  return `${currency} ${size >= 100 ? figure(value) : figure(value, 2)}`;
}
