import { expect, test } from 'vitest';
import { equationsOf, readEquations, readLaws } from '../../src/report/equations.ts';
import { told } from './in-process.ts';

test('a law is explained in words, as an equation and by its price', async () => {
  const { code, stdout, stderr } = await told(['explain', 'stateOfCharge']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/src\/model\/storage\.ts/);
  expect(stdout).toMatch(/The year is a\s+circle/);
  expect(stdout).toContain('(1 − σ)·s[h−1] + η⁺·c[h] − d[h]/η⁻ − s[h] = 0');
  expect(stdout).toContain('[currency/MWh]');
});

test('a law that a report lists is explained under that name, beside what the model has of it', async () => {
  const { code, stdout } = await told(['explain', 'weather-limit']);
  expect(code).toBe(0);
  expect(stdout).toContain('weatherLimit (src/model/renewable.ts)');
  expect(stdout).toContain('weather-limit (src/verify/laws/renewable.ts)');
  expect(stdout).toContain('g_i[h] ≤ a_i[h]·K_i');
  const one: unknown = JSON.parse((await told(['explain', 'weather-limit', '--json'])).stdout);
  expect(one).toMatchObject({ name: 'weather-limit', equation: 'g_i[h] ≤ a_i[h]·K_i' });
});

test('the table holds every equation of the model and every law of a report, in 80 columns', async () => {
  const { code, stdout } = await told(['explain']);
  expect(code).toBe(0);
  const words = stdout.replace(/\s+/g, ' ');
  const equations = [...readEquations(), ...readLaws()];
  expect(equations.length).toBeGreaterThan(40);
  for (const { name, equation } of equations) {
    expect(words).toContain(name);
    expect(words).toContain(equation);
  }
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
});

test('every law of the model says what its price means; costs, and power of machines and of the site, have none', () => {
  const silent = readEquations().filter(({ dual, subject }) => dual === undefined && subject !== 'cost');
  expect(silent.map(({ name }) => name)).toEqual(['facilityLoad', 'throughput']);
});

test('a misspelled law is answered with the nearest', async () => {
  const { code, stdout, stderr } = await told(['explain', 'stateofcharge']);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain('Did you mean stateOfCharge?');
});

test('the same comes as JSON', async () => {
  const all: unknown = JSON.parse((await told(['explain', '--json'])).stdout);
  expect(all).toEqual([...readEquations(), ...readLaws()]);
  const one: unknown = JSON.parse((await told(['explain', 'powerLimit', '--json'])).stdout);
  expect(one).toMatchObject({ name: 'powerLimit', subject: 'storage', equation: 'c[h] + d[h] − P ≤ 0' });
});

test('a docstring belongs to the function or the law right below it, and only with an equation is it a law', () => {
  const source = `
/** Not a law. */
export function helper(): void {}

/**
 * Two lines
 * of words.
 *
 * @equation a
 *   = b
 * @dual a price
 */
export function law(): void {}

/** @equation x = 1 */
const notExported = 1;

/**
 * Verified.
 *
 * @equation one: a ≤ b
 * @equation two: c ≤ d
 */
export const ofReports = lawOfPlaces('of-reports', () => {});
`;
  expect(equationsOf('file', source)).toEqual([
    { name: 'law', subject: 'file', words: 'Two lines of words.', equation: 'a = b', dual: 'a price' },
    { name: 'of-reports', subject: 'file', words: 'Verified.', equation: 'one: a ≤ b; two: c ≤ d' },
  ]);
});

test('the schema is JSON Schema with units and descriptions', async () => {
  const { code, stdout } = await told(['schema']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    required: expect.arrayContaining(['phases', 'load']),
  });
});
