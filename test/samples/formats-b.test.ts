/** Real exports through their readers. The means were computed by another program from the cells of each column. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { FaultList } from '../../src/profiles/faults.ts';
import { textOfBytes } from '../../src/profiles/file/text.ts';
import { entsoeNewFormat } from '../../src/profiles/formats/entsoe/new.ts';
import { entsoeOldFormat } from '../../src/profiles/formats/entsoe/old.ts';
import type { ForeignFormat, FormatAnswers } from '../../src/profiles/formats/format.ts';
import { ninjaCountryFormat } from '../../src/profiles/formats/ninja/country.ts';
import { ninjaPointFormat } from '../../src/profiles/formats/ninja/point.ts';
import { openMeteoFormat } from '../../src/profiles/formats/open-meteo/open-meteo.ts';
import { opsdFormat } from '../../src/profiles/formats/opsd.ts';
import { utilityFormat } from '../../src/profiles/formats/utility/utility.ts';
import type { Recording } from '../../src/profiles/recording/recording.ts';
import { clockOf, faultsOf, openingOf } from '../profiles/formats/recognised.ts';
import { onSample } from './sample.ts';

/** In the order of detection. */
const formats = [
  ...[ninjaPointFormat, ninjaCountryFormat, openMeteoFormat, entsoeOldFormat, entsoeNewFormat, opsdFormat],
  utilityFormat,
];

/** What a sample is read as, and its text. */
function readIn(path: string) {
  const text = textOfBytes(readFileSync(path), path);
  const format = formats.find((one) => one.recognises(openingOf(text.text)));
  return { read: (answers: FormatAnswers = {}) => recordOf(format, text, path, answers), text: text.text };
}

function recordOf(
  format: ForeignFormat | undefined,
  text: ReturnType<typeof textOfBytes>,
  file: string,
  answers: FormatAnswers,
): Recording {
  if (format === undefined) throw new Error(`nobody recognises ${file}`);
  const faults = new FaultList(file);
  const recording = format.record(text, faults, answers);
  faults.throwIfAny();
  return recording;
}

/** Of the values that are not missing, with how many those are. */
function meanOf(recording: Recording, name: string): readonly [count: number, mean: number] {
  const values = recording.columns
    .find((column) => column.name === name)
    ?.values.filter((value) => !Number.isNaN(value));
  if (values === undefined)
    throw new Error(`no column ${name} among ${recording.columns.map((column) => column.name)}`);
  return [values.length, values.reduce((sum, value) => sum + value, 0) / values.length];
}

function expectMeans(recording: Recording, means: Readonly<Record<string, readonly [number, number]>>): void {
  for (const [name, [count, mean]] of Object.entries(means)) {
    const [readCount, readMean] = meanOf(recording, name);
    expect([name, readCount]).toEqual([name, count]);
    expect(readMean, name).toBeCloseTo(mean, 9);
  }
}

onSample('ninja_pv_MA_34.6401_-4.8542_uncorrected.csv', 'a year of PV in Morocco is read in UTC', (path) => {
  const { read } = readIn(path);
  const recording = read();
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 60,
    site: { latitudeDeg: 34.640106251485896, longitudeDeg: -4.854171963455769 },
    plane: { tiltDeg: 35, azimuthDeg: 180 },
    warnings: [],
  });
  expect(recording.columns.map(({ name, unit }) => `${name} [${unit}]`)).toEqual([
    'electricity [kW]',
    'irradiance_direct [kW/m²]',
    'irradiance_diffuse [kW/m²]',
    'temperature [°C]',
  ]);
  expect(recording.columns[0]?.capacityKW).toBe(1);
  const clock = clockOf(recording);
  expect([clock.length, clock[0], clock.at(-1)]).toEqual([8760, '2019-01-01 00:00', '2019-12-31 23:00']);
  expectMeans(recording, {
    electricity: [8760, 0.20186015981735164],
    irradiance_direct: [8760, 0.20484942922374333],
    irradiance_diffuse: [8760, 0.051992922374429144],
    temperature: [8760, 17.95149337899542],
  });
});

