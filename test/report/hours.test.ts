import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { generationShares } from '../../src/metrics/generation-shares.ts';
import { indexedPng } from '../../src/report/charts/png.ts';
import { dailyFractions } from '../../src/report/charts/state-of-charge.ts';
import { hardestWeek } from '../../src/report/hours/hardest-week.ts';
import { matchedShares, supplyShares } from '../../src/report/hours/shares.ts';
import { siteHours } from '../../src/report/hours/site-hours.ts';
import { smallPlan } from '../verify/small-plan.ts';
import { exampleReport } from './example-report.ts';

const close = (series: readonly number[]) => series.map((value) => expect.closeTo(value, 9));

test('what reaches the site is generation less the loss on the way, and what could is the weather', () => {
  const { scenario, schedule } = smallPlan();
  const site = siteHours(scenario, schedule, 0, 0);
  expect([...site.arrivingMW[0]!]).toEqual(close([9, 9, 9, 0, 0, 0]));
  // Sun 0.9 × 40 × 0.5 by day, wind 40 × 0.5 always.
  expect([...site.availableMW]).toEqual(close([38, 38, 38, 20, 20, 20]));
  // Facility 1.25 × (6 firm + 12 6 6 6 6 0 as it arrives).
  expect([...site.unshiftedLoadMW]).toEqual(close([22.5, 15, 15, 15, 15, 7.5]));
});

test('the matched share of an hour is what the grid did not serve', () => {
  const { scenario, schedule } = smallPlan();
  expect([...matchedShares(siteHours(scenario, schedule, 0, 0))]).toEqual(close([1, 1, 1, 1, 1 - 3 / 13.75, 1]));
});

test('shares of the supply add up to what the grid leaves', () => {
  const { scenario, schedule } = smallPlan();
  const shares = supplyShares(scenario, siteHours(scenario, schedule, 0, 0));
  expect(shares.map(({ family }) => family)).toEqual(['solar', 'wind', 'storage']);
  const hour = (h: number) => shares.map((one) => one.shares[h]);
  expect(hour(0)).toEqual(close([9 / 22.5, 13.5 / 22.5, 0]));
  expect(hour(3)).toEqual(close([0, 13 / 15, 2 / 15]));
  // 3 MWh of grid energy in 13.75.
  expect(hour(4)).toEqual(close([0, 10.75 / 13.75, 0]));
  // In the year 27 of sun and 63.75 of wind arrive; 5 of them went through the store, which gave back 2 of a load of 88.75.
  expect(shares.map(({ ofYear }) => ofYear)).toEqual(close([27 / 90.75, 63.75 / 90.75, 2 / 88.75]));
  expect(generationShares([27, 63.75])).toEqual(close([27 / 90.75, 63.75 / 90.75]));
  expect(generationShares([0, 0])).toEqual([0, 0]);
});

test('the hardest week is where the weather gives least for the work, found by trying every week', () => {
  const { scenario, schedule } = exampleReport({ hours: 2000, phases: 1 });
  const site = siteHours(scenario, schedule!, 0, 0);
  const week = hardestWeek(site);
  const sum = (series: Float64Array, first: number) => series.slice(first, first + 168).reduce((a, b) => a + b);
  const every = Array.from(
    { length: 2000 - 167 },
    (_, first) => sum(site.availableMW, first) / sum(site.unshiftedLoadMW, first),
  );
  const least = Math.min(...every);
  expect(week.availableShare).toBeCloseTo(least, 9);
  expect(every[week.firstHour]).toBeCloseTo(least, 9);
  expect(week.hours).toBe(168);
  // The still days stand around day 30.
  expect(Math.abs(week.firstHour / 24 + 3.5 - 30)).toBeLessThan(2);
});

test('a year shorter than a week is its own week', () => {
  const { scenario, schedule } = smallPlan();
  expect(hardestWeek(siteHours(scenario, schedule, 0, 0))).toEqual({
    firstHour: 0,
    hours: 6,
    availableShare: expect.closeTo(174 / 90, 9),
  });
});

test('a day of stored energy is told by its lowest, highest and mean', () => {
  const stored = Float64Array.from({ length: 30 }, (_, h) => (h < 24 ? h : 50));
  expect(dailyFractions(stored, 100)).toEqual([
    { lowest: 0, highest: 0.23, mean: expect.closeTo(0.115, 12) },
    { lowest: 0.5, highest: 0.5, mean: 0.5 },
  ]);
});

test('a picture holds its pixels, row by row, and its colours', () => {
  const png = indexedPng(3, 2, Uint8Array.of(0, 1, 2, 2, 1, 0), ['#000000', '#ff8000', '#ffffff']);
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
  expect([...(chunks.get('PLTE') ?? [])]).toEqual([0, 0, 0, 255, 128, 0, 255, 255, 255]);
  expect([...inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))]).toEqual([0, 0, 1, 2, 0, 2, 1, 0]);
  // The check sum of an empty IEND is the same in every PNG.
  expect(bytes.subarray(-4).toString('hex')).toBe('ae426082');
});

test('pixels that do not fill the picture are refused', () => {
  expect(() => indexedPng(3, 2, new Uint8Array(5), ['#000000'])).toThrow(RangeError);
});
