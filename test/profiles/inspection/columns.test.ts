import { expect, test } from 'vitest';
import { inspectRecording } from '../../../src/profiles/inspection/inspect-recording.ts';
import type { RecordedColumn, Recording } from '../../../src/profiles/recording/recording.ts';
import { column, recording, stampsFrom } from './recordings.ts';

const year = (at: (hour: number) => number) => Float64Array.from({ length: 8760 }, (_, hour) => at(hour));
const stamps = stampsFrom('2019-01-01T00:00', 8760);
const inspect = (columns: RecordedColumn[], parts: Partial<Recording> = {}) =>
  inspectRecording({ file: 'made.csv', format: 'made', recording: recording(stamps, columns, parts) });
const warningsOf = (made: RecordedColumn, parts: Partial<Recording> = {}) => inspect([made], parts).warnings;

test('a capacity factor above 1 is told with its size, its rows and its line', () => {
  const values = year(() => 0.3);
  values.set([1.2732, 1.0004], 40);
  expect(warningsOf(column(values))).toEqual([
    {
      code: 'capacity-factor-above-one',
      message: 'wind: maximum 1.2732: a capacity factor above 1, in 2 rows',
      line: 42,
      column: 'wind',
    },
  ]);
});

test('what the format says of the same cell is not said again', () => {
  const values = year(() => 0.3);
  values[40] = 1.5;
  const own = { code: 'capacity-factor-above-one', message: 'the output of new plant', line: 42 };
  expect(warningsOf(column(values), { warnings: [own] })).toEqual([own]);
});

test('capacity factors up to 98 look like per cent, and per cent up to 98 are fine', () => {
  const values = year((hour) => hour % 99);
  expect(warningsOf(column(values))[0]).toMatchObject({ code: 'per-cent' });
  expect(warningsOf(column(values, { unit: '%' }))).toEqual([]);
});

test('power above the nameplate and below zero is told', () => {
  const power = column(
    year((hour) => (hour === 3 ? 2100 : hour === 5 ? -4 : 900)),
    {
      ...{ name: 'P', quantity: 'power', unit: 'W', capacityKW: 2 },
    },
  );
  expect(warningsOf(power).map(({ message, line }) => [message, line])).toEqual([
    ['P: maximum 2,100 W: 1.05 times the nameplate of 2 kW', 5],
    ['P: 1 row is below 0, the least −4: what a plant draws at night, or a mark for missing values', 7],
  ]);
});

test('-999 is a mark for missing values, and temperatures below zero are weather', () => {
  const speed = column(
    year((hour) => (hour === 0 ? -999 : 7)),
    { quantity: 'windSpeed', unit: 'm/s' },
  );
  expect(warningsOf(speed)[0]).toMatchObject({ code: 'missing-mark', line: 2 });
  const frost = column(
    year((hour) => (hour % 30) - 12),
    { quantity: 'temperature', unit: '°C' },
  );
  expect(warningsOf(frost)).toEqual([]);
  frost.values[7] = -7999;
  expect(warningsOf(frost)).toMatchObject([{ code: 'too-cold', line: 9 }]);
  const kelvin = column(
    year((hour) => 280 + (hour % 20)),
    { quantity: 'temperature', unit: '°C' },
  );
  expect(warningsOf(kelvin)[0]).toMatchObject({ code: 'too-hot' });
});

test('one number all year is no weather; a price may well be', () => {
  expect(warningsOf(column(year(() => 0.4)))[0]).toMatchObject({ code: 'constant' });
  expect(
    warningsOf(
      column(
        year(() => 60),
        { quantity: 'price', unit: 'EUR/MWh' },
      ),
    ),
  ).toEqual([]);
  expect(warningsOf(column(year(() => Number.NaN)))).toEqual([
    { code: 'no-values', message: 'wind: not one value', column: 'wind' },
  ]);
});

test('months, hours of the day and weeks are means over their hours', () => {
  // 1 in January and 0 else; then 1 at 18:00 and 0 else.
  const [january, evening] = inspect([
    column(year((hour) => (hour < 744 ? 1 : 0))),
    column(year((hour) => (hour % 24 === 18 ? 1 : 0))),
  ]).columns;
  expect(january!.monthlyMeans).toEqual([1, ...new Array(11).fill(0)]);
  expect(evening!.hourOfDayMeans).toEqual(Array.from({ length: 24 }, (_, hour) => (hour === 18 ? 1 : 0)));
  expect(january!.weeklyMeans.slice(0, 4)).toEqual([1, 1, 1, 1]);
  // 72 of the 168 hours of the fifth week are January's.
  expect(january!.weeklyMeans[4]).toBeCloseTo(72 / 168, 12);
  expect(january!.weeklyMeans).toHaveLength(52);
});

test('a sun that stands highest two hours after noon at the site is a wrong zone or label', () => {
  const sun = (noon: number) =>
    column(
      year((hour) => Math.max(0, Math.cos(((hour % 24) + 0.5 - noon) * (Math.PI / 12)))),
      {
        ...{ name: 'GHI', quantity: 'irradiance', irradiance: 'global', unit: 'W/m²' },
      },
    );
  const site = { latitudeDeg: 33, longitudeDeg: -7.5 };
  // At 7.5° W the sun stands highest at 12:30 UTC.
  expect(warningsOf(sun(12.5), { site })).toEqual([]);
  expect(warningsOf(sun(14.5), { site })).toEqual([
    {
      code: 'sun-out-of-place',
      message:
        'GHI: the middle of its days is 2 hours after the sun stands highest at the site: zone or label may be wrong',
      column: 'GHI',
    },
  ]);
  // In the Pacific the same clock time is night: days are not cut at midnight.
  expect(warningsOf(sun(0), { site: { latitudeDeg: 0, longitudeDeg: 179.9 } })).toEqual([]);
});

test('units and nameplates that nobody states are asked for', () => {
  const { questions } = inspect([
    column(
      year((hour) => hour % 5),
      { name: 'Valeur', quantity: 'power', unit: undefined },
    ),
    column(
      year((hour) => hour % 5),
      { name: 'Zone 1', quantity: 'power', unit: 'kW' },
    ),
  ]);
  expect(questions).toEqual([
    { code: 'unit', question: 'In which unit is Valeur?', options: expect.arrayContaining(['--unit MW', '--unit kW']) },
    {
      code: 'capacity',
      question: 'What is the nameplate behind Valeur, Zone 1? Capacity factors need it, a load does not.',
      options: ['--capacity <MW>'],
    },
  ]);
});

test('where nothing is known for what it is, the unit is asked for; beside known columns it is not', () => {
  const open = column(
    year((hour) => hour % 5),
    { name: 'Valeur', quantity: 'other', unit: undefined },
  );
  expect(inspect([open]).questions.map(({ code }) => code)).toEqual(['unit']);
  expect(inspect([open, column(year((hour) => (hour % 5) / 5))]).questions).toEqual([]);
});
