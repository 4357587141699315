import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver.ts';
import { planned } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { everyHour } from '../fixtures/site.ts';

const start = (hours: number) => fc.nat({ max: 8760 - hours });

/** @returns the cost that both find */
async function agreedCost(scenario: Scenario): Promise<number> {
  const [sparse, dense] = [
    (await planned(scenario, 'together', highsSolver)).cost.objective,
    (await planned(scenario, 'together', javascriptLpSolver)).cost.objective,
  ];
  expect(Math.abs(dense / sparse - 1)).toBeLessThan(1e-6);
  return sparse;
}

test('two solvers that share no code agree on the cost of one to three days of real profiles', async () => {
  const rules = fc.constantFrom<Matching>(
    everyHour,
    { kind: 'hourly', target: 0.9, over: 'everyYear' },
    { kind: 'annual', target: 1, over: 'everyYear' },
  );
  const costs = new Set<number>();
  let hours = 0;
  const law = fc.asyncProperty(start(72), fc.integer({ min: 24, max: 72 }), rules, async (from, length, matching) => {
    costs.add(await agreedCost(realWindow(from, length, matching)));
    hours += length;
  });
  await fc.assert(law, { numRuns: 12, seed: 20260204, endOnFailure: true });
  expect(hours).toBeGreaterThan(12 * 30);
  expect(costs.size).toBe(12);
});

test('they agree on a week matched in every hour', async () => {
  const law = fc.asyncProperty(start(168), async (from) => {
    expect(await agreedCost(realWindow(from, 168, everyHour))).toBeGreaterThan(0);
  });
  await fc.assert(law, { numRuns: 1, seed: 20260205, endOnFailure: true });
});
