import { expect, test } from 'vitest';
import { deadlineIn } from '../../../src/solvers/deadline.ts';
import { collectGarbage } from '../../../src/solvers/interior-point/linalg/thread-memory.ts';
import { setUpBlocks } from '../../../src/solvers/interior-point/method/setup.ts';
import { solveBlocks } from '../../../src/solvers/interior-point/method/solve.ts';
import { type FormedBlock, type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
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

test('the next blocks are formulated while those before them are brought into their form, of which nothing is kept twice', async () => {
  const year: BlockWish = {
    linkedTo: [0],
    columns: [{ cost: 1, lower: 0, upper: 10 }],
    rows: [{ lower: 4, upper: Number.POSITIVE_INFINITY, coefficients: [1, 1] }],
  };
  const years = Array.from({ length: 12 }, () => year);
  const program = linkedBlocks([{ cost: 500, lower: 0, upper: 100 }], [], years);
  let [formulated, underWay, most] = [0, 0, 0];
  const numbers: WeakRef<Float64Array>[] = [];
  let kept: boolean[] = [];
  const counting = {
    ...program,
    block(at: number) {
      formulated++;
      return program.block(at);
    },
  };
  const slowly: Perform = async (name, input) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    const output = perform(name, input);
    if (name === 'form') {
      if (numbers.length === 11) {
        collectGarbage();
        kept = numbers.map((values) => values.deref() !== undefined);
      }
      // The cast: what a task gives is not narrowed by its name.
      numbers.push(new WeakRef((output as FormedBlock).form.value));
    }
    return output;
  };
  const { blocks } = await setUpBlocks(counting, slowly);
  expect(blocks).toHaveLength(12);
  expect(formulated).toBe(12);
  // Not all at once: twenty years of five phases would not fit.
  expect(most).toBe(4);
  // All have the numbers of the first.
  expect(kept.slice(0, 7)).toEqual([true, ...Array.from({ length: 6 }, () => false)]);
});

/** A year of five plants takes a fifth of a second to write. */
test('each block of a solve is written once: values come from its form', async () => {
  const columns = [{ cost: 2, lower: 0, upper: 100 }];
  const block: BlockWish = {
    linkedTo: [0],
    columns,
    rows: [{ lower: 4, upper: Number.POSITIVE_INFINITY, coefficients: [1, 1] }],
  };
  const program = linkedBlocks([{ cost: 3, lower: 0, upper: 100 }], [], [block, block, block]);
  const written: number[] = [];
  const noting = {
    ...program,
    block(at: number) {
      written.push(at);
      return program.block(at);
    },
  };
  const result = await solveBlocks(noting, here, {
    relativeGap: 1e-10,
    gapFloor: 0,
    deadline: deadlineIn(Number.POSITIVE_INFINITY),
    onProgress: () => undefined,
    solveMaster: () => Promise.reject(new Error('no gap is coarse, nor is time over')),
  });
  expect(result.status).toBe('optimal');
  expect(written.toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
});

test('a block that is not served fails the set-up, whichever comes first', async () => {
  const free: BlockWish = {
    linkedTo: [0],
    columns: [{ cost: 1, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY }],
    rows: [{ lower: 4, upper: Number.POSITIVE_INFINITY, coefficients: [1, 1] }],
  };
  const program = linkedBlocks([{ cost: 500, lower: 0, upper: 100 }], [], [free, free, free]);
  await expect(setUpBlocks(program, here)).rejects.toThrow('no bound on either side');
});
