import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planEmissions } from '../../src/metrics/emissions-tonnes.ts';
import { scorecard } from '../../src/metrics/scorecard.ts';
import { workRateAt } from '../../src/scenario/throughput-curve.ts';
import { aptCurve, withEndurance, withFacility, withThroughput } from '../verify/load-faults.ts';
import { smallPlan } from '../verify/small-plan.ts';

test('a tier whose work and power are apart says what it did with its energy', () => {
  const plan = smallPlan();
  withThroughput(plan, aptCurve);
  // 35 MWh served, with which 42 could be done at half power, where machines do 0.6 of their best; 28 were.
  plan.schedule.phases[0]!.weatherYears[0]!.tiers[1]!.workMWh = Float64Array.of(7, 7, 5, 5, 3, 1);
  const [first, second] = scorecard(plan.scenario, plan.schedule);
  expect(first!.weatherYears[0]!.tiers).toEqual([
    {
      name: 'training',
      throughput: { workMWh: 28, energyMWh: 35, energyPerWork: expect.closeTo(1.25, 12), lostMWh: 14 },
    },
  ]);
  expect(second!.weatherYears[0]!.tiers![0]!.throughput).toMatchObject({ energyPerWork: 1, lostMWh: 14 });

  plan.schedule.phases[0]!.weatherYears[0]!.tiers[1]!.workMWh!.fill(0);
  const [idle] = scorecard(plan.scenario, plan.schedule);
  expect(idle!.weatherYears[0]!.tiers![0]!.throughput).toEqual({ workMWh: 0, energyMWh: 35, lostMWh: 42 });
});

test('at no power can machines do more than at their best: none of their throughput is less than lost', () => {
  const [powers, shares] = [6, 4].map((length) =>
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length }),
  );
  let gained = 0;
  const law = fc.property(powers!, shares!, (served, [idle, way, bend, work]) => {
    const middle = 0.1 + 0.8 * way!;
    const points = [
      [0.9 * idle! * middle, 0],
      [middle, middle + (1 - middle) * bend!],
      [1, 1],
    ] as const;
    const plan = smallPlan();
    withThroughput(plan, points);
    const { throughput } = plan.scenario.load.tiers[1]!;
    const hours = plan.schedule.phases[0]!.weatherYears[0]!.tiers[1]!;
    const atPower = (powerMW: number) => 8 * Math.max(0, workRateAt(throughput!.points, powerMW / 8));
    hours.servedMW = Float64Array.from(served, (share) => 8 * share);
    hours.workMWh = hours.servedMW.map((powerMW, h) => atPower(powerMW) * (h === 0 ? work! : 1));
    const [score] = scorecard(plan.scenario, plan.schedule);
    const { lostMWh, energyPerWork = 1 } = score!.weatherYears[0]!.tiers![0]!.throughput!;
    expect(lostMWh).toBeGreaterThanOrEqual(0);
    if (energyPerWork < 1) gained++;
  });
  fc.assert(law, { numRuns: 200, seed: 20261130 });
  expect(gained).toBeGreaterThan(10);
});

test('machines that run at their best all the time lose nothing', () => {
  const plan = smallPlan();
  withThroughput(plan, aptCurve);
  const hours = plan.schedule.phases[0]!.weatherYears[0]!.tiers[1]!;
  hours.servedMW.fill(4);
  hours.workMWh!.fill(4.8);
  const [score] = scorecard(plan.scenario, plan.schedule);
  expect(score!.weatherYears[0]!.tiers![0]!.throughput!.lostMWh).toBeCloseTo(0, 12);
});

test('a tier whose reductions are bounded says how much it held back, how deep, and what endurance was left', () => {
  const plan = smallPlan();
  withEndurance(plan, 0.5, 2, 3);
  const [first, second] = scorecard(plan.scenario, plan.schedule);
  // 4 of 12 MWh in the first hour, which is 4/3 of the deepest at the mean: of 2 hours 2 − (4/3 + 4/3·2/3 − 2/3) = 4/9 are left.
  const endurance = {
    heldBackMWh: 5,
    deepestShare: expect.closeTo(1 / 3, 12),
    leastLeftShare: expect.closeTo(2 / 9, 12),
  };
  expect(first!.weatherYears[0]!.tiers).toEqual([{ name: 'training', endurance }]);
  expect(second!.weatherYears[0]!.tiers![0]!.endurance).toEqual({ ...endurance, heldBackMWh: 10 });
});

