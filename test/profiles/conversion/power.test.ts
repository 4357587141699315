import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { toCapacityFactor } from '../../../src/profiles/conversion/to-capacity-factor.ts';
import { toUnit } from '../../../src/profiles/conversion/to-unit.ts';
import { column } from './columns.ts';

const power = (...args: Parameters<typeof toCapacityFactor>) => Array.from(toCapacityFactor(...args).profile.values);

/** What a refusal says. */
function refusal(convert: () => unknown): string {
  try {
    convert();
  } catch (error) {
    if (error instanceof ProfileError)
      return error.issues.map(({ where, problem, expected }) => `${where}: ${problem}; ${expected}`).join('\n');
    throw error;
  }
  return 'not refused';
}

test.each([
  ['W', 3_000_000],
  ['kW', 3000],
  ['MW', 3],
  ['GW', 0.003],
])('power in %s of a plant of 4 MW is three quarters of it', (unit, value) => {
  expect(power([column('power', unit, [value, 0])], { kind: 'power', capacityKW: 4000 })).toEqual([0.75, 0]);
});

test.each([
  ['Wh', 500_000],
  ['kWh', 500],
  ['MWh', 0.5],
  ['GWh', 0.0005],
])('energy of an hour in %s is its mean power', (unit, value) => {
  expect(power([column('energy', unit, [value])], { kind: 'power', capacityKW: 1000 })).toEqual([0.5]);
});

test('the nameplate that the file states is used, and one that is told goes before it', () => {
  const recorded = column('power', 'W', [1500], { name: 'P', capacityKW: 3 });
  const stated = toCapacityFactor([recorded], { kind: 'power' });
  expect(stated.profile).toMatchObject({ name: 'P', unit: 'capacityFactor', year: 2021 });
  expect(stated.profile.values[0]).toBe(0.5);
  expect(stated.steps).toEqual(['P: W to kW', 'P: divided by the nameplate of 3 kW that the file states']);
  expect(power([recorded], { kind: 'power', capacityKW: 6 })).toEqual([0.25]);
});

test('a recorded nameplate that grows divides hour by hour', () => {
  const columns = [column('power', 'MW', [10, 10]), column('capacity', 'GW', [0.02, 0.04])];
  expect(power(columns, { kind: 'power' })).toEqual([0.5, 0.25]);
  const none = [column('power', 'MW', [0]), column('capacity', 'GW', [0])];
  expect(refusal(() => power(none, { kind: 'power' }))).toContain('no nameplate in 1 hour: 0 at');
});

test('power of an unknown nameplate is a question, as are shares without a unit and several columns of output', () => {
  const plant = { kind: 'power' } as const;
  expect(refusal(() => power([column('power', 'MW', [1])], plant))).toContain('capacityMW');
  expect(refusal(() => power([column('capacityFactor', undefined, [0.5])], plant))).toContain(
    '1 for shares of nameplate, or %',
  );
  expect(refusal(() => power([column('power', undefined, [1])], plant))).toContain('W, kW, MW, GW');
  expect(refusal(() => power([column('power', 'mW', [1])], plant))).toContain('"mW" is no unit known');
  const two = [column('power', 'MW', [1], { name: 'solar' }), column('power', 'MW', [1], { name: 'wind' })];
  expect(refusal(() => power(two, { kind: 'power', capacityKW: 1000 }))).toContain('solar, wind');
  expect(refusal(() => power([column('windSpeed', 'm/s', [1])], plant))).toContain(
    'no power, energy or capacity factor',
  );
  expect(refusal(() => power([column('capacityFactor', '1', [0.5])], { kind: 'power', capacityKW: 5 }))).toContain(
    'needs no nameplate',
  );
});

