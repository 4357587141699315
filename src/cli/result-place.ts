/** Whether a result can be written to a place, asked before the solving: found after it, the answer would be lost. */

import type { StudyName } from '../index.ts';
import { UsageError } from './exit-code.ts';

/** @throws UsageError where something other than a result stands there, or where nothing can be made */
export async function requireResultPlace(directory: string): Promise<void> {
  const { tryResultDirectory } = await import('../results/write-directory.ts');
  await requirePlace(directory, 'result', () => tryResultDirectory(directory));
}

/** The same of a study of results. */
export async function requireStudyPlace(directory: string, study: StudyName): Promise<void> {
  const { tryStudyDirectory } = await import('../results/studies/study-directory.ts');
  await requirePlace(directory, study, () => tryStudyDirectory(directory, study));
}

async function requirePlace(directory: string, what: string, tryIt: () => Promise<void>): Promise<void> {
  const { ResultError } = await import('../errors.ts');
  const remedy = `Give a directory that is new, empty or holds a ${what} and nothing else: -o <dir>.`;
  try {
    await tryIt();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof ResultError) throw new UsageError(`${directory} ${error.issues[0]!.problem}.\n${remedy}`);
    if (code === undefined) throw error;
    throw new UsageError(`Nothing can be written to ${directory} (${message}).\n${remedy}`);
  }
}
