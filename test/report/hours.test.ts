import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { generationShares } from '../../src/metrics/generation-shares.ts';
import { indexedPng } from '../../src/report/charts/png.ts';
import { dailyFractions } from '../../src/report/charts/state-of-charge.ts';
import { hardestWeek } from '../../src/report/hours/hardest-week.ts';
import { matchedShares, supplyShares } from '../../src/report/hours/shares.ts';
import { siteHours } from '../../src/report/hours/site-hours.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { events } from '../../src/report/sections/events.ts';
import { flexibleLoad } from '../../src/report/sections/flexible-load.ts';
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

type Report = ReturnType<typeof exampleReport>;
type Year = NonNullable<Report['schedule']>['phases'][number]['weatherYears'][number];

function withYears(data: Report, change: (year: Year, y: number) => Partial<Year>): Report {
  const phases = data.schedule!.phases.map((phase) => ({
    ...phase,
    weatherYears: phase.weatherYears.map((year, y) => ({ ...year, ...change(year, y) })),
  }));
  return { ...data, schedule: { phases } };
}

const total = (values: Iterable<number>) => Array.from(values).reduce((all, value) => all + value, 0);

/** Texts of all cells of the last table of a section. */
function cellsOf(section: ReturnType<typeof events>): string[][] {
  const table = section!.blocks.findLast((block) => block.kind === 'table')!;
  const { text } = languageNamed('en');
  return table.rows.map(({ name, cells }) => [name, ...cells].map((cell) => text(cell ?? '')));
}

test('hours that decide are stretches above three times the mean price of load; the three that weigh most of each year are told', () => {
  const [HOURS, PAUSE] = [600, 6];
  // Nights of four days, one of them in two parts with too long a pause, and one with a short one.
  const dear: readonly [from: number, to: number, price: number][] = [
    [50, 60, 400],
    [64, 70, 350],
    [200, 205, 900],
    [300, 330, 300],
    [400, 402, 5000],
    [410, 411, 800],
  ];
  const prices = Float64Array.from(
    { length: HOURS },
    (_, h) => dear.find(([from, to]) => h >= from && h < to)?.[2] ?? 10,
  );
  const data = withYears(exampleReport({ hours: HOURS, phases: 1, weatherYears: 2 }), (_, y) => ({
    shadowPricePerMWh: prices.map((price) => price + y),
  }));
  const told = cellsOf(events(data));
  const expected = data.schedule!.phases[0]!.weatherYears.flatMap(({ name, loadMW, shadowPricePerMWh }, y) => {
    const worth = loadMW.map((mw, h) => mw * shadowPricePerMWh![h]!);
    const mean = total(worth) / total(loadMW);
    const above = [...loadMW.keys()].filter((h) => shadowPricePerMWh![h]! > 3 * mean);
    const firsts = above.filter((h, at) => at === 0 || h - above[at - 1]! > PAUSE + 1);
    return firsts
      .map((from, at) => [from, above.findLast((h) => h < (firsts[at + 1] ?? HOURS))! + 1] as const)
      .map(([from, to]) => ({
        from,
        to,
        value: total(worth.subarray(from, to)),
        energy: total(loadMW.subarray(from, to)),
      }))
      .toSorted((a, b) => b.value - a.value)
      .slice(0, 3)
      .map(({ from, to, value, energy }) => [
        ...['phase 1', name],
        ...[from, to].map((h) => `${new Date(Date.UTC(2005 + y, 0, 1, h)).toISOString().slice(0, 16)}Z`),
        ...[
          String(to - from),
          (value / energy).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        ],
        `${((100 * value) / total(worth)).toFixed(1)} %`,
      ]);
  });
  expect(expected).toHaveLength(6);
  expect(new Set(expected.map((row) => row[4]))).toEqual(new Set(['2', '20', '30']));
  expect(told).toEqual(expected);
});

test('work that is given up has arrived, and is told beside what was moved', () => {
  const plain = exampleReport({ hours: 480, phases: 1, weatherYears: 2 });
  const shed = (y: number) => Float64Array.from({ length: 480 }, (_, h) => (h % 24 === 19 ? 2 + y : 0));
  const data = withYears(plain, ({ tiers }, y) => ({
    tiers: tiers.map((tier, k) => (k === 1 ? { ...tier, shedMW: shed(y) } : tier)),
  }));
  const years = plain.schedule!.phases[0]!.weatherYears;
  const expected = (of: (y: number) => number) =>
    Math.round(((of(0) + of(1)) / 2) * (8760 / 480)).toLocaleString('en-US');
  const [row] = cellsOf(flexibleLoad(data));
  // Two and three MWh of each of 20 days, as a year of 365.
  expect(row![7]).toBe(Math.round(2.5 * 365).toLocaleString('en-US'));
  const done = (y: number) => total(years[y]!.tiers[1]!.servedMW);
  // Hours are cyclic, so what waits at the end of a year is what waited at its beginning.
  expect(row![2]).toBe(expected((y) => done(y) + total(shed(y))));
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
