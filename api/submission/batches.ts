/** A batch as it was asked for → its runs, every scenario checked, in order. */

import { randomUUID } from 'node:crypto';
import { InputError } from '../../src/errors.ts';
import type { Issue } from '../../src/index.ts';
import type { ConcurrencyLimit } from '../concurrency.ts';
import { Problem } from '../http/problem.ts';
import type { Surroundings } from '../routes/route.ts';
import type { RunRequest } from '../schemas/run.ts';
import { insertBatch } from '../store/batches.ts';
import type { Rows } from '../store/database.ts';
import type { Checked, ToCheck } from '../thread-pool/check.ts';
import type { Faulty } from '../thread-pool/faulty.ts';
import type { BatchToCheck, Refused, Sent } from '../thread-pool/read-batch.ts';
import { tooLong } from '../thread-pool/thread-pool.ts';
import { standingOf, storedScenarioOf } from './questions.ts';
import { type CheckedScenario, idsOf, type RunToSubmit, scenarioFrom, submitRuns } from './runs.ts';

/** Beyond these a list of faults teaches nothing new. */
const MOST_ISSUES = 50;
/** All scenarios of a sweep together: they are stored one by one. */
const MOST_LETTERS = 64 * 2 ** 20;
/** Checked in one turn, then another batch has one. */
const MOST_AT_ONCE = 20;
const MOST_LETTERS_AT_ONCE = 2 ** 20;

interface Checking {
  readonly surroundings: Surroundings;
  readonly owner: string;
  /** One batch after the other, so that the pool has a thread for everybody else. */
  readonly oneAtATime: ConcurrencyLimit;
  /** That somebody still waits for the answer. */
  readonly signal: AbortSignal;
}

/**
 * Checks all of it; what it gives stores all of it.
 *
 * @throws Problem with the faults of every run, told by its place in the request
 */
export async function prepareBatch(checking: Checking, { name, sweep, ...list }: BatchToCheck) {
  const { batchMilliseconds } = checking.surroundings;
  const late = AbortSignal.timeout(batchMilliseconds);
  const limited = { ...checking, signal: AbortSignal.any([checking.signal, late]) };
  const runs = await runsOf(limited, { name, sweep, ...list }).catch((error: unknown) => {
    checking.signal.throwIfAborted();
    throw late.aborted ? tooLong(batchMilliseconds, 'Not every scenario of the batch is checked') : error;
  });
  const varied = sweep === undefined ? null : { path: sweep.path, values: sweep.values };
  return async (transaction: Rows): Promise<string> => {
    const id = randomUUID();
    const { surroundings, owner } = checking;
    await insertBatch(transaction, { id, owner, name, total: runs.length, sweep: varied });
    await submitRuns(transaction, surroundings.service, owner, runs, id);
    return id;
  };
}

async function runsOf(checking: Checking, { sweep, runs, ...sent }: BatchToCheck): Promise<RunToSubmit[]> {
  const issues: Issue[] = [];
  const judge = async <T>(where: string, found: () => Promise<T> | T, field?: string) => {
    try {
      return await found();
    } catch (error) {
      issues.push(...issuesOf(error, where, field));
      return undefined;
    }
  };
  const swept = sweep === undefined ? [] : await checkSweep(checking, sweep);
  const made: RunToSubmit[] = [];
  for (const [at, found] of swept.entries()) {
    const scenario = await judge(`sweep(${String(sweep!.values[at])})`, () => scenarioFrom(found));
    if (scenario !== undefined) made.push({ ...sweep!.question, scenario });
  }
  const scenarioAt = await checkList(checking, sent);
  for (const [index, { scenario: at, question }] of runs.entries()) {
    const { surroundings, owner, signal } = checking;
    // The cast: what is without a scenario is a study on a plan.
    const onPlan = () => standingOf(surroundings, owner, question as RunRequest, signal);
    const standing = await (at === undefined
      ? judge(`runs[${index}]`, onPlan, 'onRun')
      : judge(`runs[${index}]`, async () => ({ scenario: await scenarioAt(at) })));
    if (standing !== undefined) made.push({ ...question, ...standing });
  }
  if (issues.length > 0) throw invalid(issues.slice(0, MOST_ISSUES));
  return made;
}

type Found = Checked | Faulty;

