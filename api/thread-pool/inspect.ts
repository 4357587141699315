/** A profile that was sent: its id, and what is detected in it. */

import { createHash } from 'node:crypto';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { ProfileError } from '../../src/errors.ts';
import type { Inspection, InspectionAnswers } from '../../src/index.ts';
import { inspectPacked } from '../../src/profiles/inspection/inspect.ts';
import { type ObjectPlace, placeOfProfile } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';

/** Far more than a file of hours has; each is told wherever the profile is. */
const MOST_COLUMNS = 500;

export interface LookedInto {
  /** SHA-256 of the bytes. */
  readonly id: string;
  readonly detected: Inspection;
  /** As they came. */
  readonly bytes: Uint8Array;
}

/** @throws ProfileError with what keeps it from being used */
export async function inspectUpload(bytes: Uint8Array, file: string): Promise<LookedInto> {
  const detected = await inspectPacked(bytes, file);
  if (detected.faults.length > 0) throw new ProfileError(file, detected.faults);
  const { length } = detected.columns;
  if (length > MOST_COLUMNS) {
    const problem = `${length} columns`;
    const expected = `At most ${MOST_COLUMNS} in a file; cut it into several.`;
    throw new ProfileError(file, [{ code: 'profile.bad-header', where: 'columns', problem, expected, file }]);
  }
  const found = { id: createHash('sha256').update(bytes).digest('hex'), detected, bytes };
  // Handed back, not copied. The casts: what is moved arrives as its value, which the types of the pool do not say.
  return move({ [transferableSymbol]: bytes.buffer, [valueSymbol]: found } as never) as unknown as LookedInto;
}

export interface ToInspectAgain {
  readonly objects: ObjectPlace;
  readonly id: string;
  readonly name: string;
  readonly answers: InspectionAnswers;
}

/** A stored profile with answers to what it leaves open; faults are a part of what is told. */
export async function inspectAgain({ objects, id, name, answers }: ToInspectAgain): Promise<Inspection> {
  const bytes = await openObjects(objects).get(placeOfProfile(id));
  if (bytes === undefined) throw new Error(`The bytes of ${name} are gone before their row.`);
  return inspectPacked(bytes, name, answers);
}
