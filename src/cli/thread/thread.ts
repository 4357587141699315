/** What runs on the thread: one job after another, each named in a message. */

import { parentPort } from 'node:worker_threads';
import { findBands, runStudy, valuesOfDirectory } from '../../index.ts';
import { asked } from './asked.ts';
import { failureOf } from './failure.ts';
import type { Job, JobMessage, JobName, Jobs } from './jobs.ts';
import { programme } from './programme.ts';
import { verification } from './verification.ts';

const jobs: { readonly [Name in JobName]: Job<Name> } = {
  study: runStudy,
  bands: findBands,
  programme,
  verification,
  values: valuesOfDirectory,
  asked,
};

const send = (message: JobMessage): void => parentPort?.postMessage(message);

async function run<Name extends JobName>(name: Name, input: Jobs[Name]['input']): Promise<void> {
  try {
    send({ kind: 'done', output: await jobs[name](input, (event) => send({ kind: 'event', event })) });
  } catch (error) {
    send({ kind: 'failed', failure: failureOf(error) });
  }
}

parentPort?.on('message', ({ name, input }: { name: JobName; input: Jobs[JobName]['input'] }) => run(name, input));
