import { expect, test } from 'vitest';
import { diffuseShare, moduleOutput, planeIrradiance } from '../../src/profiles/physics/photovoltaics.ts';
import { type Sun, sunAt } from '../../src/profiles/physics/sun.ts';

const HOURS = 8760;
const degrees = (cosine: number) => 90 - (Math.acos(cosine) * 180) / Math.PI;
/** The hours of a day (0 is 1 January), minute by minute, at a place. */
const sunsOf = (day: number, latitude: number, longitude: number): Sun[] =>
  Array.from({ length: 1440 }, (_, minute) => sunAt(day * 24 + minute / 60, HOURS, latitude, longitude));
const highest = (suns: Sun[]) => suns.reduce((best, sun) => (sun.up > best.up ? sun : best));

test('at midsummer the noon sun of Ouarzazate stands 82.5° high: 90 − 30.99 + 23.44', () => {
  expect(degrees(highest(sunsOf(171, 30.99, -6.86)).up)).toBeCloseTo(82.45, 0);
});

test('at midwinter it stands 35.6° high: 90 − 30.99 − 23.44', () => {
  expect(degrees(highest(sunsOf(354, 30.99, -6.86)).up)).toBeCloseTo(35.57, 0);
});

test('at the equinox the day lasts twelve hours, begins in the east and ends in the west', () => {
  const suns = sunsOf(79, 30.99, -6.86);
  const lit = suns.filter((sun) => sun.up > 0);
  expect(Math.abs(lit.length - 720)).toBeLessThan(8);
  expect(lit[0]!.east).toBeGreaterThan(0.99);
  expect(lit.at(-1)!.east).toBeLessThan(-0.99);
});

test('noon at 7.95° west falls half an hour after noon at Greenwich', () => {
  const noonAt = (longitude: number) => {
    const suns = sunsOf(79, 32, longitude);
    return suns.indexOf(highest(suns));
  };
  expect(Math.abs(noonAt(-7.95) - noonAt(0) - 31.8)).toBeLessThan(2);
});

test('the direction to the sun is a unit vector', () => {
  for (const { east, north, up } of sunsOf(200, 31, -7)) expect(Math.hypot(east, north, up)).toBeCloseTo(1, 12);
});

const tracking = { kind: 'tracking', limitDegrees: 60 } as const;
const flat = { kind: 'fixed', tiltDegrees: 0 } as const;

test('no plane receives light while the sun is down', () => {
  for (const sun of sunsOf(100, 31, -7).filter(({ up }) => up <= 0)) {
    expect(planeIrradiance(sun, 1, tracking)).toBe(0);
    expect(planeIrradiance(sun, 1, flat)).toBe(0);
  }
});

test('a clear summer noon brings about 1,000 W/m², an overcast one a tenth of it', () => {
  const noon = highest(sunsOf(171, 30.99, -6.86));
  expect(planeIrradiance(noon, 1, flat)).toBeGreaterThan(980);
  expect(planeIrradiance(noon, 1, flat)).toBeLessThan(1080);
  expect(planeIrradiance(noon, 0.1, flat)).toBeCloseTo(planeIrradiance(noon, 1, flat) / 10, 0);
});

test('a tracker gathers a quarter to a half more than a flat plane on a clear day, and nothing more under thick cloud', () => {
  const gain = (index: number) => {
    const sum = (mounting: typeof tracking | typeof flat) =>
      sunsOf(171, 30.99, -6.86).reduce((total, sun) => total + planeIrradiance(sun, index, mounting), 0);
    return sum(tracking) / sum(flat);
  };
  expect(gain(1)).toBeGreaterThan(1.25);
  expect(gain(1)).toBeLessThan(1.5);
  expect(gain(0.15)).toBeLessThan(1.02);
});

test('thick cloud leaves diffuse light only, a clear sky a sixth of it', () => {
  expect(diffuseShare(0)).toBe(1);
  expect(diffuseShare(0.22)).toBeCloseTo(0.98, 2);
  expect(diffuseShare(0.9)).toBe(0.165);
});

test('a module gives its nameplate at 1,000 W/m² with cells at 25 °C, which takes air of −3 °C, and 3.6 % less 10 K warmer', () => {
  expect(moduleOutput(1000, -3)).toBeCloseTo(1, 12);
  expect(moduleOutput(1000, 7)).toBeCloseTo(0.964, 12);
  expect(moduleOutput(0, 20)).toBe(0);
});
