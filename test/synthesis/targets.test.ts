import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { solarSites, windSites } from '../../src/profiles/synthesis/sites.ts';
import { type SyntheticYear, synthesiseYear } from '../../src/profiles/synthesis/synthesise.ts';
import { type Spread, spreads } from './spreads.ts';
import { extremes, mean } from './statistics.ts';
import { series, type Target, targets } from './targets.ts';

const SEED = 7;
const LONG_RUN = Array.from({ length: 20 }, (_, index) => 2005 + index);

let years: SyntheticYear[] = [];
beforeAll(() => {
  years = LONG_RUN.map((year) => synthesiseYear({ seed: SEED, year }));
}, 60_000);

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

/** Standard deviation of the means of the twenty years about their own mean (n − 1), as a share of it. */
const yearlySpread = (name: string): number => {
  const means = years.map((year) => mean(series(year, name)));
  const squares = means.reduce((sum, value) => sum + (value - mean(means)) ** 2, 0);
  return Math.sqrt(squares / (means.length - 1)) / mean(means);
};
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const spreadRow = ({ what, columns, target, low, high, source }: Spread): string => {
  const means = columns.flatMap((name) => years.map((year) => mean(series(year, name))));
  const [least, most] =
    columns.length === 1 ? [Math.min(...means).toFixed(3), Math.max(...means).toFixed(3)] : ['', ''];
  const reachedSpread = percent(mean(columns.map(yearlySpread)));
  return `| ${what} | ${target} | ${percent(low)} … ${percent(high)} | ${reachedSpread} | ${least} | ${most} | ${source} |`;
};

describe('years differ from each other as measured years do', () => {
  for (const { what, columns, low, high } of spreads) {
    test(`${what}: ${percent(low)} … ${percent(high)}`, () => {
      const spread = mean(columns.map(yearlySpread));
      expect(spread).toBeGreaterThanOrEqual(low);
      expect(spread).toBeLessThanOrEqual(high);
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
    '| figure | target | band | 2005 | mean of 2005–2024 | source |',
    '| --- | --- | --- | ---: | ---: | --- |',
    ...rows,
    '',
    '| spread of the yearly means | target | band | reached | lowest year | highest year | source |',
    '| --- | --- | --- | ---: | ---: | ---: | --- |',
    ...spreads.map(spreadRow),
  ];
  const text = table.join('\n');
  console.log(text);
  expect(readFileSync(new URL('../../data/README.md', import.meta.url), 'utf8')).toContain(text);
});

test('the mean of the inference load is 1 in every year, to the last decimal of the file', () => {
  for (const year of years) {
    const units = series(year, 'inference_load').reduce((sum, value) => sum + Math.round(value * 10_000), 0);
    expect(units).toBe(year.hours * 10_000);
  }
});

test('capacity factors stay within 0…1, and every night has nine to fifteen hours of exactly 0', () => {
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
        // Fifteen on a dark day of December, whose first and last light is below half a thousandth.
        if (dark < 9 || dark > 15) throw new Error(`${column} ${year.year}, day ${day}: dark for ${dark} hours`);
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
