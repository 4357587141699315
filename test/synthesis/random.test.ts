import { expect, test } from 'vitest';
import { redNoise, smoothNoise } from '../../src/profiles/synthesis/noise.ts';
import { randomStream } from '../../src/profiles/synthesis/random.ts';
import { autocorrelation, correlation, mean, standardDeviation } from './statistics.ts';

const draws = (seed: number, label: string, count: number) => {
  const random = randomStream(seed, label);
  return Array.from({ length: count }, () => random.uniform());
};

test('the first draws of a stream are the same for ever', () => {
  expect(draws(7, 'Boujdour', 3)).toEqual([0.9825962047496846, 0.29655523619024005, 0.3790614392001235]);
});

test('another seed or another label is another stream', () => {
  const streams = [draws(7, 'Boujdour', 2000), draws(8, 'Boujdour', 2000), draws(7, 'Tangier', 2000)];
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    expect(Math.abs(correlation(streams[i]!, streams[j]!))).toBeLessThan(0.07);
  }
});

test('uniform draws fill 0…1 evenly', () => {
  const counts = new Array<number>(10).fill(0);
  for (const u of draws(1, 'even', 20_000)) {
    expect(u).toBeGreaterThanOrEqual(0);
    expect(u).toBeLessThan(1);
    counts[Math.floor(u * 10)]! += 1;
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('Gaussian draws have mean 0, standard deviation 1 and one in forty above 1.96', () => {
  const random = randomStream(1, 'bell');
  const values = Array.from({ length: 40_000 }, () => random.gaussian());
  expect(Math.abs(mean(values))).toBeLessThan(0.02);
  expect(standardDeviation(values)).toBeCloseTo(1, 1);
  expect(values.filter((value) => value > 1.96).length / values.length).toBeCloseTo(0.025, 2);
});

test('red noise of memory 10 keeps 0.9 of itself for a step and 0.35 for ten', () => {
  const values = redNoise(randomStream(1, 'red'), 100_000, 10);
  expect(standardDeviation(values)).toBeCloseTo(1, 1);
  expect(autocorrelation(values, 1)).toBeCloseTo(0.9, 1);
  expect(Math.abs(autocorrelation(values, 10) - 0.349)).toBeLessThan(0.04);
});

test('smooth noise of memory 10 keeps 0.994 of itself for a step: φ(1 + (1 − φ²) ÷ (1 + φ²)) with φ = 0.9', () => {
  const values = smoothNoise(randomStream(1, 'smooth'), 100_000, 10);
  expect(standardDeviation(values)).toBeCloseTo(1, 1);
  expect(Math.abs(autocorrelation(values, 1) - 0.9945)).toBeLessThan(0.002);
});
