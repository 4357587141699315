/** A run as the API tells it, and as it is asked for. */

import * as z from 'zod';
import { runOptions, runOptionsOf, study } from '../jobs/run-options.ts';
import type { AnsweredRun } from '../store/runs.ts';
import { scenarioDocument } from './scenario.ts';

export const runId = z.strictObject({ id: z.uuid().meta({ description: 'Id of the run.' }) });

export const runStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);

const priorities = { low: -1, normal: 0, high: 1 } as const;
const priority = z.enum(['low', 'normal', 'high']);

export const runRequestOf = (longestSeconds: number) =>
  z.strictObject({
    scenario: z
      .union([z.uuid(), scenarioDocument])
      .meta({ description: 'A scenario, or the id of a stored one. It names stored profiles only, never files.' }),
    study: study.default('plan'),
    options: runOptionsOf(longestSeconds).prefault({}),
    priority: priority
      .default('normal')
      .meta({ description: 'Among the runs of one owner. Owners share fairly, whatever they ask for.' }),
  });

export type RunRequest = z.output<ReturnType<typeof runRequestOf>>;

export const priorityNumber = (name: keyof typeof priorities): number => priorities[name];

export const runDocument = z
  .strictObject({
    id: z.uuid(),
    status: runStatus,
    answer: z.enum(['optimal', 'infeasible', 'unbounded', 'limit']).optional().meta({
      description: 'Status of the result, once the run has succeeded: an infeasible scenario is an answer too.',
    }),
    figures: z
      .strictObject({
        currency: z.string(),
        cost: z.number().meta({ description: 'Discounted, over all phases.' }),
        relativeGap: z.number(),
        levelisedCostPerMWh: z.number().optional().meta({ description: 'Mean of the phases by their load.' }),
        cfeScore: z.number().meta({ description: 'Lowest of all phases and weather years.' }),
        annualMatchShare: z.number().meta({ description: 'Lowest of all phases and weather years.' }),
        unmatchedHours: z.int(),
      })
      .optional()
      .meta({ description: 'What the plan comes to; absent where there is none.' }),
    batch: z.uuid().optional(),
    reused: z.boolean().meta({ description: 'True where the stored answer of an identical run was given.' }),
    progress: z.number().min(0).max(1),
    scenario: z.strictObject({ name: z.string(), contentHash: z.string() }),
    study,
    options: runOptions,
    priority,
    failure: z
      .strictObject({ code: z.string(), message: z.string() })
      .optional()
      .meta({ description: 'Why the run failed.' }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().optional(),
    finishedAt: z.iso.datetime().optional(),
    links: z.strictObject({
      self: z.string(),
      events: z.string(),
      scenario: z.string(),
      result: z.string().optional(),
      schedule: z.string().optional().meta({
        description: 'Where the answer is limit it may be that there was no plan yet: 409, run.no-plan.',
      }),
      ledger: z.string().optional().meta({ description: 'As schedule.' }),
      report: z.string().optional(),
    }),
  })
  .meta({ id: 'Run' });

export type RunDocument = z.output<typeof runDocument>;

export function documentOfRun(run: AnsweredRun): RunDocument {
  const self = `/v1/runs/${run.id}`;
  // At a limit there may be a plan, or none: then the call says so.
  const mayHaveSchedule = run.answer === 'optimal' || run.answer === 'limit';
  return {
    id: run.id,
    status: run.status,
    ...(run.answer === null ? {} : { answer: run.answer as NonNullable<RunDocument['answer']> }),
    ...(run.figures === null ? {} : { figures: run.figures }),
    ...(run.batch_id === null ? {} : { batch: run.batch_id }),
    reused: run.reused,
    progress: run.progress,
    scenario: { name: run.scenario_name, contentHash: run.scenario_hash },
    study: run.study as RunDocument['study'],
    options: run.options as RunDocument['options'],
    priority: (Object.keys(priorities) as (keyof typeof priorities)[]).find(
      (name) => priorities[name] === run.priority,
    )!,
    ...(run.failure === null ? {} : { failure: run.failure }),
    createdAt: run.created_at.toISOString(),
    ...(run.started_at === null ? {} : { startedAt: run.started_at.toISOString() }),
    ...(run.finished_at === null ? {} : { finishedAt: run.finished_at.toISOString() }),
    links: {
      self,
      events: `${self}/events`,
      scenario: `${self}/scenario`,
      ...(run.result_id === null ? {} : { result: `${self}/result`, report: `${self}/report` }),
      ...(mayHaveSchedule ? { schedule: `${self}/schedule`, ledger: `${self}/ledger` } : {}),
    },
  };
}
