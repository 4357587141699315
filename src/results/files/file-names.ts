/** Where each part of a result stands in its directory. */

import { createHash } from 'node:crypto';
import { slugOf } from '../../scenario/schema/names.ts';
import { STORED_TECHNOLOGIES } from '../../scenario/technologies/places.ts';

export const RESULT_FILE = 'result.json';
export const SCENARIO_FILE = 'scenario.json';
export const REPORT_FILE = 'report.html';
export const PROOF_FILE = 'proof/proof.json';
export const LEDGER_FOLDER = 'ledger';
export const STUDIES_FOLDER = 'studies';
export const INPUTS = 'inputs';
export const TECHNOLOGIES = STORED_TECHNOLOGIES;

export type ScheduleFormat = 'parquet' | 'csv';

/** Duals of one programme, in the order of the proofs; of a decomposed one, those of its linking rows. */
export function dualsFile(index: number): string {
  return `proof/${index + 1}.bin`;
}

/** Duals of one part of a decomposed programme. */
export function partDualsFile(index: number, part: number): string {
  return `proof/${index + 1}-${part + 1}.bin`;
}

/** `40-mw--synthetic-2005`. A slug holds no two hyphens in a row, so no two pairs share a name. */
export function placeName(phase: string, weatherYear: string): string {
  return `${shortSlug(phase)}--${shortSlug(weatherYear)}`;
}

/** `schedule/40-mw--synthetic-2005.parquet`. */
export function scheduleFile(phase: string, weatherYear: string, format: ScheduleFormat): string {
  return `schedule/${placeName(phase, weatherYear)}.${format}`;
}

/** File systems take 255 bytes for a name; 80 letters may need more, and are then told apart by their hash. */
const LONGEST_SLUG_BYTES = 110;

function shortSlug(name: string): string {
  const slug = slugOf(name);
  if (Buffer.byteLength(slug) <= LONGEST_SLUG_BYTES) return slug;
  const hash = createHash('sha256').update(slug).digest('hex').slice(0, 12);
  let kept = '';
  for (const letter of slug) {
    if (Buffer.byteLength(kept + letter) > LONGEST_SLUG_BYTES - hash.length - 1) break;
    kept += letter;
  }
  return `${kept.replace(/-$/, '')}-${hash}`;
}
