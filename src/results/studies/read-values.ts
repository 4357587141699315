/** A result directory → what things are worth in its plan. */

import { ResultError } from '../../errors.ts';
import type { Values } from '../../studies/values/document.ts';
import { valuesOf } from '../../studies/values.ts';
import { verifyResult } from '../../studies/verify-result.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { readResultDirectory } from '../read-directory.ts';

/**
 * The result is verified on the way: nothing is said of a plan that breaks a law or of duals that prove nothing.
 *
 * @throws ResultError where it cannot be read, holds no plan of all phases together, or is not verified
 */
export async function valuesOfDirectory(directory: string): Promise<Values> {
  const { document, loaded, schedule, buildOut, proofs = [], hashes } = await readResultDirectory(directory);
  const refuse = (problem: string, expected: string) =>
    new ResultError(directory, [{ code: 'result.unreadable', where: 'proof', problem, expected }]);
  const [proof] = proofs;
  if (schedule === undefined || buildOut === undefined || proof === undefined || document.study !== 'plan') {
    throw refuse('there is no plan with its duals', 'the result of a plan, as optimise writes it');
  }
  if (proofs.length > 1) {
    throw refuse(
      'each phase was planned by itself, so no duals say what a size is worth in the phases after it',
      'a plan of all phases together',
    );
  }
  const { scenario, contentHash, inputs } = loaded;
  const found = verifyResult({ scenario, schedule, buildOut, proofs, claimed: document });
  if (found.certificate === undefined || found.disagreements.length > 0 || !found.certificate.verified) {
    throw refuse('the result is not verified', 'a result that hourmatch verify finds nothing against');
  }
  const { objective, dualBound, relativeGap } = found.certificate;
  return {
    ...{ schemaVersion: 1, hourmatchVersion, synthetic: inputs.some(({ synthetic }) => synthetic) },
    scenario: { name: scenario.name, contentHash, currency: scenario.currency },
    resultSha256: hashes.get(RESULT_FILE)!,
    ...valuesOf({ scenario, schedule, buildOut, proof, certificate: { objective, dualBound, relativeGap } }),
  };
}
