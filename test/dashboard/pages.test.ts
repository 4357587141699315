import { expect, test } from 'vitest';
import { largestWeeks, valuesOf, weekAround } from '../../api/dashboard/pages/hours/hours-of-year.ts';
import { holding, marksOf, moved, zoomed } from '../../api/dashboard/pages/hours/zoom.ts';
import { attainableTarget } from '../../api/dashboard/pages/plan/attainable-target.ts';
import { changedBy, offered } from '../../api/dashboard/pages/plan/remedies.ts';
import { knownAlong } from '../../api/dashboard/pages/what-if/known-costs.ts';
import { slidersOf, withChanges } from '../../api/dashboard/pages/what-if/sliders.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { namePattern } from '../../src/scenario/schema/names.ts';

test('numbers of a map are what they stand for, and where there is none there is none', () => {
  const sent = { series: 'price', unit: 'money/MWh', firstHour: '2005-01-01T00:00Z', least: 10, most: 20 };
  const numbers = Buffer.from(Uint16Array.of(0, 32_767, 65_534, 65_535).buffer).toString('base64');
  expect(Array.from(valuesOf({ ...sent, values: numbers }))).toEqual([10, 15, 20, Number.NaN]);
});

test('hard weeks do not overlap, and a week stays within the year', () => {
  // Two hard stretches, of days 10 to 12 and of day 20.
  const values = Float64Array.from({ length: 8_760 }, (_, hour) =>
    hour >= 240 && hour < 312 ? 5 : hour >= 480 && hour < 504 ? 2 : 0,
  );
  const [first, second] = largestWeeks(values, 2);
  expect(first!.mean).toBeCloseTo((72 * 5) / 168, 12);
  expect(second!.mean).toBeCloseTo((24 * 2) / 168, 12);
  expect(Math.abs(first!.firstHour - second!.firstHour)).toBeGreaterThanOrEqual(168);
  expect([weekAround(0, 8_760), weekAround(100, 8_760), weekAround(8_759, 8_760)]).toEqual([0, 24, 8_592]);
});

const shortage = { phase: 'one', weatherYear: 'w', unmatchedHours: 1, worstHours: [] };
const asks = (target: number) => ({
  matching: { kind: 'hourly', target },
  phases: [{ name: 'one', firstYear: 2026, itCapacityMW: 10 }],
  load: { utilisation: 0.5, tiers: [] },
});

test('the target that is offered permits what stays unmatched, and what is no share of the load offers none', () => {
  // 5 % of the load are permitted, 100 MWh; 150 MWh are 7.5 %.
  expect(attainableTarget([{ ...shortage, permittedMWh: 100, unmatchedMWh: 150 }], asks(0.95))).toBe(0.925);
  // At least 10 MW × 0.5 × 8,760 h are drawn: 4,380 MWh are at most a tenth.
  expect(attainableTarget([{ ...shortage, permittedMWh: 0, unmatchedMWh: 4_380 }], asks(1))).toBe(0.9);
  expect(attainableTarget([{ ...shortage, permittedMWh: 0, unmatchedMWh: 50_000 }], asks(1))).toBeUndefined();
  // Of the 8,784 h of a leap year 4,392 MWh are a tenth, of 8,760 h more.
  const of = (year: number) => ({ worstHours: [{ hour: 0, stamp: `${year}-01-01T00:00Z`, unmatchedMWh: 1 }] });
  const targetIn = (year: number) =>
    attainableTarget([{ ...shortage, ...of(year), permittedMWh: 0, unmatchedMWh: 4_392 }], asks(1));
  expect([targetIn(2007), targetIn(2008)]).toEqual([0.895, 0.9]);
});

test('a remedy is tried with a little more of it than the least, in the field that it is about, or is not offered', () => {
  const scenario = {
    name: 'x',
    currency: 'EUR',
    phases: [{ name: 'first', firstYear: 2026, itCapacityMW: 40 }],
    weatherYears: [],
    renewables: [{ name: 'Coast', technology: 'wind', siteMaximumMW: 60 }],
    storages: [{ name: 'Coast', technology: 'battery' }],
    load: { tiers: [{ name: 'training', deadlineHours: 24 }] },
    matching: { kind: 'hourly', target: 1 },
  };
  const enough = (
    quantity: 'siteMaximumMW' | 'storageMaximumMW' | 'deadlineHours' | 'firstYear' | 'target',
    name: string,
    needed: number,
  ) => ({ quantity, name, needed, verdict: 'enough' }) as const;
  const coast = enough('siteMaximumMW', 'Coast', 100.0001);
  expect(changedBy(scenario, coast)?.renewables).toEqual([{ ...scenario.renewables[0]!, siteMaximumMW: 100.1 }]);
  expect(changedBy(scenario, enough('deadlineHours', 'training', 36))?.load.tiers[0]).toMatchObject({
    deadlineHours: 36,
  });
  expect(changedBy(scenario, enough('target', 'matching', 0.88339))?.matching).toEqual({
    kind: 'hourly',
    target: 0.8833,
  });
  const later = changedBy(scenario, enough('firstYear', 'phases', 2029));
  expect(later?.phases).toEqual([{ name: 'first', firstYear: 2029, itCapacityMW: 40 }]);
  // What is rounded up already stays, whatever doubles make of it.
  expect(offered(enough('siteMaximumMW', 'Coast', 1.1))).toBe(1.1);
  expect(changedBy(scenario, enough('storageMaximumMW', 'Coast', 5))).toBeUndefined();
  expect(changedBy(scenario, { ...coast, verdict: 'notEnough' })).toBeUndefined();
});

