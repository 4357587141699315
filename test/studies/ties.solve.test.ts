/** Where answers cost the same, what is told of them is no accident of the solver, and does not change with their size. */

import { describe, expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import type { Method } from '../../src/studies/method.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, flowsOf, proven, standingIn } from '../fixtures/answers.ts';
import { larger } from '../fixtures/random-site.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { own, plant } from '../fixtures/site.ts';

const HOURS = 240;
const target = (kind: 'hourly' | 'annual', share: number): Matching => ({
  kind,
  target: share,
  over: 'everyYear',
});

/** Import at 60 and export at a price. */
function traded(matching: Matching, exportPrice: number): Scenario {
  const scenario = realWindow(4000, HOURS, matching);
  const flat = (price: number) => [new Float64Array(HOURS).fill(price)];
  const grid = { ...scenario.grid, importPricePerMWh: flat(60), exportPricePerMWh: flat(exportPrice) };
  const renewables = scenario.renewables.map((asset) => ({ ...asset, siteMaximumMW: 80 }));
  return { ...scenario, renewables, grid, storages: [] };
}

const solved = async (scenario: Scenario, method: Method = 'decomposed') =>
  proven(await plan(scenario, engineOf(highsSolver, method), 'together'));

const scoreOf = (scenario: Scenario, { schedule }: Proven) => scorecard(scenario, schedule)[0]!.weatherYears[0]!;

describe('import and export of one hour', () => {
  test.each([target('hourly', 0.8), target('annual', 1), { kind: 'none' } as const])(
    'at equal prices never run together: $kind',
    async (matching) => {
      const equal = traded(matching, 60);
      for (const method of ['decomposed', 'one-lp'] as const) {
        const { importMW, exportMW } = flowsOf(await solved(equal, method));
        expect(
          importMW.filter((m, h) => m > 0 && exportMW[h]! > 0),
          method,
        ).toHaveLength(0);
        expect(importMW.some((m) => m > 0)).toBe(true);
        expect(exportMW.some((x) => x > 0)).toBe(true);
      }
      // A cent less for export leaves no tie, and nothing of the plan changes.
      const below = traded(matching, 59.99);
      const [atTie, beside] = await Promise.all([solved(equal), solved(below)]);
      expect(scoreOf(equal, atTie).cfeScore).toBeCloseTo(scoreOf(below, beside).cfeScore, 4);
      expect(scoreOf(equal, atTie).importMWh / scoreOf(below, beside).importMWh).toBeCloseTo(1, 3);
    },
    60_000,
  );

  test('a dispatch at equal prices has them one at a time as well', async () => {
    const scenario = traded({ kind: 'none' }, 60);
    const standing = {
      ...scenario,
      renewables: scenario.renewables.map((asset) => ({ ...asset, committedMW: 60 })),
    };
    const { importMW, exportMW } = flowsOf(proven(await dispatch(standing, engineOf(highsSolver, 'decomposed'))));
    expect(importMW.filter((m, h) => m > 0 && exportMW[h]! > 0)).toHaveLength(0);
  }, 60_000);
});

describe('where nothing has a price', () => {
  const free = (method: Method) => {
    const scenario = traded(target('annual', 0.5), 0);
    const flat = [new Float64Array(HOURS)];
    const renewables = scenario.renewables.map((asset) => ({ ...asset, committedMW: 80 }));
    const grid = { ...scenario.grid, importPricePerMWh: flat, exportPricePerMWh: flat };
    // Firm work only: where import is free, when work is done is a choice that nothing prices.
    const tiers = scenario.load.tiers.map((tier) => ({ ...tier, deadlineHours: 0, floorShare: 0 }));
    const asked = { ...scenario, renewables, grid, load: { ...scenario.load, tiers } };
    return solved(asked, method).then((answer) => scoreOf(asked, answer));
  };

  test('what stands is used before the grid, and two methods tell the same score', async () => {
    const [blocks, whole] = [await free('decomposed'), await free('one-lp')];
    expect(blocks.cfeScore).toBeCloseTo(whole.cfeScore, 6);
    expect(blocks.annualMatchShare).toBeCloseTo(whole.annualMatchShare, 6);
    expect(blocks.curtailedMWh).toBeCloseTo(0, 6);
  }, 60_000);
});

/** The same plan, so many times as large. */
function enlarged(scenario: Scenario, times: number): Scenario {
  return {
    ...scenario,
    phases: scenario.phases.map((phase) => ({ ...phase, itCapacityMW: times * phase.itCapacityMW })),
    renewables: scenario.renewables.map((asset) => ({
      ...asset,
      siteMaximumMW: times * asset.siteMaximumMW,
      committedMW: times * asset.committedMW,
    })),
    storages: scenario.storages.map((storage) => ({ ...storage, maximumMW: times * storage.maximumMW })),
    links: scenario.links.map((link) => ({
      ...link,
      capacityMW: larger(link.capacityMW, times),
      maximumMW: larger(link.maximumMW, times),
    })),
  };
}

describe('a plan and its likeness of another size', () => {
  test.each([0.025, 12.5, 100])(
    '%d times as large have the same hours unmatched and the same score',
    async (times) => {
      const scenario = traded(target('hourly', 0.8), 20);
      const large = enlarged(scenario, times);
      const [one, other] = [scoreOf(scenario, await solved(scenario)), scoreOf(large, await solved(large))];
      expect(one.unmatchedHours).toBeGreaterThan(0);
      expect(other.unmatchedHours).toBe(one.unmatchedHours);
      expect(other.cfeScore).toBeCloseTo(one.cfeScore, 5);
    },
    60_000,
  );
});

describe('sizes', () => {
  test('what stands and is not added to, what is not built and what is at its most are exact', async () => {
    const scenario = realWindow(4000, HOURS, target('hourly', 0.9));
    const coast = scenario.renewables[0]!;
    const dear = own(9_000_000);
    const others = Array.from({ length: 12 }, (_, at) => ({ ...coast, name: `dear ${at}`, purchase: dear }));
    const many: Scenario = {
      ...scenario,
      renewables: [
        ...scenario.renewables.map((asset) => ({ ...asset, siteMaximumMW: 10 })),
        {
          ...plant('old', []),
          capacityFactor: coast.capacityFactor,
          committedMW: 20,
          siteMaximumMW: 21,
          purchase: dear,
        },
        { ...coast, name: 'further', siteMaximumMW: 1000, purchase: own(1_400_000, 25_000) },
        ...others,
      ],
    };
    const standing = standingIn(await solved(many));
    expect(standing).toMatchObject({ old: 20 });
    for (const { name } of others) expect(standing[name], name).toBe(0);
    expect(standing.coast).toBe(10);
  }, 60_000);
});
