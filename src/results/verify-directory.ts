/** A result directory recomputed: whatever stands in it is compared with what follows from the rest, or told as not checked. */

import type { ResultToVerify, ResultVerification } from '../studies/verify-result.ts';
import type { ResultDocument } from './document/result-document.ts';
import { readResultDirectory } from './read-directory.ts';
import { type Compared, compareDirectory } from './recomputed/compare-directory.ts';
import { compareReports } from './recomputed/compare-reports.ts';

export interface DirectoryVerification extends Compared {
  readonly scenario: { readonly name: string; readonly contentHash: string };
  /** There is a schedule, it keeps all laws, and nothing that is claimed is otherwise. */
  readonly verified: boolean;
  /** What is claimed; without a schedule it is no more than said. */
  readonly status?: ResultDocument['status'];
  /** Absent where there is no schedule. */
  readonly found?: ResultVerification;
}

/**
 * Verifies a result from its files alone.
 *
 * @param verify `verifyResult`, here or on a thread of its own
 * @throws ResultError with every file that is missing, damaged or changed
 */
export async function verifyResultDirectory(
  directory: string,
  verify: (result: ResultToVerify) => ResultVerification | Promise<ResultVerification>,
): Promise<DirectoryVerification> {
  const result = await readResultDirectory(directory);
  const { document: claimed, loaded, schedule, buildOut, proofs } = result;
  const { scenario, contentHash } = loaded;
  const stated = { ...(buildOut && { buildOut }), ...(proofs && { proofs }) };
  const found = schedule && (await verify({ scenario, schedule, claimed, ...stated }));
  const compared = compareDirectory(result, found);
  const reports = await compareReports(result);
  const disagreements = [...compared.disagreements, ...reports.disagreements];
  const keepsLaws = found?.verification.laws.every(({ broken }) => broken === 0) ?? false;
  return {
    scenario: { name: scenario.name, contentHash },
    ...(claimed.status && { status: claimed.status }),
    verified: keepsLaws && disagreements.length === 0,
    ...(found && { found }),
    disagreements,
    notChecked: [...compared.notChecked, ...reports.notChecked],
  };
}
