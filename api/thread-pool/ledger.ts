/** Records of the ledger of a stored result, made anew from its schedule. */

import { cutLedger, type LedgerCut, type LedgerWish } from '../../src/index.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut } from './lay-out.ts';

export interface LedgerRequest extends LedgerWish {
  readonly objects: ObjectPlace;
  /** Of the result. */
  readonly place: string;
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function cutStoredLedger({ objects, place, ...wish }: LedgerRequest): Promise<LedgerCut> {
  await using scratch = await makeScratchDirectory('ledger');
  // Neither proof nor report is read for it.
  await layOut(openObjects(objects), place, scratch.path, (path) => /^(scenario\.json|inputs\/|schedule\/)/.test(path));
  return await cutLedger(scratch.path, wish);
}
