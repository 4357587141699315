/** Real exports through their readers. Means and maxima were computed from the files by other means. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { FaultList } from '../../src/profiles/faults.ts';
import type { ForeignFormat } from '../../src/profiles/formats/format.ts';
import { nsrdbFormat } from '../../src/profiles/formats/nsrdb.ts';
import { pvgisHourlyFormat } from '../../src/profiles/formats/pvgis/hourly.ts';
import { pvgisTmyFormat } from '../../src/profiles/formats/pvgis/tmy.ts';
import { samWindFormat } from '../../src/profiles/formats/sam-wind.ts';
import type { Recording } from '../../src/profiles/recording/recording.ts';
import { onSample } from './sample.ts';

interface Sample {
  readonly file: string;
  readonly format: ForeignFormat;
  readonly rows: number;
  readonly offsetMinutes: number | undefined;
  readonly label: Recording['label'];
  readonly stepMinutes: number;
  readonly isTypicalYear?: true;
  /** First and last stamp. */
  readonly from: string;
  readonly to: string;
  readonly warnings: readonly string[];
  /** Name, unit, mean, maximum. */
  readonly columns: readonly (readonly [string, string, number, number])[];
}

const valencia = { format: pvgisHourlyFormat, rows: 8760, offsetMinutes: 0, stepMinutes: 60, warnings: [] };
const atTen = { kind: 'sample', minutesIntoHour: 10 } as const;

const known: readonly Sample[] = [
  {
    ...valencia,
    file: 'pvgis_valencia_39.48N0.34W_SARAH2_36deg_2015.csv',
    label: atTen,
    from: '2015-01-01T00:10',
    to: '2015-12-31T23:10',
    columns: [
      ['G(i)', 'W/m²', 234.310898, 1080.34],
      ['T2m', '°C', 18.012538, 39.97],
      ['WS10m', 'm/s', 2.453384, 11.24],
    ],
  },
  {
    ...valencia,
    file: 'pvgis_valencia_39.48N0.34W_SARAH2_36deg_2016.csv',
    label: atTen,
    from: '2016-01-01T00:10',
    to: '2016-12-31T23:10',
    columns: [
      ['G(i)', 'W/m²', 227.968199, 1090.13],
      ['T2m', '°C', 18.37224, 39.42],
    ],
  },
  {
    file: 'pvgis_seriescalc_sarah_45N8E_2016_truncated.csv',
    format: pvgisHourlyFormat,
    rows: 14,
    offsetMinutes: 0,
    label: atTen,
    stepMinutes: 60,
    from: '2016-01-01T00:10',
    to: '2016-01-01T13:10',
    warnings: ['reconstructed-values'],
    columns: [
      ['Gb(i)', 'W/m²', 3.567857, 26.71],
      ['Gd(i)', 'W/m²', 1.271429, 8.28],
      ['Gr(i)', 'W/m²', 0.034286, 0.21],
    ],
  },
  {
    file: 'pvgis_tmy_v5.3_45N8E_2005_2023.csv',
    format: pvgisTmyFormat,
    rows: 8760,
    offsetMinutes: 0,
    label: { kind: 'sample', minutesIntoHour: 0.1761 * 60 },
    stepMinutes: 60,
    isTypicalYear: true,
    from: '2018-01-01T00:00',
    to: '2016-12-31T23:00',
    warnings: [],
    columns: [
      ['T2m', '°C', 13.5641, 34.33],
      ['G(h)', 'W/m²', 163.911073, 971],
      ['Gb(n)', 'W/m²', 181.685521, 917.18],
      ['Gd(h)', 'W/m²', 65.176598, 461],
      ['WS10m', 'm/s', 1.20945, 7.52],
      ['SP', 'Pa', 99854.908676, 102120],
    ],
  },
  {
    file: 'nsrdb_psm3_60min_TMY_mojave_34.87N116.78W.csv',
    format: nsrdbFormat,
    rows: 8760,
    offsetMinutes: -480,
    label: { kind: 'sample', minutesIntoHour: 30 },
    stepMinutes: 60,
    isTypicalYear: true,
    from: '2008-01-01T00:30',
    to: '2008-12-31T23:30',
    warnings: [],
    columns: [
      ['DNI', 'W/m²', 319.472146, 1015],
      ['DHI', 'W/m²', 52.006849, 497],
      ['GHI', 'W/m²', 243.058105, 1091],
      ['Temperature', '°C', 16.974658, 44],
      ['Wind Speed', 'm/s', 2.262135, 10.3],
    ],
  },
  {
    file: 'nsrdb_psm3_30min_raw_head.csv',
    format: nsrdbFormat,
    rows: 57,
    offsetMinutes: -420,
    label: { kind: 'sample', minutesIntoHour: 0 },
    stepMinutes: 30,
    from: '2017-01-01T00:00',
    to: '2017-01-02T04:00',
    warnings: ['filled-values'],
    columns: [
      ['DHI', 'W/m²', 29.912281, 207],
      ['GHI', 'W/m²', 70.368421, 499],
      ['DNI', 'W/m²', 105.508772, 974],
      ['Temperature', '°C', -4.992982, 1.1],
    ],
  },
  {
    file: 'nsrdb_psm4_30min_raw_head.csv',
    format: nsrdbFormat,
    rows: 57,
    offsetMinutes: -420,
    label: { kind: 'sample', minutesIntoHour: 0 },
    stepMinutes: 30,
    from: '2023-01-01T00:00',
    to: '2023-01-02T04:00',
    warnings: ['filled-values'],
    columns: [
      ['Temperature', '°C', -0.410526, 2.7],
      ['GHI', 'W/m²', 36.473684, 222],
      ['Wind Speed', 'm/s', 2.417544, 4.6000000000000005],
    ],
  },
  {
    file: 'nrel_windtoolkit_2012_texas.srw',
    format: samWindFormat,
    rows: 8760,
    offsetMinutes: undefined,
    label: { kind: 'start' },
    stepMinutes: 60,
    from: '2012-01-01T00:00',
    to: '2012-12-31T23:00',
    warnings: ['leap-day-left-out'],
    columns: [
      ['Temperature_80m', '°C', 16.299658, 37],
      ['Speed_80m', 'm/s', 8.230398, 19.6],
      ['Speed_100m', 'm/s', 8.648508, 20.56],
    ],
  },
];

