/** A directory of a study, recomputed from what it was made from. */

import { studyIn } from './study-directory.ts';
import { type Make, type StudyVerification, verifyStudyOf } from './verify-study-of.ts';
import { type Verify, verifySweep } from './verify-sweep.ts';

export type { StudyVerification };

/**
 * Undefined where no study stands there: a result, or nothing.
 *
 * @param verify of each result of a sweep: `verifyResult`, here or on a thread of its own
 * @param make of a study that solves, which is solved again
 * @throws ResultError where it cannot be read
 */
export async function verifyStudyDirectory(
  directory: string,
  verify?: Verify,
  make: Make = refuse,
): Promise<StudyVerification | undefined> {
  const study = await studyIn(directory);
  switch (study) {
    case undefined:
      return undefined;
    case 'sweep':
      return verifySweep(directory, verify);
    default:
      return verifyStudyOf(directory, study, make);
  }
}

const refuse: Make = async ({ study }) => {
  throw new TypeError(`${study} is verified by solving it again: say with what.`);
};
