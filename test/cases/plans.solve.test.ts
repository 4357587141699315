/** Plans of a whole year on the shipped profiles, each of which was once answered wrongly. */

import { describe, expect, test, vi } from 'vitest';
import { answerDoubts } from '../../src/metrics/answer-doubts.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { flowsOf, standingIn } from '../fixtures/answers.ts';
import { grid, phases, priced, shipped, target, withAssets } from './documents.ts';
import { expectWithin, solved, standing, withoutStorage } from './solved.ts';

// A few seconds each, on a machine that has them to spare.
vi.setConfig({ testTimeout: 300_000 });

describe('hours that count as unmatched', () => {
  test('at 99 % are those in which plant falls short, not what a solver leaves', async () => {
    const { answer, scores } = await solved({ ...shipped, matching: target('hourly', 0.99) }, 1e-6);
    expectWithin(1e-5, answer.cost.objective, 169_881_230);
    expect(scores[0]!.cfeScore).toBeCloseTo(0.99, 6);
    // 730, were every 10 Wh that a solver leaves counted.
    expect(scores[0]!.unmatchedHours).toBeGreaterThanOrEqual(140);
    expect(scores[0]!.unmatchedHours).toBeLessThanOrEqual(212);
  });

  test('are the same whether half is promised or nothing, where more than half is cheapest', async () => {
    const half = await solved({ ...shipped, matching: target('hourly', 0.5) }, 1e-6);
    const none = await solved({ ...shipped, matching: { kind: 'none' } }, 1e-6);
    expectWithin(1e-6, half.answer.cost.objective, none.answer.cost.objective);
    expectWithin(1e-5, none.answer.cost.objective, 106_594_172);
    for (const { scores } of [half, none]) {
      expect(scores[0]!.cfeScore).toBeCloseTo(0.81776, 4);
      expectWithin(0.005, scores[0]!.unmatchedHours, 2856);
    }
  });

  test('are the same in a plan of twelve times the size, and where a site has no limit', async () => {
    const one = await solved(priced, 1e-5);
    const twelve = await solved(
      {
        ...withAssets(priced, { siteMaximumMW: 6250 }, { siteMaximumMW: 6250 }),
        phases: phases(['first', 2026, 10, 500]),
        grid: { ...priced.grid, exportLimitMW: 625 },
      },
      1e-5,
    );
    const far = await solved(withAssets(priced, { siteMaximumMW: 1e8 }, { siteMaximumMW: 1e8 }), 1e-5);
    expectWithin(1e-5, one.answer.cost.objective, 133_080_705);
    expectWithin(1e-5, twelve.answer.cost.objective, 12.5 * 133_080_705);
    expectWithin(1e-5, far.answer.cost.objective, 133_080_705);
    for (const { scores } of [one, twelve, far]) expectWithin(0.001, scores[0]!.unmatchedHours, 1676);
  });
});

describe('what costs nothing', () => {
  const nothing = { fixedOpexPerMWYear: 0 };
  const freeStorage = { ...nothing, fixedOpexPerMWhYear: 0, wearPerMWh: 0 };

  test('is planned', async () => {
    const free = { ...nothing, capexPerMW: 0 };
    const { answer } = await solved(withAssets(shipped, free, free, { ...free, ...freeStorage, capexPerMWh: 0 }));
    expect(answer.certificate).toMatchObject({ objective: 0, verified: true });
  });

  test('is dispatched as far as it serves', async () => {
    const [wind, sun, battery] = standing;
    const assets = withAssets(shipped, { ...wind, ...nothing }, { ...sun, ...nothing }, { ...battery, ...freeStorage });
    const { answer, scores } = await solved(
      { ...assets, grid: { ...grid, importPricePerMWh: 0 }, matching: { kind: 'none' } },
      1e-4,
      'dispatch',
    );
    expect(answer.cost.objective).toBe(0);
    expect(scores[0]!.cfeScore).toBeCloseTo(0.96808, 4);
  });
});