const formats = [pvgisHourlyFormat, pvgisTmyFormat, nsrdbFormat, samWindFormat];
const stamp = (minutes = Number.NaN) => new Date(minutes * 60_000).toISOString().slice(0, 16);

for (const sample of known) {
  onSample(sample.file, 'is read as it is', (path) => {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    const opening = { lines: text.split('\n').slice(0, 100) };
    expect(formats.filter((format) => format.recognises(opening))).toEqual([sample.format]);
    const faults = new FaultList(sample.file);
    const recording = sample.format.record({ text, encoding: 'UTF-8' }, faults, {});
    const { clockMinutes, columns, warnings } = recording;
    expect(faults.issues()).toEqual([]);
    expect({ ...recording, warnings: warnings.map(({ code }) => code), rows: clockMinutes.length }).toMatchObject({
      rows: sample.rows,
      zone:
        sample.offsetMinutes === undefined ? { kind: 'unstated' } : { kind: 'offset', minutes: sample.offsetMinutes },
      label: sample.label,
      stepMinutes: sample.stepMinutes,
      isTypicalYear: sample.isTypicalYear === true,
      synthetic: false,
      warnings: sample.warnings,
    });
    expect([stamp(clockMinutes[0]), stamp(clockMinutes.at(-1))]).toEqual([sample.from, sample.to]);
    for (const [name, unit, mean, maximum] of sample.columns) {
      const column = columns.find((candidate) => candidate.name === name);
      const values = [...(column?.values ?? [])];
      expect([name, column?.unit, Math.max(...values)]).toEqual([name, unit, maximum]);
      expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(mean, 5);
      expect(values.some((value) => Object.is(value, -0))).toBe(false);
    }
  });
}
