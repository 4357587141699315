/** `ledger/ledger.json`: by which rule a ledger was made from what, what its columns mean, its totals and its files. */

import * as z from 'zod';
import { ISSUING_BODY, LEDGER_RULE } from '../../ledger/naming.ts';
import type { StorageOrder } from '../../ledger/storage-queue.ts';
import { type LedgerTable, type RecordKind, recordKinds } from '../../ledger/table.ts';
import type { LedgerTotals } from '../../ledger/totals.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { LEDGER_FOLDER, placeName } from '../files/file-names.ts';
import { type Scope2Summary, scope2Rules } from './scope2-summary.ts';

export const ledgerFormats = ['parquet', 'csv', 'json'] as const;
export type LedgerFormat = (typeof ledgerFormats)[number];

export const storageOrders = ['fifo', 'lifo', 'weightedAverage'] as const satisfies readonly StorageOrder[];

/** Fixed before the records are made. */
export interface LedgerChoice {
  readonly order: StorageOrder;
  readonly format: LedgerFormat;
}

/** Of the ledger's folder. */
export const LEDGER_DOCUMENT = 'ledger.json';
export const LEDGER_FILE = `${LEDGER_FOLDER}/${LEDGER_DOCUMENT}`;

/** Inside the ledger's folder. */
export function tableFile(place: string, kind: RecordKind, format: LedgerFormat): string {
  return `${place}/${kind}.${format}`;
}

/** Whether a path of a result is one that a ledger of its scenario may hold. */
export function isLedgerFile(path: string, { phases, weatherYears }: Scenario): boolean {
  if (path === LEDGER_FILE) return true;
  const [folder, place = '', file = '', ...deeper] = path.split('/');
  const [kind = '', format = '', ...more] = file.split('.');
  return (
    folder === LEDGER_FOLDER &&
    deeper.length + more.length === 0 &&
    (recordKinds as readonly string[]).includes(kind) &&
    (ledgerFormats as readonly string[]).includes(format) &&
    phases.some((phase) => weatherYears.some((year) => placeName(phase.name, year.name) === place))
  );
}

/** What is read back of a ledger before it is made again. */
export const choiceSchema = z.object({
  order: z.enum(storageOrders),
  format: z.enum(ledgerFormats),
});

export interface TableEntry {
  readonly kind: RecordKind;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  /** What the first row's hash has as previous_hash. */
  readonly chainStart: string;
  /** The last row's hash; that of the start where there is no row. */
  readonly chainEnd: string;
}

export interface PlaceEntry {
  readonly place: string;
  readonly phase: string;
  readonly weatherYear: string;
  readonly totals: LedgerTotals;
  readonly scope2: Scope2Summary;
  readonly tables: readonly TableEntry[];
}

export interface LedgerHead extends LedgerChoice {
  readonly scenario: { readonly name: string; readonly contentHash: string };
  readonly synthetic: boolean;
}

/** What a ledger says of itself. Nothing in it depends on when or where it is written. */
export function ledgerDocument(head: LedgerHead, places: readonly PlaceEntry[], columns: ColumnMeanings) {
  const { scenario, synthetic, order, format } = head;
  return {
    schemaVersion: 1,
    scenario,
    synthetic,
    issuingBody: ISSUING_BODY,
    registryConfiguration: 3,
    rule: LEDGER_RULE,
    rules,
    scope2Rules,
    order,
    format,
    leftToTheRegistry,
    columns,
    places,
  };
}

export type LedgerDocument = ReturnType<typeof ledgerDocument>;

export type ColumnMeanings = Readonly<Partial<Record<RecordKind, Readonly<Record<string, string>>>>>;

export function meaningsOf({ kind, columns }: LedgerTable): ColumnMeanings {
  return { [kind]: Object.fromEntries(columns.map(({ name, meaning }) => [name, meaning])) };
}

const rules = [
  'Energy is in whole watt-hours below 2^53. Generation, charge, discharge and export are rounded down, load is rounded up.',
  'A plant is certified for what it sends, curtailment apart. What of it arrives at the site is rounded down; the rest is lost on the way.',
  'What arrives in an hour goes to export, to the storages in the order of the scenario, and to load, each time from every plant in proportion to what is left of it. Shares are rounded down, and what is left goes one watt-hour each to the largest remainders, of equal ones to the first plant.',
  'A storage that is charged with more than plants deliver takes it from what other storages discharge in the hour, and its origin stays.',
  'Losses of a storage are what its state of charge leaves of charge and discharge: of charging and discharging by their efficiency, the rest by standing, from everything in store in proportion.',
  'A discharge takes lots in the order that is named; of a lot it takes what was charged in proportion to what of it is still in store.',
  'The hours of a weather year are cyclic. The storages are filled by one round through the year and the second is recorded; what was generated in the first is marked as previous cycle, and what was there before it as opening balance, which matches nothing.',
] as const;

/** Fields of a certificate that only who issues it can fill. */
const leftToTheRegistry = [
  ...['device_type', 'issuance_post_energy_carrier_conversion', 'emissions_factor_production_device_source'],
  ...['account_id', 'certificate_bundle_status', 'beneficiary', 'expiry_datestamp', 'device_production_start_date'],
  ...['device_location', 'country_of_issuance', 'connected_grid_identification', 'issue_market_zone'],
  ...['issuance_purpose', 'support_received', 'quality_scheme_reference', 'dissemination_level'],
  ...['emissions_factor_production_device'],
] as const;
