import { expect, test } from 'vitest';
import { entsoeNewFormat } from '../../../../src/profiles/formats/entsoe/new.ts';
import { entsoeOldFormat } from '../../../../src/profiles/formats/entsoe/old.ts';
import { clockOf, faultsOf, headsOf, openingOf, record, valuesOf } from '../recognised.ts';

const quoted = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');
const load = (...rows: readonly (readonly [string, string])[]) =>
  lines(
    quoted('MTU (CET/CEST)', 'Area', 'Actual Total Load (MW)'),
    ...rows.map(([interval, value]) => quoted(interval, 'BZN|MA', value)),
  );

const generation = lines(
  quoted('MTU (CET/CEST)', 'Area', 'Production Type', 'Generation (MW)'),
  quoted('01/02/2024 00:00:00 - 01/02/2024 00:15:00', 'BZN|FI', 'Solar', '0'),
  quoted('01/02/2024 00:00:00 - 01/02/2024 00:15:00', 'BZN|FI', 'Wind Onshore', '120.5'),
  quoted('01/02/2024 00:15:00 - 01/02/2024 00:30:00', 'BZN|FI', 'Wind Onshore', '121'),
  quoted('01/02/2024 00:15:00 - 01/02/2024 00:30:00', 'BZN|FI', 'Solar', 'n/e'),
);

test('rows of one production type each become columns, whatever their order', () => {
  const recording = record(entsoeNewFormat, generation);
  expect(recording).toMatchObject({
    zone: { kind: 'civil', name: 'Europe/Brussels' },
    label: { kind: 'start' },
    stepMinutes: 15,
  });
  expect(clockOf(recording)).toEqual(['2024-02-01 00:00', '2024-02-01 00:15']);
  expect(headsOf(recording)).toEqual([
    { name: 'Solar', quantity: 'power', unit: 'MW' },
    { name: 'Wind Onshore', quantity: 'power', unit: 'MW' },
  ]);
  expect(valuesOf(recording, 'Solar')).toEqual([0, Number.NaN]);
  expect(valuesOf(recording, 'Wind Onshore')).toEqual([120.5, 121]);
  expect(Array.from(recording.lines)).toEqual([2, 4]);
});

test('with several areas each series names its own', () => {
  const text = generation.replace('"BZN|FI","Solar","n/e"', '"BZN|SE","Solar","7"');
  expect(record(entsoeNewFormat, text).columns.map(({ name }) => name)).toEqual([
    'Solar, BZN|FI',
    'Wind Onshore, BZN|FI',
    'Solar, BZN|SE',
  ]);
});

test('load needs no production type; day and month are in that order', () => {
  const recording = record(
    entsoeNewFormat,
    load(['02/01/2024 00:00:00 - 02/01/2024 01:00:00', '5'], ['02/01/2024 01:00:00 - 02/01/2024 02:00:00', '6']),
  );
  expect(headsOf(recording)).toEqual([{ name: 'Actual Total Load', quantity: 'power', unit: 'MW' }]);
  expect(clockOf(recording)).toEqual(['2024-01-02 00:00', '2024-01-02 01:00']);
});

const october = (from: string, to: string) => `27/10/2024 ${from} - 27/10/2024 ${to}`;

test('the repeated hour is told apart by (CEST) and (CET), and put in order', () => {
  const recording = record(
    entsoeNewFormat,
    load(
      [october('03:00:00 (CET)', '04:00:00 (CET)'), '4'],
      [october('02:00:00 (CET)', '03:00:00 (CET)'), '3'],
      [october('02:00:00 (CEST)', '02:00:00 (CET)'), '2'],
      [october('01:00:00 (CEST)', '02:00:00 (CEST)'), '1'],
    ),
  );
  expect(clockOf(recording)).toEqual(['2024-10-27 01:00', '2024-10-27 02:00', '2024-10-27 02:00', '2024-10-27 03:00']);
  expect(valuesOf(recording, 'Actual Total Load')).toEqual([1, 2, 3, 4]);
  expect(recording.stepMinutes).toBe(60);
});

