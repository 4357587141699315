/** A batch as it was asked for → its runs, every scenario checked, in order. */

import { randomUUID } from 'node:crypto';
import { InputError, type Issue } from '../src/index.ts';
import { Problem } from './problem.ts';
import type { Surroundings } from './routes/route.ts';
import { scenarioOf } from './routes/runs.ts';
import { type BatchRequest, MOST_RUNS, type Sweep } from './schemas/batch.ts';
import type { RunRequest } from './schemas/run.ts';
import { insertBatch } from './store/batches.ts';
import type { Rows } from './store/database.ts';
import { type CheckedScenario, checkScenario, type RunToSubmit, submitRuns } from './submission.ts';
import { pathOf, valuesOf, withValue } from './sweep.ts';

/** Beyond these a list of faults teaches nothing new. */
const MOST_ISSUES = 50;

interface Asked extends Pick<RunRequest, 'study' | 'options' | 'priority'> {
  /** In the request. */
  readonly where: string;
  readonly check: () => Promise<CheckedScenario>;
}

/**
 * Checks all of it; what it gives stores all of it.
 *
 * @throws Problem with the faults of every run, told by its place in the request
 */
export async function prepareBatch(surroundings: Surroundings, owner: string, body: BatchRequest) {
  const values = body.sweep === undefined ? [] : valuesOf(body.sweep.values);
  const swept = body.sweep === undefined ? [] : await runsOfSweep(surroundings, owner, body.sweep, values);
  const asked = [...swept, ...runsOfList(surroundings, owner, body.runs ?? [])];
  if (asked.length === 0 || asked.length > MOST_RUNS) {
    const problem = `${asked.length} runs`;
    const expected = `From 1 to ${MOST_RUNS} of them, in sweep, runs or both.`;
    throw invalid([{ code: 'request.out-of-range', where: 'runs', problem, expected }]);
  }
  const runs = await checkAll(asked);
  const sweep = body.sweep === undefined ? null : { path: body.sweep.path, values };
  return async (transaction: Rows): Promise<string> => {
    const id = randomUUID();
    await insertBatch(transaction, { id, owner, name: body.name, total: runs.length, sweep });
    await submitRuns(transaction, surroundings.service, owner, runs, id);
    return id;
  };
}

async function runsOfSweep(
  surroundings: Surroundings,
  owner: string,
  { path: text, values: _, scenario, ...question }: Sweep,
  values: readonly unknown[],
): Promise<Asked[]> {
  const stored = typeof scenario === 'string' ? await scenarioOf(surroundings, owner, scenario) : undefined;
  const document = stored?.document ?? (scenario as Readonly<Record<string, unknown>>);
  const path = pathOf(text, document);
  const { service, desk } = surroundings;
  return values.map((value) => ({
    ...question,
    where: `sweep(${String(value)})`,
    check: () => checkScenario(service, desk, owner, withValue(document, path, value), stored?.profiles),
  }));
}

/** Many runs of one scenario check it once. */
function runsOfList(surroundings: Surroundings, owner: string, runs: readonly RunRequest[]): Asked[] {
  const checked = new Map<string, Promise<CheckedScenario>>();
  return runs.map(({ scenario, ...question }, index) => ({
    ...question,
    where: `runs[${index}]`,
    check: () => {
      const key = JSON.stringify(scenario);
      const known = checked.get(key) ?? scenarioOf(surroundings, owner, scenario);
      checked.set(key, known);
      return known;
    },
  }));
}

/** One after the other, so that a large batch takes one thread of the desk and leaves the other to everybody else. */
async function checkAll(asked: readonly Asked[]): Promise<RunToSubmit[]> {
  const issues: Issue[] = [];
  const runs: RunToSubmit[] = [];
  for (const { where, check, study, options, priority } of asked) {
    if (issues.length >= MOST_ISSUES) break;
    try {
      runs.push({ study, options, priority, scenario: await check() });
    } catch (error) {
      issues.push(...issuesOf(error, where));
    }
  }
  if (issues.length > 0) throw invalid(issues);
  return runs;
}

function issuesOf(error: unknown, where: string): Issue[] {
  if (error instanceof InputError) {
    return error.issues.map((issue) => ({ ...issue, where: `${where}.scenario.${issue.where}` }));
  }
  if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
  return [{ code: 'request.wrong-choice', where: `${where}.scenario`, problem: error.message }];
}

function invalid(issues: readonly Issue[]): Problem {
  return new Problem('request.invalid', { detail: 'The batch cannot be accepted; no run of it was.', issues });
}
