/** One claimed run, from its rows to its result. */

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { StudyResult } from '../../src/index.ts';
import type { Service } from '../service.ts';
import type { Rows } from '../store/database.ts';
import { placeOfKept, placeOfResult } from '../store/objects.ts';
import { removeIfOrphan } from '../store/orphans.ts';
import { retryWhileUnavailable } from '../store/outage.ts';
import { dropPart, heldPart } from '../store/parts.ts';
import { holdResults, keepResult, type Result } from '../store/results.ts';
import { finishRun, isStillHeld } from '../store/run-claims.ts';
import { addRunEvent, spareTheDisk } from '../store/run-events.ts';
import type { Run } from '../store/runs.ts';
import { correctedWords, findVersion, scenarioOfRun } from '../store/scenario-versions.ts';
import { newestFirst } from './newest-first.ts';
import { progressWriter } from './progress.ts';
import type { RunOptions } from './run-options.ts';
import type { PlanQuestion, Solved, StudyQuestion } from './solve-job.ts';
import { SolveFailure, type SolvingThreads } from './solving-threads.ts';
import { storePart } from './store-part.ts';

/** A cancelled run stops within two seconds: this, and what a busy thread needs to end. */
const WATCH_MILLISECONDS = 400;

/** The run was cancelled, or somebody else works on it by now. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/**
 * Solves and stores; what ends in the store ends there whole.
 *
 * @throws ClaimLost, SolveFailure, the signal's reason, or what database and disk refuse with
 */
export async function workOnRun(
  service: Service,
  run: Run,
  { solving, threads }: { readonly solving: SolvingThreads; readonly threads: number },
  signal: AbortSignal,
): Promise<void> {
  const { rows } = service.database;
  if (await finishWithKnown(service, run)) return;
  const version = await (run.asked === null
    ? findVersion(rows, run.owner, run.scenario_hash)
    : scenarioOfRun(rows, run));
  if (version === undefined) throw new SolveFailure('ScenarioError', `the scenario ${run.scenario_hash} is gone`);
  using watch = watchClaim(service, run);
  const progress = progressWriter((event) =>
    rows.transaction().execute(async (transaction) => {
      await spareTheDisk(transaction);
      if (await isStillHeld(transaction, run)) await addRunEvent(transaction, run.id, event);
    }),
  );
  const parts = newestFirst((part: StudyResult) => storePart(service, run, part));
  const draft = await service.objects.draft();
  try {
    const solved = await solving.solve(
      {
        text: version.text,
        profiles: version.profiles,
        objects: service.objectPlace,
        question: await questionOf(service, run),
        threads,
        draft,
      },
      AbortSignal.any([signal, watch.lost]),
      (told) => (told.kind === 'part' ? parts.take(told.part) : progress.hear(told)),
    );
    await parts.end();
    await progress.end();
    const id = randomUUID();
    if (!(await retryWhileUnavailable(() => isStillHeld(rows, run)))) throw new ClaimLost('cancelled or taken over');
    await service.objects.publish(placeOfResult(id), draft);
    try {
      const part = await finish(service, run, id, solved);
      // Where this fails, the next start of a process does it.
      for (const place of [...(solved.spent ?? []), ...placesOf(part)])
        await service.objects.remove(place).catch(() => undefined);
    } finally {
      // Cancelled meanwhile, or another was first. Where this fails, the next start of a process does it.
      await removeIfOrphan(rows, service.objects, id).catch(() => undefined);
    }
  } finally {
    await parts.end();
    await progress.end();
    await rm(draft, { recursive: true, force: true });
  }
}

/** The casts: all of it was judged by the schema of a run before the row was written. */
async function questionOf({ database }: Service, run: Run): Promise<PlanQuestion | StudyQuestion> {
  const { study, options, asked, source_result: source, run_key: key } = run;
  const given = { study, options: options as unknown as RunOptions };
  if (asked === null) return given as PlanQuestion;
  const words = await correctedWords(database.rows, run);
  const places = {
    source: source === null ? undefined : { place: placeOfResult(source), words },
    kept: placeOfKept(key),
  };
  return { ...given, asked, ...places } as StudyQuestion;
}

/** False where there is no answer yet. */
async function finishWithKnown({ database, objects }: Service, run: Run): Promise<boolean> {
  const part = await retryWhileUnavailable(() =>
    database.rows.transaction().execute(async (transaction) => {
      const [known] = await holdResults(transaction, run.owner, [run.run_key]);
      return known && finishInPlaceOfPart(transaction, run, known, true);
    }),
  );
  for (const place of placesOf(part ?? null)) await objects.remove(place).catch(() => undefined);
  return part !== undefined;
}

/** @returns the part that was there before all of it */
async function finish(
  { database }: Service,
  run: Run,
  id: string,
  { answer, figures }: Solved,
): Promise<string | null> {
  // Solved is solved: a database that is away for a moment must not cost another solve.
  const store = () =>
    database.rows.transaction().execute(async (transaction) => {
      const { owner, run_key } = run;
      const kept = await keepResult(transaction, { id, owner, run_key, answer, figures });
      return finishInPlaceOfPart(transaction, run, kept, kept.id !== id);
    });
  return retryWhileUnavailable(store);
}

/** @throws ClaimLost */
async function finishInPlaceOfPart(
  transaction: Rows,
  run: Run,
  { id, answer }: Pick<Result, 'id' | 'answer'>,
  isKnown: boolean,
): Promise<string | null> {
  const part = await heldPart(transaction, run);
  const isOurs = part !== false && (await finishRun(transaction, run, id, answer, isKnown));
  if (!isOurs) throw new ClaimLost('cancelled or taken over');
  await dropPart(transaction, part);
  return part;
}

const placesOf = (part: string | null) => (part === null ? [] : [placeOfResult(part)]);

function watchClaim({ database }: Service, run: Run): Disposable & { readonly lost: AbortSignal } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    isStillHeld(database.rows, run).then(
      (isHeld) => {
        if (!isHeld) controller.abort(new ClaimLost('cancelled or taken over'));
      },
      // A database that does not answer says nothing about the claim.
      () => undefined,
    );
  }, WATCH_MILLISECONDS);
  return { lost: controller.signal, [Symbol.dispose]: () => clearInterval(timer) };
}