test('a site whose overhead is told apart says what stayed, what followed its machines and what was for the warmth', () => {
  const plan = smallPlan();
  withFacility(plan);
  plan.scenario.load.facility!.fixedShare = 0.1;
  const [first] = scorecard(plan.scenario, plan.schedule);
  // 16 MW for six hours; 71 MWh are served, at ten degrees above the threshold.
  const overhead = {
    fixedMWh: expect.closeTo(9.6, 12),
    followingMWh: expect.closeTo(10.65, 12),
    warmthMWh: expect.closeTo(7.1, 12),
  };
  expect(first!.weatherYears[0]!.overhead).toEqual(overhead);
});

test('the plan worked out by hand scores as worked out by hand', () => {
  const { scenario, schedule } = smallPlan();
  const [first, second] = scorecard(scenario, schedule);
  const score = first!.weatherYears[0]!;
  expect(score).toEqual({
    name: 'calm',
    // 3 of 88.75 MWh imported; 1 MWh less is claimed than used, for 2 MWh are exported and 3 imported.
    cfeScore: expect.closeTo(1 - 3 / 88.75, 12),
    annualMatchShare: expect.closeTo(87.75 / 88.75, 12),
    unmatchedMWh: 3,
    unmatchedHours: 1,
    loadMWh: 88.75,
    generationMWh: 30 + 63.75,
    // Sun could give 3 × 20 MWh and wind 6 × 20 MWh.
    curtailedMWh: expect.closeTo(180 - 93.75, 9),
    importMWh: 3,
    // 600 kg each.
    emissionsTonnes: expect.closeTo(1.8, 12),
    exportMWh: 2,
    // 5 MWh in, 2 MWh out.
    storageLossesMWh: 3,
    // Backlog 5 3 2 2 3 1 grows by 4 at the turn of the year and by 1 in hour 4.
    shiftedMWh: 5,
    shedMWh: 1,
  });
  expect(first!.annualLoadMWh).toBeCloseTo((88.75 * 8760) / 6, 6);
  expect(first!.annualEmissionsTonnes).toBeCloseTo((1.8 * 8760) / 6, 9);
  // Two years of the first phase, three of the second, which is twice as large.
  const annual = [first!, second!].map(({ annualEmissionsTonnes }) => annualEmissionsTonnes);
  expect(planEmissions(scenario, annual)).toEqual({
    tonnes: expect.closeTo((2 + 3 * 2) * 1.8 * 1460, 8),
    carbonIntensityKgPerMWh: 600,
  });
  const carbonFactor = { kind: 'direct', year: 2022, source: 'the grid' } as const;
  expect(planEmissions({ ...scenario, grid: { ...scenario.grid, carbonFactor } }, annual)).toMatchObject(carbonFactor);
  expect(second).toMatchObject({
    name: 'second',
    weatherYears: [{ cfeScore: expect.closeTo(1 - 3 / 88.75, 12), importMWh: 6 }],
  });
});

test('with the carbon-free share of the grid counted, what is imported is matched as far as it is free of carbon', () => {
  const { scenario, schedule } = smallPlan();
  scenario.grid.carbonFreeShare = [Float64Array.of(1, 1, 1, 1, 0.25, 1)];
  const [first] = scorecard(scenario, schedule);
  // 3 of 88.75 MWh are imported, in the fifth hour alone, a quarter of them free of carbon.
  expect(first!.weatherYears[0]!.cfeScoreWithGrid).toBeCloseTo(1 - 2.25 / 88.75, 12);
  expect(first!.weatherYears[0]!.cfeScore).toBeCloseTo(1 - 3 / 88.75, 12);
});
