import { expect, test } from 'vitest';
import { joinedYears, onlyYear } from '../../src/scenario/weather-years.ts';
import { foldsOf, grownOf } from '../../src/studies/outsample/other-sizes.ts';
import { stressYears } from '../../src/studies/outsample/stress-years.ts';
import { outsample, summaryOf, type TestedSoFar, worstWindow } from '../../src/studies/outsample.ts';
import { engineOf, planned } from '../fixtures/answers.ts';
import { realWindow, realWindows } from '../fixtures/real-window.ts';
import { battery, own, plant, series, site } from '../fixtures/site.ts';

const hourly = { kind: 'hourly', target: 1, over: 'everyYear' } as const;

test('sizes made for two hours of wind leave in an hour without any what their store does not hold', async () => {
  // 2 MW of wind in the first of two hours for 1 MW of load: 1 MWh is stored.
  const sized = site({
    hours: 2,
    renewables: [plant('wind', [1, 0], { purchase: own(1000) })],
    storages: [battery({ capexPerMWh: 1 })],
  });
  const { buildOut } = await planned(sized);
  const poorer = { ...sized, renewables: [{ ...sized.renewables[0]!, capacityFactor: [series(0.75, 0)] }] };
  const other = { ...poorer, weatherYears: [{ ...sized.weatherYears[0]!, name: 'other' }] };
  const [result] = await outsample(
    { scenario: joinedYears([sized, other]), buildOut, kinds: ['sized', 'weather'] },
    engineOf(),
  );
  const [own2, poor] = result!.years;
  expect(own2).toMatchObject({ name: 'only', meetsTarget: true });
  expect(own2!.unmatchedMWh).toBeCloseTo(0, 4);
  // 1.5 of 2 MWh come.
  expect(poor!.unmatchedMWh).toBeCloseTo(0.5, 6);
  expect(poor!.atLeastMWh).toBeCloseTo(0.5, 4);
  expect(poor!.cfeScore).toBeCloseTo(0.75, 6);
  expect(poor).toMatchObject({ meetsTarget: false });
  expect(result!.summary).toMatchObject({ n: 1, missed: 1 });
});

test('each way of making a week harder leaves no less unmatched than the week itself, and most leave something', async () => {
  const scenario = realWindow(0, 168, hourly);
  const { buildOut, schedule } = await planned(scenario);
  const harder = stressYears(scenario, schedule);
  // The technology of the fixture is no wind by name.
  expect(harder.map(({ name }) => name.split(': ')[1])).toEqual([
    ...['longest lull twice as long', 'heat wave', 'plant late', 'plant out'],
  ]);
  const tested = joinedYears([scenario, ...harder.map((one) => one.scenario)]);
  const kinds = tested.weatherYears.map((_, y) => (y === 0 ? ('sized' as const) : ('stress' as const)));
  const [result] = await outsample({ scenario: tested, buildOut, kinds }, engineOf());
  const [itself, ...others] = result!.years.map(({ unmatchedMWh }) => unmatchedMWh);
  expect(itself).toBeLessThan(1e-3);
  // A hot week of a winter takes little more than it did.
  expect(others.filter((mwh) => mwh > 1)).toHaveLength(3);
  expect(result!.summary).toBeUndefined();
});

test('sizes of a week are as good in it beside other weeks as alone, and never better than sizes made for all', async () => {
  const all = realWindows([5000, 0, 2000], 168, hourly);
  const first = onlyYear(all, 0);
  const kept: TestedSoFar[] = [];
  const of = async (sizedFor: typeof all) =>
    outsample(
      { scenario: all, buildOut: (await planned(sizedFor)).buildOut, kinds: ['sized', 'weather', 'weather'] },
      engineOf(),
      (so) => kept.push(so),
    );
  const [together] = await of(all);
  kept.length = 0;
  const [one] = await of(first);
  // Whoever stops it has the weeks that are done, as they are in the end.
  expect(kept.map(({ years }) => years.length)).toEqual([1, 2]);
  for (const { years, phases } of kept) expect(phases[0]!.years).toEqual(years.map((y) => one!.years[y]));
  expect(one!.years[0]!.meetsTarget).toBe(true);
  expect(together!.years.every(({ meetsTarget }) => meetsTarget)).toBe(true);
  expect(one!.summary!.missed).toBeGreaterThan(0);
  expect(together!.summary!.conditionalValueAtRisk.unmatchedMWh).toBeLessThan(1e-2);
});

test('a window is the one with most in it, ranks are of years and the worst share takes a part of a year', () => {
  expect(worstWindow(series(1, 0, 3, 2, 2), 2)).toEqual({ from: 2, energy: 5 });
  const year = (unmatchedMWh: number) => ({
    ...{ name: '', cfeScore: -unmatchedMWh, unmatchedMWh, atLeastMWh: unmatchedMWh, unmatchedHours: 1 },
    ...{ meetsTarget: unmatchedMWh < 3, worst: [] },
  });
  const summary = summaryOf(Array.from({ length: 15 }, (_, at) => year(at)));
  expect(summary).toMatchObject({ n: 15, missed: 12 });
  expect(summary.quantiles.map(({ unmatchedMWh }) => unmatchedMWh)).toEqual([7, 13, 14]);
  expect(summary.quantiles.map(({ cfeScore }) => cfeScore)).toEqual([-7, -13, -14]);
  // A tenth of 15 years: the worst, and half of the next.
  expect(summary.conditionalValueAtRisk.unmatchedMWh).toBeCloseTo((14 + 0.5 * 13) / 1.5, 12);
});

test('sizes grown by the worst missed weeks cost what all weeks together do where hours cost nothing, and know fewer of them', async () => {
  const drawn = realWindows([5000, 0, 2000, 6500, 3500], 48, hourly);
  const all = { ...drawn, storages: drawn.storages.map((one) => ({ ...one, wearPerMWh: 0 })) };
  const [first, ...others] = all.weatherYears.map((_, y) => onlyYear(all, y));
  const keptGrown: Awaited<ReturnType<typeof grownOf>>[] = [];
  const grown = await grownOf([first!], others, engineOf(), (so) => keptGrown.push(so));
  expect(keptGrown.map(({ steps, objective }) => [steps, objective])).toEqual(
    grown.steps.map((_, at) => [grown.steps.slice(0, at + 1), undefined]),
  );
  const together = await planned(all);
  expect(grown.objective! / together.cost.objective).toBeCloseTo(1, 4);
  expect(grown.steps.length).toBeGreaterThan(0);
  expect(grown.sizedOn.length).toBeLessThan(all.weatherYears.length);
  // From below.
  const costs = [...grown.steps.map(({ objective }) => objective), grown.objective!];
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));

  const keptFolds: number[] = [];
  const folds = await foldsOf([first!, ...others], 2, engineOf(), (so) => keptFolds.push(so.length));
  expect(keptFolds).toEqual([1, 2]);
  expect(folds.map(({ testedIn }) => testedIn)).toEqual([
    ['from 5000', 'from 2000', 'from 3500'],
    ['from 0', 'from 6500'],
  ]);
  for (const { sizedOn, testedIn, objective, phases } of folds) {
    expect([...sizedOn, ...testedIn].toSorted()).toEqual(all.weatherYears.map(({ name }) => name).toSorted());
    expect(objective! / together.cost.objective).toBeLessThan(1 + 1e-6);
    expect(phases[0]!.years.map(({ name }) => name)).toEqual(testedIn);
  }
  // What all weeks need is not known to both halves.
  expect(folds.some(({ phases }) => phases[0]!.summary!.missed! > 0)).toBe(true);
});
