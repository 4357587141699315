/** Work of a request that would keep others waiting: read and check a scenario, look into a profile, cut out hours. */

import { InputError, type Inspection, type Issue, inspectProfile, type Warning } from '../../src/index.ts';
import { loadStoredScenario, type StoredDocument } from '../jobs/stored-scenario.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { cutHours, type HoursAnswer, type HoursRequest } from './hours.ts';
import { type Verified, verifyDirectory } from './verify.ts';

interface Checked {
  readonly contentHash: string;
  readonly name: string;
  readonly warnings: readonly Warning[];
}

/** Faults are an answer: on their way between threads errors would lose their class. */
type Faulty = { readonly issues: readonly Issue[] };

export interface Tasks {
  check(input: StoredDocument & { readonly objects: ObjectPlace }): Promise<Checked | Faulty>;
  inspect(input: { readonly bytes: Uint8Array; readonly file: string }): Promise<Inspection | Faulty>;
  hours(input: HoursRequest): Promise<HoursAnswer | undefined>;
  /** Of the result directory at a path. */
  verify(directory: string): Promise<Verified | Faulty>;
}

export const tasks: Tasks = {
  check: ({ objects, ...stored }) =>
    orFaults(async () => {
      const { contentHash, scenario, warnings } = (await loadStoredScenario(stored, openObjects(objects))).loaded;
      return { contentHash, name: scenario.name, warnings };
    }),
  inspect: ({ bytes, file }) => orFaults(async () => inspectProfile(bytes, file)),
  hours: cutHours,
  verify: (directory) => orFaults(() => verifyDirectory(directory)),
};

async function orFaults<T>(work: () => Promise<T>): Promise<T | Faulty> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return { issues: error.issues };
    throw error;
  }
}
