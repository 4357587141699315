/** A thread in the place of a solving one: does what the draft of its job says, and answers with its own number. */

import { parentPort, threadId } from 'node:worker_threads';
import type { SolveJob, SolveMessage } from '../../../api/jobs/solve-job.ts';

const send = (message: SolveMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ draft }: SolveJob) => {
  if (draft === 'fail') return send({ kind: 'failed', name: 'SolverError', message: 'as told' });
  if (draft === 'die') return process.exit(1);
  if (draft === 'hang') return undefined;
  if (draft === 'throw') throw new Error('with nobody waiting');
  // The cast: the number travels where a status would.
  send({ kind: 'done', solved: { answer: String(threadId) as 'optimal', figures: null } });
  if (draft === 'answer and die') process.exit(1);
});
