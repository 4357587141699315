/**
 * Hourly point data of NASA POWER: year, month, day, hour, then means of the hour that begins there. The service answers
 * in local solar time (LST) unless UTC is asked for. LST there is no sundial: the UTC hours are moved by whole hours, one
 * for each 15° of longitude. That is no legal clock, so a file in LST leaves its zone open and says what it should be.
 */
import { refuse, shown } from '../faults.ts';
import type { RecordedWarning, Recording } from '../recording/recording.ts';
import { namedColumns, openEndWarnings, refuseEmptyTable } from '../table/head.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { minutesOfClock } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { isNasaPower, type NasaPowerHead, nasaPowerMeaning, readNasaPowerHead } from './nasa-power-head.ts';

const DEGREES_PER_HOUR = 15;
const STAMP_CELLS = 4;

function minutesOfCells(row: Row): number {
  const part = (cell: number) => numberOfCell(row.cell(cell));
  return minutesOfClock(part(0), part(1), part(2), part(3), 0);
}

function zoneWarnings({ standard, standardLine, site }: NasaPowerHead): RecordedWarning[] {
  if (standard !== 'LST') return [];
  const hours = site === undefined ? undefined : Math.round(site.longitudeDeg / DEGREES_PER_HOUR);
  const signed = hours === undefined ? undefined : `UTC${hours < 0 ? '−' : '+'}${Math.abs(hours)}`;
  const here = signed === undefined ? '' : `, which at this longitude is ${signed}`;
  const message = `the stamps are in local solar time: UTC moved by an hour for each 15° of longitude${here}, not the legal clock; best download the file again in UTC`;
  return [{ code: 'local-solar-time', message, ...(standardLine === undefined ? {} : { line: standardLine }) }];
}

export const nasaPowerFormat: ForeignFormat = {
  name: 'nasa-power',
  beginning: '"-BEGIN HEADER-", "NASA/POWER …", "-END HEADER-", then "YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,…"',
  recognises: ({ lines }) => isNasaPower(lines),
  record({ text }, faults, { missing = [] }): Recording {
    const head = readNasaPowerHead(text);
    const { header, site, standard } = head;
    if (header === undefined || !/^YEAR,MO,DY,HR,/.test(header.cells.join(','))) {
      const problem = header === undefined ? 'no header of a table' : shown(header.cells.join(','));
      const place = { where: 'header', line: header?.line ?? 1 };
      refuse(faults.file, 'profile.bad-header', place, problem, 'YEAR,MO,DY,HR,… : hourly values of one point');
    }
    const columns = namedColumns(header.cells, header.line, faults).slice(STAMP_CELLS);
    const table = readTable(
      text,
      {
        firstLine: header.line + 1,
        delimiter: ',',
        width: header.cells.findLastIndex((name) => name !== '') + 1,
        mayBePadded: true,
        columns,
        numbers: { decimal: 'point', missing: [...head.missing, ...missing] },
        stamp: {
          name: 'YEAR,MO,DY,HR',
          column: 1,
          form: 'year, month, day, hour',
          minutes: minutesOfCells,
          text: (cells) => cells.slice(0, STAMP_CELLS).join(','),
        },
        footer: 'none',
      },
      faults,
    );
    refuseEmptyTable(table, header.line, faults);
    return {
      why: `line ${header.line} is the header "${header.cells.slice(0, 6).join(',')}…" of NASA POWER`,
      zone: standard === 'UTC' ? { kind: 'offset', minutes: 0 } : { kind: 'unstated' },
      label: { kind: 'start' },
      stepMinutes: 60,
      isTypicalYear: false,
      synthetic: false,
      clockMinutes: table.clockMinutes,
      lines: table.lines,
      columns: columns.map(({ name }, index) => ({
        name,
        ...nasaPowerMeaning(name, head.units),
        values: table.values[index]!,
      })),
      ...(site === undefined ? {} : { site }),
      warnings: [...zoneWarnings(head), ...openEndWarnings(text, table)],
    };
  },
};
