import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { joinedYears, onlyYear } from '../../src/scenario/weather-years.ts';
import { run } from '../fixtures/campaign.ts';
import { withFacility } from '../fixtures/facility.ts';
import { battery, line, plant, site } from '../fixtures/site.ts';

const years = [4, 5, 6];
const each = (value: number) => years.map((hours, y) => new Float64Array(hours).fill(value + y));

/** Three years of all that a scenario has one of for each weather year. */
function everyKind(): Scenario {
  const weatherYears = years.map((hours, y) => ({ name: `year ${y}`, weight: 1 / 3, year: 2005 + y, hours }));
  const charges = { wheelingPerMWhByHour: each(1) };
  const plain = site({
    hours: 4,
    weatherYears,
    renewables: [plant('sun', [], { capacityFactor: each(0), link: 'line', ...charges })],
    storages: [battery()],
    links: [line('line', charges)],
    grid: { carbonFreeShare: each(0) },
  });
  const campaigns = [run(years.map((hours) => ({ from: 1, to: hours })))];
  const facility = { fixedShare: 0.1, perIT: 0.1, perDegreeAbove: 0.01, thresholdC: 12, temperatureC: each(20) };
  return withFacility({ ...plain, load: { ...plain.load, campaigns } }, facility);
}

/** Lists of a scenario that have as many entries as it has weather years, by path. */
function listsByYear(part: unknown, count: number, path = ''): string[] {
  if (typeof part !== 'object' || part === null || part instanceof Float64Array) return [];
  const inside = Object.entries(part).flatMap(([key, value]) => listsByYear(value, count, `${path}.${key}`));
  return Array.isArray(part) && part.length === count ? [path, ...inside] : inside;
}

test('one weather year of a scenario has one of everything, and all of them together are the scenario again', () => {
  const whole = everyKind();
  expect(listsByYear(whole, 3)).toEqual(
    expect.arrayContaining(['.weatherYears', '.load.campaigns.0.windows', '.links.0.wheelingPerMWhByHour']),
  );
  const single = years.map((_, y) => onlyYear(whole, y));
  for (const one of single) expect(listsByYear(one, 3)).toEqual([]);
  expect(single[2]!.load.campaigns![0]!.windows).toEqual([{ from: 1, to: 6 }]);
  expect(joinedYears(single)).toEqual(whole);
});
