import { expect, test } from 'vitest';
import { setUpBlocks } from '../../../src/solvers/interior-point/method/setup.ts';
import { type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { type BlockWish, linkedBlocks } from '../../verify/linked-blocks.ts';

const here: Perform = async (name, input) => perform(name, input);

/** One size at 500 €, in so many weather years. */
function scaleOfYears(count: number) {
  const year: BlockWish = {
    linkedTo: [0],
    columns: [{ cost: 1 / count, lower: 0, upper: 10 }],
    rows: [{ lower: 4, upper: Number.POSITIVE_INFINITY, coefficients: [1, 1] }],
  };
  const size = { cost: 500, lower: 0, upper: 100 };
  return setUpBlocks(
    linkedBlocks(
      [size],
      [],
      Array.from({ length: count }, () => year),
    ),
    here,
  );
}

test('a weather year bears its part of what a size costs: money is scaled by that', async () => {
  const [one, twenty] = [await scaleOfYears(1), await scaleOfYears(20)];
  expect(twenty.sharing).toBe(20);
  expect(twenty.scale.cost).toBeCloseTo(one.scale.cost / 20, 12);
  expect(twenty.scale.size).toBe(one.scale.size);
  const costOf = ({ blocks }: typeof one) => Math.max(...blocks[0]!.form.cost);
  expect(costOf(twenty)).toBeCloseTo(costOf(one), 12);
});

test('phases that share no size do not thin it out', async () => {
  const phase = (at: number): BlockWish => ({
    linkedTo: [at],
    columns: [{ cost: 1, lower: 0, upper: 10 }],
    rows: [{ lower: 4, upper: Number.POSITIVE_INFINITY, coefficients: [1, 1] }],
  });
  const size = { cost: 500, lower: 0, upper: 100 };
  const made = await setUpBlocks(linkedBlocks([size, size], [], [phase(0), phase(1)]), here);
  expect(made).toMatchObject({ sharing: 1, scale: { cost: 2 } });
});