async function checkSweep(
  checking: Checking,
  { scenario, path: text, values }: NonNullable<BatchToCheck['sweep']>,
): Promise<Found[]> {
  const { surroundings, owner, signal } = checking;
  const stored =
    typeof scenario === 'string'
      ? await storedScenarioOf(surroundings, owner, scenario).catch((error: unknown) => {
          throw invalid(issuesOf(error, 'sweep'));
        })
      : undefined;
  const document = stored?.text ?? (scenario as Sent).text;
  if (document.length * values.length > MOST_LETTERS) {
    const problem = `${values.length} scenarios of ${document.length} characters`;
    const expected = `At most ${MOST_LETTERS / 2 ** 20} MB together: fewer values, or a smaller scenario.`;
    throw invalid([{ code: 'request.out-of-range', where: 'sweep', pointer: '/sweep', problem, expected }]);
  }
  const { path, profiles: named } = orThrow(
    await surroundings.pool.survey({ text: document, path: text, values }, signal),
  );
  const open = named.filter((name) => stored === undefined || !Object.hasOwn(stored.profiles, name));
  const profiles = { ...(await idsOf(surroundings.service.database.rows, owner, open)), ...stored?.profiles };
  const atOnce = Math.max(1, Math.min(MOST_AT_ONCE, Math.floor(MOST_LETTERS_AT_ONCE / document.length)));
  return checkInPieces(checking, values.length, (first) => {
    const piece = values.slice(first, first + atOnce);
    return { count: piece.length, profiles, scenarios: [document], varied: { path, values: piece } };
  });
}

/** @returns the scenario at each index of the list */
async function checkList(
  checking: Checking,
  { scenarios, profiles: named }: Pick<BatchToCheck, 'scenarios' | 'profiles'>,
) {
  const { surroundings, owner } = checking;
  const profiles = await idsOf(surroundings.service.database.rows, owner, named);
  const texts = scenarios.flatMap((one) => (typeof one === 'string' ? [] : [one.text]));
  const found = await checkInPieces(checking, texts.length, (first) => {
    const piece = texts.slice(first, first + 1);
    for (let letters = piece[0]!.length; piece.length < MOST_AT_ONCE && first + piece.length < texts.length; ) {
      const next = texts[first + piece.length]!;
      letters += next.length;
      if (letters > MOST_LETTERS_AT_ONCE) break;
      piece.push(next);
    }
    return { count: piece.length, profiles, scenarios: piece };
  });
  const sent = found.values();
  const known = scenarios.map((one) => (typeof one === 'string' ? one : sent.next().value));
  const stored = new Map<string, Promise<CheckedScenario>>();
  return async (at: number): Promise<CheckedScenario> => {
    const one = known[at];
    if (typeof one !== 'string') return scenarioFrom(one!);
    const asked = stored.get(one) ?? storedScenarioOf(surroundings, owner, one);
    stored.set(one, asked);
    return asked;
  };
}

async function checkInPieces(
  { surroundings, oneAtATime, signal }: Checking,
  count: number,
  pieceAt: (first: number) => Omit<ToCheck, 'objects'> & { readonly count: number },
): Promise<Found[]> {
  const found: Found[] = [];
  const { pool, service } = surroundings;
  let faults = 0;
  while (found.length < count && faults < MOST_ISSUES) {
    const piece = await oneAtATime(async () => {
      signal.throwIfAborted();
      const { count: _, ...asked } = pieceAt(found.length);
      return pool.check({ ...asked, objects: service.objectPlace }, signal);
    });
    faults += piece.filter((one) => 'issues' in one).length;
    found.push(...piece);
  }
  return found;
}

/** @throws Problem */
export function orThrow<T extends object>(answer: T | Refused): T {
  if ('refused' in answer) throw new Problem(answer.refused.code, answer.refused.parts);
  return answer;
}

/** Refusals of what a request names. */
const ofNames: readonly Problem['code'][] = ['not-found', 'run.no-plan', 'run.no-result', 'run.not-finished'];

/**
 * @param where of what holds the scenario: runs[3], or sweep and perhaps the value it had there
 * @param field by which the request names what it is of
 */
function issuesOf(error: unknown, where: string, field = 'scenario'): Issue[] {
  const inBody = `/${where.replace(/\(.*\)$/s, '').replace(/\[(\d+)\]/, '/$1')}`;
  if (error instanceof InputError) {
    return error.issues.map(({ pointer, ...issue }) => ({
      ...issue,
      where: `${where}.scenario.${issue.where}`,
      ...(pointer !== undefined && { pointer: `${inBody}/scenario${pointer}` }),
    }));
  }
  if (!(error instanceof Problem && ofNames.includes(error.code))) throw error;
  const pointer = `${inBody}/${field}`;
  return [{ code: 'request.wrong-choice', where: `${where}.${field}`, pointer, problem: error.message }];
}

function invalid(issues: readonly Issue[]): Problem {
  return new Problem('request.invalid', { detail: 'The batch cannot be accepted; no run of it was.', issues });
}
