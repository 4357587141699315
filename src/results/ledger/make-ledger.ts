/** The files of a ledger, one after the other, so that the hours of one phase and weather year are in memory at a time. */

import { type Ledger, ledgerOf } from '../../ledger/ledger.ts';
import type { StorageOrder } from '../../ledger/storage-queue.ts';
import { type LedgerTable, type RecordKind, recordKinds } from '../../ledger/table.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import type { PhaseSchedule, Schedule, WeatherYearSchedule } from '../../schedule/schedule.ts';
import { exactJson } from '../exact-json.ts';
import { placeName } from '../file-names.ts';
import { sha256Of } from '../stored-inputs.ts';
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
import { tableToParquet } from './table-parquet.ts';
import { tableToCsv, tableToJson } from './table-text.ts';

export interface LedgerSource {
  readonly loaded: Pick<LoadedScenario, 'scenario' | 'contentHash' | 'inputs'>;
  readonly schedule: Schedule;
}

export interface LedgerFile {
  /** Inside the folder of the ledger. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The ledger of one phase under one weather year, by their indices. */
export function ledgerOfPlace(
  loaded: LedgerSource['loaded'],
  { p, y }: { readonly p: number; readonly y: number },
  phase: PhaseSchedule,
  flows: WeatherYearSchedule,
  order: StorageOrder,
) {
  const { scenario, contentHash } = loaded;
  const placeId = placeName(phase.name, flows.name);
  const statement = { placeId, isSynthetic: isSynthetic(loaded), contentHash };
  return { placeId, ledger: ledgerOf({ scenario, p, y, phase, flows }, order, statement) };
}

function isSynthetic({ inputs }: LedgerSource['loaded']): boolean {
  return inputs.some(({ synthetic }) => synthetic);
}

/**
 * Every table in the order of the document, and the document last.
 *
 * @throws ResultError as `accountOf` does
 */
export function* ledgerFiles(source: LedgerSource, choice: LedgerChoice): Generator<LedgerFile> {
  const { scenario, contentHash } = source.loaded;
  const places: PlaceEntry[] = [];
  let columns: ColumnMeanings = {};
  for (const p of scenario.phases.keys()) {
    for (const y of scenario.weatherYears.keys()) {
      const phase = source.schedule.phases[p]!;
      const flows = phase.weatherYears[y]!;
      const { placeId, ledger } = ledgerOfPlace(source.loaded, { p, y }, phase, flows, choice.order);
      const tables: TableEntry[] = [];
      for (const kind of recordKinds) {
        const { file, entry, meanings } = tableOfLedger(ledger, kind, placeId, choice.format);
        tables.push(entry);
        columns = { ...columns, ...meanings };
        yield file;
      }
      places.push({ place: placeId, phase: phase.name, weatherYear: flows.name, totals: ledger.totals, tables });
    }
  }
  const head: LedgerHead = {
    ...choice,
    scenario: { name: scenario.name, contentHash },
    synthetic: isSynthetic(source.loaded),
  };
  yield { path: LEDGER_DOCUMENT, bytes: Buffer.from(exactJson(ledgerDocument(head, places, columns))) };
}

function tableOfLedger(ledger: Ledger, kind: RecordKind, placeId: string, format: LedgerFormat) {
  const table = ledger.table(kind);
  const path = tableFile(placeId, kind, format);
  const bytes = renderedTable(table, placeId, format);
  const { rows, chainStart, columns } = table;
  const chainEnd = (columns.at(-1)?.values.at(-1) as string | undefined) ?? chainStart;
  const entry: TableEntry = { kind, file: path, sha256: sha256Of(bytes), rows, chainStart, chainEnd };
  return { file: { path, bytes }, entry, meanings: meaningsOf(table) };
}

export function renderedTable(table: LedgerTable, placeId: string, format: LedgerFormat): Uint8Array {
  switch (format) {
    case 'parquet':
      return tableToParquet(table);
    case 'csv':
      return Buffer.from(tableToCsv(table, placeId));
    case 'json':
      return Buffer.from(tableToJson(table, placeId));
    default: {
      const never: never = format;
      throw new TypeError(`unknown format ${String(never)}`);
    }
  }
}
