import { expect, test } from 'vitest';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import type { Method } from '../../src/studies/method.ts';
import { plan } from '../../src/studies/plan.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { HOURS_PER_YEAR } from '../../src/units.ts';
import { gapFloorOf } from '../../src/verify/gap-floor.ts';
import { engineOf, proven } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { resultOf } from '../fixtures/result-to-verify.ts';
import { phase, site } from '../fixtures/site.ts';

const priceable = ['plant', 'storage', 'wear', 'import', 'export', 'subscription', 'link'] as const;
type Priced = (typeof priceable)[number];

const matchings: readonly Matching[] = [
  { kind: 'hourly', target: 1, over: 'everyYear' },
  { kind: 'hourly', target: 0.95, over: 'everyYear' },
  { kind: 'annual', target: 0.9, over: 'everyYear' },
  { kind: 'none' },
];

/** Four days of the campus; what is not priced is free. */
function campus(matching: Matching, shareOf: (priced: Priced) => number): Scenario {
  const { renewables, storages, links, grid, ...rest } = realWindow(2000, 96, matching);
  const flat = (price: number) => [new Float64Array(96).fill(price)];
  const plantShare = shareOf('plant');
  return {
    ...rest,
    renewables: renewables.map((of) => ({
      ...of,
      purchase: { kind: 'own', capexPerMW: 1e6 * plantShare, fixedOpexPerMWYear: 1e4 * plantShare },
    })),
    storages: storages.map((of) => ({
      ...of,
      capexPerMW: 1e5 * shareOf('storage'),
      capexPerMWh: 1.5e5 * shareOf('storage'),
      wearPerMWh: shareOf('wear'),
    })),
    links: links.map((of) => ({ ...of, capacityMW: 10, capexPerMW: 1e5 * shareOf('link') })),
    grid: {
      ...grid,
      importPricePerMWh: flat(90 * shareOf('import')),
      exportPricePerMWh: flat(20 * shareOf('export')),
      exportLimitMW: 50,
      subscribedPowerCostPerMWYear: 3e4 * shareOf('subscription'),
    },
  };
}

const standing = (scenario: Scenario): Scenario => ({
  ...scenario,
  renewables: scenario.renewables.map((of) => ({ ...of, committedMW: 80 })),
  storages: scenario.storages.map((of) => ({ ...of, committedMW: 40, committedMWh: 200 })),
});

/** The answer to a study, proven, and found so again from what it says. */
async function answerOf(scenario: Scenario, study: 'plan' | 'dispatch', method: Method) {
  const engine = engineOf(highsSolver, method);
  const answer = study === 'plan' ? await plan(scenario, engine, 'together') : await dispatch(scenario, engine);
  expect(verifyResult(resultOf(scenario, study, answer)).disagreements).toEqual([]);
  return proven(answer);
}

const methods = ['decomposed', 'one-lp'] as const;

test.for(methods)('prices unknown: which score is reached is answered all the same, %s', async (method) => {
  for (const matching of matchings) {
    const { certificate } = await answerOf(
      campus(matching, () => 0),
      'plan',
      method,
    );
    expect(certificate).toMatchObject({ objective: 0, dualBound: 0, relativeGap: 0 });
  }
  const scenario = standing(campus({ kind: 'none' }, () => 0));
  const { certificate, schedule } = await answerOf(scenario, 'dispatch', method);
  expect(certificate).toMatchObject({ objective: 0, relativeGap: 0 });
  const { importMW, loadMW } = schedule.phases[0]!.weatherYears[0]!;
  const [imported, load] = [importMW, loadMW].map((values) => values.reduce((sum, value) => sum + value, 0));
  expect(imported! / load!).toBeGreaterThan(0.05);
  expect(imported! / load!).toBeLessThan(0.5);
});

test.for(methods)('a plan of which one thing alone has a price, or a tiny one, is answered, %s', async (method) => {
  let free = 0;
  for (const only of priceable) {
    for (const price of [1, 1e-6]) {
      for (const matching of [matchings[1]!, matchings[3]!]) {
        const { certificate } = await answerOf(
          campus(matching, (of) => (of === only ? price : 0)),
          'plan',
          method,
        );
        if (Math.abs(certificate.objective) < certificate.gapFloor) free++;
      }
    }
  }
  expect(free).toBeGreaterThan(15);
});

test('in another unit of money the same plan comes of it, however small the numbers are', async () => {
  const { cost } = await answerOf(
    campus(matchings[1]!, () => 1),
    'plan',
    'decomposed',
  );
  for (const unit of [1e-6, 1e3]) {
    const other = await answerOf(
      campus(matchings[1]!, () => unit),
      'plan',
      'decomposed',
    );
    expect(other.cost.objective / unit / cost.objective).toBeCloseTo(1, 5);
  }
});

test.for(methods)(
  'no limit written as a hundred million, or a million million, changes no plan, %s',
  async (method) => {
    for (const matching of matchings) {
      const priced = campus(matching, (of) => (of === 'link' ? 0 : 1));
      const { cost } = await answerOf(priced, 'plan', method);
      for (const far of [1e8, 1e12]) {
        const scenario: Scenario = {
          ...priced,
          renewables: priced.renewables.map((of) => ({ ...of, siteMaximumMW: far })),
          storages: priced.storages.map((of) => ({ ...of, maximumMW: far })),
          grid: { ...priced.grid, importLimitMW: far },
        };
        const other = await answerOf(scenario, 'plan', method);
        expect(other.cost.objective / cost.objective).toBeCloseTo(1, 5);
      }
    }
  },
);

test('the floor is a thousandth of the currency for each MWh of work, discounted', () => {
  const phases = [phase('first', 2030, 1, 10), phase('second', 2031, 2, 20)];
  const scenario = { ...site({ hours: 2, meanMW: 5, installedMW: 10, phases }), discountRate: 0.25 };
  // Half of the power works: 5 MW for a year, then 10 MW for two, at 0.8, 0.64 and 0.512.
  expect(gapFloorOf(scenario)).toBeCloseTo(0.001 * HOURS_PER_YEAR * (5 * 0.8 + 10 * (0.64 + 0.512)), 9);
  expect(gapFloorOf(scenario, phases.slice(1))).toBeCloseTo(0.001 * HOURS_PER_YEAR * 11.52, 9);
});

test('another floor than that of the scenario is found out', async () => {
  const scenario = campus(matchings[0]!, () => 1);
  const answer = await plan(scenario, engineOf(), 'together');
  const result = resultOf(scenario, 'plan', answer);
  result.claimed.certificate!.gapFloor = 1e12;
  const { disagreements } = verifyResult(result);
  expect(disagreements.map(({ where }) => where)).toEqual(['certificate.gapFloor']);
});
