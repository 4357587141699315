import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCapacityFactor } from '../../../src/profiles/conversion/to-capacity-factor.ts';
import { cellTemperature, inverterOutput } from '../../../src/profiles/physics/photovoltaic-system.ts';
import { beamNormal, column, diffuse, global, mild, sum, valencia } from './columns.ts';

const south = { kind: 'fixed', tiltDeg: 35, azimuthDeg: 180 } as const;
const recorded = { kind: 'as-recorded' } as const;
const plane = (values: number[], rest = {}) => column('irradiance', 'W/m²', values, { irradiance: 'plane', ...rest });
const air = (values: number[], unit = '°C') => column('temperature', unit, values);
const year = (plant: object, columns = [global, mild]) =>
  toCapacityFactor(columns, { kind: 'photovoltaic', mounting: south, ...plant }, valencia);

test('modules at 1000 W/m² in air of 0.5 °C at 1 m/s give 0.97 · (1 − 0.0037 · 6.91) of nameplate before losses', () => {
  // Cells: 0.5 + 1000 ÷ (25 + 6.84) = 31.91 °C. Inverter of ratio 1 and efficiency 1, filled to 0.945:
  // (−0.0162 · 0.945² − 0.0059 + 0.9858 · 0.945) ÷ 0.9637 = 0.9456.
  const plant = { kind: 'photovoltaic', mounting: recorded, losses: 0, dcToAcRatio: 1, inverterEfficiency: 1 } as const;
  const { profile } = toCapacityFactor([plane([1000]), air([0.5])], plant);
  const direct = 0.97 * (1 - 0.0037 * (0.5 + 1000 / 31.84 - 25));
  expect(direct).toBeCloseTo(0.9452, 4);
  expect(profile.values[0]).toBeCloseTo((-0.0162 * direct ** 2 - 0.0059 + 0.9858 * direct) / 0.9637, 12);
});

test('wind cools: at 800 W/m² and 20 °C cells are at 45.1 °C in 1 m/s and at 33.5 °C in 5 m/s', () => {
  expect(cellTemperature(800, 20, 1)).toBeCloseTo(45.13, 2);
  expect(cellTemperature(800, 20, 5)).toBeCloseTo(33.51, 2);
});

test('an inverter gives nothing for next to nothing, its nameplate when full, and no more', () => {
  expect([0, 0.004, 1, 1.3].map(inverterOutput)).toEqual([0, 0, 1, 1]);
  expect(inverterOutput(0.999)).toBeCloseTo(0.999, 3);
  expect(inverterOutput(0.1)).toBeCloseTo(0.096, 3);
});

test('modules twice the size of their inverter fill it: the AC factor is 1, the DC factor one half', () => {
  const plant = { kind: 'photovoltaic', mounting: recorded, dcToAcRatio: 2 } as const;
  const columns = [plane([1000, 200]), air([10, 10])];
  const direct = toCapacityFactor(columns, plant).profile.values;
  const alternating = toCapacityFactor(columns, { ...plant, perNameplate: 'ac' }).profile.values;
  expect([direct[0], alternating[0]]).toEqual([0.5, 1]);
  expect(alternating[1]).toBeCloseTo(2 * direct[1]!, 12);
});

test('global irradiance alone, with its diffuse, and with its beam tell the same year where they belong together', () => {
  const alone = sum(year({}).profile.values);
  expect(sum(year({}, [global, diffuse, mild]).profile.values)).toBeCloseTo(alone, 6);
  expect(sum(year({}, [global, beamNormal, mild]).profile.values)).toBeCloseTo(alone, 6);
  expect(sum(year({}, [beamNormal, diffuse, mild]).profile.values) / alone).toBeCloseTo(1, 3);
  expect(alone / 8760).toBeGreaterThan(0.1);
});

test('through a year a tracker gives more than the best fixed tilt, and that more than modules that look north', () => {
  const tracking = sum(year({ mounting: { kind: 'tracking' } }).profile.values);
  const [fixed, north] = [180, 0].map((azimuthDeg) => sum(year({ mounting: { ...south, azimuthDeg } }).profile.values));
  const backtracking = sum(year({ mounting: { kind: 'tracking', backtrackingCoverage: 0.4 } }).profile.values);
  expect(tracking / fixed!).toBeGreaterThan(1.05);
  expect(tracking / fixed!).toBeLessThan(1.35);
  expect(backtracking).toBeLessThan(tracking);
  // The made-up year is as clear at sunrise as at noon, so that rows lose more by turning back than under real skies.
  expect(backtracking / tracking).toBeGreaterThan(0.9);
  expect(north! / fixed!).toBeLessThan(0.7);
});

test('modules that look east work in the morning, those that look west in the afternoon', () => {
  const firstHalf = (azimuthDeg: number) => {
    const { values } = year({ mounting: { kind: 'fixed', tiltDeg: 40, azimuthDeg } }).profile;
    return sum(values.filter((_, hour) => hour % 24 < 12)) / sum(values);
  };
  expect(firstHalf(90)).toBeGreaterThan(0.55);
  expect(firstHalf(270)).toBeLessThan(0.45);
});

