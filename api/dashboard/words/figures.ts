/** Numbers and dates as the language writes them. Rounded here and nowhere else. */

import { cutShare } from '../../../src/report/figures.ts';
import { language } from '../state/location.ts';

export { tiny } from '../../../src/report/figures.ts';

/** Days before months, and hours to 24. */
const locale = () => (language.value === 'en' ? 'en-GB' : language.value);

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
  const name = `${language.value} ${JSON.stringify(options)}`;
  const known = formats.get(name) ?? new Intl.NumberFormat(locale(), options);
  formats.set(name, known);
  return known.format(value).replace('-', '−');
}

export const whole = (value: number) => format(value, { maximumFractionDigits: 0 });

/** So many digits that count: 0.0123, 4.57, 1,234. */
export const significant = (value: number, digits = 3, roundingMode?: 'floor' | 'ceil' | 'halfExpand') =>
  format(value, {
    maximumSignificantDigits: Math.max(digits, Math.floor(Math.log10(Math.abs(value) || 1)) + 1),
    ...(roundingMode && { roundingMode }),
  });

export const fixed = (value: number, digits: number) =>
  format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** Cut off, not rounded: 99.996 % matched is not 100 %. @param value a fraction */
export const share = (value: number, digits = 2) =>
  format(cutShare(value, digits + 2), {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** With its sign. */
export const change = (value: number, digits = 1) =>
  format(value, { signDisplay: 'exceptZero', maximumFractionDigits: digits });

export const changeShare = (value: number, roundingMode: 'floor' | 'ceil' | 'halfExpand' = 'halfExpand') =>
  format(value, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 1, roundingMode });

/** With its currency: EUR 24.1 million. @param towards where it is rounded: what is proven must not be told better than it is */
export function money(
  value: number,
  currency: string,
  towards: 'floor' | 'ceil' | 'halfExpand' = 'halfExpand',
): string {
  const magnitude = Math.abs(value);
  const unit = magnitude >= 1e6 ? 1e6 : 1;
  const word = unit === 1e6 ? ` M ${currency}` : ` ${currency}`;
  return `${significant(value / unit, 4, towards)}${word}`.replaceAll(' ', ' ');
}

const withUnit = (text: string, unit: string) => `${text} ${unit}`;

export const megawatts = (value: number) => withUnit(significant(value), 'MW');

export function duration(seconds: number): string {
  const rounded = Math.max(0, Math.round(seconds));
  if (rounded < 60) return withUnit(String(rounded), 's');
  if (rounded < 3600) return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
  return `${Math.floor(rounded / 3600)} h ${Math.floor((rounded % 3600) / 60)} min`;
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dated(at: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  const name = `${language.value} ${JSON.stringify(options)}`;
  // To make one takes longer than a hundred dates.
  const known = dateFormats.get(name) ?? new Intl.DateTimeFormat(locale(), options);
  dateFormats.set(name, known);
  return known.format(new Date(at));
}

/** To the second: two runs of one minute are told apart. */
export const instant = (text: string) => dated(text, { dateStyle: 'medium', timeStyle: 'medium' });

const hourOfYear = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** Of an hour of a schedule, in UTC as all of them are. */
export const hourStamp = (text: string | number | Date) => `${dated(text, { ...hourOfYear, timeZone: 'UTC' })} UTC`;

export const day = (text: string | number | Date) => dated(text, { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const month = (instant: number) => dated(instant, { month: 'short', timeZone: 'UTC' });
