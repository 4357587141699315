/** A scenario solved on a thread, verified, and written to its directory with a report. */

import type { InputReader, LoadedScenario, ResultDocument, StudyEvent, StudyInput, StudyOutput } from '../index.ts';
import { runJob } from './thread/run-job.ts';

export interface SolveRequest {
  readonly input: StudyInput;
  readonly readInput: InputReader;
  readonly scheduleFormat?: 'parquet' | 'csv';
  /** Whether its page is made too; so where absent. */
  readonly hasReport?: boolean;
  readonly signal: AbortSignal;
  readonly hear?: (event: StudyEvent) => void;
}

export interface SolvedInto {
  readonly document: ResultDocument;
  /** With the hashes of all other files. */
  readonly written: ResultDocument;
  readonly baselineFailure?: StudyOutput['baselineFailure'];
}

export async function solveInto(directory: string, loaded: LoadedScenario, request: SolveRequest): Promise<SolvedInto> {
  const { input, readInput, scheduleFormat = 'parquet', hasReport = true, signal, hear = () => undefined } = request;
  const { resultDocument } = await import('../results/document/make-document.ts');
  const { writeResultDirectory } = await import('../results/write-directory.ts');
  const { peakMemoryMB } = await import('../studies/engine.ts');
  const { answer, baselines, remedies, ...beside } = await runJob('study', input, signal, hear);
  hear({ kind: 'reporting' });
  const { study } = input;
  const createdAt = new Date();
  const document = resultDocument({
    loaded,
    study,
    answer,
    baselines,
    remedies,
    createdAt,
    peakMemoryMB: peakMemoryMB(),
  });
  const written = await writeResultDirectory(directory, {
    ...{ document, loaded, answer, readInput, hasReport, scheduleFormat, signal },
  });
  return { document, written, ...beside };
}
