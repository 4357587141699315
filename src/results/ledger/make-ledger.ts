/** The files of a ledger, one after the other, so that the hours of one phase and weather year are in memory at a time. */

import { type Ledger, ledgerOf } from '../../ledger/ledger.ts';
import type { StorageOrder } from '../../ledger/storage-queue.ts';
import { type LedgerTable, type RecordKind, recordKinds } from '../../ledger/table.ts';
import { exactJson } from '../files/exact-json.ts';
import { placeName } from '../files/file-names.ts';
import { sha256Of } from '../inputs/stored-inputs.ts';
import {
  type ColumnMeanings,
  LEDGER_DOCUMENT,
  type LedgerChoice,
  type LedgerFormat,
  type LedgerHead,
  ledgerDocument,
  meaningsOf,
  type PlaceEntry,
  type TableEntry,
  tableFile,
} from './ledger-document.ts';
import { type LedgerSource, type Place, placesOf } from './ledger-source.ts';
import { scope2Summary } from './scope2-summary.ts';
import { tableToParquet } from './table-parquet.ts';
import { tableToCsv, tableToJson } from './table-text.ts';

export interface LedgerFile {
  /** Inside the folder of the ledger. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @throws ResultError as `accountOf` does, and where the hours of the place cannot be read */
export async function ledgerOfPlace(source: LedgerSource, { p, y }: Place, order: StorageOrder) {
  const phase = await source.read({ p, y });
  const { scenario, contentHash } = source.loaded;
  const flows = phase.weatherYears[0]!;
  const placeId = placeName(phase.name, flows.name);
  const statement = { placeId, isSynthetic: isSynthetic(source), contentHash };
  return { placeId, ledger: ledgerOf({ scenario, p, y, phase, flows }, order, statement) };
}

function isSynthetic({ loaded: { inputs } }: LedgerSource): boolean {
  return inputs.some(({ synthetic }) => synthetic);
}

/**
 * Every table in the order of the document, and the document last.
 *
 * @throws ResultError as `accountOf` does, and where hours cannot be read
 */
export async function* ledgerFiles(source: LedgerSource, choice: LedgerChoice): AsyncGenerator<LedgerFile> {
  const { scenario, contentHash } = source.loaded;
  const places: PlaceEntry[] = [];
  let columns: ColumnMeanings = {};
  for (const place of placesOf(source.loaded)) {
    const { placeId, ledger } = await ledgerOfPlace(source, place, choice.order);
    const tables: TableEntry[] = [];
    for (const kind of recordKinds) {
      const { file, entry, meanings } = tableOfLedger(ledger, kind, placeId, choice.format);
      tables.push(entry);
      columns = { ...columns, ...meanings };
      yield file;
    }
    const names = { phase: scenario.phases[place.p]!.name, weatherYear: scenario.weatherYears[place.y]!.name };
    places.push({ place: placeId, ...names, totals: ledger.totals, scope2: scope2Summary(ledger.scope2), tables });
  }
  const head: LedgerHead = {
    ...choice,
    scenario: { name: scenario.name, contentHash },
    synthetic: isSynthetic(source),
  };
  yield { path: LEDGER_DOCUMENT, bytes: Buffer.from(exactJson(ledgerDocument(head, places, columns))) };
}

function tableOfLedger(ledger: Ledger, kind: RecordKind, placeId: string, format: LedgerFormat) {
  const table = ledger.table(kind);
  const path = tableFile(placeId, kind, format);
  const bytes = renderedTable(table, placeId, format);
  const { rows, chainStart, chainEnd } = table;
  const entry: TableEntry = { kind, file: path, sha256: sha256Of(bytes), rows, chainStart, chainEnd };
  return { file: { path, bytes }, entry, meanings: meaningsOf(table) };
}

export function renderedTable(table: LedgerTable, placeId: string, format: LedgerFormat): Uint8Array {
  switch (format) {
    case 'parquet':
      return tableToParquet(table);
    case 'csv':
      return tableToCsv(table, placeId);
    case 'json':
      return tableToJson(table, placeId);
    default: {
      const never: never = format;
      throw new TypeError(`unknown format ${String(never)}`);
    }
  }
}
