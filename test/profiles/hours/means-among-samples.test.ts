/** Files whose radiation is the mean of the hour before the stamp, beside samples at the stamp: each has its own hours. */
import { describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import type { PhotovoltaicPlant } from '../../../src/profiles/conversion/plant-options.ts';
import { inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import type { ReadingOptions } from '../../../src/profiles/questions/reading-options.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { hoursOfYear, stampOfHour } from '../../../src/time.ts';

const YEAR = 2019;
const hours = Array.from({ length: hoursOfYear(YEAR) }, (_, hour) => hour);
/** At the stamp. */
const celsius = (hour: number) => (hour % 24) / 2;
/** Of the hour before the stamp: light from 06:00 to 18:00, most at noon. */
const light = (stamp: number) => 1000 * Math.max(0, Math.sin(((((stamp + 23) % 24) + 0.5 - 6) / 12) * Math.PI));

const openMeteo = (isMixed: boolean) =>
  Buffer.from(
    [
      'latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation',
      '33.5,0,27.0,0,GMT,GMT',
      '',
      `time,temperature_2m (°C)${isMixed ? ',shortwave_radiation (W/m²),diffuse_radiation (W/m²)' : ''}`,
      ...hours.map((hour) => {
        const radiation = `,${light(hour)},${light(hour) / 2}`;
        return `${stampOfHour(YEAR, hour).slice(0, 16)},${celsius(hour)}${isMixed ? radiation : ''}`;
      }),
      '',
    ].join('\n'),
  );
const era5 = Buffer.from(
  [
    'valid_time,t2m,ssrd,latitude,longitude',
    ...hours.map((hour) => {
      const stamp = stampOfHour(YEAR, hour).replace('T', ' ').slice(0, 16);
      return `${stamp}:00,${celsius(hour) + 273.15},${light(hour) * 3600},33.5,0`;
    }),
    '',
  ].join('\n'),
);

const plant: PhotovoltaicPlant = {
  kind: 'photovoltaic',
  mounting: { kind: 'fixed', tiltDeg: 30, azimuthDeg: 180 },
};
const solar = (bytes: Buffer, options: ReadingOptions = {}) =>
  parseProfile(bytes, 'light.csv', { columns: [{ unit: 'capacityFactor' }], options: { plant, ...options } });
const temperature = (bytes: Buffer) =>
  parseProfile(bytes, 'air.csv', { columns: [{ unit: 'temperatureC' }], options: {} }).columns[0]!.values;

describe('Open-Meteo', () => {
  test('temperature is the same, hour by hour to the last of the year, with radiation beside it or without', () => {
    expect(temperature(openMeteo(true))).toEqual(Float64Array.from(hours, celsius));
    expect(temperature(openMeteo(false))).toEqual(Float64Array.from(hours, celsius));
  });

  test('radiation stands an hour before its stamp: the last hour lacks, and comes from the other end with wrap', () => {
    expect(() => solar(openMeteo(true))).toThrow(ProfileError);
    const { columns, provenance } = solar(openMeteo(true), { wrap: true });
    const { values } = columns[0]!;
    const [morning, evening] = [values.subarray(6, 12), values.subarray(12, 18)].map((half) =>
      half.reduce((sum, value) => sum + value, 0),
    );
    expect(values[5]).toBe(0);
    expect(values[6]).toBeGreaterThan(0);
    expect(values[18]).toBe(0);
    // At longitude 0 the sun of 1 January is four minutes late; a day warmer towards its end gives a little less.
    expect(morning! / evening!).toBeGreaterThan(0.98);
    expect(morning! / evening!).toBeLessThan(1.06);
    expect(provenance!.columns[0]!.transformations.join('\n')).toContain('30 minutes into each hour');
    expect(
      provenance!.columns[0]!.filled.filter(({ method }) => method === 'wrap').map(({ column }) => column),
    ).toEqual(['shortwave_radiation', 'diffuse_radiation']);
  });
});

test('sums of ERA5 are light of the middle of their hour, not of the stamp', () => {
  const told = (error: unknown) => (error instanceof ProfileError ? error.issues.map(({ where }) => where) : error);
  let refused: unknown;
  try {
    solar(era5);
  } catch (error) {
    refused = told(error);
  }
  expect(refused).toEqual(['rows']);
  const { provenance } = solar(era5, { wrap: true });
  expect(provenance!.columns[0]!.transformations.join('\n')).toContain('30 minutes into each hour');
});

test('an inspection says which columns are means of the time before the stamp, and shows them on their hours', () => {
  const { label, columns, warnings } = inspectProfile(openMeteo(true), 'mixed.csv');
  expect(label).toBe('sample');
  expect(columns.map((column) => [column.name, column.label])).toEqual([
    ['temperature_2m', undefined],
    ['shortwave_radiation', 'end'],
    ['diffuse_radiation', 'end'],
  ]);
  const byHour = columns[1]!.hourOfDayMeans;
  expect(byHour[5]).toBe(0);
  expect(byHour[6]).toBeGreaterThan(0);
  expect(byHour[17]).toBeGreaterThan(0);
  expect(byHour[18]).toBe(0);
  expect(warnings.map(({ code }) => code)).not.toContain('sun-out-of-place');
});
