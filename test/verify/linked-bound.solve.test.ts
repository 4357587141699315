import { expect, test } from 'vitest';
import type { LinkedValues } from '../../src/lp/block-angular.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { relativeGap } from '../../src/units.ts';
import { certifyBlocks } from '../../src/verify/certificate.ts';
import { provenLowerBound } from '../../src/verify/dual-bound.ts';
import { provenLowerBoundOfBlocks } from '../../src/verify/linked-bound.ts';
import { joined } from '../fixtures/joined-program.ts';
import { type BlockWish, linkedBlocks } from './linked-blocks.ts';
import { chanceOf } from './random-plan.ts';
import type { Column, Row } from './tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;

/** Two or three linking columns, two blocks of one to three columns; box rows hold every own column. */
function randomBlocks(seed: number, linkingUpper: () => number) {
  const chance = chanceOf(seed);
  const whole = (least: number, most: number) => least + Math.floor((most - least + 1) * chance());
  const list = <T>(length: number, of: (at: number) => T) => Array.from({ length }, (_, at) => of(at));
  const row = (size: number): Row => {
    const lower = chance() < 0.5 ? whole(-6, 1) : -open;
    const upper = lower === -open || chance() < 0.5 ? whole(2, 12) : open;
    return { lower, upper, coefficients: list(size, () => whole(-3, 3)) };
  };
  const count = whole(2, 3);
  const columns = list(count, (): Column => ({ cost: whole(0, 4), lower: 0, upper: linkingUpper() }));
  const blocks = list(2, (): BlockWish => {
    const linkedTo = list(count, (j) => j).filter(() => chance() < 0.8);
    const own = whole(1, 3);
    const size = linkedTo.length + own;
    const box = list(own, (j): Row => {
      return { lower: -40, upper: 40, coefficients: list(size, (at) => (at === linkedTo.length + j ? 1 : 0)) };
    });
    const lower = () => (chance() < 0.3 ? -open : 0);
    return {
      linkedTo,
      linkedCosts: linkedTo.map(() => whole(0, 2)),
      columns: list(own, () => ({ cost: whole(-3, 4), lower: lower(), upper: chance() < 0.5 ? open : whole(0, 5) })),
      rows: [...list(whole(1, 3), () => row(size)), ...box],
      constant: whole(-5, 5),
    };
  });
  const disturb = (values: Float64Array, by: number) => values.map((value) => value + by * (2 * chance() - 1));
  return {
    program: linkedBlocks(
      columns,
      list(whole(0, 2), () => row(count)),
      blocks,
    ),
    disturb,
  };
}

const dualsIn = ({ linking, blocks }: LinkedValues, change: (values: Float64Array) => Float64Array) => ({
  linking: change(linking.rowDual),
  blocks: blocks.map(({ rowDual }) => change(rowDual)),
});
const concat = (lists: readonly Float64Array[]) => Float64Array.from(lists.flatMap((list) => [...list]));

async function optimumOf(program: Parameters<typeof highsSolver.solve>[0]) {
  const result = await highsSolver.solve(program, { timeLimitSeconds: open });
  return result.status === 'optimal' ? result : undefined;
}

test('true duals prove the optimum block by block; no duals whatever prove more', async () => {
  let [proven, weaker] = [0, 0];
  for (let seed = 1; seed <= 500; seed++) {
    const { program, disturb } = randomBlocks(seed, () => 5 + (seed % 4));
    const whole = joined(program);
    const optimum = await optimumOf(whole.program);
    if (optimum === undefined) continue;
    const answer = whole.takeApart(optimum);
    const { objective, dualBound, maxViolation } = certifyBlocks(program, answer);
    expect(Math.abs(objective - optimum.objective), `seed ${seed}`).toBeLessThan(1e-9);
    expect(
      [relativeGap(objective, dualBound, 1), maxViolation].every((share) => share < 1e-8),
      `seed ${seed}`,
    ).toBe(true);
    proven++;
    for (const scale of [1e-12, 1e-6, 1e-2, 1, 1e3]) {
      const duals = dualsIn(answer, (values) => disturb(values, scale));
      const bound = provenLowerBoundOfBlocks(program, duals, optimum.objective);
      expect(bound, `seed ${seed}`).toBeLessThanOrEqual(optimum.objective + 1e-9);
      const together = provenLowerBound(whole.program, concat([duals.linking, ...duals.blocks]), optimum.objective);
      expect(Math.abs(bound - together), `seed ${seed}`).toBeLessThan(1e-9 * Math.max(1, Math.abs(together)));
      if (bound < optimum.objective - 1e-3) weaker++;
    }
  }
  expect(proven).toBeGreaterThan(250);
  expect(weaker).toBeGreaterThan(proven);
});

test('where only their cost holds the linking columns, the cutoff does, and what costs too much proves no more', async () => {
  let [proven, closed] = [0, 0];
  for (let seed = 1; seed <= 500; seed++) {
    const { program, disturb } = randomBlocks(seed, () => open);
    const whole = joined(program);
    const optimum = await optimumOf(whole.program);
    if (optimum === undefined) continue;
    const answer = whole.takeApart(optimum);
    proven++;
    for (const scale of [1e-12, 1e-6, 1]) {
      const duals = dualsIn(answer, (values) => disturb(values, scale));
      const without = provenLowerBoundOfBlocks(program, duals, open);
      for (const above of [-5, 0, 10]) {
        const bound = provenLowerBoundOfBlocks(program, duals, optimum.objective + above);
        expect(bound, `seed ${seed}`).toBeLessThanOrEqual(optimum.objective + 1e-9);
        expect(bound).toBeGreaterThanOrEqual(without);
        if (bound === without) continue;
        closed++;
        if (scale === 1e-12 && above >= 0) expect(bound, `seed ${seed}`).toBeGreaterThan(optimum.objective - 1e-6);
      }
    }
  }
  expect(proven).toBeGreaterThan(250);
  expect(closed).toBeGreaterThan(100);
});
