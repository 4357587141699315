/** Where the table of an unknown file begins: its delimiter, its first row, its header, the lines before it. */

import { cellsOfLine } from '../table-rows.ts';
import { type CellKind, kindOfCell } from './cells.ts';
import { isUnit } from './units.ts';

export interface UtilityLayout {
  readonly delimiter: ';' | '\t' | ',';
  /** Line of the first row, from 1. */
  readonly firstLine: number;
  /** Cells of a row, by the header where there is one. */
  readonly width: number;
  /** Line and cells of the header. */
  readonly header: { readonly line: number; readonly cells: readonly string[] } | undefined;
  /** Cells of a row of units below the header. */
  readonly units: readonly string[] | undefined;
  /** Lines before the header, without `#`. */
  readonly preamble: readonly string[];
}

const delimiters = [';', '\t', ','] as const;
const times: readonly CellKind[] = ['interval', 'stamp', 'date'];
const values: readonly CellKind[] = ['number', 'missing', 'formula'];

/** Cells in which the time and a first value are looked for. */
const MOST_LOOKED_AT = 64;

/** A row has a time and at least one value beside it. */
function isRow(cells: readonly string[]): boolean {
  const kinds = cells.slice(0, MOST_LOOKED_AT).map(kindOfCell);
  return kinds.some((kind) => times.includes(kind)) && kinds.some((kind) => values.includes(kind));
}

/** Patterns are run over these lines, which may not become slow on a hostile one. */
const LONGEST_PREAMBLE = 1000;

const bare = (line: string) => line.replace(/^#+\s*/, '');

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** Cells of a line that may stand above rows; undefined for text, comments that happen to hold commas, empty lines. */
function headCells(line: string | undefined, delimiter: string, width: number): readonly string[] | undefined {
  if (line === undefined || line.trim() === '') return undefined;
  const cells = cellsOfLine(bare(line), delimiter);
  if (cells === undefined || cells.length < 2) return undefined;
  return line.startsWith('#') && cells.length !== width ? undefined : cells;
}

/** Undefined where none of the lines is a row. */
export function utilityLayoutIn(lines: readonly string[]): UtilityLayout | undefined {
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('#') || line.trim() === '') continue;
    for (const delimiter of delimiters) {
      const cells = cellsOfLine(line, delimiter);
      if (cells !== undefined && isRow(cells)) return layoutAbove(lines, index, delimiter, cells.length);
    }
  }
  return undefined;
}

function layoutAbove(
  lines: readonly string[],
  rowIndex: number,
  delimiter: UtilityLayout['delimiter'],
  rowWidth: number,
): UtilityLayout {
  const above = (count: number) => headCells(lines[rowIndex - count], delimiter, rowWidth);
  const nearest = above(1);
  const isUnitRow =
    nearest?.some((cell) => isUnit(cell)) === true &&
    nearest.every((cell) => cell.trim() === '' || isUnit(cell)) &&
    above(2) !== undefined;
  const [cells, distance] = isUnitRow ? [above(2), 2] : [nearest, 1];
  const preamble = lines
    .slice(0, cells === undefined ? rowIndex : rowIndex - distance)
    .map((line) => bare(line.slice(0, LONGEST_PREAMBLE)));
  const common = { delimiter, firstLine: rowIndex + 1, preamble } as const;
  if (cells === undefined) return { ...common, width: rowWidth, header: undefined, units: undefined };
  // Rows may be longer by empty cells, headers too; what else differs is a fault of every row.
  const width = Math.min(Math.max(trimmed(cells).length, 1), cells.length);
  const isPadded = cells.length === rowWidth;
  return {
    ...common,
    width: isPadded ? rowWidth : width,
    header: { line: rowIndex + 1 - distance, cells },
    units: isUnitRow ? nearest : undefined,
  };
}
