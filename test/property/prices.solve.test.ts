import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { WeatherYearSchedule } from '../../src/schedule/schedule.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, flowsOf, planned, proven } from '../fixtures/answers.ts';
import { priced, randomSite } from '../fixtures/random-site.ts';

const run = { numRuns: 40, seed: 20260203 };

/** Energy at the hours' prices, in money of a year of 8,760 hours. */
function worth({ shadowPricePerMWh }: WeatherYearSchedule, mw: (hour: number) => number): number {
  const hours = shadowPricePerMWh!.length;
  return (8760 / hours) * shadowPricePerMWh!.reduce((sum, price, h) => sum + price * mw(h), 0);
}

const costOf = ({ cost }: Proven, ...names: string[]) =>
  cost.items.filter(({ name }) => names.includes(name)).reduce((sum, { annualValue }) => sum + annualValue, 0);

/** What each asset earns at the prices beyond what it costs in a year; wind and its cable live on one income. */
function rentsOf(scenario: Scenario, answer: Proven): Record<'sun' | 'wind' | 'battery', number> {
  const flows = flowsOf(answer);
  const [sun, wind] = flows.renewables.map(({ generationMW }, i) =>
    worth(flows, (h) => (1 - scenario.renewables[i]!.loss) * generationMW[h]!),
  );
  const { chargeMW, dischargeMW } = flows.storages[0]!;
  return {
    sun: sun! - costOf(answer, 'sun'),
    wind: wind! - costOf(answer, 'wind', 'cable'),
    battery: worth(flows, (h) => dischargeMW[h]! - chargeMW[h]!) - costOf(answer, 'battery'),
  };
}

test('at the shadow prices need pays for everything, and only a plant whose site is full earns more than it costs', async () => {
  let full = 0;
  let stored = 0;
  const law = fc.asyncProperty(fc.nat(), fc.boolean(), async (seed, isCrowded) => {
    const drawn = randomSite({ seed, isSingle: true });
    const [sun, wind] = drawn.renewables;
    const tiers = drawn.load.tiers.map(({ shed: _, ...tier }) => tier);
    const grid = { ...drawn.grid, exportPricePerMWh: drawn.grid.exportPricePerMWh.map((year) => year.fill(0)) };
    const free = { ...drawn, grid, load: { ...drawn.load, tiers } };
    // Room for half of what would be built.
    const siteMaximumMW = (await planned(free)).schedule.phases[0]!.capacities.renewables[0]!.capacityMW / 2;
    const scenario: Scenario = isCrowded ? { ...free, renewables: [{ ...sun!, siteMaximumMW }, wind!] } : free;

    const answer = await planned(scenario);
    const rents = rentsOf(scenario, answer);
    const { loadMW, storages } = flowsOf(answer);
    const paid = worth(flowsOf(answer), (h) => loadMW[h]!);
    const annualCost = answer.cost.items.reduce((sum, { annualValue }) => sum + annualValue, 0);
    const slack = 1e-5 * annualCost;
    expect(Math.abs(paid - rents.sun - annualCost)).toBeLessThanOrEqual(slack);
    expect(Math.abs(rents.wind)).toBeLessThanOrEqual(slack);
    expect(Math.abs(rents.battery)).toBeLessThanOrEqual(slack);
    expect(rents.sun).toBeGreaterThanOrEqual(-slack);
    if (!isCrowded) expect(rents.sun).toBeLessThanOrEqual(slack);
    if (rents.sun > 10 * slack) full++;
    if (storages[0]!.dischargeMW.some((mw) => mw > 0.1)) stored++;
  });
  await fc.assert(law, run);
  expect(full).toBeGreaterThan(5);
  expect(stored).toBeGreaterThan(5);
});

test('the reported items add up to the cost of the plan, discounted as the phases last', async () => {
  let items = 0;
  const law = fc.asyncProperty(fc.nat(), async (seed) => {
    const scenario = randomSite({ seed, matching: { kind: 'hourly', target: 0.9, over: 'everyYear' } });
    const { cost, certificate } = await planned(scenario);
    const sum = cost.items.reduce((total, { value }) => total + value, 0);
    expect(sum / certificate.objective).toBeCloseTo(1, 9);
    // The dual bound knows nothing of items: it comes from the programme that was solved.
    expect(sum / certificate.dualBound).toBeCloseTo(1, 6);
    items += cost.items.filter(({ value }) => Math.abs(value) > 1e-6 * sum).length;
  });
  await fc.assert(law, { ...run, numRuns: 20 });
  expect(items).toBeGreaterThan(20 * 6);
});

test.for([
  ['one-lp', 1e-9],
  ['one-lp', 1e-7],
  ['one-lp', 1e-4],
  ['one-lp', 1e9],
  ['decomposed', 1e-9],
  ['decomposed', 1e-7],
  ['decomposed', 1e9],
] as const)('the unit of money changes nothing but the cost: %s, times %d', async ([method, times]) => {
  let bound = 0;
  const law = fc.asyncProperty(fc.nat(), async (seed) => {
    const scenario = randomSite({ seed, matching: { kind: 'hourly', target: 0.9, over: 'everyYear' } });
    const inOther = priced(scenario, times);
    const before = (await planned(scenario)).cost.objective;
    const { cost, certificate } = proven(await plan(inOther, engineOf(highsSolver, method), 'together'));
    const slack = 2e-6 * Math.max(certificate.gapFloor, times * before);
    expect(Math.abs(cost.objective - times * before)).toBeLessThanOrEqual(slack);
    if (slack < 0.1 * times * before) bound++;
  });
  await fc.assert(law, { ...run, numRuns: 25 });
  // Where prices are next to nothing a gap is a share of the floor, and may be all of the cost.
  expect(bound).toBe(times < 1e-6 ? 0 : 25);
});
