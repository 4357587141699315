/**
 * Typical years of the National Solar Radiation Database, third edition: a line of the station, names with units, rows
 * whose stamps end their hours on the standard time of the place. Wilcox and Marion, NREL/TP-581-43156 (2008).
 */
import type { Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf, zoneOfHours } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfDate, minutesOfTime } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';
import { columnHead } from './utility/units.ts';

const header = /^"?Date \(MM\/DD\/YYYY\)"?,"?Time \(HH:MM\)"?,/;
/** What would fall on the edge of space, and how certain a value is, are no weather of the place. */
const noWeather = /^ETRN?\b|\b(source|uncert|code)\b/i;

export const tmy3Format: ForeignFormat = {
  name: 'tmy3',
  beginning: 'a line of the station, then "Date (MM/DD/YYYY),Time (HH:MM),…"',
  recognises: ({ lines: [, second = ''] }) => header.test(second),
  record({ text }, faults, { missing = [] }): Recording {
    const [station, names] = firstLines(text, 2).map((line) => cellsOfLine(line, ',') ?? []);
    const heads = new Map(names!.map((name) => [name, columnHead(name)]));
    const columns = namedColumns(names!, 2, faults).filter(({ name, cell }) => {
      const head = heads.get(name)!;
      return cell > 1 && head.quantity !== 'other' && head.unit !== undefined && !noWeather.test(name);
    });
    const table = readTable(
      text,
      {
        firstLine: 3,
        width: names!.length,
        header: names!,
        columns,
        numbers: { decimal: 'point', missing: ['', '-9900', ...missing] },
        stamp: {
          name: names!.slice(0, 2).join(','),
          column: 1,
          form: 'MM/DD/YYYY and HH:MM',
          minutes: (row) => minutesOfDate(row.cell(0), 'month-first') + minutesOfTime(row.cell(1)),
          text: (cells) => cells.slice(0, 2).join(' '),
        },
      },
      faults,
    );
    const site = siteOf(station![4] ?? '', station![5] ?? '', station![6] ?? '');
    return recordingOf(table, {
      why: `line 2 is the header "${names!.slice(0, 4).join(',')}…" of TMY3`,
      zone: zoneOfHours(
        station![3] ?? '',
        { where: 'station', line: 1, column: 4 },
        'hours from UTC as the fourth cell of line 1, such as -1.0',
        faults,
      ),
      label: { kind: 'end' },
      stepMinutes: 60,
      isTypicalYear: true,
      columns: columns.map(({ name }, index) => ({ ...heads.get(name)!, values: table.values[index]! })),
      site,
    });
  },
};
