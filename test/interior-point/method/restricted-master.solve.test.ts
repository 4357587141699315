/** The best mixture of duals, by hand. */

import { expect, test } from 'vitest';
import { linkingForm } from '../../../src/solvers/interior-point/form/linking-form.ts';
import { masterDuals, restrictedMaster } from '../../../src/solvers/interior-point/method/restricted-master.ts';
import { linkedBlocks } from '../../verify/linked-blocks.ts';
import { asTheyAre } from '../forms.ts';
import { solveMaster } from '../proven-cost.ts';

const open = Number.POSITIVE_INFINITY;
const none = Float64Array.of(0, 0);
const sizes = (rows: Parameters<typeof linkedBlocks>[1] = []) =>
  linkingForm(
    linkedBlocks(
      [
        { cost: 3, lower: 0, upper: open },
        { cost: 5, lower: 1, upper: open },
      ],
      rows,
      [],
    ).linking,
    none,
    asTheyAre,
  );
const cut = (constant: number, prices: readonly number[], plain = 0) => ({
  constant,
  linkedDual: Float64Array.from(prices),
  plain,
});

/** @param blocks the cuts of each */
async function bestOf(form: ReturnType<typeof sizes>, blocks: readonly (readonly ReturnType<typeof cut>[])[]) {
  const all = blocks.map((cuts) => ({ cuts, linkedTo: Int32Array.of(0, 1) }));
  return masterDuals(form, all, await solveMaster(restrictedMaster(form, all)));
}

const sharesOf = (duals: Awaited<ReturnType<typeof bestOf>>) => duals?.shares.map((own) => [...own]);

test('duals that pay more for a size than it costs are taken in part: whole, they would prove nothing', async () => {
  // 12 − 4·z of a block and 3·z: three quarters of its duals prove 9, and the second size costs at least 5.
  const duals = await bestOf(sizes(), [[cut(12, [4, 0])]]);
  expect(duals?.bound).toBeCloseTo(14, 9);
  expect(sharesOf(duals)).toEqual([[expect.closeTo(0.75, 9)]]);
});

test('duals that fit are taken whole', async () => {
  const duals = await bestOf(sizes(), [[cut(12, [3, 0])], [cut(12, [0, 4.5])]]);
  expect(duals?.bound).toBeCloseTo(12 + 12 - 4.5 + 5, 9);
  expect(sharesOf(duals)).toEqual([[expect.closeTo(1, 9)], [expect.closeTo(1, 9)]]);
});

test('of several duals of one block the best mixture is taken', async () => {
  // With z of the first size and x of the cost: 12 − 4·z and 8 − 2·z meet at z = 2, and 3·2 + 4 is least. Halves cost 3 a MW.
  const duals = await bestOf(sizes(), [[cut(12, [4, 0]), cut(8, [2, 0]), cut(1, [0, 0])], [cut(7, [0, 1])]]);
  expect(duals?.bound).toBeCloseTo(0.5 * 12 + 0.5 * 8 + 7 - 1 + 5, 9);
  const [half, none, whole] = [0.5, 0, 1].map((share) => expect.closeTo(share, 9));
  expect(sharesOf(duals)).toEqual([[half, half, none], [whole]]);
});

test('a row between sizes takes over what one of them is short of', async () => {
  // The first is no larger than the second: 4 for a MW of it and 5.5 for both cost 8 together.
  const form = sizes([{ coefficients: [1, -1], lower: -open, upper: 0 }]);
  const duals = await bestOf(form, [[cut(12, [4, 3])]]);
  expect(duals?.bound).toBeCloseTo(12 - 4 * 1 + 3 * 1 - 3 * 1 + 5, 9);
  expect(sharesOf(duals)).toEqual([[expect.closeTo(1, 9)]]);
  expect([...duals!.linking]).toEqual([expect.closeTo(-1, 9)]);
});

test('where a block may earn without end and its duals overpay, nothing is proven', async () => {
  expect(await bestOf(sizes(), [[cut(12, [4, 0], Number.NEGATIVE_INFINITY)]])).toBeUndefined();
});
