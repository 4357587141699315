/** A study of a scenario or of a plan, on a solving thread. */

import type { AskedStudy, SolverPool, StudyDocuments, StudyEvent, StudyToMake } from '../../src/index.ts';
import { makeStudy } from '../../src/results/studies/asked-studies.ts';
import { writeStudyResult } from '../../src/results/studies/write-study.ts';
import { createEngine } from '../../src/studies/engine.ts';
import { type Study, type StudyName, studies } from '../schemas/studies.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut } from '../thread-pool/lay-out.ts';
import type { Solved, SolveJob, StudyQuestion } from './solve-job.ts';
import { type SolvedStudy, solveSweep } from './solve-sweep.ts';
import { loadStoredScenario, storedInputs } from './stored-scenario.ts';

/** Nothing of it was done by then that would be an answer. */
class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

type Found = SolvedStudy<StudyDocuments[StudyName]>;

/**
 * Where the time is up before all of it is done, what is known by then is the answer, and says so.
 *
 * @throws TimeIsUp where nothing is known; as its study does
 */
export async function solveStudy(
  job: SolveJob,
  question: StudyQuestion,
  pool: SolverPool,
  tell: (event: StudyEvent) => void,
): Promise<Solved> {
  const { study, options } = question;
  const { document, isComplete, spent }: Found = await (study === 'sweep' ? solveSweep : solveByStudy)(
    job,
    question,
    pool,
    tell,
  );
  if (document === undefined) {
    const problem = `The study was not done within ${options.timeLimitSeconds} s`;
    throw new TimeIsUp(`${problem}. Allow it more with options.timeLimitSeconds.`);
  }
  tell({ kind: 'reporting' });
  const headline = await writeStudyResult(job.draft, study, document);
  return { answer: isComplete ? 'complete' : 'partial', figures: { headline }, ...(spent && { spent }) };
}

async function solveByStudy(
  { text, profiles, objects, threads }: SolveJob,
  { study, asked, source, options: { timeLimitSeconds } }: StudyQuestion,
  pool: SolverPool,
  tell: (event: StudyEvent) => void,
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
  const keep = (document: StudyDocuments[AskedStudy]) => {
    kept = document;
  };
  // The cast: what is asked was judged by the schema of the study.
  const toMake = { study, asked, places: [scratch.path], ...(read && { loaded: read.loaded }) } as StudyToMake;
  try {
    return { document: await makeStudy(toMake, engine, { expect, keep }), isComplete: true };
  } catch (error) {
    if (!late.aborted) throw error;
    return { document: kept, isComplete: false };
  } finally {
    await engine.close();
  }
}
