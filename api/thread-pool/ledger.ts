/** Records of the ledger of a stored result, made anew from its schedule. */

import type { LedgerCut, LedgerWish } from '../../src/index.ts';
import { cutLedger } from '../../src/results/ledger/cut-ledger.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut, type WordedResult } from './lay-out.ts';

export interface LedgerRequest extends LedgerWish, WordedResult {
  readonly objects: ObjectPlace;
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function cutStoredLedger({ objects, place, words, ...wish }: LedgerRequest): Promise<LedgerCut> {
  await using scratch = await makeScratchDirectory('ledger');
  // Neither proof nor report is read for it.
  await layOut(openObjects(objects), { place, words }, scratch.path, (path) =>
    /^(scenario\.json|inputs\/|schedule\/)/.test(path),
  );
  return await cutLedger(scratch.path, wish);
}
