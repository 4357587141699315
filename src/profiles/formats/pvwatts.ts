/**
 * Hourly results of PVWatts: a head of labels and values, then month, day and hour of a typical year that begins on the
 * standard time of the place, which the file does not name. Powers are means of the hour in W for the size in the head.
 */
import { type FaultList, refuse } from '../faults.ts';
import type { RecordedPlane, RecordedSite, RecordedWarning, Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf, siteOf } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfClock } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';
import { columnHead } from './utility/units.ts';

/** Any common year: months of a typical year are laid on another one later. */
const COMMON_YEAR = 2001;
const STAMP_CELLS = 3;
const DEGREES_PER_HOUR = 15;
const title = /^"?PVWatts: Hourly PV Performance Data/i;
const isHeader = (cells: readonly string[]) => cells.slice(0, STAMP_CELLS).join(',') === 'Month,Day,Hour';

/** `"DC System Size (kW):","4"` → its value; empty where the head has no such label. */
type Head = (label: RegExp) => string;

function siteIn(head: Head): RecordedSite | undefined {
  const [north, south, east, west] = [/^Lat.*deg N/i, /^Lat.*deg S/i, /^Long.*deg E/i, /^Long.*deg W/i].map(head);
  const signed = (positive: string, negative: string) =>
    positive === '' && negative !== '' ? `-${negative}`.replace('--', '') : positive;
  return siteOf(signed(north!, south!), signed(east!, west!), head(/^Elev/i));
}

function planeIn(head: Head): RecordedPlane | undefined {
  if (!/fixed/i.test(head(/^Array Type/i))) return undefined;
  const [tiltDeg, azimuthDeg] = [/^Array Tilt/i, /^Array Azimuth/i].map((label) => numberOfCell(head(label)));
  return Number.isNaN(tiltDeg! + azimuthDeg!) ? undefined : { tiltDeg: tiltDeg!, azimuthDeg: azimuthDeg! };
}

function zoneWarning(site: RecordedSite | undefined, line: number): RecordedWarning {
  const hours = site === undefined ? undefined : Math.round(site.longitudeDeg / DEGREES_PER_HOUR);
  const here = hours === undefined ? '' : `; at this longitude it may be UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`;
  return {
    code: 'local-standard-time',
    message: `the stamps are in the standard time of the place, which the file does not name${here}`,
    line,
  };
}

function minutesOfCells(row: Row): number {
  const [month, day, hour] = [0, 1, 2].map((cell) => numberOfCell(row.cell(cell)));
  return minutesOfClock(COMMON_YEAR, month!, day!, hour!, 0);
}

function readHead(lines: readonly string[], faults: FaultList) {
  const cells = lines.map((line) => cellsOfLine(line, ',') ?? []);
  const at = cells.findIndex(isHeader);
  if (at === -1) {
    const place = { where: 'header', line: 1 };
    return refuse(faults.file, 'profile.bad-header', place, 'no header of hours', 'Month,Day,Hour,…: hourly results');
  }
  const head: Head = (label) =>
    cells
      .slice(0, at)
      .find(([name = '']) => label.test(name))?.[1]
      ?.trim() ?? '';
  return { names: cells[at]!, headerLine: at + 1, head };
}

export const pvwattsFormat: ForeignFormat = {
  name: 'pvwatts',
  beginning: '"PVWatts: Hourly PV Performance Data", labels and values, then "Month,Day,Hour,…"',
  recognises: ({ lines: [first = ''] }) => title.test(first),
  record({ text: whole }, faults, { missing = [] }): Recording {
    const { names, headerLine, head } = readHead(firstLines(whole), faults);
    // The last line sums up the columns.
    const text = whole.replace(/\n"?Totals"?,[^\n]*\n?$/, '\n');
    const columns = namedColumns(names, headerLine, faults).slice(STAMP_CELLS);
    const table = readTable(
      text,
      {
        firstLine: headerLine + 1,
        width: names.length,
        header: names,
        columns,
        numbers: { decimal: 'point', thousands: ',', missing: ['', ...missing] },
        stamp: {
          name: 'Month,Day,Hour',
          column: 1,
          form: 'month, day, hour',
          minutes: minutesOfCells,
          text: (cells) => cells.slice(0, STAMP_CELLS).join(','),
        },
      },
      faults,
    );
    const site = siteIn(head);
    const plane = planeIn(head);
    const capacityKW = numberOfCell(head(/^DC System Size/i));
    return recordingOf(table, {
      why: 'line 1 is the title of hourly results of PVWatts',
      zone: { kind: 'unstated' },
      label: { kind: 'start' },
      stepMinutes: 60,
      isTypicalYear: true,
      columns: columns.map(({ name }, index) => {
        const column = columnHead(name);
        const nameplate = column.quantity === 'power' && capacityKW > 0 ? { capacityKW } : {};
        return { ...column, ...nameplate, values: table.values[index]! };
      }),
      site,
      plane,
      warnings: [zoneWarning(site, headerLine)],
    });
  },
};