test('per cent is believed only where it is said, and 127 % is refused like 1.27, with its hour', () => {
  const plant = { kind: 'power' } as const;
  expect(power([column('capacityFactor', '%', [50, 100])], plant)).toEqual([0.5, 1]);
  expect(power([column('capacityFactor', '1', [0.5, 1])], plant)).toEqual([0.5, 1]);
  const above = refusal(() => power([column('capacityFactor', '1', [0.5, 1.27, 1.1])], plant));
  expect(above).toContain(
    'a capacity factor above 1 (the largest is 1.2700) in 2 hours: 1.27 at 2021-01-01T01:00Z, 1.1 at',
  );
  expect(above).toContain('larger capacityMW');
  expect(refusal(() => power([column('capacityFactor', '%', [127])], plant))).toContain('1.2700');
  const megawatts = refusal(() => power([column('power', 'MW', [5, 6])], { kind: 'power', capacityKW: 5000 }));
  expect(megawatts).toContain('a capacity factor above 1 (the largest is 1.2000) in 1 hour:');
  expect(megawatts).toContain('6 at 2021-01-01T01:00Z');
});

test('what a plant at rest draws is refused, or counted as no output where that is told; a plant that consumes never', () => {
  const night = column('power', 'kW', [-2, 500, -0]);
  expect(refusal(() => power([night], { kind: 'power', capacityKW: 1000 }))).toContain('nightConsumption: zero');
  const counted = toCapacityFactor([night], { kind: 'power', capacityKW: 1000, nightConsumption: 'zero' });
  expect(Array.from(counted.profile.values)).toEqual([0, 0.5, 0]);
  expect(counted.steps.at(-1)).toContain('1 hour below 0');
  const consumer = column('power', 'kW', [-30, 500]);
  const plant = { kind: 'power', capacityKW: 1000, nightConsumption: 'zero' } as const;
  expect(refusal(() => power([consumer], plant))).toContain('more than 2 % of nameplate');
});

test('minus nothing is nothing', () => {
  const [value] = power([column('capacityFactor', '1', [-0])], { kind: 'power' });
  expect(Object.is(value, 0)).toBe(true);
  expect(Object.is(toUnit(column('temperature', '°C', [-0]), 'temperatureC').profile.values[0], 0)).toBe(true);
});

test('a quotient that only rounding lifts above 1 is 1', () => {
  const capacityKW = 0.3;
  expect(power([column('power', 'kW', [0.1 * 3])], { kind: 'power', capacityKW })).toEqual([1]);
  expect((0.1 * 3) / capacityKW).toBeGreaterThan(1);
});

test('a value that is no number is refused, not counted as nothing', () => {
  expect(refusal(() => power([column('power', 'kW', [Number.NaN])], { kind: 'power', capacityKW: 1 }))).toContain(
    'no number',
  );
  expect(refusal(() => power([column('capacityFactor', '1', [Number.NaN])], { kind: 'power' }))).toContain('no number');
});

test.each([
  ['K', 300.15, 27],
  ['°C', 27, 27],
  ['C', 27, 27],
  ['°F', 80.6, 27],
])('a temperature in %s comes out in degrees Celsius', (unit, value, celsius) => {
  expect(toUnit(column('temperature', unit, [value]), 'temperatureC').profile.values[0]).toBeCloseTo(celsius, 9);
});

test('kelvin taken for degrees Celsius is out of range', () => {
  expect(refusal(() => toUnit(column('temperature', '°C', [290]), 'temperatureC'))).toContain(
    'outside degrees Celsius',
  );
});

test('prices per kWh are a thousand times dearer per MWh, may be negative, and need a unit', () => {
  expect(Array.from(toUnit(column('price', 'EUR/kWh', [0.05, -0.01]), 'pricePerMWh').profile.values)).toEqual([
    50, -10,
  ]);
  expect(toUnit(column('price', 'MAD/MWh', [812]), 'pricePerMWh').profile.values[0]).toBe(812);
  expect(refusal(() => toUnit(column('price', undefined, [50]), 'pricePerMWh'))).toContain('EUR/MWh');
  expect(refusal(() => toUnit(column('power', 'MW', [50]), 'pricePerMWh'))).toContain(
    'power cannot be used as pricePerMWh',
  );
});

test('a load keeps its values as a shape, and may not be negative', () => {
  expect(Array.from(toUnit(column('power', 'MW', [5, 10]), 'relative').profile.values)).toEqual([5, 10]);
  expect(refusal(() => toUnit(column('power', 'MW', [-5]), 'relative'))).toContain('0 or more');
});
