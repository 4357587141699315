/**
 * Solar resource of the NSRDB (National Solar Radiation Database, NREL) and of SAM, which reads the same CSV. The clock is
 * fixed standard time, hours from UTC as `Time Zone` states, without summer time. Values are samples: hourly files take
 * theirs at minute 30, half-hourly and five-minute files at the start of each step, and each stands for its step.
 * Typical years join months of different years, and so do their stamps.
 */
import { type FaultList, refuse } from '../faults.ts';
import type { Label, RecordedWarning, Recording } from '../recording/recording.ts';
import { namedColumns, openEndWarnings, refuseEmptyTable } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { firstLines } from '../table/rows.ts';
import { hasMixedYears, minutesOfClock, stepOf } from '../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../table/table.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { isNsrdbSeries, nsrdbMeaning, readNsrdbHead } from './nsrdb-head.ts';

const stampNames = /^(year|month|day|hour|minute)$/i;

function minutesOfCells(row: Row, hasMinutes: boolean): number {
  // Read strictly: an empty cell would otherwise count as zero.
  const part = (cell: number) => numberOfCell(row.cell(cell));
  return minutesOfClock(part(0), part(1), part(2), part(3), hasMinutes ? part(4) : 0);
}

function labelOf(table: Table, stepMinutes: number, hasMinutes: boolean, faults: FaultList): Label {
  const first = table.clockMinutes.find((minutes) => !Number.isNaN(minutes)) ?? 0;
  const into = ((first % stepMinutes) + stepMinutes) % stepMinutes;
  table.clockMinutes.forEach((minutes, row) => {
    if (Number.isNaN(minutes) || (minutes - into) % stepMinutes === 0) return;
    faults.add('profile.bad-stamp', { where: 'Minute', line: table.lines[row]!, column: 5 }, () => ({
      problem: `minute ${((minutes % 60) + 60) % 60} is not on the ${stepMinutes}-minute steps of the rows before`,
      expected: 'the same minutes in every hour',
    }));
  });
  // Without minutes nothing says when in its hour a value was seen; SAM takes it for the whole hour.
  return hasMinutes ? { kind: 'sample', minutesIntoHour: into } : { kind: 'start' };
}

/** Fill flags above zero name the reason for which a value was filled in. */
function fillWarnings(columns: readonly TableColumn[], table: Table): RecordedWarning[] {
  const flags = table.values[columns.findIndex(({ name }) => name.toLowerCase() === 'fill flag')];
  const filled = flags?.reduce((count, flag) => count + (flag > 0 ? 1 : 0), 0) ?? 0;
  if (flags === undefined || filled === 0) return [];
  const message = `the irradiance of ${filled} of ${flags.length} rows was filled in by the NSRDB (Fill Flag above 0)`;
  return [{ code: 'filled-values', message, line: table.lines[flags.findIndex((flag) => flag > 0)]! }];
}

export const nsrdbFormat: ForeignFormat = {
  name: 'nsrdb',
  beginning: 'a row "Source,Location ID,…,Time Zone,…", a row of its values, then "Year,Month,Day,Hour,Minute,DNI,…"',
  recognises: ({ lines }) => readNsrdbHead(lines)?.cells.some(isNsrdbSeries) ?? false,
  record({ text }, faults, { missing = [] }): Recording {
    const head = readNsrdbHead(firstLines(text));
    if (head === undefined) {
      return refuse(
        faults.file,
        'profile.bad-header',
        { where: 'header' },
        'no header',
        'Year,Month,Day,Hour,Minute,…',
      );
    }
    const { headerLine, cells, zone, site, unpaired } = head;
    if (unpaired !== undefined) {
      faults.add('profile.bad-header', { where: 'header', line: headerLine - 1 }, () => ({
        problem: `${unpaired.values} values for the ${unpaired.names} names above them`,
        expected: 'one value for each name: a cell too many gives the time zone the number beside it',
      }));
    }
    const named = namedColumns(cells, headerLine, faults);
    const columns = named.filter(({ name }) => !stampNames.test(name));
    const hasMinutes = /^minute$/i.test(cells[4] ?? '');
    const stampWidth = hasMinutes ? 5 : 4;
    const table = readTable(
      text,
      {
        firstLine: headerLine + 1,
        delimiter: ',',
        width: cells.findLastIndex((name) => name !== '') + 1,
        mayBePadded: true,
        columns,
        numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', 'N/A', '-999', '-9999', ...missing] },
        stamp: {
          name: cells.slice(0, stampWidth).join(','),
          column: 1,
          form: hasMinutes ? 'year, month, day, hour, minute' : 'year, month, day, hour',
          minutes: (row) => minutesOfCells(row, hasMinutes),
          text: (row) => row.slice(0, stampWidth).join(','),
        },
        footer: 'none',
      },
      faults,
    );
    refuseEmptyTable(table, headerLine, faults);
    const stepMinutes = stepOf(table.clockMinutes) ?? 60;
    return {
      why: `line ${headerLine} is the header "${cells.slice(0, 8).join(',')}…" of NSRDB and SAM`,
      zone,
      label: labelOf(table, stepMinutes, hasMinutes, faults),
      stepMinutes,
      isTypicalYear: hasMixedYears(table.clockMinutes),
      synthetic: false,
      clockMinutes: table.clockMinutes,
      lines: table.lines,
      columns: columns.map(({ name }, index) => ({ name, ...nsrdbMeaning(name, head), values: table.values[index]! })),
      ...(site === undefined ? {} : { site }),
      warnings: [...fillWarnings(columns, table), ...openEndWarnings(text, table)],
    };
  },
};