test('more light or colder air never gives less, and every factor is within 0…1', () => {
  const plant = { kind: 'photovoltaic', mounting: recorded } as const;
  const one = (light: number, celsius: number) =>
    toCapacityFactor([plane([light]), air([celsius])], plant).profile.values[0]!;
  const light = fc.double({ min: 0, max: 1500, noNaN: true });
  fc.assert(
    fc.property(light, light, fc.integer({ min: -30, max: 45 }), (a, b, celsius) => {
      const [low, high] = [one(Math.min(a, b), celsius), one(Math.max(a, b), celsius)];
      expect(high).toBeGreaterThanOrEqual(low);
      expect(one(a, celsius - 5)).toBeGreaterThanOrEqual(one(a, celsius));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('the same columns give the same bits, and the steps say every value used', () => {
  expect(year({}).profile.values).toEqual(year({}).profile.values);
  const { steps } = year({});
  for (const said of [
    '39.48° N',
    '30 minutes',
    'Erbs',
    '35°',
    'Hay and Davies',
    'no wind',
    '39.48° N 0.34° W',
    '0.37 % less for each kelvin',
    '14 %',
    '96 %',
    '1.1',
    'DC',
  ]) {
    expect(steps.join('\n')).toContain(said);
  }
});

test.each([
  ['kW/m²', 0.5],
  ['Wh/m²', 500],
  ['MJ/m²', 1.8],
  ['J/m²', 1_800_000],
  ['kJ/m²', 1800],
])('light in %s is told in W/m² first', (unit, value) => {
  const plant = { kind: 'photovoltaic', mounting: recorded } as const;
  const given = { ...plane([value]), unit };
  expect(toCapacityFactor([given, air([20])], plant).profile.values[0]).toBeCloseTo(
    toCapacityFactor([plane([500]), air([293.15], 'K')], plant).profile.values[0]!,
    9,
  );
});

test('parts of the light on a plane are the whole together, a beam alone is not', () => {
  const part = (irradiance: 'beamPlane' | 'diffusePlane' | 'reflectedPlane', value: number) =>
    column('irradiance', 'W/m²', [value], { irradiance });
  const plant = { kind: 'photovoltaic', mounting: recorded } as const;
  const parts = [part('beamPlane', 400), part('diffusePlane', 80), part('reflectedPlane', 20), air([20])];
  expect(toCapacityFactor(parts, plant).profile.values[0]).toBe(
    toCapacityFactor([plane([500]), air([20])], plant).profile.values[0],
  );
  expect(() => toCapacityFactor([parts[0]!, air([20])], plant)).toThrow(/mounting is not a valid profile/);
});

test('what only a guess could fill is refused: place, temperature, plane, mounting', () => {
  const plant = { kind: 'photovoltaic', mounting: south } as const;
  const asRecorded = { ...plant, mounting: recorded };
  expect(() => toCapacityFactor([global, mild], plant)).toThrow(/^site /);
  expect(() => toCapacityFactor([global], plant, valencia)).toThrow(/^columns /);
  expect(() => toCapacityFactor([plane([1]), air([1])], plant, valencia)).toThrow(/^mounting /);
  expect(() => toCapacityFactor([global, mild], asRecorded, valencia)).toThrow(/^mounting /);
  expect(() => toCapacityFactor([beamNormal, mild], plant, valencia)).toThrow(/^mounting /);
  expect(() => toCapacityFactor([plane([-999]), air([1])], asRecorded)).toThrow(/^plane /);
  expect(() => year({ losses: 14 })).toThrow(/^plant /);
  expect(() => year({ mounting: { ...south, tiltDeg: 120 } })).toThrow(/^plant /);
  expect(toCapacityFactor([global], { ...plant, airTemperatureC: 18 }, valencia).profile.values).toEqual(
    year({}).profile.values,
  );
});

test('samples taken ten minutes into the hour are lit by the sun of that minute, and columns of two clocks are refused', () => {
  const plant = { kind: 'photovoltaic', mounting: south } as const;
  const sampled = { ...global, sunMinutesIntoHour: 10 };
  const { profile, steps } = toCapacityFactor([sampled, mild], plant, valencia);
  expect(steps.join('\n')).toContain('10 minutes into each hour');
  expect(Math.abs(sum(profile.values) / sum(year({}).profile.values) - 1)).toBeGreaterThan(1e-4);
  expect(() => toCapacityFactor([sampled, diffuse, mild], plant, valencia)).toThrow(/^columns /);
  expect(() => toCapacityFactor([{ ...global, year: 2022 }, diffuse, mild], plant, valencia)).toThrow(/^columns /);
});

test('wind at 10 m is 0.725 of itself at modules 2 m up: 0.2^0.2, and cools them so much', () => {
  const plant = { kind: 'photovoltaic', mounting: recorded, losses: 0, dcToAcRatio: 1, inverterEfficiency: 1 } as const;
  const wind = column('windSpeed', 'm/s', [6], { heightM: 10 });
  const { profile } = toCapacityFactor([plane([800]), air([20]), wind], plant);
  const direct = 0.8 * 0.97 * (1 - 0.0037 * (20 + 800 / (25 + 6.84 * 6 * 0.2 ** 0.2) - 25));
  expect(profile.values[0]).toBeCloseTo((-0.0162 * direct ** 2 - 0.0059 + 0.9858 * direct) / 0.9637, 10);
});
