/** A study of a scenario or of a plan, on a solving thread. */

import type { AskedStudy, SolverPool, StudyDocuments, StudyEvent, StudyResult, StudyToMake } from '../../src/index.ts';
import { makeStudy } from '../../src/results/studies/asked-studies.ts';
import { writeStudyResult } from '../../src/results/studies/study-result.ts';
import { studyResult } from '../../src/results/studies/write-study.ts';
import { createEngine } from '../../src/studies/engine.ts';
import { type Study, type StudyName, studies } from '../schemas/studies.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut } from '../thread-pool/lay-out.ts';
import { newestFirst } from './newest-first.ts';
import type { Solved, SolveJob, StudyQuestion } from './solve-job.ts';
import { type SolvedStudy, type StudyOnThread, solveSweep } from './solve-sweep.ts';
import { loadStoredScenario, storedInputs } from './stored-scenario.ts';

/** Nothing of it was done by then that would be an answer. */
class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

type Found = SolvedStudy<StudyDocuments[StudyName]>;

/** Who waits for a study. */
export interface StudyHearer {
  tell(event: StudyEvent): void;
  /** What is finished while it goes on. */
  keep(part: StudyResult): void;
}

/** Some studies know more every few milliseconds, and to write a page takes as long: it takes a tenth of the time at most. */
const PART_REST = 9;

/**
 * Where the time is up before all of it is done, what is known by then is the answer, and says so.
 *
 * @throws TimeIsUp where nothing is known; as its study does
 */
export async function solveStudy(
  job: SolveJob,
  question: StudyQuestion,
  pool: SolverPool,
  { tell, keep }: StudyHearer,
): Promise<Solved> {
  const { study, options } = question;
  type Known = StudyDocuments[StudyName];
  const parts = newestFirst(async (known: Known) => keep(await studyResult(study, known)), PART_REST);
  const solve = study === 'sweep' ? solveSweep : solveByStudy;
  const solved: Promise<Found> = solve(job, question, pool, { tell, keep: parts.take });
  const { document, isComplete, spent } = await solved.finally(parts.end);
  if (document === undefined) {
    const problem = `The study was not done within ${options.timeLimitSeconds} s`;
    throw new TimeIsUp(`${problem}. Allow it more with options.timeLimitSeconds.`);
  }
  tell({ kind: 'reporting' });
  const made = await studyResult(study, document);
  await writeStudyResult(job.draft, made);
  const { headline } = made;
  return { answer: isComplete ? 'complete' : 'partial', figures: { headline }, ...(spent && { spent }) };
}

async function solveByStudy(
  { text, profiles, objects, threads }: SolveJob,
  { study, asked, source, options: { timeLimitSeconds } }: StudyQuestion,
  pool: SolverPool,
  { tell, keep }: StudyOnThread<StudyDocuments[AskedStudy]>,
): Promise<SolvedStudy<StudyDocuments[AskedStudy]>> {
  const store = openObjects(objects);
  const expect = (programmes: number) => tell({ kind: 'stage', stage: study, programmes });
  expect(1);
  await using scratch = await makeScratchDirectory('study');
  if (source !== undefined) await layOut(store, source, scratch.path);
  const { standsOn, beside }: Study = studies[study];
  const readsScenario = standsOn === 'scenario' || beside?.(JSON.parse(text), asked) !== undefined;
  const read = readsScenario ? await loadStoredScenario(text, storedInputs(profiles, store)) : undefined;
  const late = AbortSignal.timeout(Math.ceil(1000 * timeLimitSeconds));
  const onProgress = (progress: Extract<StudyEvent, { kind: 'progress' }>['progress']) =>
    tell({ kind: 'progress', progress });
  const engine = createEngine({ threads, pool, signal: late, onProgress });
  let kept: StudyDocuments[AskedStudy] | undefined;
  const keepHere = (document: StudyDocuments[AskedStudy]) => {
    kept = document;
    keep(document);
  };
  // The cast: what is asked was judged by the schema of the study.
  const toMake = { study, asked, places: [scratch.path], ...(read && { loaded: read.loaded }) } as StudyToMake;
  try {
    return { document: await makeStudy(toMake, engine, { expect, keep: keepHere }), isComplete: true };
  } catch (error) {
    if (!late.aborted) throw error;
    return { document: kept, isComplete: false };
  } finally {
    await engine.close();
  }
}
