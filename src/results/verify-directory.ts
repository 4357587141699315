/** A result directory recomputed: whatever stands in it is compared with what follows from the rest, or told as not checked. */

import { reportHtml } from '../report/report-on-demand.ts';
import type { ResultToVerify, ResultVerification } from '../studies/verify-result.ts';
import { isComplete } from './claimed-document.ts';
import { type Compared, compareDirectory, inputsOf } from './compare-directory.ts';
import { differenceOf } from './compare-files.ts';
import { REPORT_FILE } from './file-names.ts';
import { hourmatchVersion } from './hourmatch-version.ts';
import { type ResultDirectory, readResultDirectory } from './read-directory.ts';
import type { ResultDocument } from './result-document.ts';

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
  const report = await compareReport(result);
  const disagreements = [...compared.disagreements, ...report.disagreements];
  const keepsLaws = found?.verification.laws.every(({ broken }) => broken === 0) ?? false;
  return {
    scenario: { name: scenario.name, contentHash },
    ...(claimed.status && { status: claimed.status }),
    verified: keepsLaws && disagreements.length === 0,
    ...(found && { found }),
    disagreements,
    notChecked: [...compared.notChecked, ...report.notChecked],
  };
}

/** Made anew from what was read: a report needs no solve, and its hash alone could be changed with it. */
async function compareReport(result: ResultDirectory): Promise<Compared> {
  const { document, raw, loaded, schedule, report } = result;
  const nothing = { disagreements: [], notChecked: [] };
  if (report === undefined) return nothing;
  const leave = (why: string) => ({ ...nothing, notChecked: [`${REPORT_FILE}: ${why}`] });
  if (!isComplete(document)) return leave('the document lacks what a report is made from.');
  if (document.hourmatchVersion !== hourmatchVersion) {
    return leave(
      `written by version ${document.hourmatchVersion}; this one, ${hourmatchVersion}, may word it otherwise.`,
    );
  }
  const { scenario, provenance } = loaded;
  const data = { document: raw as typeof document, scenario, schedule, provenance, inputs: inputsOf(result) };
  const difference = differenceOf(report, await reportHtml(data));
  return difference === undefined
    ? nothing
    : { ...nothing, disagreements: [{ where: REPORT_FILE, problem: difference }] };
}
