/** Whether a result may be written to a place: asked before the solving, for the writer itself only asks after it. */

import { access, constants, readdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from './exit-code.ts';

const RESULT_FILE = 'result.json';

/** @throws UsageError where something other than a result stands there, or where nothing can be made. */
export async function requireResultPlace(directory: string): Promise<void> {
  const names = await namesIn(directory);
  if (names !== undefined && names.length > 0 && !names.includes(RESULT_FILE)) {
    throw new UsageError(
      `${directory} holds ${names.slice(0, 3).join(', ')} and no ${RESULT_FILE}; replacing it would destroy that.\n` +
        'Give a directory that is new, empty or holds a result: -o <dir>.',
    );
  }
  await requireWritable(dirname(resolve(directory)));
}

async function namesIn(directory: string): Promise<string[] | undefined> {
  try {
    return await readdir(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UsageError(code === 'ENOTDIR' ? `${directory} is a file, not a directory.` : String(error));
  }
}

/** The nearest directory that is there: what is missing below it will be made. */
async function requireWritable(directory: string): Promise<void> {
  try {
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(directory);
    if (code === 'ENOENT' && parent !== directory) return requireWritable(parent);
    throw new UsageError(`Nothing can be written to ${directory} (${code}). Give another place: -o <dir>.`);
  }
}
