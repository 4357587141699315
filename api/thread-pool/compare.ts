/** Results of runs compared; nothing is solved. */

import { join } from 'node:path';
import type { Comparison } from '../../src/index.ts';
import { compareDirectories } from '../../src/results/studies/read-comparison.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut, type WordedResult } from './lay-out.ts';

export interface ToCompareStored {
  readonly objects: ObjectPlace;
  /** Of each result, and the run that it is of. */
  readonly results: readonly (WordedResult & { readonly run: string })[];
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function compareStored({ objects, results }: ToCompareStored): Promise<Comparison> {
  const store = openObjects(objects);
  await using scratch = await makeScratchDirectory('comparison');
  const laidOut = [];
  for (const [at, { run, ...result }] of results.entries()) {
    const directory = join(scratch.path, String(at));
    await layOut(store, result, directory);
    laidOut.push({ directory, label: run });
  }
  return await compareDirectories(laidOut);
}
