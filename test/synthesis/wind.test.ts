import { expect, test } from 'vitest';
import { farmPowerCurve } from '../../src/profiles/synthesis/power-curve.ts';
import { windSites } from '../../src/profiles/synthesis/sites.ts';
import { feltWeather, sharedWeather } from '../../src/profiles/synthesis/weather.ts';
import { alongTheYear, breezeAt, windFarm } from '../../src/profiles/synthesis/wind-farm.ts';
import { correlation } from './statistics.ts';

test('a farm stands still in a calm, gives a third at two thirds of rated speed, all of it at 16 m/s and nothing in a hurricane', () => {
  const curve = farmPowerCurve(12);
  expect(curve(0)).toBe(0);
  // One turbine at 8 m/s: (8³ − 3³) ÷ (12³ − 3³) = 0.285; turbines that see more wind gain more than the others lose.
  expect(curve(8)).toBeGreaterThan(0.285);
  expect(curve(8)).toBeLessThan(0.33);
  expect(curve(16)).toBeGreaterThan(0.98);
  expect(curve(44)).toBe(0);
});

test('a farm never gives less for more wind below 18 m/s', () => {
  const curve = farmPowerCurve(11.5);
  for (let speed = 0; speed < 18; speed += 0.05)
    expect(curve(speed + 0.05)).toBeGreaterThanOrEqual(curve(speed) - 1e-12);
});

test('the breeze is strongest at its hour, weakest twelve hours later and nothing over a day', () => {
  const [site] = windSites;
  const breezes = Array.from({ length: 24 }, (_, hour) => breezeAt(site!, hour));
  expect(breezes.indexOf(Math.max(...breezes))).toBe(16);
  expect(breezes.indexOf(Math.min(...breezes))).toBe(4);
  expect(breezes.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
});

test('months join round the year: the turn of the year lies between December and January', () => {
  const months = [10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20];
  expect(alongTheYear(months, 0.5)).toBe(10);
  expect(alongTheYear(months, 0)).toBe(15);
  expect(alongTheYear(months, 12)).toBe(15);
  expect(alongTheYear(months, 11.5)).toBe(20);
});

test('a windier month needs a higher wind, and a target beyond what turbines can give is refused', () => {
  const [site] = windSites;
  const { scales } = windFarm(site!);
  expect(scales.indexOf(Math.max(...scales))).toBe(6);
  expect(scales.indexOf(Math.min(...scales))).toBe(11);
  expect(() => windFarm({ ...site!, target: { ...site!.target, mean: 0.97 } })).toThrow(/out of reach/);
});

test('two sites that both follow the storms at 0.6 correlate at 0.36', () => {
  const weather = sharedWeather(1, 2005, 400_000);
  const own = (year: number) => sharedWeather(2, year, 400_000).trades;
  const loadings = { trades: 0, storms: 0.6 };
  const [left, right] = [feltWeather(weather, loadings, own(1)), feltWeather(weather, loadings, own(2))];
  expect(Math.abs(correlation(left, right) - 0.36)).toBeLessThan(0.04);
  expect(Math.abs(correlation(left, weather.storms) - 0.6)).toBeLessThan(0.04);
});
