/** What runs on a solving thread: from stored scenarios to verified result directories, away from who serves requests. */

import { parentPort } from 'node:worker_threads';
import { InputError } from '../../src/errors.ts';
import type { SolverPool } from '../../src/index.ts';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { writeResultDirectory } from '../../src/results/write-directory.ts';
import { createSolverPool } from '../../src/solvers/pool.ts';
import { peakMemoryMB } from '../../src/studies/engine.ts';
import { runStudy } from '../../src/studies/study.ts';
import { figuresOf } from '../schemas/run-figures.ts';
import { openObjects } from '../store/open-objects.ts';
import { studyInputOf } from './run-options.ts';
import type { PlanQuestion, Solved, SolveJob, SolveMessage } from './solve-job.ts';
import { loadStoredScenario, shareInputs, storedInputs } from './stored-scenario.ts';

const send = (message: SolveMessage): void => parentPort?.postMessage(message);

/** Stay from run to run, as this thread does; every run of a process has as many threads. */
let solvers: SolverPool | undefined;

async function solve(job: SolveJob): Promise<Solved> {
  const { question, threads } = job;
  solvers ??= createSolverPool({ threads });
  if (!('asked' in question)) return solvePlan(job, question, solvers);
  // Most are plans.
  const { solveStudy } = await import('./solve-study.ts');
  return solveStudy(job, question, solvers, {
    tell: (event) => send({ kind: 'event', event }),
    keep: (part) => send({ kind: 'part', part }),
  });
}

async function solvePlan(
  { threads, draft, text, profiles, objects }: SolveJob,
  { study, options }: PlanQuestion,
  pool: SolverPool,
): Promise<Solved> {
  const store = openObjects(objects);
  const { loaded, readInput } = await loadStoredScenario(text, storedInputs(profiles, store));
  const { scenario } = loaded;
  const output = await runStudy(
    studyInputOf(scenario, study, options, threads),
    (event) => send({ kind: 'event', event }),
    pool,
  );
  const { answer, baselines, baselineFailure, remedies } = output;
  if (baselineFailure !== undefined) {
    send({ kind: 'log', message: `The plan could not be compared. ${baselineFailure.message}` });
  }
  send({ kind: 'event', event: { kind: 'reporting' } });
  const document = resultDocument({
    loaded,
    study,
    answer,
    baselines,
    remedies,
    createdAt: new Date(),
    peakMemoryMB: peakMemoryMB(),
  });
  await writeResultDirectory(draft, { document, loaded, answer, readInput, hasReport: true });
  await shareInputs(store, loaded, draft);
  return { answer: answer.status, figures: figuresOf(document) ?? null };
}

const MOST_ISSUES_TOLD = 5;

function wordsOf({ message, issues }: InputError): string {
  const told = issues.slice(0, MOST_ISSUES_TOLD).map(({ where, problem }) => `${where}: ${problem}`);
  return [message, ...told].join('; ');
}

parentPort?.on('message', async (job: SolveJob) => {
  try {
    send({ kind: 'done', solved: await solve(job) });
  } catch (error) {
    const { name, message, code } = error as { name?: string; message?: string; code?: unknown };
    send({
      kind: 'failed',
      name: name ?? 'Error',
      message: error instanceof InputError ? wordsOf(error) : (message ?? String(error)),
      ...(typeof code === 'string' ? { code } : {}),
    });
  }
});
