/** Year, month, day, hour and minute in columns of their own. */
import { numberOfCell } from '../../table/plain-number.ts';
import type { Row } from '../../table/row.ts';
import { minutesOfClock } from '../../table/stamps.ts';

const names = {
  year: /^(year|yr|yyyy|ann[ée]e|jahr|a[ñn]o)$/i,
  month: /^(month|mo|mon|mois|monat|mes)$/i,
  day: /^(day|dy|jour|tag|d[ií]a)$/i,
  hour: /^(hour|hr|hh|h|heure|stunde|hora)$/i,
  minute: /^(minute|min|mn|minutes)$/i,
} as const;

export interface DateParts {
  /** Of year, month, day, hour and, where there is one, minute, in this order. */
  readonly cells: readonly number[];
}

/** Undefined where the header does not name year, month, day and hour, each once. */
export function datePartsIn(header: readonly string[]): DateParts | undefined {
  const cellOf = (pattern: RegExp) => {
    const found = header.flatMap((name, cell) => (pattern.test(name.trim()) ? [cell] : []));
    return found.length === 1 ? found[0]! : -1;
  };
  const { minute, ...needed } = names;
  const cells = Object.values(needed).map(cellOf);
  if (cells.includes(-1)) return undefined;
  const minutes = cellOf(minute);
  return { cells: minutes === -1 ? cells : [...cells, minutes] };
}

/** Minutes since 1970 on the clock of the file, or NaN. */
export function minutesOfParts(row: Row, { cells }: DateParts): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN, hour = Number.NaN, minute = 0] = cells.map((cell) =>
    numberOfCell(row.cell(cell).trim()),
  );
  return minutesOfClock(year, month, day, hour, minute);
}