test('without names of the clock the repeated hour is in the order of its rows', () => {
  const recording = record(
    entsoeNewFormat,
    load(
      [october('01:00:00', '02:00:00'), '1'],
      [october('02:00:00', '03:00:00'), '2'],
      [october('02:00:00', '03:00:00'), '3'],
      [october('03:00:00', '04:00:00'), '4'],
    ),
  );
  expect(clockOf(recording)).toEqual(['2024-10-27 01:00', '2024-10-27 02:00', '2024-10-27 02:00', '2024-10-27 03:00']);
  expect(valuesOf(recording, 'Actual Total Load')).toEqual([1, 2, 3, 4]);
});

test('at the change to summer time an interval of an hour ends two hours later on the clock', () => {
  const recording = record(
    entsoeNewFormat,
    load(
      ['31/03/2024 01:00:00 (CET) - 31/03/2024 03:00:00 (CEST)', '1'],
      ['31/03/2024 03:00:00 (CEST) - 31/03/2024 04:00:00 (CEST)', '2'],
    ),
  );
  expect(recording.stepMinutes).toBe(60);
  expect(clockOf(recording)).toEqual(['2024-03-31 01:00', '2024-03-31 03:00']);
});

test('quarters about the changes of the clock follow each other, as users of the platform quote them', () => {
  const quarters = (...texts: readonly string[]) => load(...texts.map((text, at): [string, string] => [text, `${at}`]));
  const autumn = quarters(
    october('01:45:00 (CEST)', '02:00:00 (CEST)'),
    ...['00', '15', '30'].map((minute) => {
      const end = `${Number(minute) + 15}`;
      return october(`02:${minute}:00 (CEST)`, `02:${end}:00 (CEST)`);
    }),
    october('02:45:00 (CEST)', '02:00:00 (CET)'),
    october('02:00:00 (CET)', '02:15:00 (CET)'),
  );
  expect(clockOf(record(entsoeNewFormat, autumn)).map((clock) => clock.slice(11))).toEqual([
    ...['01:45', '02:00', '02:15', '02:30', '02:45', '02:00'],
  ]);
  const spring = quarters(
    '31/03/2024 01:15:00 - 31/03/2024 01:30:00',
    '31/03/2024 01:30:00 (CET) - 31/03/2024 01:45:00 (CET)',
    '31/03/2024 01:45:00 (CET) - 31/03/2024 03:00:00 (CEST)',
    '31/03/2024 03:00:00 - 31/03/2024 03:15:00',
  );
  const recording = record(entsoeNewFormat, spring);
  expect(clockOf(recording).map((clock) => clock.slice(11))).toEqual(['01:15', '01:30', '01:45', '03:00']);
  expect(recording.stepMinutes).toBe(15);
});

test('an empty row of the skipped hour is left out, and one with a value is a fault', () => {
  const rows = (value: string) =>
    load(
      ['31/03/2024 01:00:00 - 31/03/2024 02:00:00', '1'],
      ['31/03/2024 02:00:00 - 31/03/2024 03:00:00', value],
      ['31/03/2024 03:00:00 - 31/03/2024 04:00:00', '2'],
    );
  expect(valuesOf(record(entsoeNewFormat, rows('')), 'Actual Total Load')).toEqual([1, 2]);
  expect(faultsOf(entsoeNewFormat, rows('9'))[0]).toContain(
    'profile.bad-stamp 3:3 Actual Total Load: 9 in the hour that the clock skips',
  );
});

const price = (interval: string, sequence: string, value: string) =>
  quoted(interval, 'BZN|AT', sequence, value, '', '');
const priceHeader = quoted(
  'MTU (CET/CEST)',
  'Area',
  'Sequence',
  'Day-ahead Price (EUR/MWh)',
  'Intraday Period (CET/CEST)',
  'Intraday Price (EUR/MWh)',
);

