/** Headers of ENTSO-E files, both layouts: which cell holds the interval, and which hold numbers with a unit. */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { RecordedQuantity, Zone } from '../../recording/recording.ts';
import type { Marks } from '../../table/numbers.ts';
import { cellsOfLine, firstLines } from '../../table/rows.ts';
import { readTable, type StampRule, type Table, type TableRules } from '../../table/table.ts';
import { entsoeZone } from './clock.ts';

export interface EntsoeSeries {
  readonly name: string;
  readonly unit: string;
  readonly quantity: RecordedQuantity;
  readonly cell: number;
}

export interface EntsoeHead {
  readonly cells: readonly string[];
  /** Index of the cell with the interval, from 0. */
  readonly interval: number;
  readonly series: readonly EntsoeSeries[];
}

function quantityOf(unit: string): RecordedQuantity {
  if (/^[A-Z]{3}\/MWh$/.test(unit)) return 'price';
  return unit === 'MW' ? 'power' : unit === 'MWh' ? 'energy' : 'other';
}

/** Patterns are not run over longer headers, on which they could be slow. */
const LONGEST_NAME = 300;

/** Undefined where the line is no header with `MTU` or `Time`. */
function entsoeHeadOf(line: string): EntsoeHead | undefined {
  const cells = cellsOfLine(line, ',')?.map((cell) => cell.trim());
  const interval = cells?.findIndex((cell) => /^(MTU|Time)( \(.*\))?$/.test(cell)) ?? -1;
  if (cells === undefined || interval === -1) return undefined;
  const series = cells.flatMap((cell, index): EntsoeSeries[] => {
    if (cell.length > LONGEST_NAME) return [];
    // Old headers: "Actual Total Load [MW] - BZN|FI"; new ones: "Actual Total Load (MW)".
    const [, name, unit, rest = ''] = /^(.+?) +[[(]([A-Z]{3}\/MWh|MWh?)[\])](.*)$/.exec(cell) ?? [];
    if (name === undefined || unit === undefined || index === interval) return [];
    return [{ name: (name + rest).replaceAll(/ +/g, ' '), unit, quantity: quantityOf(unit), cell: index }];
  });
  return { cells, interval, series };
}

/** Some files of prices name their area at the end of the header, where no row has a cell. */
function withoutArea(head: EntsoeHead, firstRow: string): EntsoeHead {
  const { cells } = head;
  const isName = /^[A-Z]{2,4}\|/.test(cells.at(-1) ?? '');
  return isName && cellsOfLine(firstRow, ',')?.length === cells.length - 1
    ? { ...head, cells: cells.slice(0, -1) }
    : head;
}

export const intervalOfOldLayout = /^\d\d\.\d\d\.\d{4} \d\d:\d\d - /;
export const intervalOfNewLayout = /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d (\(\S+\) )?- /;

/** Judges by header and first row; price files of both layouts differ in nothing but the form of their dates. */
export function isEntsoe([header = '', row = '']: readonly string[], interval: RegExp): boolean {
  const head = entsoeHeadOf(header);
  const cells = cellsOfLine(row, ',');
  return head !== undefined && interval.test(cells?.[head.interval] ?? '');
}

/** @throws ProfileError where there is no header, it has no numbers, or neither it nor the first row names the clock */
export function readEntsoeHead(text: string, file: string): { head: EntsoeHead; zone: Zone } {
  const [header = '', firstRow = ''] = firstLines(text, 2);
  const place = { where: 'header', line: 1 };
  const named = entsoeHeadOf(header);
  if (named === undefined) return refuse(file, 'profile.bad-header', place, shown(header), 'MTU (CET/CEST)');
  const head = withoutArea(named, firstRow);
  if (head.series.length === 0) {
    const expected = 'columns such as "Actual Total Load [MW]" or "Generation (MW)"';
    refuse(file, 'profile.bad-header', place, 'no column with a unit', expected);
  }
  const where = head.cells[head.interval] ?? '';
  const zone = entsoeZone(where) ?? entsoeZone(cellsOfLine(firstRow, ',')?.[head.interval] ?? '');
  if (zone !== undefined) return { head, zone };
  const expected = '(UTC) or (CET/CEST) behind MTU or behind the intervals; export the file again in one of them';
  const clock = { where, line: 1, column: head.interval + 1 };
  return refuse(file, 'profile.bad-header', clock, `${shown(where)} names no clock that is known`, expected);
}

/** Empty, "not expected", unpublished: spellings of the platform and of its users. */
const entsoeMissing = ['', 'n/e', 'N/A', '-', 'NaN'] as const;

/** @param stamp of the interval: how it should look, and where it begins */
export function readEntsoeTable(
  text: string,
  { cells: header, interval, series }: EntsoeHead,
  stamp: Pick<StampRule, 'form' | 'minutes'>,
  missing: Marks,
  faults: FaultList,
): Table {
  const rules: TableRules = {
    firstLine: 2,
    width: header.length,
    header,
    columns: series,
    numbers: { decimal: 'point', missing: [...entsoeMissing, ...missing] },
    stamp: { name: header[interval]!, column: interval + 1, text: (cells) => cells[interval] ?? '', ...stamp },
  };
  return readTable(text, rules, faults);
}

/** Rows of the hour that the clock skips must be empty: a value there belongs to an hour that nobody can name. */
export function checkSkippedHour(
  rows: readonly number[],
  series: EntsoeHead['series'],
  table: Table,
  faults: FaultList,
) {
  for (const row of rows) {
    const full = table.values.findIndex((column) => !Number.isNaN(column[row]!));
    if (full === -1) continue;
    const { name, cell } = series[full]!;
    faults.add('profile.bad-stamp', { where: name, line: table.lines[row]!, column: cell + 1 }, () => ({
      problem: `${table.values[full]![row]} in the hour that the clock skips at the change to summer time`,
      expected: 'no row or an empty one there, as in a file whose stamps are in CET/CEST',
    }));
  }
}
