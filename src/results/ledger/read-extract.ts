/** Allocations of one day, from the file of a ledger that stands beside its result. */

import type { LedgerExtract } from '../../report/report-data.ts';
import { LEDGER_FOLDER } from '../files/file-names.ts';
import { type Inside, readInside } from '../files/inside-directory.ts';
import { ledgerFormats } from './ledger-document.ts';
import type { LedgerSummary } from './ledger-summary.ts';

/** A day of a phase in a weather year; instants in milliseconds, the second not in it. */
export interface DayOfPlace {
  readonly phase: string;
  readonly weatherYear: string;
  readonly from: number;
  readonly to: number;
}

/** @returns a sentence where the file is not the one that the ledger lists */
export async function extractOf(
  inside: Inside,
  { places }: LedgerSummary,
  { phase, weatherYear, from, to }: DayOfPlace,
): Promise<LedgerExtract | { readonly where: string; readonly problem: string }> {
  const place = places.find((one) => one.phase === phase && one.weatherYear === weatherYear);
  const table = place?.tables.find(({ kind }) => kind === 'allocations');
  const where = `${LEDGER_FOLDER}/${table?.file ?? ''}`;
  const bytes = table && (await readInside(inside, where, true));
  if (bytes === undefined) return { where, problem: 'is missing, though ledger.json lists it' };
  if (inside.hashes.get(where) !== table?.sha256) return { where, problem: 'is not the file that ledger.json lists' };
  const format = ledgerFormats.find((one) => where.endsWith(`.${one}`))!;
  const { cellsOf } = await import('./table-cells.ts');
  const { names, rows, cell } = await cellsOf(bytes, format);
  const hour = names.indexOf('interval_start');
  const isOfDay = (row: number) => {
    const instant = Date.parse(cell(row, hour));
    return instant >= from && instant < to;
  };
  const kept = Array.from({ length: rows }, (_, row) => row).filter(isOfDay);
  return { names, rows: kept.map((row) => names.map((_, column) => plainCell(cell(row, column)))) };
}

/** As a reader of a workbook wants it; whole watt-hours are below 2^53. */
function plainCell(cell: string): LedgerExtract['rows'][number][number] {
  if (cell === 'nothing' || cell === '') return null;
  if (/^\d{1,15}$/.test(cell)) return Number(cell);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(cell) ? new Date(cell) : cell;
}
