/** Records of the ledger of a stored result, made anew from its schedule. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutLedger, type LedgerCut, type LedgerWish } from '../../src/index.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { layOut } from './lay-out.ts';

export interface LedgerRequest extends LedgerWish {
  readonly objects: ObjectPlace;
  /** Of the result. */
  readonly place: string;
}

/** @throws ResultError with every file that is missing, damaged or changed */
export async function cutStoredLedger({ objects, place, ...wish }: LedgerRequest): Promise<LedgerCut> {
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-ledger-'));
  try {
    // Neither proof nor report is read for it.
    await layOut(openObjects(objects), place, directory, (path) => /^(scenario\.json|inputs\/|schedule\/)/.test(path));
    return await cutLedger(directory, wish);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