onSample(
  'entsoe_load_old_gui_FI_2021.csv',
  'a year of load loses its empty row and keeps its repeated hour',
  (path) => {
    const { read } = readIn(path);
    const recording = read();
    expect(recording).toMatchObject({
      zone: { kind: 'civil', name: 'Europe/Brussels' },
      label: { kind: 'start' },
      stepMinutes: 60,
      warnings: [],
    });
    const clock = clockOf(recording);
    expect([clock.length, clock[0], clock.at(-1)]).toEqual([8760, '2021-01-01 00:00', '2021-12-31 23:00']);
    expect(clock).not.toContain('2021-03-28 02:00');
    expect(clock.filter((reading) => reading === '2021-10-31 02:00')).toHaveLength(2);
    expect(recording.columns.every(({ quantity, unit }) => quantity === 'power' && unit === 'MW')).toBe(true);
    expectMeans(recording, {
      'Day-ahead Total Load Forecast - BZN|FI': [8760, 9625.115753424658],
      'Actual Total Load - BZN|FI': [8760, 9669.745091324201],
    });
  },
);

onSample('opsd_time_series_60min_DE_head3000.csv', 'capacity factors above 1 are read and told', (path) => {
  const { read } = readIn(path);
  const recording = read();
  expect(recording).toMatchObject({ zone: { kind: 'offset', minutes: 0 }, label: { kind: 'start' }, stepMinutes: 60 });
  const clock = clockOf(recording);
  expect([clock.length, clock[0], clock.at(-1)]).toEqual([2999, '2017-01-01 01:00', '2017-05-05 23:00']);
  expectMeans(recording, {
    DE_wind_capacity: [2999, 37881.3747915972],
    DE_wind_generation_actual: [2999, 12273.00433477826],
    DE_wind_profile: [2999, 0.3239721240413475],
    DE_wind_offshore_profile: [2999, 0.7777789263087692],
    DE_wind_onshore_profile: [2999, 0.2884358786262088],
  });
  expect(recording.warnings.map(({ message, line }) => [message.split(';')[0], line])).toEqual([
    ['DE_wind_profile: maximum 1.0004: a capacity factor above 1', 1833],
    ['DE_wind_offshore_profile: maximum 1.5: a capacity factor above 1', 897],
  ]);
});

onSample('cams_radiation_1min.csv', 'minutes of irradiation are intervals in UTC', (path) => {
  const { read, text } = readIn(path);
  const recording = read();
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 1,
    site: { latitudeDeg: 55.7906, longitudeDeg: 12.5251, elevationM: 39 },
  });
  expect(clockOf(recording)).toEqual(['2020-06-01 12:00', '2020-06-01 12:01', '2020-06-01 12:02', '2020-06-01 12:03']);
  expect(text.split('\n').filter((line) => line.startsWith('2020-'))).toHaveLength(4);
  expect(recording.columns.find(({ name }) => name === 'GHI')).toMatchObject({ unit: 'Wh/m²', irradiance: 'global' });
  expectMeans(recording, { TOA: [4, 18.05245], GHI: [4, 13.574825], BHI: [4, 11.690125], BNI: [4, 14.29015] });
});

onSample(
  'solaranywhere_latin1.csv',
  'stamps that are no clear day or month are asked for, then read as ends',
  (path) => {
    const { read, text } = readIn(path);
    expect(text).toContain('Clean Power Research®');
    expect(faultsOf(utilityFormat, text)).toEqual([
      expect.stringContaining('the option --dates day-first|month-first'),
    ]);
    const recording = read({ dates: 'month-first' });
    // The column of stamps in GMT is taken, not the one in local standard time.
    expect(recording).toMatchObject({ zone: { kind: 'offset', minutes: 0 }, label: { kind: 'end' }, stepMinutes: 5 });
    const clock = clockOf(recording);
    expect([clock.length, clock[0], clock.at(-1)]).toEqual([576, '2021-01-01 05:05', '2021-01-03 05:00']);
    const unitOf = (name: string) => recording.columns.find((column) => column.name === name)?.unit;
    expect(unitOf('Global Horizontal Irradiance (GHI)')).toBe('W/m²');
    expect(unitOf('AmbientTemperature')).toBe('°C');
    expect(unitOf('WindSpeed')).toBe('m/s');
    expectMeans(recording, {
      'Global Horizontal Irradiance (GHI)': [576, 38.473958333333336],
      'Direct Normal Irradiance (DNI)': [576, 20.47222222222222],
      'Diffuse Horizontal Irradiance (DIF)': [576, 32.68055555555556],
      AmbientTemperature: [576, -1.0850694444444444],
      WindSpeed: [576, 2.2065972222222223],
      'Particulate Matter 10 (µg/m3)': [576, 8.80833333333337],
    });
  },
);
