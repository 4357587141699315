/** What a ledger is made from: the scenario of a result, and its schedule, one phase under one weather year at a time. */

import { basename } from 'node:path';
import { ResultError } from '../../errors.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import type { PhaseSchedule } from '../../schedule/schedule.ts';
import { type ClaimedDocument, claimedSchema } from '../document/claimed-document.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { type Inside, openInside } from '../files/inside-directory.ts';
import { readJson } from '../files/read-json.ts';
import { readScheduleOfPlace } from '../hours/read-schedule.ts';
import { readStoredScenario } from '../inputs/read-scenario.ts';
import { compareOrigin } from '../read-directory.ts';

/** Indices of a phase and of a weather year. */
export interface Place {
  readonly p: number;
  readonly y: number;
}

export interface LedgerSource {
  readonly loaded: LoadedScenario;
  /**
   * The hours of one place, read when they are asked for.
   *
   * @throws ResultError with every file of the schedule that is missing, damaged or changed
   */
  read(place: Place): Promise<PhaseSchedule>;
}

/**
 * Reads `result.json` and `scenario.json` with its inputs.
 *
 * @returns what kind of answer it is where that is without a schedule
 * @throws ResultError with every file of these that is missing, damaged or changed
 */
export async function openLedgerSource(directory: string): Promise<LedgerSource | { readonly status: string }> {
  const inside = await openInside(directory);
  const document = await readJson(inside, RESULT_FILE, claimedSchema);
  const hasPlan = document !== undefined && document.phases.length > 0;
  const stored = hasPlan ? await readStoredScenario(inside) : undefined;
  if (document && stored) compareOrigin(inside, document, stored.loaded);
  const { issues } = inside;
  if (document === undefined || issues.length > 0) throw new ResultError(basename(directory), issues);
  if (stored === undefined) return { status: document.status ?? 'not said' };
  return new StoredSchedule(inside, document, stored.loaded);
}

/** The places of a scenario in the order of a ledger. */
export function placesOf({ scenario: { phases, weatherYears } }: Pick<LoadedScenario, 'scenario'>): Place[] {
  return Array.from(phases.keys()).flatMap((p) => Array.from(weatherYears.keys(), (y) => ({ p, y })));
}

class StoredSchedule implements LedgerSource {
  readonly loaded: LoadedScenario;
  readonly #inside: Inside;
  readonly #document: ClaimedDocument;

  constructor(inside: Inside, document: ClaimedDocument, loaded: LoadedScenario) {
    this.loaded = loaded;
    this.#inside = inside;
    this.#document = document;
  }

  async read(place: Place): Promise<PhaseSchedule> {
    const phase = await this.#read(place);
    if (phase !== undefined) return phase;
    // Whoever mends the result hears of everything at once.
    for (const other of placesOf(this.loaded)) if (other.p !== place.p || other.y !== place.y) await this.#read(other);
    throw new ResultError(basename(this.#inside.root), this.#inside.issues);
  }

  #read({ p, y }: Place): Promise<PhaseSchedule | undefined> {
    return readScheduleOfPlace(this.#inside, this.loaded.scenario, this.#document.phases, p, y);
  }
}
