import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { solarSites, windSites } from '../../src/profiles/synthesis/sites.ts';
import { extremes, mean, standardDeviation } from '../../src/profiles/synthesis/statistics.ts';
import { type SyntheticYear, synthesiseYear } from '../../src/profiles/synthesis/synthesise.ts';
import { series, type Target, targets } from './targets.ts';

const SEED = 7;
const LONG_RUN = Array.from({ length: 12 }, (_, index) => 2005 + index);

let years: SyntheticYear[] = [];
beforeAll(() => {
  years = LONG_RUN.map((year) => synthesiseYear({ seed: SEED, year }));
});

const figure = (value: number): string => String(Number(value.toPrecision(3)));
const reached = ({ measure }: Target): { first: number; longRun: number } => {
  const values = years.map(measure);
  return { first: values[0]!, longRun: mean(values) };
};

describe('against published figures', () => {
  for (const target of targets) {
    test(`${target.what}: ${target.target}`, () => {
      const { first, longRun } = reached(target);
      expect(longRun).toBeGreaterThanOrEqual(target.low);
      expect(longRun).toBeLessThanOrEqual(target.high);
      if (target.everyYear) {
        expect(first).toBeGreaterThanOrEqual(target.low);
        expect(first).toBeLessThanOrEqual(target.high);
      }
    });
  }
});

test('the table of targets in data/README.md says what the generator reaches', () => {
  const rows = targets.map((target) => {
    const { first, longRun } = reached(target);
    const band = `${target.low} … ${target.high}`;
    return `| ${target.what} | ${target.target} | ${band} | ${figure(first)} | ${figure(longRun)} | ${target.source} |`;
  });
  const table = [
    '| figure | target | band | 2005 | mean of 2005–2016 | source |',
    '| --- | --- | --- | ---: | ---: | --- |',
    ...rows,
  ];
  const text = table.join('\n');
  console.log(text);
  expect(readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8')).toContain(text);
});

const yearlySpread = (name: string): number => {
  const means = years.map((year) => mean(series(year, name)));
  return standardDeviation(means) / mean(means);
};

test('years of sun differ by 2.3 % (six years of Valencia, PVGIS), give or take one', () => {
  const spread = mean(solarSites.map(({ column }) => yearlySpread(column)));
  expect(spread).toBeGreaterThan(0.013);
  expect(spread).toBeLessThan(0.033);
});

test('years of wind differ by 5 to 7 %, give or take one', () => {
  const spread = mean(windSites.map(({ column }) => yearlySpread(column)));
  expect(spread).toBeGreaterThan(0.04);
  expect(spread).toBeLessThan(0.08);
});

test('the mean of the inference load is 1 in every year, to the last decimal of the file', () => {
  for (const year of years) {
    const units = series(year, 'inference_load').reduce((sum, value) => sum + Math.round(value * 10_000), 0);
    expect(units).toBe(year.hours * 10_000);
  }
});

test('capacity factors stay within 0…1, and every night has nine to fourteen hours of exactly 0', () => {
  for (const year of years) {
    for (const { column } of [...windSites, ...solarSites]) {
      const { min, max } = extremes(series(year, column));
      expect(min).toBe(0);
      expect(max).toBeGreaterThan(0.75);
      expect(max).toBeLessThanOrEqual(1);
    }
    for (const { column } of solarSites) {
      const values = series(year, column);
      for (let day = 0; day < year.hours / 24; day += 1) {
        const dark = values.subarray(day * 24, day * 24 + 24).filter((value) => value === 0).length;
        if (dark < 9 || dark > 14) throw new Error(`${column} ${year.year}, day ${day}: dark for ${dark} hours`);
      }
    }
  }
});

test('the PUE of the file is the PUE of its temperature, hour by hour', () => {
  const [first] = years;
  const pue = series(first!, 'casablanca_pue');
  series(first!, 'casablanca_temperature').forEach((celsius, hour) => {
    expect(Math.abs(pue[hour]! - (1.2 + 0.007 * Math.max(0, celsius - 12)))).toBeLessThan(0.00006);
  });
});

test('leap years have 8,784 hours, others 8,760, and a year does not depend on which were made before', () => {
  expect(years.map(({ hours }) => hours)).toEqual(LONG_RUN.map((year) => (year % 4 === 0 ? 8784 : 8760)));
  const alone = synthesiseYear({ seed: SEED, year: 2008 });
  for (const { name, values } of alone.columns) expect(values).toEqual(series(years[3]!, name));
});

test('another seed makes another year', () => {
  const other = synthesiseYear({ seed: SEED + 1, year: 2005 });
  for (const { name, values } of other.columns) expect(values).not.toEqual(series(years[0]!, name));
});
