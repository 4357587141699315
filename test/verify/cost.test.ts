import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostKind } from '../../src/verify/annual-cost.ts';
import { capitalRecoveryFactor, costInYear, phaseWeight } from '../../src/verify/annuity.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { committedCapital, committedWithoutPrice } from '../../src/verify/cost-of-standing.ts';
import { type Mutable, type Plan, smallPlan } from './small-plan.ts';

/** Annuity over n years at 10 %, the plan's rate, from its definition: payments whose present value is 1. */
function annuity(years: number): number {
  let presentValue = 0;
  for (let year = 1; year <= years; year++) presentValue += 1.1 ** -year;
  return 1 / presentValue;
}

function annual(plan: Mutable<Plan>, phase: string, name: string, kind: CostKind): number {
  const { items } = recomputeCost(plan.scenario, plan.schedule, plan.buildOut);
  const found = items.filter((item) => item.phase === phase && item.name === name && item.kind === kind);
  expect(found).toHaveLength(1);
  return found[0]!.annualValue;
}

describe('money over the years', () => {
  test('without interest a price is paid back in equal parts', () => {
    expect(capitalRecoveryFactor(0, 25)).toBe(1 / 25);
  });

  test('an annuity pays back its price at any rate, and a tiny rate is next to none', () => {
    expect(capitalRecoveryFactor(0.1, 20)).toBeCloseTo(annuity(20), 12);
    expect(capitalRecoveryFactor(1e-13, 25)).toBeCloseTo(1 / 25, 12);
  });

  test('a cost by year is linear between stated years and flat outside, in whatever order they stand', () => {
    const cost = [
      { year: 2040, value: 60 },
      { year: 2030, value: 100 },
    ];
    expect([2026, 2030, 2035, 2039, 2040, 2050].map((year) => costInYear(cost, year))).toEqual([
      100, 100, 80, 64, 60, 60,
    ]);
    expect(costInYear(7, 2031)).toBe(7);
  });

  test('two years from the start weigh 1/1.1 + 1/1.21, and the three after them follow', () => {
    const { phases } = smallPlan().scenario;
    expect(phaseWeight(0.1, phases, phases[0]!)).toBeCloseTo(1.1 ** -1 + 1.1 ** -2, 12);
    expect(phaseWeight(0.1, phases, phases[1]!)).toBeCloseTo(1.1 ** -3 + 1.1 ** -4 + 1.1 ** -5, 12);
    expect(phaseWeight(0, phases, phases[1]!)).toBe(3);
  });
});

