/** Results of runs compared; nothing is solved. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Comparison, compareDirectories } from '../../src/index.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { layOut } from './lay-out.ts';

export interface ToCompareStored {
  readonly objects: ObjectPlace;
  /** Of each result, and the run that it is of. */
  readonly results: readonly { readonly place: string; readonly run: string }[];
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function compareStored({ objects, results }: ToCompareStored): Promise<Comparison> {
  const store = openObjects(objects);
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-comparison-'));
  try {
    const laidOut = [];
    for (const [at, { place, run }] of results.entries()) {
      const own = join(directory, String(at));
      await layOut(store, place, own);
      laidOut.push({ directory: own, label: run });
    }
    return await compareDirectories(laidOut);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
