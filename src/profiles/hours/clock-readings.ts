/** Readings of the file's clock → instants, in the order of the file: repeated hours and hours that clocks skip. */
import { instantsOf, type OffsetTable } from '../civil-time/offset-table.ts';
import type { FaultList } from '../faults.ts';
import type { Recording } from '../recording/recording.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** `2021-03-28 02:00`, as clocks show it. */
export function shownReading(clockMinutes: number): string {
  return new Date(clockMinutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}

export interface Instants {
  /** Minutes since 1970, UTC; NaN where a row has none. */
  readonly minutes: Float64Array;
  /** Rows without a value at readings that the clocks skip: exports write them to keep 24 rows a day. */
  readonly skippedRows: number;
}

/** Converts one reading for each row; what cannot exist on that clock is a fault, with its line. */
export function instantsOfReadings(
  readings: Float64Array,
  table: OffsetTable,
  { columns, lines }: Recording,
  faults: FaultList,
): Instants {
  const isFixed = table.from.length === 1;
  if (isFixed) return { minutes: readings.map((reading) => reading - table.offsetMinutes[0]!), skippedRows: 0 };
  const timesSeen = new Map<number, number>();
  let skippedRows = 0;
  const minutes = readings.map((reading, row) => {
    if (Number.isNaN(reading)) return Number.NaN;
    const instants = instantsOf(table, reading);
    const [first, second] = instants;
    if (first === undefined) {
      if (columns.every(({ values }) => Number.isNaN(values[row]!))) skippedRows++;
      else addSkipped(reading, table, lines[row]!, faults);
      return Number.NaN;
    }
    if (second === undefined) return first;
    const seen = timesSeen.get(reading) ?? 0;
    timesSeen.set(reading, seen + 1);
    return seen === 0 ? first : second;
  });
  return { minutes, skippedRows };
}

function addSkipped(reading: number, { name, from }: OffsetTable, line: number, faults: FaultList): void {
  const isBefore = reading < from[0]!;
  faults.add('profile.bad-stamp', { where: 'time', line }, () => ({
    problem: isBefore
      ? `${shownReading(reading)} is before the clock of ${name} is known`
      : `${shownReading(reading)} does not exist in ${name}, whose clocks were put forward over it`,
    expected: isBefore
      ? 'a fixed offset as the zone, such as zone: +00:00'
      : 'readings of that clock; stamps of standard time all year have a fixed offset as their zone, such as zone: +01:00',
  }));
}