test('the year is seen nearer around a day that stays, along no further than its ends, with marks of months or days', () => {
  const year = { first: 0, days: 365 };
  const near = zoomed(year, 365, 4, 100);
  expect(near.days).toBe(91.25);
  expect((100 - near.first) / near.days).toBeCloseTo(100 / 365, 12);
  expect(zoomed(year, 365, 1e9).days).toBe(14);
  expect(zoomed(near, 365, 1e-9)).toEqual(year);
  expect([moved(near, 365, -1e3).first, moved(near, 365, 1e3).first]).toEqual([0, 273.75]);
  expect(holding({ first: 10, days: 14 }, 365, 30)).toEqual({ first: 17, days: 14 });
  expect(holding({ first: 10, days: 14 }, 365, 12)).toEqual({ first: 10, days: 14 });
  const newYear = Date.UTC(2005, 0);
  expect(marksOf(year, newYear).map(({ day }) => day)).toEqual([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]);
  expect(marksOf({ first: 3.5, days: 14 }, newYear)).toEqual(
    [4, 6, 8, 10, 12, 14, 16].map((day) => ({ day, isMonth: false })),
  );
});

const campus = {
  name: 'x',
  currency: 'EUR',
  weatherYears: [{ name: '2005' }],
  discountRate: 0.07,
  phases: [{ name: 'one', firstYear: 2026, itCapacityMW: 40 }],
  load: {
    utilisation: 0.8,
    tiers: [
      { name: 'firm', deadlineHours: 0 },
      { name: 'late', deadlineHours: 5 },
    ],
  },
  renewables: [{ name: 'Coast', technology: 'wind', siteMaximumMW: 1_500 }],
  grid: { importPricePerMWh: { file: 'profile:x', column: 'price' } },
  matching: { kind: 'hourly', target: 0.9 },
};

test('what may be moved is what the scenario gives a number, around what was built, its own value among all others', () => {
  const phases = [{ renewables: { Coast: { capacityMW: 20 } } }] as unknown as Parameters<typeof slidersOf>[1];
  const sliders = slidersOf(campus, phases);
  expect(sliders.map(({ path }) => path)).toEqual([
    'matching.target',
    'load.utilisation',
    'phases[0].itCapacityMW',
    'renewables[0].siteMaximumMW',
    'discountRate',
    'load.tiers[1].deadlineHours',
    'load.tiers[1].floorShare',
  ]);
  for (const { base, values } of sliders) {
    expect(values).toContain(base);
    expect(values.toSorted((a, b) => a - b)).toEqual(values);
  }
  const site = sliders.find(({ kind }) => kind === 'siteMaximumMW')!;
  expect(site.values.slice(-2)).toEqual([60, 1_500]);
});

test('a scenario with changes has them, and a name that a scenario may have', () => {
  const named = { ...campus, name: `Campus ${'x'.repeat(73)}` };
  const sliders = slidersOf(named, []);
  const changes = { 'matching.target': 0.95, 'renewables[0].siteMaximumMW': 36.5, 'load.tiers[1].deadlineHours': 12 };
  const changed = withChanges(named, sliders, changes) as typeof campus;
  expect(changed.matching.target).toBe(0.95);
  expect(changed.renewables[0]!.siteMaximumMW).toBe(36.5);
  expect(changed.load.tiers.map(({ deadlineHours }) => deadlineHours)).toEqual([0, 12]);
  expect(changed.name).toMatch(namePattern);
  expect(changed.name).toMatch(/^Campus x+ \(target 0\.95, Coast siteMaximumMW 36\.5/);
});

test('along a slider stands what was solved and told with all else as it is now, and what was solved is no band', () => {
  const target = { path: 'target', base: 0.9 };
  const run = (cost: number) => ({ figures: { cost } }) as unknown as RunDocument;
  const bandOf = (low: number, high?: number) => ({
    currency: 'EUR',
    lower: { cost: low, by: [], share: 0 },
    ...(high === undefined ? {} : { upper: { cost: high, by: [], share: 0 } }),
  });
  const told = [
    { changes: { target: 0.92, price: 5 }, band: bandOf(11, 13) },
    { changes: { target: 0.92 }, band: bandOf(7) },
    { changes: { price: 5, target: 0.95 }, band: bandOf(14, 20) },
  ];
  const solved = [
    { run: run(10), changes: { price: 5 } },
    { run: run(15), changes: { target: 0.95, price: 5 } },
    { run: run(9), changes: {} },
  ];
  expect(knownAlong(target, { price: 5, target: 0.93 }, told, solved)).toEqual([
    { value: 0.9, exact: 10 },
    { value: 0.92, lower: 11, upper: 13 },
    { value: 0.95, exact: 15 },
  ]);
});
