import { expect, test } from 'vitest';
import { createEngine } from '../../src/studies/engine.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, planned, standingIn } from '../fixtures/answers.ts';
import { own, phase, plant, series, site } from '../fixtures/site.ts';

const always = [1, 1];
const tenYears = { lifetimeYears: 10 };

/** Prices quadruple before the second phase. */
const rising = site({
  hours: 2,
  phases: [phase('first', 2030, 2, 1), phase('second', 2032, 3, 2)],
  renewables: [
    plant('wind', always, {
      ...tenYears,
      purchase: {
        kind: 'own',
        capexPerMW: [
          { year: 2030, value: 100 },
          { year: 2032, value: 400 },
        ],
        fixedOpexPerMWYear: 0,
      },
    }),
  ],
});

test('with the second phase in sight its plant is built in the first, while it is cheap', async () => {
  const answer = await planned(rising, 'together');
  // 2 MW at 100 / 10 through five years.
  expect(answer.cost.objective).toBeCloseTo(100, 6);
  expect(answer.buildOut.map(({ renewables }) => renewables[0]!.builtMW)).toEqual([expect.closeTo(2), 0]);
  expect(answer.solver.method).toBe('one-lp');
  expect(answer.proofs).toHaveLength(1);
});

test('phase by phase each is built when it comes, on what stands, and proven by itself', async () => {
  const answer = await planned(rising, 'phaseByPhase');
  // 1 MW at 10 through five years, 1 MW at 40 through three.
  expect(answer.cost.objective).toBeCloseTo(50 + 120, 6);
  expect(answer.buildOut.map(({ renewables }) => renewables[0]!.builtMW)).toEqual([
    expect.closeTo(1),
    expect.closeTo(1),
  ]);
  expect([standingIn(answer, 0), standingIn(answer, 1)]).toEqual([
    { wind: expect.closeTo(1) },
    { wind: expect.closeTo(2) },
  ]);
  expect(answer.solver).toMatchObject({ method: 'one-lp', reason: 'each phase given what stands' });
  expect(answer.proofs).toHaveLength(2);
});

test('a plan is certified: its objective is the proven bound, and every law was checked', async () => {
  const { certificate, cost, verification } = await planned(rising);
  expect(certificate.verified).toBe(true);
  expect(certificate.objective).toBe(cost.objective);
  expect(certificate.dualBound).toBeLessThanOrEqual(cost.objective);
  expect(certificate.relativeGap).toBeLessThan(1e-9);
  expect(verification.laws.filter(({ checks }) => checks > 0).length).toBeGreaterThan(10);
});

test('where selling ever more pays for ever more plant, the answer is unbounded', async () => {
  const wind = plant('wind', always, { siteMaximumMW: Number.POSITIVE_INFINITY });
  const grid = { exportPricePerMWh: [series(1, 1)] };
  expect((await plan(site({ hours: 2, renewables: [wind], grid }), engineOf(), 'together')).status).toBe('unbounded');
});

test.each(['together', 'phaseByPhase'] as const)(
  'out of time, a plan %s answers that, and nothing else',
  async (how) => {
    const engine = createEngine({ solver: 'auto', threads: 1, timeLimitSeconds: 0 });
    try {
      const answer = await plan(rising, engine, how);
      expect(answer).toMatchObject({ status: 'limit', limit: 'time' });
      expect(Object.keys(answer).sort()).toEqual(['limit', 'solver', 'status']);
    } finally {
      await engine.close();
    }
  },
);

test('on a thread the same plan comes out, its solver named with the reason, its progress told', async () => {
  const events: string[] = [];
  const engine = createEngine({
    solver: 'auto',
    threads: 1,
    timeLimitSeconds: 60,
    onProgress: ({ task, state, size }) => events.push(`${task}: ${state}, ${size}`),
  });
  try {
    const answer = await plan(rising, engine, 'phaseByPhase');
    expect(answer).toMatchObject({ status: 'optimal', cost: { objective: expect.closeTo(170, 6) } });
    expect(answer.solver).toMatchObject({ name: 'javascript-lp-solver', version: '1.0.3' });
    expect(answer.solver.reason).toContain('few enough');
    expect(answer.solver.wallSeconds).toBeGreaterThan(0);
    expect(events.slice(0, 2)).toEqual(['site: first: formulating, ', 'site: first: solving, 3 rows']);
    expect(events.slice(-3)).toEqual(['site: second: done, 3 rows', 'site: verifying, ', 'site: verified, ']);
  } finally {
    await engine.close();
  }
});

test('a plant for one phase only is asked for by one phase only', async () => {
  const brief = plant('wind', always, { lifetimeYears: 2, purchase: own(20) });
  const phases = [phase('first', 2030, 2, 3), phase('second', 2032, 2, 1)];
  const answer = await planned(site({ hours: 2, phases, renewables: [brief] }));
  // 3 MW for two years, then 1 MW for two: 20 / 2·(3·2 + 1·2).
  expect(answer.cost.objective).toBeCloseTo(80, 6);
  expect([standingIn(answer, 0), standingIn(answer, 1)]).toEqual([
    { wind: expect.closeTo(3) },
    { wind: expect.closeTo(1) },
  ]);
});
