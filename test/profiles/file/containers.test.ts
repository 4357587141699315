/** Packed files, workbooks, Parquet and JSON come to what the CSV of the same source comes to, within bounds. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { type InspectionAnswers, inspectPacked, inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { stampedTableToParquet } from '../../../src/results/hours/schedule-parquet.ts';

const hours = Array.from({ length: 48 }, (_, hour) => new Date(Date.UTC(2021, 0, 13, hour)));
/** Three digits behind the point, beside whole hundreds: as text it would be asked about. */
const loads = hours.map((_, at) => (at === 20 ? 1.004 : 100 + at));
const two = (value: number) => `${value}`.padStart(2, '0');
const csv = `Time (UTC);Load [MW]\n${hours.map((hour, at) => `${hour.toISOString().slice(0, 16)};${loads[at]!.toFixed(4)}`).join('\n')}\n`;

/** Megabytes of zeros are packed once. */
const deflated = new WeakMap<Buffer, Buffer>();

/** A zip of some files. */
function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  let offset = 0;
  const parts = Object.entries(files).map(([name, content]) => {
    const packed = deflated.get(content) ?? deflateRawSync(content, { level: 1 });
    deflated.set(content, packed);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, label, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    offset += local.length;
    return { local, entry: Buffer.concat([Buffer.from('504b01021400', 'hex'), common, place, label]) };
  });
  const directory = Buffer.concat(parts.map(({ entry }) => entry));
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts.map(({ local }) => local), directory, end]);
}

const xlsx = (names: readonly string[]) =>
  writeXlsx({
    sheets: names.map((name) => ({
      name,
      rows: [['Time (UTC)', 'Load [MW]'], ...hours.map((hour, at) => [hour, loads[at]!])],
    })),
  });
const parquet = () => stampedTableToParquet(hours, [{ name: 'Load [MW]', values: Float64Array.from(loads) }]);
const records = () =>
  Buffer.from(JSON.stringify(hours.map((hour, at) => ({ 'Time (UTC)': hour, 'Load [MW]': loads[at] }))));

const seen = (bytes: Uint8Array, answers: InspectionAnswers = {}) =>
  inspectPacked(bytes, 'a', { label: 'start', ...answers });
const refusalOf = async (bytes: Uint8Array, answers: InspectionAnswers = {}) => {
  const error = await seen(bytes, answers).catch((reason: unknown) => reason);
  if (!(error instanceof ProfileError)) throw error;
  return error.issues.map(({ problem, expected }) => `${problem} → ${expected}`)[0]!;
};

const { why: _, ...plain } = inspectProfile(Buffer.from(csv), 'a', { label: 'start' });

test.each([
  ['gzip', () => gzipSync(csv)],
  ['gzip in gzip', () => gzipSync(gzipSync(csv))],
  ['zip', () => zip({ 'year/load.csv': Buffer.from(csv), 'readme.md': Buffer.from('words') })],
  ['a workbook', () => xlsx(['Load'])],
  ['a workbook in a zip', async () => zip({ 'load.xlsx': Buffer.from(await xlsx(['Load'])) })],
  ['Parquet', parquet],
  ['records of JSON', records],
  [
    'a record of JSON a line',
    () =>
      Buffer.from(
        JSON.parse(records().toString())
          .map((one: object) => JSON.stringify(one))
          .join('\n'),
      ),
  ],
])('%s holds what its text holds', async (_name, bytes) => {
  const { why, ...inspection } = await seen(await bytes());
  expect(inspection).toEqual(plain);
  expect(plain).toMatchObject({ zone: 'UTC', rows: 48, columns: [{ name: 'Load', unit: 'MW', min: 1.004, max: 147 }] });
  expect(why).toMatch(/gzip|archive|workbook|Parquet|JSON/);
});

