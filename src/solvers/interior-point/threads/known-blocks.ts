/**
 * Blocks are handed over by number: to send what describes one takes longer than many a task for it. A thread that does not
 * know the number says so, and is sent the block.
 */

import type { Block } from '../iterate/block.ts';
import type { TaskName, Tasks } from './block-tasks.ts';

type Input = Tasks[TaskName]['input'];

/** What is sent: the block, or its number. */
export type SentInput = Input | (Omit<Extract<Input, { readonly block: Block }>, 'block'> & { readonly block: number });

export function byNumber(input: Input): SentInput {
  return 'block' in input && 'number' in input.block ? { ...input, block: input.block.number } : input;
}

/** Programmes that were left without `forgetBlocks` must not stay for ever. */
const MOST_KNOWN = 256;

const blocks = new Map<number, Block>();

export function forgetBlocks(): void {
  blocks.clear();
}

/** @returns undefined where a block is not known by its number */
export function completed(sent: SentInput): Input | undefined {
  if (!('block' in sent)) return sent;
  const { block } = sent;
  if (typeof block === 'number') {
    const known = blocks.get(block);
    // The cast: every task that is sent with a number is one for a block.
    return known && ({ ...sent, block: known } as Input);
  }
  // The cast: nothing but the block was a number.
  if (!('number' in block)) return sent as Input;
  blocks.set(block.number, block);
  const [oldest] = blocks.keys();
  if (blocks.size > MOST_KNOWN) blocks.delete(oldest!);
  return sent as Input;
}
