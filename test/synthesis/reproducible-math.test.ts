import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  cosine,
  exponential,
  gaussianExceedance,
  logarithm,
  power,
  sine,
} from '../../src/profiles/physics/reproducible-math.ts';

const room = new URL('../../src/profiles/synthesis/', import.meta.url);

test('sine, cosine, exponential, logarithm and power agree with the engine to thirteen digits', () => {
  for (let x = -40; x <= 40; x += 0.37) {
    expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(1e-13);
    expect(Math.abs(cosine(x) - Math.cos(x))).toBeLessThan(1e-13);
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(logarithm(Math.exp(x)) - x)).toBeLessThan(1e-13);
  }
  expect(power(2, 0.5)).toBeCloseTo(Math.SQRT2, 13);
  expect(power(10, -3)).toBeCloseTo(0.001, 15);
});

test('there is no logarithm of zero, of a negative number or of infinity', () => {
  for (const x of [0, -1, Number.POSITIVE_INFINITY, Number.NaN]) expect(() => logarithm(x)).toThrow(RangeError);
});

test('a Gaussian exceeds 0 half the time, 1.96 in one of forty cases and −1.96 in the other thirty-nine', () => {
  expect(gaussianExceedance(0)).toBeCloseTo(0.5, 6);
  expect(gaussianExceedance(1.959964)).toBeCloseTo(0.025, 6);
  expect(gaussianExceedance(-1.959964)).toBeCloseTo(0.975, 6);
});

test('nothing in the generator depends on how an engine rounds the last bit of a function', () => {
  const fixedByTheStandard = /Math\.(PI|LN2|SQRT2|sqrt|abs|min|max|round|floor|ceil|imul)\b/g;
  const files = readdirSync(room).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const code = readFileSync(new URL(file, room), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(fixedByTheStandard, '');
    expect(code, file).not.toMatch(/\bMath\.|\bMath;|[^*]\*\*[^*]|Date\.now|new Date\(\)|\bIntl\b|toLocale/);
  }
});
