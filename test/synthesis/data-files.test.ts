import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseNative } from '../../src/profiles/formats/native/native.ts';
import { synthesiseYear } from '../../src/profiles/synthesis/synthesise.ts';
import { syntheticYearToCsv } from '../../src/profiles/synthesis/synthetic-csv.ts';

const data = new URL('../../data/', import.meta.url);
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const readme = readFileSync(new URL('README.md', data), 'utf8');
/** Checksums as the README lists them: `| profiles/synthetic-2005.csv | … | \`<hex>\` |`. */
const listed = new Map(
  [...readme.matchAll(/^\| `([\w/.-]+)` \|.*`([0-9a-f]{64})` \|$/gm)].map((row) => [row[1], row[2]]),
);

test('every profile that ships is listed in data/README.md with the checksum of its bytes', () => {
  const files = readdirSync(new URL('profiles/', data)).filter((file) => file.endsWith('.csv'));
  expect(files).toContain('synthetic-2005.csv');
  for (const file of files) {
    expect(listed.get(`profiles/${file}`), file).toBe(sha256(readFileSync(new URL(`profiles/${file}`, data))));
  }
});

test('twenty weather years ship, below 10 MB together', () => {
  const files = readdirSync(new URL('profiles/', data));
  expect(files.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `synthetic-${2005 + at}.csv`));
  const bytes = files.reduce((sum, file) => sum + statSync(new URL(`profiles/${file}`, data)).size, 0);
  expect(bytes).toBeLessThan(10_000_000);
  expect(bytes).toBeGreaterThan(9_000_000);
});

test('2005 and the leap years 2008 and 2024 made again have the bytes that ship', () => {
  for (const year of [2005, 2008, 2024]) {
    const text = syntheticYearToCsv(synthesiseYear({ seed: 7, year }));
    expect(sha256(text)).toBe(listed.get(`profiles/synthetic-${year}.csv`));
  }
});

test('a file says of itself, before its first number, that nothing in it was measured', () => {
  const head = readFileSync(new URL('profiles/synthetic-2005.csv', data), 'utf8').slice(0, 400);
  expect(head).toMatch(/^# hourmatch profile\n# synthetic: true\n# source: synthetic, not measured/);
});

test('a file read back holds the very numbers that were generated', () => {
  const file = 'profiles/synthetic-2005.csv';
  const { columns } = parseNative(readFileSync(new URL(file, data), 'utf8'), file);
  const generated = synthesiseYear({ seed: 7, year: 2005 }).columns.filter(({ unit }) => unit !== 'temperatureC');
  expect(columns.map(({ name }) => name)).toEqual(generated.map(({ name }) => name));
  columns.forEach(({ values }, index) => {
    expect(values).toEqual(generated[index]!.values);
  });
});

test('the temperature that the PUE follows is written where it is asked for', () => {
  const text = syntheticYearToCsv(synthesiseYear({ seed: 7, year: 2005 }), { temperature: true });
  const { columns } = parseNative(text, 'with-temperature.csv');
  const valuesOf = (name: string) => columns.find((column) => column.name === name)!.values;
  const pue = valuesOf('casablanca_pue');
  valuesOf('casablanca_temperature').forEach((celsius, hour) => {
    expect(Math.abs(pue[hour]! - (1.2 + 0.007 * Math.max(0, celsius - 12)))).toBeLessThan(0.00006);
  });
});

test('columns stand in the order that scenarios are written against', () => {
  expect(synthesiseYear({ seed: 7, year: 2005 }).columns.map(({ name, unit }) => `${name} [${unit}]`)).toEqual([
    'boujdour_wind [capacityFactor]',
    'tangier_wind [capacityFactor]',
    'midelt_wind [capacityFactor]',
    'ouarzazate_solar [capacityFactor]',
    'benguerir_solar [capacityFactor]',
    'casablanca_temperature [temperatureC]',
    'casablanca_pue [pue]',
    'inference_load [relative]',
  ]);
});
