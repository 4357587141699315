import { expect, test } from 'vitest';
import { inferenceShape } from '../../src/profiles/synthesis/inference.ts';
import { rounded, roundedToMeanOne } from '../../src/profiles/synthesis/rounding.ts';
import { meanTemperature, powerUsageEffectiveness } from '../../src/profiles/synthesis/temperature.ts';
import { mean } from './statistics.ts';

test('three hours of 1, 1 and 1.0001 are rounded to a sum of exactly 3: the largest remainder rises', () => {
  // Scaled: 0.99996667, 0.99996667, 1.00006667; floors 0.9999, 0.9999, 1.0000 leave 0.0002 for the two largest remainders.
  expect([...roundedToMeanOne(new Float64Array([1, 1, 1.0001]))]).toEqual([1, 1, 1]);
  expect([...roundedToMeanOne(new Float64Array([1, 2, 3]))]).toEqual([0.5, 1, 1.5]);
});

test('capacity factors are rounded to thousandths, PUE to ten-thousandths, and zero carries no sign', () => {
  const values = rounded(new Float64Array([0.12345, 0.9996, -0.0001]), 'capacityFactor');
  expect([...values.subarray(0, 2)]).toEqual([0.123, 1]);
  expect([...rounded(new Float64Array([1.23456]), 'pue')]).toEqual([1.2346]);
  expect(Object.is(values[2], 0)).toBe(true);
});

test('weekends of 2005 are quieter than weekdays: 1 January was a Saturday', () => {
  const shape = inferenceShape(1, 2005, 8760);
  const day = (index: number) => mean(shape.subarray(index * 24, index * 24 + 24));
  for (const weekend of [0, 1, 7, 8]) expect(day(weekend)).toBeLessThan(0.96);
  for (const weekday of [2, 3, 4, 5, 6]) expect(day(weekday)).toBeGreaterThan(0.96);
});

test('mid-August afternoons are the warmest hours and February mornings the coldest', () => {
  const climate = { mean: 18.8, seasonalSwing: 5.5, diurnalSwing: 3.9 };
  const hours = Array.from({ length: 8760 }, (_, hour) => meanTemperature(climate, hour, 8760));
  const hottest = hours.indexOf(Math.max(...hours));
  expect(new Date(Date.UTC(2005, 0, 1, hottest)).toISOString()).toMatch(/^2005-08-1\dT1[34]/);
  expect(mean(hours)).toBeCloseTo(18.8, 1);
});

test('cooling costs 0.2 of the IT power below 12 °C and 0.007 more for each kelvin above', () => {
  const cooling = { base: 1.2, slopePerKelvin: 0.007, thresholdC: 12 };
  expect(powerUsageEffectiveness(5, cooling)).toBe(1.2);
  expect(powerUsageEffectiveness(22, cooling)).toBeCloseTo(1.27, 12);
});
