import { describe, expect, test } from 'vitest';
import { era5PointFormat } from '../../../src/profiles/formats/era5-point.ts';
import { column, reading, recognises, recorded, refusal, stampsOf, valuesOf } from './reading.ts';

const download = [
  'valid_time,u100,v100,t2m,sp,ssrd,latitude,longitude',
  '2020-06-01 10:00:00,3.0,-4.0,295.15,99870.0,1800000.0,33.25,-7.5',
  '2020-06-01 11:00:00,-6.0,8.0,296.15,99860.0,2700000.0,33.25,-7.5',
  '2020-06-01 12:00:00,0.0,,297.15,99850.0,3240000.0,33.25,-7.5',
];
const dump = [
  ',time,latitude,longitude,expver,u10,v10,u10n,v10n,u100,v100,t2m',
  '0,2020-06-01T10:00:00.000000000,33.25,-7.5,0001,1.5,2.0,9,0,3.0,-4.0,295.15',
  '1,2020-06-01T11:00:00.000000000,33.25,-7.5,0001,1.2e-05,0.0,9,0,-6.0,8.0,296.15',
];
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('a point of ERA5', () => {
  test('is in UTC, with samples at the full hour', () => {
    expect(recorded(era5PointFormat, text(download))).toMatchObject({
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: 0 },
      stepMinutes: 60,
      isTypicalYear: false,
      site: { latitudeDeg: 33.25, longitudeDeg: -7.5 },
    });
  });

  test('has wind as components, of which the speed is the length', () => {
    const recording = recorded(era5PointFormat, text(download));
    expect(valuesOf(recording, 'wind_speed_100m')).toEqual([5, 10, Number.NaN]);
    expect(column(recording, 'wind_speed_100m')).toMatchObject({ quantity: 'windSpeed', unit: 'm/s', heightM: 100 });
    expect(recording.columns.map(({ name }) => name)).toEqual(['wind_speed_100m', 't2m', 'sp', 'ssrd']);
  });

  test('keeps kelvin and pascal', () => {
    const recording = recorded(era5PointFormat, text(download));
    expect(column(recording, 't2m')).toMatchObject({ quantity: 'temperature', unit: 'K', heightM: 2 });
    expect(valuesOf(recording, 't2m')[0]).toBe(295.15);
    expect(column(recording, 'sp')).toMatchObject({ quantity: 'pressure', unit: 'Pa' });
  });

  test('sums radiation over the hour before the stamp, among samples at the stamp', () => {
    const recording = recorded(era5PointFormat, text(download));
    const light = { quantity: 'irradiance', irradiance: 'global', unit: 'J/m²', label: { kind: 'end' } };
    expect(column(recording, 'ssrd')).toMatchObject(light);
    expect(column(recording, 't2m').label).toBeUndefined();
    expect(valuesOf(recording, 'ssrd')).toEqual([1_800_000, 2_700_000, 3_240_000]);
    expect(recording.warnings).toMatchObject([{ code: 'accumulated-hour-before', line: 4 }]);
  });

  test('of the land model sums since midnight, which no hour of sunshine can reach', () => {
    const { faults } = reading(era5PointFormat, text(download).replace('2700000.0', '15700000.0'));
    expect(faults).toMatchObject([{ code: 'profile.out-of-range', where: 'ssrd', line: 3, column: 6 }]);
  });

  test('reads a table written from a data set, with row numbers and versions', () => {
    const recording = recorded(era5PointFormat, text(dump));
    expect(stampsOf(recording)).toEqual(['2020-06-01T10:00', '2020-06-01T11:00']);
    expect(recording.columns.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['wind_speed_10m', 'windSpeed'],
      ['wind_speed_10m_neutral', 'other'],
      ['wind_speed_100m', 'windSpeed'],
      ['t2m', 'temperature'],
    ]);
    expect(valuesOf(recording, 'wind_speed_10m')).toEqual([2.5, 1.2e-5]);
    expect(recording.warnings).toEqual([]);
  });

  test('names each fault with its line', () => {
    const moved = text(dump).replace('1,2020-06-01T11:00:00.000000000,33.25', '1,2020-06-01T11:00:00.000000000,33.5');
    expect(reading(era5PointFormat, moved).faults).toMatchObject([
      { code: 'profile.bad-row', where: 'latitude', line: 3, column: 3, problem: 'latitude 33.5 after 33.25' },
    ]);
    const broken = text(download)
      .replace('v100', 'w100')
      .replace('12:00:00', '12:00:00+01:00')
      .replace('295.15', '22 C');
    expect(reading(era5PointFormat, broken).faults).toMatchObject([
      { code: 'profile.bad-number', where: 't2m', line: 2, column: 4 },
      { code: 'profile.bad-stamp', where: 'valid_time', line: 4, column: 1 },
      { code: 'profile.missing-column', where: 'v100', line: 1, problem: 'u100 is here, v100 is not' },
    ]);
    expect(refusal(era5PointFormat, `${download[0]}\n`)).toMatchObject([{ code: 'profile.wrong-length' }]);
  });

  test('is known by its time and at least one of its variables', () => {
    const texts = [text(download), text(dump), 'time,local_time,electricity\n', 'valid_time,load\n', 'u100,v100\n'];
    expect(texts.map((other) => recognises(era5PointFormat, other))).toEqual([true, true, false, false, false]);
  });
});
