/** A batch as the API tells it, and as it is asked for. */

import * as z from 'zod';
import type { BatchProgress } from '../store/batch-progress.ts';
import type { Batch } from '../store/batches.ts';
import type { AnsweredRun } from '../store/runs.ts';
import { documentOfRun, planRequestOf, runDocument, runRequestOf } from './run.ts';

export const MOST_RUNS = 1_000;

export const batchId = z.strictObject({ id: z.uuid().meta({ description: 'Id of the batch.' }) });

const scalar = z.union([z.number(), z.string().max(80), z.boolean()]);

const range = z.strictObject({ from: z.number(), to: z.number(), step: z.number().gt(0) });

/** @param longestSeconds that a run may be solved */
export function batchRequestOf(longestSeconds: number) {
  const sweep = planRequestOf(longestSeconds)
    .extend({
      path: z.string().max(200).meta({ description: 'What is varied, such as storages[0].chargeEfficiency.' }),
      values: z.union([z.array(scalar).min(1).max(MOST_RUNS), range]).meta({
        description: 'Its value in each run: a list, or from, by step, up to and including to.',
      }),
    })
    .meta({ description: 'One run a value of one field of the scenario.' });
  return z.strictObject({
    name: z.string().min(1).max(200).default('batch'),
    sweep: sweep.optional(),
    runs: z
      .array(runRequestOf(longestSeconds))
      .min(1)
      .max(MOST_RUNS)
      .optional()
      .meta({ description: 'Runs as POST /v1/runs takes them.' }),
  });
}

export type Sweep = NonNullable<z.output<ReturnType<typeof batchRequestOf>>['sweep']>;

const count = z.int();

export const batchDocument = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    status: z.enum(['queued', 'running', 'ended']),
    runs: z.int().meta({ description: 'How many there are.' }),
    counts: z.strictObject({ queued: count, running: count, succeeded: count, failed: count, cancelled: count }),
    reused: count.meta({ description: 'Of those that succeeded, how many were answered by an earlier run.' }),
    progress: z.number().min(0).max(1).meta({ description: 'Share of all runs; those that have ended count whole.' }),
    remainingSeconds: z
      .number()
      .optional()
      .meta({ description: 'Guessed from the pace so far, once something was solved.', unit: 's' }),
    sweep: z.strictObject({ path: z.string(), values: z.array(scalar) }).optional(),
    createdAt: z.iso.datetime(),
    links: z.strictObject({ self: z.string(), runs: z.string(), events: z.string() }),
  })
  .meta({ id: 'Batch' });

export const batchRunDocument = z
  .strictObject({
    position: z.int().meta({ description: 'From 0, in the order of the request: first the sweep, then runs.' }),
    value: scalar.optional().meta({ description: 'Of what is varied; absent for runs that are not of the sweep.' }),
    run: runDocument,
  })
  .meta({ id: 'BatchRun' });

export function documentOfBatch({ progress, ...batch }: Batch): z.output<typeof batchDocument> {
  const self = `/v1/batches/${batch.id}`;
  return {
    id: batch.id,
    name: batch.name,
    runs: batch.total,
    ...documentOfProgress(progress),
    ...(batch.sweep === null
      ? {}
      : { sweep: batch.sweep as Exclude<z.output<typeof batchDocument>['sweep'], undefined> }),
    createdAt: batch.created_at.toISOString(),
    links: { self, runs: `${self}/runs`, events: `${self}/events` },
  };
}

/** What changes of a batch while it is worked on. */
export const batchProgressDocument = batchDocument.pick({
  status: true,
  counts: true,
  reused: true,
  progress: true,
  remainingSeconds: true,
});

export function documentOfProgress(progress: BatchProgress): z.output<typeof batchProgressDocument> {
  const { counts, reused, share, startedAt, solvedRuns, remainingRuns } = progress;
  const hasPace = startedAt !== null && solvedRuns > 0 && remainingRuns > 0;
  return {
    status: counts.queued + counts.running === 0 ? 'ended' : startedAt === null ? 'queued' : 'running',
    counts,
    reused,
    progress: Math.min(1, Math.max(0, share)),
    ...(hasPace
      ? { remainingSeconds: ((Math.max(0, Date.now() - startedAt.getTime()) / 1000) * remainingRuns) / solvedRuns }
      : {}),
  };
}

export function documentOfBatchRun({ sweep }: Batch, run: AnsweredRun): z.output<typeof batchRunDocument> {
  const position = run.batch_position!;
  const value = sweep?.values[position] as z.output<typeof scalar> | undefined;
  return { position, ...(value === undefined ? {} : { value }), run: documentOfRun(run) };
}