describe('the cost of the plan worked out by hand', () => {
  // Six hours stand for 8,760: every hourly sum counts 1,460 times.
  const TIMES = 1460;

  test('capital is paid on what was built, not on what was committed', () => {
    const plan = smallPlan();
    expect(annual(plan, 'first', 'sun', 'capital')).toBeCloseTo(500_000 * annuity(25) * 40, 4);
    expect(annual(plan, 'first', 'line', 'capital')).toBeCloseTo(80_000 * annuity(40) * 10, 4);
    expect(annual(plan, 'first', 'line', 'fixedOpex')).toBeCloseTo(800 * 15, 6);
  });

  test('a battery pays its power over ten years and its energy over twenty', () => {
    const expected = 100_000 * annuity(10) * 5 + 150_000 * annuity(20) * 10;
    expect(annual(smallPlan(), 'first', 'battery', 'capital')).toBeCloseTo(expected, 4);
    expect(annual(smallPlan(), 'first', 'battery', 'fixedOpex')).toBeCloseTo(500 * 5 + 1500 * 10, 6);
  });

  test('each vintage keeps the price of its first year', () => {
    const plan = smallPlan();
    const table = (first: number, second: number) => [
      { year: 2026, value: first },
      { year: 2028, value: second },
    ];
    plan.scenario.renewables[0]!.purchase = {
      kind: 'own',
      capexPerMW: table(500, 300),
      fixedOpexPerMWYear: table(9, 7),
    };
    plan.scenario.renewables[0]!.committedMW = 1;
    expect(annual(plan, 'second', 'sun', 'capital')).toBeCloseTo((500 + 300) * annuity(25) * 40, 6);
    expect(annual(plan, 'second', 'sun', 'fixedOpex')).toBeCloseTo(9 * (1 + 40) + 7 * 40, 6);
  });

  test('what was committed has a price too, until it is replaced: no part of the cost, but of the full cost', () => {
    const { scenario } = smallPlan();
    scenario.renewables[0]!.committedMW = 4;
    Object.assign(scenario.storages[0]!, { committedMW: 2, committedMWh: 3, powerLifetimeYears: 2 });
    const line = 5 * 80_000 * annuity(40);
    const sun = 4 * 500_000 * annuity(25);
    const cells = 3 * 150_000 * annuity(20);
    // The 10 MW of wind are paid by the MWh; the converters are replaced as the second phase begins.
    expect(committedCapital(scenario, 0)).toBeCloseTo(line + sun + cells + 2 * 100_000 * annuity(2), 4);
    expect(committedCapital(scenario, 1)).toBeCloseTo(line + sun + cells, 4);
    expect(committedWithoutPrice(scenario)).toEqual([]);
    scenario.links[0]!.capexPerMW = 0;
    expect(committedWithoutPrice(scenario)).toEqual(['line']);
    expect(committedCapital(scenario, 1)).toBeCloseTo(sun + cells, 4);
    Object.assign(scenario.links[0]!, { capexPerMW: 80_000, availableFrom: 2028 });
    expect(committedCapital(scenario, 0)).toBeCloseTo(sun + cells + 2 * 100_000 * annuity(2), 4);
    expect(committedCapital(scenario, 1)).toBeCloseTo(line + sun + cells, 4);
  });

  test('a vintage whose lifetime has ended costs nothing more', () => {
    const plan = smallPlan();
    plan.scenario.renewables[0]!.lifetimeYears = 2;
    expect(annual(plan, 'second', 'sun', 'capital')).toBeCloseTo(500_000 * annuity(2) * 40, 4);
    expect(annual(plan, 'second', 'sun', 'fixedOpex')).toBeCloseTo(10_000 * 40, 6);
  });

  test('a contract that pays for production also pays for what is curtailed', () => {
    const plan = smallPlan();
    expect(annual(plan, 'first', 'wind', 'energyPurchase')).toBeCloseTo(40 * 0.5 * 40 * 6 * TIMES, 4);
    plan.scenario.renewables[1]!.purchase = { kind: 'ppa', pricePerMWh: 40, pays: 'used' };
    expect(annual(plan, 'first', 'wind', 'energyPurchase')).toBeCloseTo(40 * 63.75 * TIMES, 4);
  });

  test('wheeling is paid for what is sent, by the plant and by its link, lost on the way or not', () => {
    const plan = smallPlan();
    // 10 MW of sun in three hours enter the line at 3; the wind needs none.
    expect(annual(plan, 'first', 'line', 'wheeling')).toBeCloseTo(3 * 30 * TIMES, 6);
    plan.scenario.renewables[1]!.wheelingPerMWh = 2;
    expect(annual(plan, 'second', 'wind', 'wheeling')).toBeCloseTo(2 * 2 * 63.75 * TIMES, 6);
    expect(annual(plan, 'second', 'line', 'wheeling')).toBeCloseTo(2 * 3 * 30 * TIMES, 6);
  });

  test('where the way charges by the hour, each hour is paid at its own charge, beside that of the year', () => {
    const plan = smallPlan();
    const [sun, wind] = plan.scenario.renewables;
    // 10 MW of sun enter the line in three hours; 8.5 and 12 MW of wind are sent in the second and in the last.
    plan.scenario.links[0]!.wheelingPerMWhByHour = [Float64Array.of(1, 0, 4, 9, 9, 9)];
    wind!.wheelingPerMWhByHour = [Float64Array.of(0, 2, 0, 0, 0, 5)];
    sun!.wheelingPerMWhByHour = [Float64Array.of(0, 0, 0, 7, 7, 7)];
    expect(annual(plan, 'first', 'line', 'wheeling')).toBeCloseTo((3 * 30 + 10 + 40) * TIMES, 6);
    expect(annual(plan, 'first', 'wind', 'wheeling')).toBeCloseTo((2 * 8.5 + 5 * 12) * TIMES, 6);
    expect(annual(plan, 'first', 'sun', 'wheeling')).toBe(0);
  });

  test('what follows from hours is paid at the prices of the years of the phase, by their worth', () => {
    const plan = smallPlan();
    const { grid, links, renewables, storages, load } = plan.scenario;
    const rising = (first: number, second: number) => [
      { year: 2026, value: first },
      { year: 2027, value: second },
    ];
    const [early, late] = [1.1 ** -1, 1.1 ** -2];
    const mean = (first: number, second: number) => (early * first + late * second) / (early + late);
    grid.importPricePerMWhByYear = rising(0, 10);
    grid.carbonPricePerTonne = rising(50, 60);
    grid.subscribedPowerCostPerMWYear = rising(100, 300);
    links[0]!.wheelingPerMWh = rising(1, 3);
    renewables[0]!.variableOpexPerMWh = rising(2, 1);
    renewables[1]!.purchase = { kind: 'ppa', pays: 'used', pricePerMWh: rising(40, 20) };
    storages[0]!.wearPerMWh = rising(2, 5);
    load.tiers[1]!.shed!.lostComputePerMWh = rising(7, 8);
    expect(annual(plan, 'first', 'grid', 'import')).toBeCloseTo((90 + mean(0, 10)) * 3 * TIMES, 6);
    expect(annual(plan, 'first', 'grid', 'carbon')).toBeCloseTo(0.6 * mean(50, 60) * 3 * TIMES, 6);
    expect(annual(plan, 'first', 'grid', 'subscribedPower')).toBeCloseTo(mean(100, 300) * 14, 6);
    expect(annual(plan, 'first', 'line', 'wheeling')).toBeCloseTo(mean(1, 3) * 30 * TIMES, 6);
    expect(annual(plan, 'first', 'sun', 'variableOpex')).toBeCloseTo(mean(2, 1) * 30 * TIMES, 6);
    expect(annual(plan, 'first', 'wind', 'energyPurchase')).toBeCloseTo(mean(40, 20) * 63.75 * TIMES, 6);
    expect(annual(plan, 'first', 'battery', 'wear')).toBeCloseTo(mean(2, 5) * 2 * TIMES, 6);
    expect(annual(plan, 'first', 'training', 'lostCompute')).toBeCloseTo(mean(7, 8) * TIMES, 6);
    // All at the price of 2027 in the second phase, which is twice as large.
    expect(annual(plan, 'second', 'grid', 'import')).toBeCloseTo(100 * 6 * TIMES, 6);
  });

  test('hours cost their flow times their price, and export earns', () => {
    const plan = smallPlan();
    plan.scenario.grid.importPricePerMWh[0]![4] = 120;
    expect(annual(plan, 'first', 'grid', 'import')).toBeCloseTo(120 * 3 * TIMES, 6);
    expect(annual(plan, 'first', 'grid', 'export')).toBeCloseTo(-30 * 2 * TIMES, 6);
    expect(annual(plan, 'first', 'grid', 'subscribedPower')).toBeCloseTo(5000 * 14, 6);
    expect(annual(plan, 'first', 'sun', 'variableOpex')).toBeCloseTo(30 * TIMES, 6);
    expect(annual(plan, 'first', 'battery', 'wear')).toBeCloseTo(2 * 2 * TIMES, 6);
    expect(annual(plan, 'first', 'training', 'lostCompute')).toBeCloseTo(1000 * TIMES, 6);
  });

  test('the objective is the sum of the items, each its annual value over the years of its phase', () => {
    const { scenario, schedule, buildOut } = smallPlan();
    const { objective, items } = recomputeCost(scenario, schedule, buildOut);
    const weights: Record<string, number> = { first: 1.1 ** -1 + 1.1 ** -2, second: 1.1 ** -3 + 1.1 ** -4 + 1.1 ** -5 };
    for (const { phase, value, annualValue } of items) expect(value).toBeCloseTo(weights[phase]! * annualValue, 4);
    expect(objective).toBeCloseTo(
      items.reduce((sum, { value }) => sum + value, 0),
      4,
    );
  });

  test('two weather years count by their probability, each brought to 8,760 hours', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, fc.integer({ min: 0, max: 9 }), (first, imported) => {
        const plan = smallPlan();
        const { scenario, schedule } = plan;
        scenario.weatherYears = [
          { name: 'calm', weight: first, year: 2005, hours: 6 },
          { name: 'short', weight: 1 - first, year: 2006, hours: 3 },
        ];
        scenario.renewables[0]!.capacityFactor.push(new Float64Array(3));
        scenario.renewables[1]!.capacityFactor.push(new Float64Array(3));
        scenario.grid.importPricePerMWh.push(new Float64Array(3).fill(50));
        scenario.grid.exportPricePerMWh.push(new Float64Array(3));
        for (const { weatherYears } of schedule.phases) {
          const short = structuredClone(weatherYears[0]!);
          short.importMW = new Float64Array(3).fill(imported);
          short.exportMW = new Float64Array(3);
          weatherYears.push({ ...short, name: 'short' });
        }
        const expected = 8760 * (first * 90 * (3 / 6) + (1 - first) * 50 * imported);
        expect(annual(plan, 'first', 'grid', 'import')).toBeCloseTo(expected, 3);
      }),
      { numRuns: 30 },
    );
  });
});
