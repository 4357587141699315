/** How often duals and columns are pushed to their ends where that leads nowhere. */

import { expect, test } from 'vitest';
import type { BlockSystem } from '../../../src/solvers/interior-point/method/block-system.ts';
import { EarlyEnd } from '../../../src/solvers/interior-point/method/early-end.ts';

/** Blocks that only count what is asked of them: columns cost 100, no step closes an equation. */
function countedSystem(provenBound: number | undefined) {
  const asked = { columns: 0, duals: 0 };
  const system = {
    solveDirection: async (_at: unknown, { kind }: { kind: string }) => {
      if (kind === 'predictor') asked.columns++;
      else asked.duals++;
    },
    evaluate: async () => ({ objective: 100, primalResidual: 1 }),
    savePoint: async () => undefined,
    restorePoint: async () => undefined,
    factorise: async () => undefined,
    bestDuals: async () => provenBound && { bound: provenBound, linking: [], shares: [] },
    dualsOfBlocks: async () => [],
  } as unknown as BlockSystem;
  return { asked, system };
}

const solveMaster = () => Promise.reject(new Error('nobody mixes duals'));
const options = { relativeGap: 1e-3, floor: 0, solveMaster, shouldStop: () => false };

/** A gap that narrows by a tenth a round, from ten times what is asked for to a third of it. */
const gaps = Array.from({ length: 34 }, (_, round) => 1e-2 * 0.9 ** round);

test('duals that prove nothing are pushed in three rounds of thirty, and columns looked at in five', async () => {
  const { asked, system } = countedSystem(undefined);
  const early = new EarlyEnd(system, options);
  let rounds = 0;
  for (const gap of gaps) if (await early.attempt(0, gap)) rounds++;
  expect(rounds).toBeGreaterThan(1);
  expect(rounds).toBeLessThanOrEqual(5);
  expect(asked.columns).toBe(rounds);
  expect(asked.duals).toBeLessThanOrEqual(3 * 4);
});

test('columns whose equations do not close are led there twice, and not again', async () => {
  const { system } = countedSystem(99.99);
  const early = new EarlyEnd(system, options);
  let closings = 0;
  for (const gap of gaps) {
    if (!(await early.attempt(0, gap))?.isNear) continue;
    closings++;
    const { isProven, steps } = await early.pushColumns(0, () => {
      throw new Error("an answer whose equations are open is nobody's to judge");
    });
    expect([isProven, steps]).toEqual([false, 1]);
  }
  expect(closings).toBe(2);
});

test('no gap at the bounds, no attempt', async () => {
  const { system } = countedSystem(undefined);
  expect(await new EarlyEnd(system, options).attempt(0, Number.NaN)).toBeUndefined();
});
