/** Whether a result can be written to a place, asked before the solving: found after it, the answer would be lost. */

import { UsageError } from './exit-code.ts';

/** @throws UsageError where something other than a result stands there, or where nothing can be made */
export async function requireResultPlace(directory: string): Promise<void> {
  const { ResultError, tryResultDirectory } = await import('../index.ts');
  try {
    await tryResultDirectory(directory);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof ResultError) throw new UsageError(`${directory} ${error.issues[0]!.problem}.\n${remedy}`);
    if (code === undefined) throw error;
    throw new UsageError(`Nothing can be written to ${directory} (${message}).\n${remedy}`);
  }
}

const remedy = 'Give a directory that is new, empty or holds a result and nothing else: -o <dir>.';
