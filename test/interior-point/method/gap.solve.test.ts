/** How near the optimum an answer is, and how exact, for the gap that is asked for. */

import { expect, test } from 'vitest';
import type { LinkedValues } from '../../../src/lp/block-angular.ts';
import type { LinearProgram } from '../../../src/lp/linear-program.ts';
import { decompose } from '../../../src/model/decomposition.ts';
import type { BlockSolveOptions } from '../../../src/solvers/interior-point/method/solve.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { randomSite } from '../../fixtures/random-site.ts';
import { realWindow, realWindows } from '../../fixtures/real-window.ts';
import { everyHour, phase } from '../../fixtures/site.ts';
import { gapIn, kinds, optimumOf, provenCost, solvedInBlocks } from '../proven-cost.ts';

/** How far the worst row is from its limits. */
function violationOf(program: LinearProgram, values: Float64Array): number {
  const { rowCount, rowStart, columnIndex, coefficient, rowLower, rowUpper } = program;
  let worst = 0;
  for (let r = 0; r < rowCount; r++) {
    let sum = 0;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) sum += coefficient[k]! * values[columnIndex[k]!]!;
    worst = Math.max(worst, rowLower[r]! - sum, sum - rowUpper[r]!);
  }
  return worst;
}

test.for([1e-2, 1e-4, 1e-6, 1e-8])('a gap that is asked for is reached: %d', async (relativeGap) => {
  for (const kind of kinds) {
    const scenario = realWindow(1000, 72, kind);
    const [cost, optimum] = [await provenCost(scenario, relativeGap), await optimumOf(scenario)];
    expect(cost - optimum).toBeLessThan(2 * relativeGap * optimum);
    expect(cost - optimum).toBeGreaterThan(-2e-8 * optimum);
  }
});

test.for([0, 1000, 4400])('a gap takes the more rounds the smaller it is, in the week from hour %d', async (from) => {
  const rounds: number[] = [];
  for (const relativeGap of [1e-2, 1e-4, 1e-6]) {
    const { iterations } = await solvedInBlocks(realWindow(from, 168, everyHour), { relativeGap });
    rounds.push(iterations);
  }
  expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
  expect(rounds[0]).toBeLessThan(rounds[2]! - 2);
});

/** By then equations and costs are far from what an optimum has: a year to 1e-2 took as many rounds as to 1e-6. */
test.for([0, 1000, 4400])('a coarse gap ends the solve once duals prove it, four weeks from hour %d', async (from) => {
  const scenario = realWindow(from, 672, everyHour);
  const roundsTo = async (options: Partial<BlockSolveOptions>) => (await solvedInBlocks(scenario, options)).iterations;
  const coarse = await roundsTo({ relativeGap: 1e-2 });
  expect(coarse).toBeLessThan((await roundsTo({ relativeGap: 1e-6 })) - 2);
  expect(coarse).toBeLessThan(
    0.7 * (await roundsTo({ relativeGap: 1e-2, early: { relativeGap: 1e-2, isProven: () => false } })),
  );
});

test('an answer that is not proven is not the last: rounds go on until duals fit the costs', async () => {
  const scenario = realWindow(1000, 168, everyHour);
  const asked: LinkedValues[] = [];
  const isProven = (values: LinkedValues) => asked.push(values) === 0;
  const refused = await solvedInBlocks(scenario, { relativeGap: 1e-2, early: { relativeGap: 1e-2, isProven } });
  const believed = await solvedInBlocks(scenario, { relativeGap: 1e-2 });
  expect([refused.status, believed.status]).toEqual(['optimal', 'optimal']);
  expect(asked.length).toBeGreaterThan(0);
  expect(refused.iterations).toBeGreaterThan(believed.iterations);
});

/** They are the laws of the build-out, and a phase is read to a hundred-thousandth of a MW. */
test('rows between sizes are exact, however coarse the gap', async () => {
  for (let seed = 60; seed < 70; seed++) {
    for (const relativeGap of [0.3, 0.01, 1e-3, 1e-5]) {
      const scenario = randomSite({ seed, matching: everyHour });
      const { program } = decompose(scenario, wholeScope(scenario));
      const result = await solvedInBlocks(scenario, { relativeGap });
      if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
      const { primal } = result.linking;
      const largest = primal.reduce((most, size) => Math.max(most, Math.abs(size)), 1);
      expect(violationOf(program.linking, primal)).toBeLessThan(1e-8 * largest);
    }
  }
});

/** Far from the optimum bounds stand in the way of equations that are settled at once. */
test('a coarse gap is reached, also on sites whose equations do not settle at the first attempt', async () => {
  for (let seed = 50; seed < 60; seed++) {
    for (const relativeGap of [0.3, 0.01, 1e-3]) {
      const scenario = randomSite({ seed, matching: everyHour });
      const [cost, optimum] = [await provenCost(scenario, relativeGap), await optimumOf(scenario)];
      expect(cost - optimum).toBeLessThan(2 * relativeGap * cost);
    }
  }
});

/** Duals alone, as they stand then, prove five to ten times less: they do not fit the costs of the sizes yet. */
test('a solve that is cut short proves about what is left at its bounds, with five phases too', async () => {
  const phases = [40, 100, 200, 300, 500].map((itCapacityMW, p) =>
    phase(`to ${itCapacityMW}`, 2026 + 2 * p, 2, itCapacityMW),
  );
  const scenario = { ...realWindows([0, 4400], 336, everyHour), phases };
  const { program } = decompose(scenario, wholeScope(scenario));
  for (const mostRounds of [10, 12, 14, 16]) {
    let [rounds, gapAtBounds] = [0, 0];
    const result = await solvedInBlocks(scenario, {
      relativeGap: 1e-6,
      deadline: { left: () => (rounds < mostRounds ? Number.POSITIVE_INFINITY : 0), require: () => undefined },
      onProgress: ({ round, relativeGap }) => {
        [rounds, gapAtBounds] = [round, relativeGap];
      },
    });
    if (result.status !== 'limit' || !result.best) throw new Error(`expected a plan cut short, not ${result.status}`);
    expect(gapIn(program, result.best)).toBeLessThan(1.5 * gapAtBounds);
  }
});
