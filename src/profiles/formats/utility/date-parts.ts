/** Year, month, day, hour and minute in columns of their own; the day also counted through the year. */
import { isLeapYear } from '../../hours/stamp.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import type { Row } from '../../table/row.ts';
import { minutesOfClock } from '../../table/stamps.ts';

const MINUTES_PER_DAY = 1440;
/** Of the hour, among year, month, day, hour and minute. */
const HOUR = 3;

const names = {
  year: /^(year|yr|yyyy|ann[ée]e|jahr|a[ñn]o)$/i,
  month: /^(month|mo|mon|mois|monat|mes)$/i,
  day: /^(day|dy|jour|tag|d[ií]a)$/i,
  hour: /^(hour|hr|hh|h|heure|stunde|hora)$/i,
  minute: /^(minute|min|mn|minutes)$/i,
} as const;
const dayOfYear = /^(doy|day[ _]?of[ _]?(the[ _]?)?year|julian[ _]?day|jday|yday)$/i;

export interface DateParts {
  /** Of year, month, day, hour and, where there is one, minute, in this order. */
  readonly cells: readonly number[];
  /** True where the third cell counts the days of the year, and the second, the same, no months. */
  readonly isDayOfYear: boolean;
}

/** Undefined where the header does not name year, month, day and hour, each once. */
export function datePartsIn(header: readonly string[]): DateParts | undefined {
  const cellOf = (pattern: RegExp) => {
    const found = header.flatMap((name, cell) => (pattern.test(name.trim()) ? [cell] : []));
    return found.length === 1 ? found[0]! : -1;
  };
  const [year, hour, minute, inYear] = [names.year, names.hour, names.minute, dayOfYear].map(cellOf);
  const [month, day] = [cellOf(names.month), cellOf(names.day)];
  const isDayOfYear = inYear! >= 0 && (month < 0 || day < 0);
  const cells = [year!, ...(isDayOfYear ? [inYear!, inYear!] : [month, day]), hour!];
  if (cells.includes(-1)) return undefined;
  return { cells: minute === -1 ? cells : [...cells, minute!], isDayOfYear };
}

/** The cell of an hour that no minute stands beside: it may be a number of the day, up to 25. */
export const hourAlone = ({ cells }: DateParts): number | undefined =>
  cells.length === HOUR + 1 ? cells[HOUR] : undefined;

/** Minutes since 1970 on the clock of the file, or NaN; of the midnight before where the hour is read apart. */
export function minutesOfParts(row: Row, parts: DateParts): number {
  const { cells, isDayOfYear } = parts;
  const of = hourAlone(parts) === undefined ? cells : cells.slice(0, HOUR);
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN, hour = 0, minute = 0] = of.map((cell) =>
    numberOfCell(row.cell(cell).trim()),
  );
  if (!isDayOfYear) return minutesOfClock(year, month, day, hour, minute);
  const isDay = Number.isInteger(day) && day >= 1 && day <= (isLeapYear(year) ? 366 : 365);
  return isDay ? minutesOfClock(year, 1, 1, hour, minute) + (day - 1) * MINUTES_PER_DAY : Number.NaN;
}
