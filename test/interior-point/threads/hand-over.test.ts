import { expect, test } from 'vitest';
import { newBlock, sparseEquations } from '../../../src/solvers/interior-point/iterate/block.ts';
import { symbolicFactorOf } from '../../../src/solvers/interior-point/linalg/symbolic-factorisation.ts';
import { inBatches } from '../../../src/solvers/interior-point/threads/batches.ts';
import { byNumber, completed, forgetBlocks } from '../../../src/solvers/interior-point/threads/known-blocks.ts';
import { asTheyAre, randomBlock, randomForm } from '../forms.ts';

test('tasks asked for at once go in batches, each a share of what is left', async () => {
  const sent: number[][] = [];
  const ask = inBatches<number, number>(2, async (tasks) => {
    sent.push([...tasks]);
    return tasks.map((task) => 10 * task);
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([10, 20, 30, 40, 50]);
  await ask(6);
  expect(sent).toEqual([[1, 2, 3], [4], [5], [6]]);
});

test('a batch is never longer than what may go on for a fifth of a second', async () => {
  const lengths: number[] = [];
  const ask = inBatches<number, undefined>(1, async (tasks) => {
    lengths.push(tasks.length);
    return tasks.map(() => undefined);
  });
  await Promise.all(Array.from({ length: 45 }, (_, task) => ask(task)));
  expect(lengths).toEqual([20, 20, 5]);
});

test('whoever asked for a task of a batch that was lost hears of it', async () => {
  const ask = inBatches<number, number>(1, async () => {
    throw new Error('the thread is gone');
  });
  const ends = await Promise.allSettled([ask(1), ask(2)]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('a block is sent once and then known by its number, until it is forgotten', () => {
  const form = randomForm({ seed: 1 });
  const block = newBlock(form, sparseEquations(form, symbolicFactorOf(form), false));
  const input = { block, at: 0 } as const;
  expect(completed(byNumber(input))).toBeUndefined();
  completed(input);
  expect(completed(byNumber(input))).toEqual(input);
  expect(byNumber(input)).toEqual({ block: block.number, at: 0 });
  forgetBlocks();
  expect(completed(byNumber(input))).toBeUndefined();
});

test('blocks that are yet to be brought into a form go as they are', () => {
  const input = { block: randomBlock({ seed: 1 }), scale: asTheyAre, blockCount: 1 };
  expect(byNumber(input)).toBe(input);
  expect(completed(input)).toBe(input);
});

test('a thread knows no more than the last 256 blocks', () => {
  const form = randomForm({ seed: 1 });
  const equations = sparseEquations(form, symbolicFactorOf(form), false);
  const inputs = Array.from({ length: 257 }, () => ({ block: newBlock(form, equations), at: 0 }) as const);
  for (const input of inputs) completed(input);
  expect([0, 1, 256].map((k) => completed(byNumber(inputs[k]!)) !== undefined)).toEqual([false, true, true]);
});
