/** What runs on the thread: one job after another, each named in a message. */

import { parentPort } from 'node:worker_threads';
import { createSolverPool, findBands, runStudy, type SolverPool, valuesOfDirectory } from '../../index.ts';
import { asked } from './asked.ts';
import { failureOf } from './failure.ts';
import type { Job, JobMessage, JobName, Jobs } from './jobs.ts';
import { network, programme } from './programme.ts';
import { verification } from './verification.ts';

const jobs: { readonly [Name in JobName]: Job<Name> } = {
  study: (input, tell, poolOf) => runStudy(input, tell, poolOf(input.threads)),
  bands: findBands,
  programme,
  network,
  verification,
  values: valuesOfDirectory,
  asked,
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
