import { expect, test } from 'vitest';
import { entsoeOldFormat } from '../../../../src/profiles/formats/entsoe/old.ts';
import { clockOf, faultsOf, headsOf, record, valuesOf } from '../recognised.ts';

const quoted = (...cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
const header = quoted('Area', 'MTU', 'Biomass  - Actual Aggregated [MW]', 'Wind Onshore  - Actual Aggregated [MW]');
const row = (from: string, to: string, ...values: readonly string[]) =>
  quoted('BZN|FI', `${from} - ${to} (CET/CEST)`, ...values);
const spring = [
  header,
  row('28.03.2021 01:00', '28.03.2021 02:00', '770', '100.5'),
  row('28.03.2021 02:00', '28.03.2021 03:00', '', ''),
  row('28.03.2021 03:00', '28.03.2021 04:00', 'n/e', '-'),
  row('28.03.2021 04:00', '28.03.2021 05:00', 'N/A', '101'),
  '',
].join('\n');

test('generation is MW from the start of each interval, in Central European time, with n/e, - and N/A missing', () => {
  const recording = record(entsoeOldFormat, spring);
  expect(recording).toMatchObject({
    zone: { kind: 'civil', name: 'Europe/Brussels' },
    label: { kind: 'start' },
    stepMinutes: 60,
    warnings: [],
  });
  expect(headsOf(recording)).toEqual([
    { name: 'Biomass - Actual Aggregated', quantity: 'power', unit: 'MW' },
    { name: 'Wind Onshore - Actual Aggregated', quantity: 'power', unit: 'MW' },
  ]);
  expect(valuesOf(recording, 'Biomass - Actual Aggregated')).toEqual([770, Number.NaN, Number.NaN]);
  expect(valuesOf(recording, 'Wind Onshore - Actual Aggregated')).toEqual([100.5, Number.NaN, 101]);
});

test('the empty row of the hour that the clock skips is left out, and lines are still those of the file', () => {
  const recording = record(entsoeOldFormat, spring);
  expect(clockOf(recording)).toEqual(['2021-03-28 01:00', '2021-03-28 03:00', '2021-03-28 04:00']);
  expect(Array.from(recording.lines)).toEqual([2, 4, 5]);
});

test('a value in the skipped hour is a fault with its line and column', () => {
  const faults = faultsOf(entsoeOldFormat, spring.replace('"",""', '"","99"'));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(
    'profile.bad-stamp 3:4 Wind Onshore - Actual Aggregated: 99 in the hour that the clock skips',
  );
});

test('the hour that stands twice in October stays twice, in order', () => {
  const autumn = [
    quoted('Time (CET/CEST)', 'Actual Total Load [MW] - BZN|FI'),
    quoted('31.10.2021 01:00 - 31.10.2021 02:00', '8133'),
    quoted('31.10.2021 02:00 - 31.10.2021 03:00', '8005'),
    quoted('31.10.2021 02:00 - 31.10.2021 03:00', '8069'),
    quoted('31.10.2021 03:00 - 31.10.2021 04:00', '8072'),
    '',
  ].join('\n');
  const recording = record(entsoeOldFormat, autumn);
  expect(clockOf(recording)).toEqual(['2021-10-31 01:00', '2021-10-31 02:00', '2021-10-31 02:00', '2021-10-31 03:00']);
  expect(valuesOf(recording, 'Actual Total Load - BZN|FI')).toEqual([8133, 8005, 8069, 8072]);
});

test('prices stand beside a currency and an empty column, which are no series', () => {
  const prices = [
    quoted('MTU (CET/CEST)', 'Day-ahead Price [EUR/MWh]', 'Currency', 'BZN|FI'),
    quoted('01.01.2021 00:00 - 01.01.2021 01:00', '24.42', 'EUR', ''),
    quoted('01.01.2021 01:00 - 01.01.2021 02:00', '-3.5', 'EUR', ''),
    '',
  ].join('\n');
  const recording = record(entsoeOldFormat, prices);
  expect(headsOf(recording)).toEqual([{ name: 'Day-ahead Price', quantity: 'price', unit: 'EUR/MWh' }]);
  expect(valuesOf(recording, 'Day-ahead Price')).toEqual([24.42, -3.5]);
});

test('in UTC no hour is skipped: the same stamps of March keep their values', () => {
  const utc = spring.replaceAll(' (CET/CEST)', ' (UTC)').replace('"",""', '"5","6"');
  const recording = record(entsoeOldFormat, utc);
  expect(recording.zone).toEqual({ kind: 'offset', minutes: 0 });
  expect(clockOf(recording)[1]).toBe('2021-03-28 02:00');
});

test('quarter hours have a step of 15 minutes, and their skipped hour is four empty rows', () => {
  const at = (minute: number) => `28.03.2021 0${1 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const rows = Array.from({ length: 12 }, (_, quarter) => {
    const value = quarter >= 4 && quarter < 8 ? '' : String(quarter);
    return row(at(quarter * 15), at(quarter * 15 + 15), value, value);
  });
  const recording = record(entsoeOldFormat, [header, ...rows, ''].join('\n'));
  expect(recording.stepMinutes).toBe(15);
  expect(valuesOf(recording, 'Biomass - Actual Aggregated')).toEqual([0, 1, 2, 3, 8, 9, 10, 11]);
});

test.each([
  ['"BZN|FI","28.03.2021 04:00', '"BZN|SE","28.03.2021 04:00', 'profile.bad-row 5:1 Area: "BZN|SE" after "BZN|FI"'],
  ['04:00 - 28.03.2021 05:00', '04:00 - 28.03.2021 04:15', 'profile.bad-stamp 5:2 MTU: an interval of 15 minutes'],
  ['04:00 - 28.03.2021 05:00', '04:00 - 28.03.2021 06:00', 'profile.bad-stamp 5:2 MTU: "28.03.2021 04:00 -'],
  ['"101"', '"1,010"', 'profile.bad-number 5:4 Wind Onshore - Actual Aggregated: "1,010"'],
  ['"101"', '=1+1', 'profile.bad-number 5:4 Wind Onshore - Actual Aggregated: "=1+1"'],
  ['"101"', '"101', 'profile.bad-row 5 row:'],
])('a file with %s made into %s is refused', (from, to, fault) => {
  expect(spring).toContain(from);
  const faults = faultsOf(entsoeOldFormat, spring.replace(from, to));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test('a clock that is neither UTC nor Central European is refused', () => {
  const faults = faultsOf(entsoeOldFormat, spring.replaceAll('(CET/CEST)', '(EET/EEST)'));
  expect(faults[0]).toContain('profile.bad-header 1:2 MTU: "MTU" names no clock that is known → (UTC) or (CET/CEST)');
});
