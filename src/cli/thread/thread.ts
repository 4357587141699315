/** What runs on the thread: one job after another, each named in a message. */

import { parentPort } from 'node:worker_threads';
import { createSolverPool, type SolverPool } from '../../solvers/pool.ts';
import { failureOf } from './failure.ts';
import type { Job, JobMessage, JobName, Jobs } from './jobs.ts';

/** What each needs is loaded with the first of its kind. */
const jobs: { readonly [Name in JobName]: Job<Name> } = {
  study: async (input, tell, pool) => {
    const { runStudy } = await import('../../studies/study.ts');
    return runStudy(input, tell, pool(input.threads));
  },
  bands: async (input) => (await import('../../results/studies/bands.ts')).findBands(input),
  programme: async (...input) => (await import('./programme.ts')).programme(...input),
  network: async (...input) => (await import('./programme.ts')).network(...input),
  verification: async (input) => (await import('../../studies/verify-result.ts')).verifyResult(input),
  values: async (input) => (await import('../../results/studies/read-values.ts')).valuesOfDirectory(input),
  asked: async (...input) => (await import('./asked.ts')).asked(...input),
};

const pools = new Map<number, SolverPool>();

function poolOf(threads: number): SolverPool {
  const pool = pools.get(threads) ?? createSolverPool({ threads });
  pools.set(threads, pool);
  return pool;
}

const send = (message: JobMessage): void => parentPort?.postMessage(message);

async function run<Name extends JobName>(name: Name, input: Jobs[Name]['input']): Promise<void> {
  try {
    send({ kind: 'done', output: await jobs[name](input, (event) => send({ kind: 'event', event }), poolOf) });
  } catch (error) {
    send({ kind: 'failed', failure: failureOf(error) });
  }
}

parentPort?.on('message', ({ name, input }: { name: JobName; input: Jobs[JobName]['input'] }) => run(name, input));
