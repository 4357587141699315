/** A document of a stored result, made anew from its files. */

import { type LedgerChoice, makeReports, ReportError, type ReportKind, writeLedger } from '../../src/index.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut, type WordedResult } from './lay-out.ts';

export interface ReportRequest extends ReportKind, WordedResult {
  readonly objects: ObjectPlace;
  /** Of the hour ledger that it tells of, which is made first; none when absent. */
  readonly ledger?: LedgerChoice['order'] | undefined;
}

export type ReportAnswer = { readonly bytes: Uint8Array } | { readonly impossible: string };

/** @throws ResultError with every file that is missing, damaged or changed */
export async function makeStoredReport({
  objects,
  place,
  words,
  ledger,
  ...kind
}: ReportRequest): Promise<ReportAnswer> {
  await using scratch = await makeScratchDirectory('report');
  // Nothing is proven again for it.
  await layOut(openObjects(objects), { place, words }, scratch.path, (path) =>
    /^(scenario\.json|inputs\/|schedule\/)/.test(path),
  );
  if (ledger !== undefined) await writeLedger(scratch.path, { order: ledger, format: 'parquet' });
  try {
    const [bytes] = await makeReports(scratch.path, [kind]);
    return { bytes: bytes! };
  } catch (error) {
    if (error instanceof ReportError) return { impossible: error.message };
    throw error;
  }
}
