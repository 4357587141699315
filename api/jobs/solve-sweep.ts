/**
 * A sweep on a solving thread. Each value that is solved is kept among the objects until the sweep has ended, under its
 * question: whoever works on that question next, after a death, a stop or a cancel, goes on from there.
 */

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedScenario, SolverPool, StudyEvent, Sweep } from '../../src/index.ts';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { RESULT_FILE } from '../../src/results/files/file-names.ts';
import { findBands } from '../../src/results/studies/bands.ts';
import { holdsVerified, pointsOfSweep, SweepState } from '../../src/results/studies/sweep-state.ts';
import { writeResultDirectory } from '../../src/results/write-directory.ts';
import { rangeValues } from '../../src/scenario/variation.ts';
import { peakMemoryMB } from '../../src/studies/engine.ts';
import { runStudy } from '../../src/studies/study.ts';
import { sweepAll, sweepBanded } from '../../src/studies/sweep.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { MOST_POINTS, type SweepAsked } from '../schemas/studies.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut } from '../thread-pool/lay-out.ts';
import type { SolveJob, StudyQuestion } from './solve-job.ts';
import { loadStoredScenario, shareInputs, storedInputs } from './stored-scenario.ts';

export interface SolvedStudy<Document> {
  /** Undefined where nothing is known by the time that was allowed. */
  readonly document: Document | undefined;
  readonly isComplete: boolean;
  /** See `Solved`. */
  readonly spent?: readonly string[];
}

/** Who hears of it on its way. */
export interface StudyOnThread<Document> {
  tell(event: StudyEvent): void;
  /** All that is known by now. */
  keep(document: Document): void;
}

/** The time is up; what is solved by then is known. */
class Stopped extends Error {}

export async function solveSweep(
  { text, profiles, objects, threads }: SolveJob,
  { asked, kept, options: { timeLimitSeconds } }: StudyQuestion,
  pool: SolverPool,
  { tell, keep }: StudyOnThread<Sweep>,
): Promise<SolvedStudy<Sweep>> {
  const began = performance.now();
  const secondsLeft = () => timeLimitSeconds - (performance.now() - began) / 1000;
  // The cast: judged by the schema of the study.
  const { band, lastPercent, ...given } = asked as unknown as SweepAsked;
  const vary = given.vary.map(({ path, values }) => ({ path, values: valuesOf(values) }));
  const store = openObjects(objects);
  const inputs = storedInputs(profiles, store);
  const { loaded, readInput } = await loadStoredScenario(text, inputs);
  const place = { file: 'scenario', directory: '', readProfile: inputs.readProfile };
  const points = await pointsOfSweep(loaded.document, vary, place);
  await using scratch = await makeScratchDirectory('sweep');
  const sweep = new SweepState({ loaded, vary, study: 'plan', points, directory: scratch.path, band, lastPercent });
  tell({ kind: 'stage', stage: 'sweep', programmes: points.length });

  /** @throws Stopped where the time does not suffice */
  async function solvePoint(directory: string, point: LoadedScenario): Promise<void> {
    const seconds = secondsLeft();
    if (seconds <= 0) throw new Stopped();
    const { answer } = await runStudy(
      {
        ...{ scenario: point.scenario, study: 'plan', foresight: 'together', solver: 'auto', method: 'auto' },
        ...{ relativeGap: sweep.gap, threads, timeLimitSeconds: seconds, baselines: 'none' },
      },
      (event) => {
        if (event.kind === 'progress') tell(event);
      },
      pool,
    );
    if (answer.status === 'limit' && secondsLeft() <= 0) throw new Stopped();
    const made = { loaded: point, study: 'plan', answer, baselines: [], createdAt: new Date() } as const;
    const document = resultDocument({ ...made, peakMemoryMB: peakMemoryMB() });
    await writeResultDirectory(directory, { document, loaded: point, answer, readInput, hasReport: false });
  }

  const placeOf = ({ loaded: { contentHash } }: (typeof points)[number]) => `${kept}/${contentHash}`;
  const solve = async (at: number): Promise<boolean> => {
    const directory = sweep.placeOf(at);
    const key = placeOf(points[at]!);
    const isKept = (await store.get(`${key}/${RESULT_FILE}`)) !== undefined;
    if (isKept) await layOut(store, { place: key }, directory);
    if (isKept && (await holdsVerified(directory, sweep.gap, verifyResult))) {
      const solve = { iterations: 0, seconds: 0 };
      tell({ kind: 'progress', progress: { task: points[at]!.label, state: 'done', size: '', solve } });
    } else {
      await solvePoint(directory, points[at]!.loaded);
      const draft = await store.draft();
      await cp(directory, draft, { recursive: true });
      await shareInputs(store, points[at]!.loaded, draft);
      await store.publish(key, draft);
    }
    await sweep.finish(at);
    keep(await knownIn(scratch.path));
    return sweep.hasPlan(at);
  };
  const work = { count: points.length, jobs: 1, solve };
  const bound = async (open: Parameters<SweepState['bandsToFind']>[0]) =>
    open.length === 0 ? [] : findBands(sweep.bandsToFind(open));
  try {
    if (band === undefined) await sweepAll(work);
    else sweep.takeBands(await sweepBanded({ ...work, values: sweep.curve(), band, bound }));
    return { document: withoutPlaces(await sweep.complete()), isComplete: true, spent: points.map(placeOf) };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    if (sweep.finished() === 0) return { document: undefined, isComplete: false };
    return { document: await knownIn(scratch.path), isComplete: false };
  }
}

function valuesOf(values: SweepAsked['vary'][number]['values']): readonly (number | string | boolean)[] {
  if ('from' in values) {
    const made = rangeValues(values.from, values.to, values.step, MOST_POINTS);
    if ('problem' in made) throw new RangeError(`${made.problem}, though the request was judged`);
    return made;
  }
  const isCurve = values.every((value) => typeof value === 'number');
  return isCurve ? (values as number[]).toSorted((a, b) => a - b) : values;
}

/** As it stands after the last value. */
async function knownIn(directory: string): Promise<Sweep> {
  return withoutPlaces(JSON.parse(await readFile(join(directory, 'sweep.json'), 'utf8')) as Sweep);
}

/** Results of single values are not kept. */
const withoutPlaces = (sweep: Sweep): Sweep => ({
  ...sweep,
  points: sweep.points.map(({ place: _, ...point }) => point),
});
