import { describe, expect, test, vi } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { type SizesApart, sizesApart } from '../../src/verify/committed-and-new.ts';
import { committedCapital } from '../../src/verify/cost-of-standing.ts';
import { flowsOf, standingIn } from '../fixtures/answers.ts';
import { phases, priced, shipped, withAssets } from './documents.ts';
import { annualCostOf, expectWithin, solved, standing, withoutStorage } from './solved.ts';

// A few seconds each, on a machine that has them to spare.
vi.setConfig({ testTimeout: 300_000 });

/** Levelised and full cost of the first phase [currency per MWh]. */
function costsPerMWh(scenario: Scenario, answer: Proven): number[] {
  const { annualLoadMWh } = scorecard(scenario, answer.schedule)[0]!;
  const spent = annualCostOf(answer, scenario.phases[0]!.name);
  return [spent / annualLoadMWh, (spent + committedCapital(scenario, 0)) / annualLoadMWh];
}

describe('what was committed', () => {
  test('does not stand before it is available, nor does anything new of its kind', async () => {
    const { answer } = await solved({
      ...withAssets(shipped, { committedMW: 60, availableFrom: 2030 }),
      phases: phases(['before', 2026, 4, 40], ['after', 2030, 10, 80]),
    });
    expect(standingIn(answer, 0)).toMatchObject({ Wind: 0 });
    expect(Math.max(...flowsOf(answer).renewables[0]!.generationMW)).toBe(0);
    // Any wind at all would make it 31 million.
    expectWithin(0.005, annualCostOf(answer, 'before'), 43_158_000);
    expect(standingIn(answer, 1).Wind).toBeGreaterThan(60);
  });

  test('leaves when it has worn out', async () => {
    const { scenario, answer } = await solved({
      ...withAssets(priced, { lifetimeYears: 5, committedMW: 200 }, { lifetimeYears: 5, committedMW: 100 }),
      ...withoutStorage(0.9),
      phases: phases(['new', 2026, 5, 40], ['worn', 2031, 20, 40]),
    });
    const [stands, worn] = sizesApart(scenario, answer.schedule);
    expect(stands!.renewables.map(({ committedMW }) => committedMW)).toEqual([200, 100]);
    expect(worn!.renewables.map(({ committedMW }) => committedMW)).toEqual([0, 0]);
    expectWithin(1e-3, answer.cost.objective, 668_775_000);
    expectWithin(0.005, annualCostOf(answer, 'worn'), 82_459_000);
  });

  test('costs the plan nothing more, and the full cost counts it', async () => {
    const { scenario, answer } = await solved(
      withAssets(shipped, { committedMW: 60 }, {}, { committedMW: 20, committedMWh: 100 }),
    );
    expect(costsPerMWh(scenario, answer)).toEqual([expect.closeTo(62.49, 1), expect.closeTo(90.77, 1)]);
    const [{ renewables, storages }] = sizesApart(scenario, answer.schedule) as [SizesApart];
    expect(renewables).toMatchObject([
      { committedMW: 60, newMW: 0 },
      { committedMW: 0, newMW: expect.closeTo(216.2, 0) },
    ]);
    expect(storages).toMatchObject([
      { committedMW: 20, newMW: expect.closeTo(40.4, 0), committedMWh: 100, newMWh: expect.closeTo(347.7, -1) },
    ]);
  });

  test('is dispatched for what running it costs', async () => {
    const { scenario, answer, scores } = await solved(withAssets(shipped, ...standing), 1e-4, 'dispatch');
    expect(costsPerMWh(scenario, answer)).toEqual([expect.closeTo(11.52, 1), expect.closeTo(62.02, 1)]);
    expect(scores[0]!.cfeScore).toBeCloseTo(0.96808, 4);
  });

  test('is not bound by the ratio for building', async () => {
    const storages = [{ name: 'Battery', technology: 'battery', committedMW: 50, committedMWh: 100 }];
    const { answer, scores } = await solved(
      { ...withAssets(priced, { committedMW: 200 }, { committedMW: 100 }), ...withoutStorage(0.9), storages },
      1e-4,
      'dispatch',
    );
    expect(standingIn(answer)).toEqual({ Wind: 200, Sun: 100, Battery: [50, 100] });
    expect(scores[0]!.cfeScore).toBeCloseTo(0.93339, 5);
  });
});