test('of several sheets or files one is asked for by name', async () => {
  const workbook = await xlsx(['Load', 'Sun 2021']);
  expect((await seen(workbook)).questions).toMatchObject([
    { code: 'part', options: ['--part Load', '--part Sun 2021'] },
  ]);
  expect(await seen(workbook, { part: 'Sun 2021' })).toMatchObject({ rows: 48, faults: [] });
  expect(await refusalOf(workbook, { part: 'Wind' })).toBe('no part "Wind" → one of: "Load", "Sun 2021"');
  const archive = zip({ 'a.csv': Buffer.from(csv), 'b.csv': Buffer.from(csv) });
  expect((await seen(archive)).questions).toMatchObject([{ options: ['--part a.csv', '--part b.csv'] }]);
  expect(await seen(archive, { part: 'b.csv' })).toMatchObject({ rows: 48 });
});

test('a file that unpacks to more than any profile has, or is cut off, is refused before it takes the memory', async () => {
  const bomb = Buffer.alloc(97 * 1024 * 1024);
  expect(await refusalOf(gzipSync(bomb, { level: 1 }))).toMatch(/^gzip: /);
  expect(await refusalOf(zip({ 'a.csv': bomb }))).toMatch(/^zip: "a.csv"/);
  expect(await refusalOf(gzipSync(gzipSync(gzipSync(gzipSync(csv)))))).toMatch(/^archives in archives/);
  for (const bytes of [
    gzipSync(csv),
    zip({ 'a.csv': Buffer.from(csv) }),
    Buffer.from(await xlsx(['Load'])),
    Buffer.from(parquet()),
  ]) {
    for (const length of [bytes.length >> 1, bytes.length - 5]) {
      expect(await refusalOf(bytes.subarray(0, length))).toMatch(/→/);
    }
  }
});

test('what repeats in a small file is refused before it takes the memory of all that it stands for', async () => {
  const told = (count: number) => new RegExp(`^${count} columns, more than the \\d+ that are read →`);
  const ofOwnName = Array.from({ length: 3000 }, (_, at) => ({ [`a${at}`]: 1 }));
  expect(await refusalOf(Buffer.from(JSON.stringify(ofOwnName)))).toMatch(told(3000));
  const hourly = {
    time: ['2021-01-13T00:00'],
    ...Object.assign({}, ...ofOwnName.map((one) => ({ [Object.keys(one)[0]!]: [] }))),
  };
  expect(await refusalOf(Buffer.from(JSON.stringify({ utc_offset_seconds: 0, hourly })))).toMatch(told(3000));
  const letters = new Array<string>(10_500).fill('y'.repeat(10_000));
  const shared = parquetWriteBuffer({ columnData: [{ name: 'a', data: letters, type: 'STRING' }] });
  expect(shared.byteLength).toBeLessThan(10_000);
  expect(await refusalOf(new Uint8Array(shared))).toMatch(/bytes, more than/);
  const plain = new Uint8Array(
    parquetWriteBuffer({ columnData: [{ name: 'a', data: new Int32Array(1000).fill(7), type: 'INT32' }] }),
  );
  // 1,000 as its page says, made 8,191: two bytes again.
  const said = Buffer.from(plain).indexOf(Buffer.from([0xd0, 0x0f]));
  plain.set([0xfe, 0x7f], said);
  expect(await refusalOf(plain)).toMatch(/a page that says it holds more values than its group has rows/);
  const far = zip({ 'xl/workbook.xml': Buffer.alloc(9), 'xl/a.xml': Buffer.from(`<row r="9"><c\nr = 'XFD99999'>`) });
  expect(await refusalOf(far)).toMatch(/^a workbook: cells that span 99999 rows of 16384 columns →/);
  const hidden = zip({ 'xl/workbook.xml': Buffer.alloc(9), 'xl/a.xml': Buffer.from('<c r="&#88;FD99999">') });
  expect(await refusalOf(hidden)).toMatch(/entities/);
  const third = Buffer.alloc(33 * 1024 * 1024);
  const many = Object.fromEntries(Array.from({ length: 3 }, (_, at) => [`xl/${at}`, third]));
  expect(await refusalOf(zip({ 'xl/workbook.xml': Buffer.alloc(9), ...many }))).toMatch(/bytes, more than/);
});

