/** Some records of a ledger, made when they are asked for: nothing of a ledger needs to be kept. */

import type { StorageOrder } from '../../ledger/storage-queue.ts';
import { type RecordKind, rowsOf } from '../../ledger/table.ts';
import { hourOfInstant } from '../../time.ts';
import type { LedgerFormat } from './ledger-document.ts';
import { openLedgerSource } from './ledger-source.ts';
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
  const source = await openLedgerSource(directory);
  if ('status' in source) return { kind: 'no plan', ...source };
  const { scenario } = source.loaded;
  const { phases, weatherYears, renewables, storages } = scenario;
  const p = indexOf('phase', wish.phase, phases);
  const y = indexOf('weatherYear', wish.weatherYear, weatherYears);
  const device = wish.plant === undefined ? 0 : indexOf('plant', wish.plant, [...renewables, ...storages]);
  for (const index of [p, y, device]) if (typeof index !== 'number') return index;
  const at = { p: p as number, y: y as number };
  const { placeId, ledger } = await ledgerOfPlace(source, at, wish.order);
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
