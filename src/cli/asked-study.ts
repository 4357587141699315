/** The commands of studies that solve: made on a thread, printed, and written down where that was asked for. */

import { relative } from 'node:path';
import type { AskedStudy, StudyDocuments, StudyToMake } from '../index.ts';
import type { Context } from './context.ts';
import { emphasisOf } from './emphasis.ts';
import { needsToEnd } from './interruption.ts';
import { shown } from './progress/shown.ts';
import { requireStudyPlace } from './result-place.ts';
import { runJob } from './thread/run-job.ts';

export interface AskedOptions {
  readonly output?: string;
  readonly threads?: number;
  readonly json?: true;
}

/** A page and a document, on a machine that is busy. */
const WRITING_MILLISECONDS = 10_000;

export async function runAsked<Name extends AskedStudy>(
  toMake: StudyToMake<Name>,
  { output, threads, json }: AskedOptions,
  { terminal, signal }: Context,
): Promise<StudyDocuments[Name]> {
  const { study, places } = toMake;
  if (output !== undefined) await requireStudyPlace(output, study);
  const { InputError, VerificationError } = await import('../errors.ts');
  const { studyText } = await import('../report/studies/studies.ts');
  const { writeStudyOf } = await import('../results/studies/write-study.ts');
  const { usualThreads } = await import('../studies/usual-threads.ts');
  const input = { ...toMake, threads: threads ?? usualThreads() };
  let kept: StudyDocuments[AskedStudy] | undefined;
  const made = shown(terminal, (hear) =>
    runJob('asked', input, signal, (event) => {
      if (event.kind !== 'kept') return hear(event);
      kept = event.document;
      if (output !== undefined) needsToEnd(WRITING_MILLISECONDS);
    }),
  );
  let failure: unknown;
  const whole = made.catch((error: unknown) => {
    if (kept === undefined || error instanceof InputError || error instanceof VerificationError) throw error;
    if (!signal.aborted) failure = error;
    terminal.note(`${signal.aborted ? 'Interrupted' : 'Not all of it was found out'}; what was done by then is kept.`);
    return kept;
  });
  // The cast: which study was asked for is lost between threads.
  const found = (await whole) as StudyDocuments[Name];
  const layout = { width: terminal.printWidth, style: emphasisOf(terminal) };
  terminal.print(json ? JSON.stringify(found, null, 2) : studyText(study, found, layout));
  if (output !== undefined) {
    // What is kept of an interrupted study is written all the same.
    await writeStudyOf(output, study, places, found, signal.aborted ? undefined : signal);
    terminal.note(`Written to ${relative('.', output) || '.'}.`);
  }
  if (failure !== undefined) throw failure;
  return found;
}