test('NetCDF and HDF5 are refused with the way to a CSV', async () => {
  for (const mark of ['CDF\u0001', '\u0089HDF\r\n\u001a\n']) {
    expect(await refusalOf(Buffer.from(`${mark}rest`, 'latin1'))).toContain('to_csv("point.csv")');
  }
});

const location = { latitude: 33.37, longitude: -7.58, elevation: 200 };
const compact = (date: Date, minute: number) =>
  `${date.toISOString().slice(0, 10).replaceAll('-', '')}:${two(date.getUTCHours())}${two(minute)}`;

test('JSON of PVGIS is read as its CSV: light on its plane, power of its nameplate, samples at their minute', async () => {
  const document = {
    inputs: {
      location,
      meteo_data: { radiation_db: 'PVGIS-SARAH2' },
      mounting_system: { fixed: { slope: { value: 30 }, azimuth: { value: 0 } } },
      pv_module: { technology: 'c-Si', peak_power: 2, system_loss: 14 },
    },
    outputs: {
      hourly: hours.map((hour, at) => ({
        time: compact(hour, 10),
        P: 10 * at,
        'G(i)': at,
        H_sun: 0,
        T2m: 9.1,
        WS10m: 2,
        Int: 0,
      })),
    },
  };
  const inspection = await inspectPacked(Buffer.from(JSON.stringify(document)), 'a');
  expect(inspection).toMatchObject({
    format: 'pvgis-hourly',
    label: 'sample',
    sampleMinutes: 10,
    site: { latitudeDeg: 33.37, longitudeDeg: -7.58, elevationM: 200 },
    plane: { tiltDeg: 30, azimuthDeg: 180 },
  });
  expect(inspection.columns[0]).toMatchObject({ name: 'P', unit: 'W', capacityKW: 2, max: 470 });
  const typical = {
    inputs: { location: { ...location, irradiance_time_offset: 0.1761 } },
    outputs: {
      tmy_hourly: hours.map((hour, at) => ({
        'time(UTC)': compact(hour, 0),
        T2m: 9.1,
        RH: 90,
        'G(h)': at,
        'Gb(n)': 0,
        'Gd(h)': 0,
        'IR(h)': 280,
        WS10m: 1,
        WD10m: 90,
        SP: 99_000,
      })),
    },
  };
  expect(await inspectPacked(Buffer.from(JSON.stringify(typical)), 'a')).toMatchObject({
    format: 'pvgis-tmy',
    typicalYear: true,
  });
});

test('JSON of Open-Meteo is read as its CSV, its null a missing hour, its light of the hour before each stamp', async () => {
  const place = {
    ...location,
    ...{ utc_offset_seconds: 3600, timezone: 'Europe/Berlin', timezone_abbreviation: 'GMT+1' },
    hourly_units: { time: 'iso8601', wind_speed_10m: 'km/h', shortwave_radiation: 'W/m²' },
    hourly: {
      time: hours.map((hour) => hour.toISOString().slice(0, 16)),
      wind_speed_10m: loads,
      shortwave_radiation: hours.map((_hour, at) => (at === 30 ? null : at)),
    },
  };
  const inspection = await inspectPacked(Buffer.from(JSON.stringify(place)), 'a');
  expect(inspection).toMatchObject({ format: 'open-meteo', zone: 'UTC+01:00', firstHour: '2021-01-12T23:00Z' });
  expect(inspection.columns).toMatchObject([
    { name: 'wind_speed_10m', unit: 'km/h', max: 147 },
    { name: 'shortwave_radiation', unit: 'W/m²', label: 'end', missingHours: 1 },
  ]);
  expect(await refusalOf(Buffer.from(JSON.stringify([place, place])))).toContain('several locations in one file');
});

test('JSON of no known source is text of no known format', async () => {
  for (const document of ['[{"a":1}]', '{"type":"Feature"}', '{ not json', '[1,2,3]', '{}']) {
    expect(await refusalOf(Buffer.from(document))).toMatch(/^begins /);
  }
});
