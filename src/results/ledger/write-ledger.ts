/** A result directory → the ledger in it, whole or not at all. */

import { basename, join } from 'node:path';
import { ResultError } from '../../errors.ts';
import { LEDGER_FOLDER } from '../files/file-names.ts';
import { type ResultFile, writeWholeDirectory } from '../files/whole-directory.ts';
import { LEDGER_DOCUMENT, type LedgerChoice, type LedgerDocument } from './ledger-document.ts';
import { type LedgerSource, openLedgerSource } from './ledger-source.ts';
import { ledgerFiles } from './make-ledger.ts';

/**
 * Makes the ledger of a result from its profiles and its schedule and writes it to `ledger/` inside; a ledger that stood
 * there is replaced.
 *
 * @throws ResultError where the result has no schedule, or one that breaks a law, or cannot be read
 */
export async function writeLedger(
  directory: string,
  choice: LedgerChoice,
  signal?: AbortSignal,
): Promise<LedgerDocument> {
  const source = await planInside(directory);
  let last: Uint8Array = new Uint8Array();
  async function* files(): AsyncGenerator<ResultFile> {
    for await (const { path, bytes } of ledgerFiles(source, choice)) {
      last = bytes;
      yield { path, content: () => bytes };
    }
  }
  await writeWholeDirectory(join(directory, LEDGER_FOLDER), files(), refuseStrangers, signal);
  return JSON.parse(Buffer.from(last).toString()) as LedgerDocument;
}

/** @throws ResultError as `openLedgerSource` does, and where the answer has no schedule */
export async function planInside(directory: string): Promise<LedgerSource> {
  const source = await openLedgerSource(directory);
  if (!('status' in source)) return source;
  const problem = `the answer is ${source.status}, without a schedule`;
  const expected = 'A result with a plan: only what flows can be accounted for.';
  throw new ResultError(basename(directory), [{ code: 'result.unreadable', where: 'phases', problem, expected }]);
}

async function refuseStrangers(place: string, found: readonly string[] | 'no directory'): Promise<void> {
  if (found !== 'no directory' && found.includes(LEDGER_DOCUMENT)) return;
  const problem = found === 'no directory' ? 'a file stands there' : `holds no ${LEDGER_DOCUMENT} of ours`;
  const expected = `Move ${basename(place)}/ out of the result.`;
  throw new ResultError(LEDGER_FOLDER, [{ code: 'result.occupied', where: LEDGER_FOLDER, problem, expected }]);
}
