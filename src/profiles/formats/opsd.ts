/**
 * Open Power System Data, "time series" (doi:10.25832/time_series), single index: stamps in UTC at the start of their
 * interval, MW, capacity factors as output ÷ capacity. The capacity may lag behind what is built: factors above 1.
 */
import { refuse } from '../faults.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';
import { namedColumns, recordingOf } from '../table/head.ts';
import { cellsOfLine, firstLines } from '../table/rows.ts';
import { minutesOfUtcStamp, stepOf } from '../table/stamps.ts';
import { readTable } from '../table/table.ts';
import type { ForeignFormat } from './format.ts';
import { aboveOneWarnings } from './opsd-warnings.ts';

type Meaning = Pick<RecordedColumn, 'quantity' | 'unit' | 'heightM'>;

/** By the end of a column's name. Prices are in the currency of their area, which the file does not name. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/_profile$/, { quantity: 'capacityFactor', unit: '1' }],
  [/_capacity$/, { quantity: 'capacity', unit: 'MW' }],
  [/_generation(_actual|_forecast|_tso|_dso)*$/, { quantity: 'power', unit: 'MW' }],
  [
    /_load(_(actual|forecast|old|new))?(_(entsoe|tso))?(_(transparency|power_statistics))?$/,
    { quantity: 'power', unit: 'MW' },
  ],
  [/_price_day_ahead$/, { quantity: 'price', unit: undefined }],
  [/_windspeed_10m$/, { quantity: 'windSpeed', unit: 'm/s', heightM: 10 }],
  [/_temperature$/, { quantity: 'temperature', unit: '°C' }],
  [/_radiation_(direct|diffuse)_horizontal$/, { quantity: 'irradiance', unit: 'W/m²' }],
];

function meaningOf(name: string): Meaning {
  return meanings.find(([end]) => end.test(name))?.[1] ?? { quantity: 'other', unit: undefined };
}

const diffuse = (name: string) =>
  name.endsWith('_radiation_diffuse_horizontal') ? { irradiance: 'diffuse' as const } : {};

/** Beside the stamp: the same stamp in local time, and names of columns that were interpolated. */
const noSeries = new Set(['utc_timestamp', 'cet_cest_timestamp', 'ce(s)t_timestamp', 'interpolated_values', 'comment']);

export const opsdFormat: ForeignFormat = {
  name: 'opsd',
  beginning: 'the header "utc_timestamp,DE_wind_capacity,DE_wind_profile,…"',
  recognises: ({ lines: [header = ''] }) => /^"?utc_timestamp"?,/.test(header),
  record({ text }, faults, { missing = [] }): Recording {
    const cells = cellsOfLine(firstLines(text, 1)[0] ?? '', ',');
    if (cells === undefined) {
      const expected = 'utc_timestamp and names of series between commas';
      const place = { where: 'header', line: 1 };
      return refuse(faults.file, 'profile.bad-header', place, 'quotes that do not pair up', expected);
    }
    const named = namedColumns(cells, 1, faults).filter(({ name }) => !noSeries.has(name));
    const table = readTable(
      text,
      {
        firstLine: 2,
        width: cells.length,
        header: cells,
        columns: named,
        numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', ...missing] },
        stamp: {
          name: 'utc_timestamp',
          column: 1,
          form: 'YYYY-MM-DDTHH:MM:SSZ',
          minutes: (row) => minutesOfUtcStamp(row.cell(0)),
          text: ([stamp = '']) => stamp,
        },
      },
      faults,
    );
    const columns = named.map(
      ({ name }, index): RecordedColumn => ({
        name,
        ...meaningOf(name),
        ...diffuse(name),
        values: table.values[index]!,
      }),
    );
    return recordingOf(table, {
      why: 'line 1 begins "utc_timestamp", as the time series of Open Power System Data do',
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'start' },
      stepMinutes: stepOf(table.clockMinutes) ?? 60,
      columns,
      warnings: aboveOneWarnings(columns, table.lines),
    });
  },
};
