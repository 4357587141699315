/** Reports made anew from what was read: they need no solve, and what differs in one byte is not what the result gives. */

import { ReportError, ResultError } from '../../errors.ts';
import type { Companions } from '../companions.ts';
import { isComplete } from '../document/claimed-document.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { REPORT_FILE } from '../files/file-names.ts';
import { reportKindOf } from '../files/report-files.ts';
import type { ResultDirectory } from '../read-directory.ts';
import { reportOf } from '../write-reports.ts';
import type { Compared } from './compare-directory.ts';
import { differenceOf } from './compare-files.ts';

/** With all that stands beside the result, or before its ledger, its studies or either did. */
function madeWith({ companions: { ledger, studies } }: ResultDirectory): Pick<Companions, 'ledger' | 'studies'>[] {
  const hasStudies = Object.keys(studies).length > 0;
  const withLedger = ledger === undefined ? [] : [{ ledger }];
  return [
    ...[...withLedger, {}].map((first) => ({ ...first, studies })),
    ...(hasStudies ? [...withLedger, {}].map((first) => ({ ...first, studies: {} })) : []),
  ];
}

/** @param make one of them again */
export async function compareReports(result: ResultDirectory, make = reportOf): Promise<Compared> {
  const disagreements: Compared['disagreements'][number][] = [];
  const isThere = result.reports.has(REPORT_FILE);
  const notChecked = isThere
    ? []
    : [`${REPORT_FILE}: it is not there, so no figure in it; hourmatch report makes it again.`];
  for (const [path, bytes] of result.reports) {
    const found = await compareReport(result, path, bytes, make);
    if ('why' in found) notChecked.push(`${path}: ${found.why}`);
    else if (found.problem !== undefined) disagreements.push({ where: path, problem: found.problem });
  }
  return { disagreements, notChecked };
}

type Found = { readonly why: string } | { readonly problem: string | undefined };

async function compareReport(
  result: ResultDirectory,
  path: string,
  bytes: Uint8Array,
  make: typeof reportOf,
): Promise<Found> {
  const { document } = result;
  if (!isComplete(document)) return { why: 'the document lacks what a report is made from.' };
  if (document.hourmatchVersion !== hourmatchVersion) {
    return {
      why: `written by version ${document.hourmatchVersion}; this one, ${hourmatchVersion}, may word it otherwise.`,
    };
  }
  const kind = reportKindOf(path)!;
  try {
    const made: Uint8Array[] = [];
    for (const companions of madeWith(result)) {
      const own = await make(result, path, kind, companions);
      if (Buffer.compare(own, bytes) === 0) return { problem: undefined };
      made.push(own);
    }
    const isText = kind.format === 'html' || kind.format === 'csv';
    const texts = [bytes, made[0]!].map((one) => new TextDecoder().decode(one)) as [string, string];
    const problem = (isText && differenceOf(...texts)) || 'is not the document that the result gives';
    const older = '; one made before its ledger or all its studies stood there is made again by hourmatch report';
    return { problem: made.length > 1 ? `${problem}${older}` : problem };
  } catch (error) {
    if (error instanceof ReportError) return { why: error.message };
    if (error instanceof ResultError) {
      const [first] = error.issues;
      return { problem: `cannot be made again: ${first?.file ?? ''} ${first?.problem ?? ''}` };
    }
    throw error;
  }
}
