import { expect, test } from 'vitest';
import { opsdFormat } from '../../../src/profiles/formats/opsd.ts';
import { clockOf, faultsOf, headsOf, record, valuesOf } from './recognised.ts';

const text = [
  'utc_timestamp,cet_cest_timestamp,XX_load_actual_entsoe_transparency,XX_wind_capacity,XX_wind_generation_actual,XX_wind_profile,XX_price_day_ahead,interpolated_values',
  '2016-12-31T23:00:00Z,2017-01-01T00:00:00+0100,5000.0,100.0,127.3,1.273,31.5,',
  '2017-01-01T00:00:00Z,2017-01-01T01:00:00+0100,5100.0,100.0,,,30.25,XX_load_actual_entsoe_transparency',
  '2017-01-01T01:00:00Z,2017-01-01T02:00:00+0100,5200.0,100.0,50.0,0.5,-2,',
  '',
].join('\n');

test('Open Power System Data is in UTC from the start of each hour, in MW and shares of capacity', () => {
  const recording = record(opsdFormat, text);
  expect(recording).toMatchObject({ zone: { kind: 'offset', minutes: 0 }, label: { kind: 'start' }, stepMinutes: 60 });
  expect(clockOf(recording)).toEqual(['2016-12-31 23:00', '2017-01-01 00:00', '2017-01-01 01:00']);
  expect(headsOf(recording)).toEqual([
    { name: 'XX_load_actual_entsoe_transparency', quantity: 'power', unit: 'MW' },
    { name: 'XX_wind_capacity', quantity: 'capacity', unit: 'MW' },
    { name: 'XX_wind_generation_actual', quantity: 'power', unit: 'MW' },
    { name: 'XX_wind_profile', quantity: 'capacityFactor', unit: '1' },
    { name: 'XX_price_day_ahead', quantity: 'price', unit: undefined },
  ]);
  expect(valuesOf(recording, 'XX_wind_profile')).toEqual([1.273, Number.NaN, 0.5]);
});

test('a capacity factor above 1 is told with its maximum and line, and one that rounds to 1 with all its digits', () => {
  const [warning] = record(opsdFormat, text).warnings;
  expect(warning).toMatchObject({ code: 'capacity-factor-above-one', line: 2 });
  expect(warning?.message).toContain('XX_wind_profile: maximum 1.27: a capacity factor above 1; in 1 of 3 rows');
  const [slight] = record(opsdFormat, text.replace(',1.273,', ',1.0004,')).warnings;
  expect(slight?.message).toContain('maximum 1.0004:');
  expect(record(opsdFormat, text.replace(',1.273,', ',1,')).warnings).toEqual([]);
  const missingFirst = text.replace(',1.273,', ',,').replace(',0.5,', ',1.5,');
  expect(record(opsdFormat, missingFirst).warnings).toMatchObject([{ line: 4 }]);
});

test('half hours have their own step', () => {
  const halves = text.replaceAll('T00:00:00Z', 'T23:30:00Z').replace('2017-01-01T23:30', '2016-12-31T23:30');
  expect(record(opsdFormat, halves.replace('2017-01-01T01:00:00Z', '2017-01-01T00:00:00Z')).stepMinutes).toBe(30);
});

test.each([
  ['2017-01-01T01:00:00Z', '2017-01-01T01:00:00+0100', 'profile.bad-stamp 4:1 utc_timestamp'],
  ['5200.0', '"5,200.0"', 'profile.bad-number 4:3 XX_load_actual_entsoe_transparency'],
  ['5200.0', '=1+1', 'profile.bad-number 4:3 XX_load_actual_entsoe_transparency: "=1+1" is not a number'],
  ['XX_wind_capacity', 'XX_wind_profile', 'profile.bad-header 1:6 XX_wind_profile: "XX_wind_profile" is also'],
])('a file with %s made into %s is refused', (from, to, fault) => {
  const faults = faultsOf(opsdFormat, text.replace(from, to));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});
