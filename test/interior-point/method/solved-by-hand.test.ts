import { describe, expect, test } from 'vitest';
import type { BlockAngularProgram } from '../../../src/lp/block-angular.ts';
import { deadlineIn } from '../../../src/solvers/deadline.ts';
import { solveBlocks } from '../../../src/solvers/interior-point/method/solve.ts';
import { type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { relativeGap } from '../../../src/units.ts';
import { certifyBlocks } from '../../../src/verify/certificate.ts';
import { type BlockWish, linkedBlocks } from '../../verify/linked-blocks.ts';
import type { Column, Row } from '../../verify/tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;
const here: Perform = async (name, input) => perform(name, input);
const solveMaster = () =>
  Promise.reject(new Error('no gap is coarse, time is not over, and no dual has to be repaired'));
const always = { deadline: deadlineIn(open), onProgress: () => undefined, solveMaster };
const options = { relativeGap: 1e-10, gapFloor: 0, ...always };

/** Bounded, far away, so that duals that are off by rounding still prove a bound. */
const column = (cost: number, upper = 100, lower = 0): Column => ({ cost, lower, upper });
const atLeast = (lower: number, coefficients: readonly number[]): Row => ({ lower, upper: open, coefficients });
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

interface ByHand {
  readonly objective: number;
  readonly linking: readonly [primal: readonly number[], rowDual: readonly number[]];
  /** Values of the block's own columns. */
  readonly blocks: readonly (readonly [primal: readonly number[], rowDual: readonly number[]])[];
}

async function expectAnswer(program: BlockAngularProgram, { objective, linking, blocks }: ByHand): Promise<void> {
  const result = await solveBlocks(program, here, options);
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
  expect(Array.from(result.linking.primal)).toEqual(close(linking[0]));
  expect(Array.from(result.linking.rowDual)).toEqual(close(linking[1]));
  blocks.forEach(([primal, rowDual], b) => {
    const { linkedTo } = program.block(b);
    const copies = Array.from(linkedTo, (j) => result.linking.primal[j]!);
    const block = result.blocks[b]!;
    expect(Array.from(block.primal.subarray(0, linkedTo.length))).toEqual(copies);
    expect(Array.from(block.primal.subarray(linkedTo.length))).toEqual(close(primal));
    expect(Array.from(block.rowDual)).toEqual(close(rowDual));
  });
  const certificate = certifyBlocks(program, result);
  expect(certificate.objective).toBeCloseTo(objective, 6);
  expect(relativeGap(certificate.objective, certificate.dualBound, 1)).toBeLessThan(1e-8);
  expect(certificate.maxViolation).toBeLessThan(1e-8);
}

/**
 * A plant K at 3 a MW; one block needs 4 MW, or 5 a MWh for what is missing; the other 6 MW, where the plant yields double, or
 * 1 a MWh. 3K + 5·max(0, 4 − K) + max(0, 6 − 2K) falls up to K = 4 and rises from there.
 */
const twoBlocks = (lower: number, upper: number) =>
  linkedBlocks(
    [column(3, upper, lower)],
    [],
    [
      { linkedTo: [0], columns: [column(5)], rows: [atLeast(4, [1, 1])] },
      { linkedTo: [0], columns: [column(1, 6)], rows: [atLeast(6, [2, 1])] },
    ],
  );

describe('a plant for two blocks', () => {
  test('where it may have any size, the first block pays all of it', () =>
    expectAnswer(twoBlocks(0, 10), {
      objective: 12,
      linking: [[4], []],
      blocks: [
        [[0], [3]],
        [[0], [0]],
      ],
    }));

  test('kept small, each block pays what it costs to do without', () =>
    expectAnswer(twoBlocks(0, 2.5), {
      objective: 16,
      linking: [[2.5], []],
      blocks: [
        [[1.5], [5]],
        [[1], [1]],
      ],
    }));

  test('made large, nobody asks for more', () =>
    expectAnswer(twoBlocks(5, 10), {
      objective: 15,
      linking: [[5], []],
      blocks: [
        [[0], [0]],
        [[0], [0]],
      ],
    }));

  test('of a given size, it is no choice', () =>
    expectAnswer(twoBlocks(2, 2), {
      objective: 18,
      linking: [[2], []],
      blocks: [
        [[2], [5]],
        [[2], [1]],
      ],
    }));
});

/** K₁ at 1, dearer by 3 beyond 2 in its block, K₂ at 2, together at least 6: K₁ = 2 and K₂ = 4 for 2 + 8. */
test('a row between linking columns has its price, and the block the rest', () =>
  expectAnswer(
    linkedBlocks(
      [column(1), column(2)],
      [atLeast(6, [1, 1])],
      [{ linkedTo: [0], columns: [column(3)], rows: [atLeast(-2, [-1, 1])] }],
    ),
    // One more in the row is one more of K₂: 2. K₁ costs 1, saves 2, so its limit is worth 1.
    { objective: 10, linking: [[2, 4], [2]], blocks: [[[0], [1]]] },
  ));

/** The same with the sum in a range that binds above: K₁ and K₂ earn 1 and 2, so K₁ stays at what is left, zero. */
test('a range between linking columns binds on the side that is pushed', () =>
  expectAnswer(
    linkedBlocks(
      [column(-1), column(-2)],
      [{ lower: 1, upper: 6, coefficients: [1, 1] }],
      [{ linkedTo: [1], columns: [column(0.5)], rows: [atLeast(-2, [-1, 1])] }],
    ),
    // Beyond 2, K₂ earns 1.5: still more than K₁. −12 + 0.5·4 = −10; the last of K₂ earns 1.5.
    { objective: -10, linking: [[0, 6], [-1.5]], blocks: [[[4], [0.5]]] },
  ));

/**
 * A contract that is paid by the block: 2 a MW here, 0.5 there. Needs of 4 and 6, or 5 and 2 a MWh: up to 4 a MW saves 7 for
 * 2.5, beyond that only 2. 2.5·4 + 2·2 = 14; the second need pays 2, so the first pays the other 0.5.
 */
test('what a linking column costs within the blocks counts as its own cost would', () => {
  const block = (cost: number, need: number, price: number): BlockWish => ({
    linkedTo: [0],
    linkedCosts: [cost],
    columns: [column(price)],
    rows: [atLeast(need, [1, 1])],
  });
  return expectAnswer(linkedBlocks([column(0, 10)], [], [block(2, 4, 5), block(0.5, 6, 2)]), {
    objective: 14,
    linking: [[4], []],
    blocks: [
      [[0], [0.5]],
      [[2], [2]],
    ],
  });
});

/**
 * K at 3; x ≤ 3 at 1 without a lower bound, f fixed at 2 for 7, s that earns 1 between K + 0.25 and K + 0.5; K + x + f ≥ 6.
 * x = 3, so K = 1, s = 1.5: 3 + 3 + 14 − 1.5, and 10 that is paid in any case. One more of the need is one more of K, which
 * costs 3 and lets s earn 1: 2.
 */
test('columns that are turned round, fixed or in a range come back in their own numbers', () =>
  expectAnswer(
    linkedBlocks(
      [column(3, open)],
      [],
      [
        {
          linkedTo: [0],
          columns: [column(1, 3, -open), column(7, 2, 2), column(-1, 10)],
          rows: [
            { lower: -open, upper: open, coefficients: [1, 1, 1, 1] },
            atLeast(6, [1, 1, 1, 0]),
            { lower: 0.25, upper: 0.5, coefficients: [-1, 0, 0, 1] },
          ],
          constant: 10,
        },
      ],
    ),
    {
      objective: 28.5,
      linking: [[1], []],
      blocks: [
        [
          [3, 2, 1.5],
          [0, 2, -1],
        ],
      ],
    },
  ));

/** x ≤ 3 at 1 without a lower bound and K at 3 make 2 together: x alone does, and one more of the need costs 1. */
test('a column that is turned round comes back from amid its range', () =>
  expectAnswer(
    linkedBlocks([column(3)], [], [{ linkedTo: [0], columns: [column(1, 3, -open)], rows: [atLeast(2, [1, 1])] }]),
    { objective: 2, linking: [[0], []], blocks: [[[2], [1]]] },
  ));

/** Four hundred hours that ask for 2 each, and for 1000 together: 200 more than all of them, at the price of 4. */
test('the price of a row over many hours is in its own unit, however it was scaled', () => {
  const hours = 400;
  const hour = (h: number) => Array.from({ length: hours }, (_, at) => Number(at === h));
  return expectAnswer(
    linkedBlocks(
      [column(1000)],
      [],
      [
        {
          linkedTo: [0],
          columns: hour(0).map(() => column(4)),
          rows: [atLeast(1000, [0, ...hour(0).map(() => 1)]), ...hour(0).map((_, h) => atLeast(2, [1, ...hour(h)]))],
        },
      ],
    ),
    {
      objective: 4000,
      linking: [[0], []],
      // The interior of the optimal face: every hour alike.
      blocks: [[hour(0).map(() => 2.5), [4, ...hour(0).map(() => 0)]]],
    },
  );
});

describe('what it does not serve', () => {
  const free = column(1, open, -open);
  const unbounded = { status: 'open', reason: 'Column 1 has no bound on either side', iterations: 0 };

  test('a column of a block without any bound', async () => {
    const program = linkedBlocks([column(1)], [], [{ linkedTo: [0], columns: [free], rows: [atLeast(1, [1, 1])] }]);
    expect(await solveBlocks(program, here, options)).toEqual(unbounded);
  });

  test('a linking column without any bound', async () => {
    const blocks = [{ linkedTo: [1], columns: [column(1)], rows: [atLeast(1, [1, 1])] }];
    expect(await solveBlocks(linkedBlocks([column(1), free], [], blocks), here, options)).toEqual(unbounded);
  });

  test('a programme without an optimum: K earns 1 and nothing holds it', async () => {
    const blocks = [{ linkedTo: [0], columns: [column(1)], rows: [atLeast(1, [1, 1])] }];
    const result = await solveBlocks(linkedBlocks([column(-1, open)], [], blocks), here, options);
    expect(result).toMatchObject({ status: 'open', reason: expect.stringMatching(/after \d+ rounds/) });
  });
});

test('needs that no size meets are proven to be so', async () => {
  // K ≤ 2 and x ≤ 1 never make 4.
  const blocks = [{ linkedTo: [0], columns: [column(1, 1)], rows: [atLeast(4, [1, 1])] }];
  const program = linkedBlocks([column(1, 2)], [], blocks);
  expect(await solveBlocks(program, here, options)).toMatchObject({ status: 'infeasible' });
});
