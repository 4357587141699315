/** A run as the API tells it, and as it is asked for. */

import * as z from 'zod';
import { LONGEST_SECONDS, runOptionsOf, studyOptionsOf } from '../jobs/run-options.ts';
import type { AnsweredRun } from '../store/runs.ts';
import { scenarioDocument } from './scenario.ts';
import { type Study, type StudyName, studies, studyNames } from './studies.ts';

export const runId = z.strictObject({ id: z.uuid().meta({ description: 'Id of the run.' }) });

export const runStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']);

const priorities = { low: -1, normal: 0, high: 1 } as const;
const priority = z.enum(['low', 'normal', 'high']);

const planOrDispatch = ['plan', 'dispatch'] as const;

/** Of every run, whichever was asked for. */
export const study = z.enum([...planOrDispatch, ...studyNames]).meta({
  description: [
    'plan finds sizes and schedule, dispatch the schedule of what is committed.',
    ...studyNames.map((one) => `${one}: ${studies[one].summary}`),
  ].join(' '),
});

export const isPlanOrDispatch = (word: string): word is (typeof planOrDispatch)[number] =>
  (planOrDispatch as readonly string[]).includes(word);

const common = {
  scenario: z
    .union([z.uuid(), scenarioDocument])
    .meta({ description: 'A scenario, or the id of a stored one. It names stored profiles only, never files.' }),
  onRun: z.uuid().meta({ description: 'Id of a run that has found a plan: what the study stands on.' }),
  priority: priority
    .default('normal')
    .meta({ description: 'Among the runs of one owner. Owners share fairly, whatever they ask for.' }),
};

export const planRequestOf = (longestSeconds: number) =>
  z.strictObject({
    scenario: common.scenario,
    study: z
      .enum(planOrDispatch)
      // Optional before it has a default: a union tells its members apart by what may stand there, or by its absence.
      .optional()
      .default('plan')
      .meta({ description: 'plan finds sizes and schedule, dispatch the schedule of what is committed.' }),
    options: runOptionsOf(longestSeconds).prefault({}),
    priority: common.priority,
  });

function studyRequestOf(name: StudyName, longestSeconds: number) {
  const { standsOn, asked, summary, example }: Study = studies[name];
  const on = { [standsOn === 'run' ? 'onRun' : 'scenario']: '123e4567-e89b-42d3-a456-426614174000' };
  return z
    .strictObject({
      ...(standsOn === 'run' ? { onRun: common.onRun } : { scenario: common.scenario }),
      study: z.literal(name),
      asked: asked.prefault({}),
      options: studyOptionsOf(longestSeconds).prefault({}),
      priority: common.priority,
    })
    .meta({ description: summary, examples: [{ study: name, ...on, asked: example }] });
}

type PlanRequest = z.output<ReturnType<typeof planRequestOf>>;

/** As it was understood: which of scenario and onRun there is, the table of studies says. */
export type RunRequest =
  | PlanRequest
  | {
      readonly study: StudyName;
      readonly scenario?: PlanRequest['scenario'];
      readonly onRun?: string;
      readonly asked: Readonly<Record<string, unknown>>;
      readonly options: { readonly timeLimitSeconds: number };
      readonly priority: PlanRequest['priority'];
    };

/** The cast: what a study is asked is typed by its own schema, which its name stands for. */
export function runRequestOf(longestSeconds: number): z.ZodType<RunRequest> {
  const [first, ...others] = studyNames.map((name) => studyRequestOf(name, longestSeconds));
  const requests = [planRequestOf(longestSeconds), first!, ...others] as const;
  return z.discriminatedUnion('study', requests) as unknown as z.ZodType<RunRequest>;
}

export const priorityNumber = (name: keyof typeof priorities): number => priorities[name];

export const runDocument = z
  .strictObject({
    id: z.uuid(),
    status: runStatus,
    answer: z.enum(['optimal', 'infeasible', 'unbounded', 'limit', 'complete', 'partial']).optional().meta({
      description:
        'Status of the result, once the run has ended: an infeasible scenario is an answer too. Of other studies than plan and dispatch: complete, or partial where the time was up, or the run failed or was cancelled when something of it was finished; the document says what is missing.',
    }),
    headline: z
      .strictObject({ en: z.string(), fr: z.string() })
      .optional()
      .meta({ description: 'What a study comes to, in a sentence or two; absent for plan and dispatch.' }),
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
    onRun: common.onRun.optional(),
    asked: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Of a study, defaults filled in; absent for plan and dispatch.' }),
    options: runOptionsOf(LONGEST_SECONDS)
      .partial()
      .required({ timeLimitSeconds: true })
      .meta({ description: 'Of plan and dispatch all of them, defaults filled in.' }),
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
      schedule: z
        .string()
        .optional()
        .meta({ description: 'Of a plan; absent where there is none, which at a limit may be so.' }),
      ledger: z.string().optional().meta({ description: 'As schedule.' }),
      report: z.string().optional(),
    }),
  })
  .meta({ id: 'Run' });

export type RunDocument = z.output<typeof runDocument>;

export const hasEnded = (status: AnsweredRun['status']) => status !== 'queued' && status !== 'running';

/** What is finished of a study that goes on still changes. */
const nothingYet = { answer: null, figures: null, result_id: null } as const;

export function documentOfRun(run: AnsweredRun): RunDocument {
  const self = `/v1/runs/${run.id}`;
  const { answer, figures, result_id: result } = hasEnded(run.status) ? run : nothingYet;
  // At a limit there may be a plan, or none: one that there is has figures.
  const hasPlan = answer === 'optimal' || (answer === 'limit' && figures !== null);
  return {
    id: run.id,
    status: run.status,
    ...(answer === null ? {} : { answer: answer as NonNullable<RunDocument['answer']> }),
    ...(figures === null ? {} : 'headline' in figures ? figures : { figures }),
    ...(run.batch_id === null ? {} : { batch: run.batch_id }),
    reused: run.reused,
    progress: run.progress,
    scenario: { name: run.scenario_name, contentHash: run.scenario_hash },
    study: run.study as RunDocument['study'],
    ...(run.source_run === null ? {} : { onRun: run.source_run }),
    ...(run.asked === null ? {} : { asked: run.asked }),
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
      ...(result === null ? {} : { result: `${self}/result`, report: `${self}/report` }),
      ...(hasPlan ? { schedule: `${self}/schedule`, ledger: `${self}/ledger` } : {}),
    },
  };
}