test('prices of an hour hold for each of its quarters where another sequence has quarters', () => {
  const hour = '01/02/2025 00:00:00 - 01/02/2025 01:00:00';
  const quarters = ['00', '15', '30', '45'].map(
    (minute, index, all) =>
      `01/02/2025 00:${minute}:00 - 01/02/2025 0${index === 3 ? 1 : 0}:${all[(index + 1) % 4]}:00`,
  );
  const text = lines(
    priceHeader,
    price(hour, '1', '50'),
    ...quarters.map((quarter, index) => price(quarter, '2', String(10 * index - 5))),
  );
  const recording = record(entsoeNewFormat, text);
  expect(recording.stepMinutes).toBe(15);
  expect(headsOf(recording)).toEqual([
    { name: 'Sequence 1, Day-ahead Price', quantity: 'price', unit: 'EUR/MWh' },
    { name: 'Sequence 2, Day-ahead Price', quantity: 'price', unit: 'EUR/MWh' },
  ]);
  expect(valuesOf(recording, 'Sequence 1, Day-ahead Price')).toEqual([50, 50, 50, 50]);
  expect(valuesOf(recording, 'Sequence 2, Day-ahead Price')).toEqual([-5, 5, 15, 25]);
  expect(recording.warnings).toMatchObject([{ code: 'columns-skipped' }]);
});

test('lines that are quoted once more as a whole are read the same', () => {
  const wrapped = generation
    .split('\n')
    .map((line) => (line === '' ? '' : `"${line.replace(/^"([^"]*)"/, '$1').replaceAll('"', '""')}"`))
    .join('\n');
  expect(wrapped).toMatch(/^"MTU \(CET\/CEST\),""Area"",/);
  expect(record(entsoeNewFormat, wrapped)).toEqual(record(entsoeNewFormat, generation));
});

test('in UTC the stamps of October are each their own hour', () => {
  const text = load(
    ['27/10/2024 02:00:00 - 27/10/2024 03:00:00', '2'],
    ['27/10/2024 03:00:00 - 27/10/2024 04:00:00', '3'],
  );
  const recording = record(entsoeNewFormat, text.replace('(CET/CEST)', '(UTC)'));
  expect(recording.zone).toEqual({ kind: 'offset', minutes: 0 });
  expect(recording.clockMinutes).toHaveLength(2);
});

test.each([
  [
    'an interval twice',
    ['01/02/2024 00:00:00 - 01/02/2024 01:00:00', '01/02/2024 00:00:00 - 01/02/2024 01:00:00'],
    'profile.duplicate 3 MTU',
  ],
  [
    'overlapping intervals',
    ['01/02/2024 00:00:00 - 01/02/2024 01:00:00', '01/02/2024 00:30:00 - 01/02/2024 01:00:00'],
    'profile.duplicate 3 MTU: the same interval of the same series as line 2',
  ],
  [
    'a third hour in October',
    Array<string>(3).fill(october('02:00:00', '03:00:00')),
    'profile.duplicate 4 MTU: the same interval of the same series as line 3',
  ],
  ['winter time in summer', ['01/07/2024 00:00:00 (CET) - 01/07/2024 01:00:00 (CET)'], 'profile.bad-stamp 2:1'],
  ['an interval of two hours', ['01/02/2024 00:00:00 - 01/02/2024 02:00:00'], 'profile.bad-stamp 2:1'],
  ['an interval off its grid', ['01/02/2024 00:10:00 - 01/02/2024 00:25:00'], 'profile.bad-stamp 2:1'],
])('%s is refused', (_, intervals, fault) => {
  const faults = faultsOf(entsoeNewFormat, load(...intervals.map((interval) => [interval, '1'] as const)));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test('the two layouts are told apart by their dates', () => {
  expect(entsoeOldFormat.recognises(openingOf(generation))).toBe(false);
  expect(entsoeNewFormat.recognises(openingOf(generation.replaceAll('01/02/2024', '01.02.2024')))).toBe(false);
});
