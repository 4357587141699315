/**
 * A worker whose threads die once in each kind of task, after it is done and before that is told, so that it is done again
 * on what it wrote. Without a directory to remember deaths in, they die every time.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskName } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { type BlockOutcome, type BlockTask, blockTask as done } from '../../../src/solvers/worker.ts';

/** Where deaths are remembered, as directories: only one thread can make each. */
export const DEATHS = 'HOURMATCH_TEST_DEATHS';

/** Tasks of every round die amid the rounds. */
const callOfDeath: Partial<Record<TaskName, number>> = {
  evaluate: 4,
  eliminate: 7,
  backSubstitute: 9,
  secantDirection: 2,
};
const calls = new Map<TaskName, number>();

export function blockTasks(tasks: readonly BlockTask[]): BlockOutcome[] {
  return tasks.map(mortalTask);
}

function mortalTask(task: BlockTask): BlockOutcome {
  const outcome = done(task);
  // Nothing was done yet.
  if (outcome.kind === 'unknown-block') return outcome;
  const call = (calls.get(task.name) ?? 0) + 1;
  calls.set(task.name, call);
  if (call >= (callOfDeath[task.name] ?? 1) && mayDie(task.name)) process.exit(7);
  return outcome;
}

function mayDie(name: TaskName): boolean {
  const directory = process.env[DEATHS];
  if (directory === undefined) return true;
  try {
    mkdirSync(join(directory, name));
    return true;
  } catch {
    return false;
  }
}
