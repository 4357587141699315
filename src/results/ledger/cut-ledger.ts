/** Some records of a ledger, made when they are asked for: nothing of a ledger needs to be kept. */

import { basename } from 'node:path';
import { ResultError } from '../../errors.ts';
import type { StorageOrder } from '../../ledger/storage-queue.ts';
import { type RecordKind, rowsOf } from '../../ledger/table.ts';
import { hourOfInstant } from '../../time.ts';
import { claimedSchema } from '../claimed-document.ts';
import { RESULT_FILE } from '../file-names.ts';
import { openInside } from '../inside-directory.ts';
import { readJson } from '../read-json.ts';
import { readStoredScenario } from '../read-scenario.ts';
import { readScheduleOfPlace } from '../read-schedule.ts';
import type { LedgerFormat } from './ledger-document.ts';
import { ledgerOfPlace, renderedTable } from './make-ledger.ts';

export interface LedgerWish {
  readonly kind: RecordKind;
  /** Names; the first when left out. */
  readonly phase?: string | undefined;
  readonly weatherYear?: string | undefined;
  /** Name of a plant or a storage: records that it stands behind. */
  readonly plant?: string | undefined;
  /** Instants in milliseconds; the first is in, the second is not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly order: StorageOrder;
  readonly format: LedgerFormat;
}

export type LedgerCut =
  | { readonly kind: 'hours'; readonly bytes: Uint8Array }
  /** The result has only such an answer. */
  | { readonly kind: 'no plan'; readonly status: string }
  | { readonly kind: 'wrong name'; readonly where: string; readonly given: string; readonly known: readonly string[] };

/**
 * Reads `result.json`, `scenario.json` with its inputs and the one schedule that is meant.
 *
 * @throws ResultError with every file of these that is missing, damaged or changed
 */
export async function cutLedger(directory: string, wish: LedgerWish): Promise<LedgerCut> {
  const inside = await openInside(directory);
  const document = await readJson(inside, RESULT_FILE, claimedSchema);
  const stored = document && document.phases.length > 0 ? await readStoredScenario(inside) : undefined;
  if (document === undefined || inside.issues.length > 0) throw new ResultError(basename(directory), inside.issues);
  if (stored === undefined) return { kind: 'no plan', status: document.status ?? 'not said' };
  const { scenario } = stored.loaded;
  const { phases, weatherYears, renewables, storages } = scenario;
  const p = indexOf('phase', wish.phase, phases);
  const y = indexOf('weatherYear', wish.weatherYear, weatherYears);
  const device = wish.plant === undefined ? 0 : indexOf('plant', wish.plant, [...renewables, ...storages]);
  for (const index of [p, y, device]) if (typeof index !== 'number') return index;
  const at = { p: p as number, y: y as number };
  const phase = await readScheduleOfPlace(inside, scenario, document.phases, at.p, at.y);
  if (phase === undefined) throw new ResultError(basename(directory), inside.issues);
  const { placeId, ledger } = ledgerOfPlace(stored.loaded, at, phase, phase.weatherYears[0]!, wish.order);
  const table = ledger.table(wish.kind);
  const { year, hours } = weatherYears[at.y]!;
  const first = wish.from === undefined ? 0 : hourOfInstant(year, wish.from);
  const end = wish.to === undefined ? hours : hourOfInstant(year, wish.to);
  const isWanted = (row: number) => {
    const hour = table.hourOf(row);
    return hour >= first && hour < end && (wish.plant === undefined || table.devicesOf(row).includes(wish.plant));
  };
  return { kind: 'hours', bytes: renderedTable(rowsOf(table, isWanted), placeId, wish.format) };
}

function indexOf(where: string, given: string | undefined, things: readonly { readonly name: string }[]) {
  const index = given === undefined ? 0 : things.findIndex(({ name }) => name === given);
  if (index >= 0) return index;
  return { kind: 'wrong name', where, given: given!, known: things.map(({ name }) => name) } as const;
}
