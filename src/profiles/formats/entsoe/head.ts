/** Headers of ENTSO-E files, both layouts: which cell holds the interval, and which hold numbers with a unit. */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { RecordedQuantity, Zone } from '../../recording/recording.ts';
import { cellsOfLine } from '../../table/rows.ts';
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
export function entsoeHeadOf(line: string): EntsoeHead | undefined {
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
export function withoutArea(head: EntsoeHead, firstRow: string): EntsoeHead {
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

/** @throws ProfileError where neither header nor first row name the clock. */
export function clockOf(head: EntsoeHead, firstRow: string, file: string): Zone {
  const name = head.cells[head.interval] ?? '';
  const zone = entsoeZone(name) ?? entsoeZone(cellsOfLine(firstRow, ',')?.[head.interval] ?? '');
  if (zone !== undefined) return zone;
  const place = { where: name, line: 1, column: head.interval + 1 };
  const expected = '(UTC) or (CET/CEST) behind MTU or behind the intervals; export the file again in one of them';
  return refuse(file, 'profile.bad-header', place, `${shown(name)} names no clock that is known`, expected);
}

/** @throws ProfileError where the file holds no numbers. */
export function refuseNoSeries(head: EntsoeHead, faults: FaultList): void {
  if (head.series.length > 0) return;
  const expected = 'columns such as "Actual Total Load [MW]" or "Generation (MW)"';
  refuse(faults.file, 'profile.bad-header', { where: 'header', line: 1 }, 'no column with a unit', expected);
}

/** Empty, "not expected", unpublished: spellings of the platform and of its users. */
export const entsoeMissing = ['', 'n/e', 'N/A', '-', 'NaN'] as const;