describe('lives', () => {
  test('power equipment is paid no longer than its storage stands', async () => {
    const { scenario, answer } = await solved(
      withAssets(shipped, {}, {}, { lifetimeYears: 5, powerLifetimeYears: 40 }),
      1e-3,
    );
    const five = { ...scenario, storages: scenario.storages.map((of) => ({ ...of, powerLifetimeYears: 5 })) };
    expect(answer.cost.objective).toBe(recomputeCost(five, answer.schedule, answer.buildOut).objective);
    expectWithin(1e-3, answer.cost.objective, 332_075_700);
  });

  test('plant that wears out inside of a phase is bought again at the price of that year, cut or not', async () => {
    const price = (now: number, later: number) => ({
      lifetimeYears: 10,
      capexPerMW: [
        { year: 2026, value: now },
        { year: 2035, value: later },
      ],
    });
    const document = {
      ...withAssets(priced, price(300_000, 3_000_000), price(200_000, 2_000_000)),
      ...withoutStorage(0.9),
    };
    const whole = await solved({ ...document, phases: phases(['a', 2026, 9, 40], ['b', 2035, 15, 40]) });
    const cut = await solved({
      ...document,
      phases: phases(['a', 2026, 9, 40], ['b', 2035, 1, 40], ['c', 2036, 14, 40]),
    });
    expectWithin(2e-4, whole.answer.cost.objective, 692_024_000);
    expectWithin(2e-4, cut.answer.cost.objective, 691_980_000);
  });
});

describe('what is sold', () => {
  test('at equal prices is never bought in the same hour: a tie decides no score', async () => {
    const traded = (exportPricePerMWh: number) =>
      solved({
        ...withAssets(priced, { siteMaximumMW: 80 }, { siteMaximumMW: 80 }),
        storages: [],
        grid: { ...grid, importPricePerMWh: 60, exportPricePerMWh },
        matching: { kind: 'annual', target: 1 },
      });
    for (const { answer, scores } of [await traded(60), await traded(59.99)]) {
      const { importMW, exportMW } = flowsOf(answer);
      expect(importMW.filter((mw, h) => mw > 0 && exportMW[h]! > 0)).toHaveLength(0);
      expect(scores[0]!.cfeScore).toBeCloseTo(0.8309, 4);
      expectWithin(1e-3, scores[0]!.importMWh, 59_268);
    }
  });

  test('and pays for the plan is asked about', async () => {
    const { scenario, answer } = await solved({ ...shipped, grid: { ...grid, exportPricePerMWh: 60 } }, 1e-3);
    expect(answerDoubts(scenario, answer.schedule, answer.cost.items)).toMatchObject([
      {
        code: 'answer.unlikely',
        where: 'phases[0]',
        problem: expect.stringMatching(
          /^first costs -2(59|60)[\d.]* EUR .*Wind stands with 500 MW, Sun stands with 500 MW/,
        ),
      },
    ]);
  });
});

test('of fifty sites those that are not built have 0 MW', async () => {
  const [wind, sun] = priced.renewables;
  const farms = Array.from({ length: 50 }, (_, i) => ({
    ...wind,
    name: `W${i}`,
    siteMaximumMW: 20,
    capexPerMW: 1_200_000 + ((7000 * i) % 50_000),
    loss: i / 1000,
  }));
  const { answer } = await solved({ ...priced, renewables: [...farms, sun], ...withoutStorage(0.9) }, 1e-6);
  const built = Object.entries(standingIn(answer)).filter(([, size]) => size !== 0);
  expect(Object.fromEntries(built)).toEqual({
    ...Object.fromEntries([0, 1, 2, 3, 4, 8, 9, 10, 15, 16].map((i) => [`W${i}`, 20])),
    W22: expect.closeTo(12.75, 1),
    Sun: expect.closeTo(80.15, 1),
  });
});
