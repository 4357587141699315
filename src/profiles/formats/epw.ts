/**
 * EnergyPlus weather files: a head of lines that begin with their names, from LOCATION to DATA PERIODS, then rows without
 * a header, whose fields the format numbers. Hours 1…24 end at their number, on the standard time of the place all year;
 * radiation is energy of the hour. Auxiliary Programs of EnergyPlus, chapter "Weather Converter".
 */
import { type FaultList, refuse, shown } from '../faults.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';
import { recordingOf, siteOf, zoneOfHours } from '../table/head.ts';
import type { Marks } from '../table/numbers.ts';
import { numberOfCell } from '../table/plain-number.ts';
import type { Row } from '../table/row.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { hasMixedYears, minutesOfClock } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';

type Field = Omit<RecordedColumn, 'values'> & {
  /** Number of the field, from 1. */
  readonly field: number;
  /** What the format writes where it has no value. */
  readonly missing: number;
};

const irradiance = { quantity: 'irradiance', unit: 'Wh/m²', missing: 9999 } as const;
const fields: readonly Field[] = [
  { name: 'Dry Bulb Temperature', field: 7, quantity: 'temperature', unit: '°C', missing: 99.9 },
  { name: 'Atmospheric Station Pressure', field: 10, quantity: 'pressure', unit: 'Pa', missing: 999_999 },
  { name: 'Global Horizontal Radiation', field: 14, ...irradiance, irradiance: 'global' },
  { name: 'Direct Normal Radiation', field: 15, ...irradiance, irradiance: 'beamNormal' },
  { name: 'Diffuse Horizontal Radiation', field: 16, ...irradiance, irradiance: 'diffuse' },
  { name: 'Wind Direction', field: 21, quantity: 'windDirection', unit: '°', missing: 999 },
  { name: 'Wind Speed', field: 22, quantity: 'windSpeed', unit: 'm/s', heightM: 10, missing: 999 },
];
const STAMP_CELLS = 4;

function minutesOfCells(row: Row): number {
  const [year, month, day, hour] = [0, 1, 2, 3].map((cell) => numberOfCell(row.cell(cell).trim()));
  return minutesOfClock(year!, month!, day!, hour!, 0);
}

function readRows(text: string, firstLine: number, missing: Marks, faults: FaultList) {
  const width = cellsOfLine(firstLines(text, firstLine)[firstLine - 1] ?? '', ',')?.length ?? 0;
  const last = fields.at(-1)!.field;
  if (width < last) {
    const place = { where: 'row', line: firstLine };
    refuse(faults.file, 'profile.bad-row', place, `${width} fields`, `at least ${last} fields, up to the wind speed`);
  }
  const table = readTable(
    text,
    {
      firstLine,
      width,
      columns: fields.map(({ name, field }) => ({ name, cell: field - 1 })),
      numbers: { decimal: 'point', missing: ['', ...missing], mayBePadded: true },
      stamp: {
        name: 'year, month, day, hour',
        column: 1,
        form: 'year, month, day, hour 1…24',
        minutes: minutesOfCells,
        text: (cells) => cells.slice(0, STAMP_CELLS).join(','),
      },
    },
    faults,
  );
  return table;
}

export const epwFormat: ForeignFormat = {
  name: 'epw',
  beginning: '"LOCATION,…", "DESIGN CONDITIONS,…" to "DATA PERIODS,…", then rows of EnergyPlus',
  recognises: ({ lines }) => /^LOCATION,/i.test(lines[0] ?? '') && lines.some((line) => /^DATA PERIODS,/i.test(line)),
  record({ text }, faults, { missing = [] }): Recording {
    const lines = firstLines(text);
    const place = cellsOfLine(lines[0] ?? '', ',') ?? [];
    const periods = lines.findIndex((line) => /^DATA PERIODS,/i.test(line));
    const [, , perHour = '1'] = (lines[periods] ?? '').split(',');
    if (perHour.trim() !== '1') {
      const at = { where: 'DATA PERIODS', line: periods + 1, column: 3 };
      refuse(faults.file, 'profile.bad-header', at, `${shown(perHour)} rows an hour`, 'one row for each hour');
    }
    const table = readRows(text, periods + 2, missing, faults);
    const site = siteOf(place[6] ?? '', place[7] ?? '', place[9] ?? '');
    return recordingOf(table, {
      why: 'line 1 is the LOCATION of an EnergyPlus weather file',
      zone: zoneOfHours(
        place[8] ?? '',
        { where: 'LOCATION', line: 1, column: 9 },
        'hours from UTC as the ninth field of LOCATION, such as 1.0',
        faults,
      ),
      label: { kind: 'end' },
      stepMinutes: 60,
      isTypicalYear: hasMixedYears(table.clockMinutes),
      columns: fields.map(({ field: _field, missing: none, ...column }, index) => ({
        ...column,
        values: table.values[index]!.map((value) => (value === none ? Number.NaN : value)),
      })),
      site,
    });
  },
};
