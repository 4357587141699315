/** A thread in the place of a solving one: tells what it has finished, then takes more memory than it may have. */

import { parentPort } from 'node:worker_threads';
import type { SolveMessage } from '../../../api/jobs/solve-job.ts';
import type { Repair } from '../../../src/index.ts';
import { studyResult } from '../../../src/results/studies/write-study.ts';

const send = (message: SolveMessage): void => parentPort?.postMessage(message);

const repair: Repair = {
  ...{ schemaVersion: 1, hourmatchVersion: '0.0.0', synthetic: true },
  scenario: { name: 'Tiny campus', contentHash: 'a'.repeat(64), currency: 'EUR' },
  ...{ asked: {}, status: 'infeasible', missing: [], events: [], remedies: [], unfinished: ['Battery'] },
};

parentPort?.on('message', async () => {
  send({ kind: 'part', part: await studyResult('repair', repair) });
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, () => Math.random()));
});
