/** A directory of a study, recomputed from what it was made from. */

import { studyIn } from './study-directory.ts';
import { type StudyVerification, verifyStudyOf } from './verify-study-of.ts';
import { type Verify, verifySweep } from './verify-sweep.ts';

export type { StudyVerification };

/**
 * Undefined where no study stands there: a result, or nothing.
 *
 * @param verify of each result of a sweep: `verifyResult`, here or on a thread of its own
 * @throws ResultError where it cannot be read
 */
export async function verifyStudyDirectory(directory: string, verify?: Verify): Promise<StudyVerification | undefined> {
  const study = await studyIn(directory);
  switch (study) {
    case undefined:
      return undefined;
    case 'comparison':
    case 'values':
      return verifyStudyOf(directory, study);
    case 'sweep':
      return verifySweep(directory, verify);
    default: {
      const never: never = study;
      throw new TypeError(`unknown study ${String(never)}`);
    }
  }
}
