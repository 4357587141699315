/** A directory of a study, recomputed from what it was made from. */

import { studyIn } from './study-directory.ts';
import { type StudyVerification, verifyComparison } from './verify-comparison.ts';

export type { StudyVerification };

/** Undefined where no study stands there: a result, or nothing. @throws ResultError where it cannot be read */
export async function verifyStudyDirectory(directory: string): Promise<StudyVerification | undefined> {
  const study = await studyIn(directory);
  switch (study) {
    case undefined:
      return undefined;
    case 'comparison':
      return verifyComparison(directory);
    default: {
      const never: never = study;
      throw new TypeError(`unknown study ${String(never)}`);
    }
  }
}
