/**
 * Wind of the WIND Toolkit (NREL) as SAM reads it too: a row of names and values in turn (`SiteID,…,Data Timezone,-6,…`),
 * then `Year,Month,Day,Hour,Minute,wind speed at 100m (m/s),…`. The clock is fixed, hours from UTC as `Data Timezone`
 * states; `Site Timezone` is that of the place. Values are samples, each for the step it lies in.
 */
import { refuse } from '../faults.ts';
import type { Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf, zoneOfHours } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { hasMixedYears, stepOf } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';
import { datePartsIn, minutesOfParts } from './utility/date-parts.ts';
import { columnHead } from './utility/units.ts';

interface WindToolkitHead {
  /** By name in lower case. */
  readonly stated: ReadonlyMap<string, string>;
  readonly cells: readonly string[];
}

const series = /^wind ?speed at \d/i;

function headIn([first = '', second = '']: readonly string[]): WindToolkitHead | undefined {
  const [pairs, cells] = [first, second].map((line) => (cellsOfLine(line, ',') ?? []).map((cell) => cell.trim()));
  const stated = new Map<string, string>();
  for (let at = 0; at + 1 < pairs!.length; at += 2) stated.set(pairs![at]!.toLowerCase(), pairs![at + 1]!);
  const isHead = stated.has('latitude') && [...stated.keys()].some((name) => /^(data |site )?time ?zone$/.test(name));
  return isHead && datePartsIn(cells!) !== undefined && cells!.some((name) => series.test(name))
    ? { stated, cells: cells! }
    : undefined;
}

export const windToolkitFormat: ForeignFormat = {
  name: 'wind-toolkit',
  beginning:
    'a row "SiteID,…,Data Timezone,-6,Longitude,…", then "Year,Month,Day,Hour,Minute,wind speed at 100m (m/s),…"',
  recognises: ({ lines }) => headIn(lines) !== undefined,
  record({ text }, faults, { missing = [] }): Recording {
    const head = headIn(firstLines(text, 2));
    if (head === undefined) {
      return refuse(faults.file, 'profile.bad-header', { where: 'header', line: 1 }, 'no header', 'SiteID,…');
    }
    const { stated, cells } = head;
    const parts = datePartsIn(cells)!;
    const columns = namedColumns(cells, 2, faults).filter(({ cell }) => !parts.cells.includes(cell));
    const table = readTable(
      text,
      {
        ...{ firstLine: 3, width: cells.length, mayBePadded: true, columns, header: cells },
        numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', '-999', '-9999', ...missing] },
        stamp: {
          name: 'Year',
          column: parts.cells[0]! + 1,
          form: 'year, month, day, hour',
          minutes: (row) => minutesOfParts(row, parts),
          text: (row) => parts.cells.map((cell) => row[cell]).join(','),
        },
      },
      faults,
    );
    const stepMinutes = stepOf(table.clockMinutes) ?? 60;
    const first = table.clockMinutes.find((minutes) => !Number.isNaN(minutes)) ?? 0;
    const told = stated.get('data timezone') ?? stated.get('timezone') ?? stated.get('time zone');
    const place = { where: 'Data Timezone', line: 1 };
    return recordingOf(table, {
      why: 'line 1 is a head in pairs and line 2 the header of the WIND Toolkit',
      zone: told === undefined ? { kind: 'unstated' } : zoneOfHours(told, place, 'hours from UTC, such as -6', faults),
      label: { kind: 'sample', minutesIntoHour: ((first % stepMinutes) + stepMinutes) % stepMinutes },
      stepMinutes,
      isTypicalYear: hasMixedYears(table.clockMinutes),
      columns: columns.map(({ name }, at) => ({ ...columnHead(name), values: table.values[at]! })),
      site: siteOf(stated.get('latitude') ?? '', stated.get('longitude') ?? '', stated.get('elevation') ?? ''),
    });
  },
};
