/** A document of a stored result, made anew from its files. */

import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReportError } from '../../src/errors.ts';
import type { LedgerChoice, ReportedStudy, ReportKind } from '../../src/index.ts';
import { companionOf } from '../../src/results/companions.ts';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';
import { makeReports } from '../../src/results/write-reports.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { headOf, layOut, type WordedResult } from './lay-out.ts';

export interface ReportRequest extends ReportKind, WordedResult {
  readonly objects: ObjectPlace;
  /** Of the hour ledger that it tells of, which is made first; none when absent. */
  readonly ledger?: LedgerChoice['order'] | undefined;
  /** Studies of the result that it tells of, and where each is stored. */
  readonly studies?: readonly { readonly study: ReportedStudy; readonly place: string }[];
}

export type ReportAnswer = { readonly bytes: Uint8Array } | { readonly impossible: string };

/** @throws ResultError with every file that is missing, damaged or changed */
export async function makeStoredReport({
  objects,
  place,
  words,
  ledger,
  studies = [],
  ...kind
}: ReportRequest): Promise<ReportAnswer> {
  await using scratch = await makeScratchDirectory('report');
  // Nothing is proven again for it.
  const store = openObjects(objects);
  await layOut(store, { place, words }, scratch.path, (path) => /^(scenario\.json|inputs\/|schedule\/)/.test(path));
  for (const own of studies) {
    const { result } = await headOf(store, own);
    const [path, text] = companionOf(own.study, JSON.parse(Buffer.from(result).toString()));
    await makeDirectory(dirname(join(scratch.path, path)));
    await writeFile(join(scratch.path, path), text);
  }
  if (ledger !== undefined) await writeLedger(scratch.path, { order: ledger, format: 'parquet' });
  try {
    const [bytes] = await makeReports(scratch.path, [kind]);
    return { bytes: bytes! };
  } catch (error) {
    if (error instanceof ReportError) return { impossible: error.message };
    throw error;
  }
}
