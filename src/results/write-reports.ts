/** Reports of a result, made from its directory alone: nothing is solved. */

import { basename, join } from 'node:path';
import { ResultError } from '../errors.ts';
import { dayOfStorage } from '../report/hours/hour-table.ts';
import { makeReport } from '../report/report-on-demand.ts';
import { type Companions, documentsOf } from './companions.ts';
import { isComplete } from './document/claimed-document.ts';
import { RESULT_FILE } from './files/file-names.ts';
import { unreadable } from './files/inside-directory.ts';
import { replaceFiles } from './files/replace-files.ts';
import { type ReportKind, reportFile } from './files/report-files.ts';
import { underNames } from './inputs/stored-inputs.ts';
import { type ResultDirectory, readResultDirectory } from './read-directory.ts';
import { inputsOf } from './recomputed/compare-directory.ts';

/**
 * Writes reports beside the result, or to another directory; what stood there under their names is replaced.
 *
 * @returns their paths, in order
 * @throws ResultError with every file of the result that is missing, damaged or changed
 * @throws ReportError where a format cannot be made here
 */
export async function writeReports(
  directory: string,
  kinds: readonly ReportKind[],
  place = directory,
): Promise<string[]> {
  const documents = await makeReports(directory, kinds);
  const files = Object.fromEntries(kinds.map((kind, at) => [reportFile(kind), documents[at]!]));
  await replaceFiles(place, files);
  return Object.keys(files).map((name) => join(place, name));
}

/** The same without writing. */
export async function makeReports(directory: string, kinds: readonly ReportKind[]): Promise<Uint8Array[]> {
  const result = await readResultDirectory(directory);
  const documents: Uint8Array[] = [];
  for (const kind of kinds) documents.push(await reportOf(result, basename(directory), kind));
  return documents;
}

/**
 * @param companions what else it tells of; what stands there where it is not said
 * @throws ResultError where the document lacks what a report is made from, or what stands beside it is not of it
 */
export async function reportOf(
  result: Omit<ResultDirectory, 'reports'>,
  subject: string,
  kind: ReportKind,
  companions: Pick<Companions, 'ledger' | 'studies'> = result.companions,
): Promise<Uint8Array> {
  const { document, raw, loaded, schedule, resultJson } = result;
  if (!isComplete(document)) {
    const expected = 'all that optimise writes there; of a schedule made elsewhere there is no report';
    throw new ResultError(subject, [unreadable(RESULT_FILE, 'lacks what a report is made from', expected)]);
  }
  const { problems } = result.companions;
  if (problems.length > 0) {
    const issues = problems.map(({ where, problem }) => unreadable(where, problem, 'what belongs to this result'));
    throw new ResultError(subject, issues);
  }
  const { scenario, provenance } = loaded;
  const nameOf = (stored: string) => result.inputs.find(({ storedAs }) => storedAs === stored)?.file ?? stored;
  const asked = underNames(loaded.document, nameOf);
  const { ledger, studies } = companions;
  const day = kind.format === 'xlsx' && ledger !== undefined ? dayOfStorage({ scenario, schedule }) : undefined;
  const extract = day && (await ledger!.extract(day));
  if (extract !== undefined && 'problem' in extract) {
    throw new ResultError(subject, [unreadable(extract.where, extract.problem, 'what hourmatch ledger makes again')]);
  }
  const data = {
    ...{ document: raw as typeof document, scenario, asked, schedule, provenance, inputs: inputsOf(result) },
    ...{ studies, ledger: ledger?.summary, extract, companions: documentsOf(companions, result.companions) },
  };
  return makeReport({ data, resultJson, ledgerJson: ledger?.json, ...kind });
}
