/** Where the table of an unknown file begins: its delimiter, its first row, its header, the lines before it. */

import { cellsOfLine } from '../../table/rows.ts';
import { type CellKind, digitsBelow, kindOfCell } from './cells.ts';
import { datePartsIn } from './date-parts.ts';
import { isUnit } from './units.ts';

export interface UtilityLayout {
  readonly delimiter: ';' | '\t' | '|' | ',';
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

type Delimiter = UtilityLayout['delimiter'];

const delimiters = [';', '\t', '|', ','] as const;
const times: readonly CellKind[] = ['interval', 'stamp', 'date'];
const values: readonly CellKind[] = ['number', 'missing', 'formula'];

/** Cells in which the time and a first value are looked for. */
const MOST_LOOKED_AT = 64;

const bare = (line: string) => line.replace(/^#+\s*/, '');

/** A row has a time and at least one value beside it; under a header of years, months and days it is all numbers. */
function isRow(cells: readonly string[], above: readonly string[] | undefined): boolean {
  const looked = cells.slice(0, MOST_LOOKED_AT).map((cell) => cell.trim());
  const kinds = looked.map((cell, at) =>
    kindOfCell(cell, digitsBelow(above?.[at]?.trim() ?? '') === 'counted' ? 'counted' : 'compact'),
  );
  if (kinds.some((kind) => times.includes(kind)) && kinds.some((kind) => values.includes(kind))) return true;
  const parts = above === undefined ? undefined : datePartsIn(above);
  return parts?.cells.every((cell) => kindOfCell(looked[cell] ?? '') === 'number') ?? false;
}

/** Patterns are run over these lines, which may not become slow on a hostile one. */
const LONGEST_PREAMBLE = 1000;

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

interface RowPlace {
  readonly index: number;
  readonly delimiter: Delimiter;
  readonly width: number;
}

/** The first row: of rows as wide as most where the first alone differs, as the values of a head written in two lines do. */
function firstRowIn(lines: readonly string[]): RowPlace | undefined {
  const places = new Map<string, RowPlace[]>();
  let above: string | undefined;
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const rowAbove = above;
    above = line;
    if (line.startsWith('#')) return;
    for (const delimiter of delimiters) {
      const cells = cellsOfLine(line, delimiter);
      const head = rowAbove === undefined ? undefined : cellsOfLine(bare(rowAbove), delimiter);
      if (cells === undefined || !isRow(cells, head)) continue;
      const key = `${delimiter} ${cells.length}`;
      places.set(key, [...(places.get(key) ?? []), { index, delimiter, width: cells.length }]);
      return;
    }
  });
  const [first, ...others] = [...places.values()];
  const most = others.toSorted((a, b) => b.length - a.length)[0];
  return first?.length === 1 && most !== undefined && most.length > 2 ? most[0] : first?.[0];
}

/** Undefined where none of the lines is a row. */
export function utilityLayoutIn(lines: readonly string[]): UtilityLayout | undefined {
  const first = firstRowIn(lines);
  return first === undefined ? undefined : layoutAbove(lines, first);
}

/** `[dd.MM.yyyy HH:mm]`, where others have their unit. */
const isMask = (cell: string) => /^[[(]?(dd|mm|yyyy)[-/. ]?(dd|mm)[-/. ]?(dd|yyyy|yy)\b/i.test(cell.trim());

const isUnitRow = (cells: readonly string[] | undefined) =>
  cells?.some((cell) => isUnit(cell)) === true &&
  cells.every((cell) => cell.trim() === '' || isUnit(cell) || isMask(cell));

/** Indices of the lines that may be units and header, nearest first; past an empty line only lines as wide as the rows. */
function linesAbove(lines: readonly string[], { index, delimiter, width }: RowPlace): number[] {
  if (lines[index - 1]?.trim() !== '') return [index - 1, index - 2];
  const filled = lines.slice(0, index).flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  return filled
    .slice(-2)
    .toReversed()
    .map((at) => (isNaming(lines[at]!, delimiter, width) ? at : -1));
}

function isNaming(line: string, delimiter: string, width: number): boolean {
  const cells = headCells(line, delimiter, width);
  return cells?.length === width && cells.every((cell) => ['text', 'missing'].includes(kindOfCell(cell.trim())));
}

/** Loggers of Campbell Scientific: file, names, units and what was done with samples, in four lines. */
function loggerLayout(lines: readonly string[], { index, delimiter, width }: RowPlace): UtilityLayout | undefined {
  if (index !== 4 || !/^"?TOA5"?,/.test(lines[0] ?? '')) return undefined;
  const [names, units] = [lines[1]!, lines[2]!].map((line) => cellsOfLine(line, delimiter));
  if (names?.length !== width || units?.length !== width) return undefined;
  const common = { delimiter, firstLine: index + 1, width, preamble: [lines[0]!] } as const;
  return {
    ...common,
    header: { line: 2, cells: names },
    units: units.map((unit) => (/^(TS|RN)$/.test(unit) ? '' : unit)),
  };
}

/** `unit,°C,km/h` among the lines above the header, as meteoblue writes it. */
function unitsAbove(preamble: readonly string[], delimiter: Delimiter, width: number): readonly string[] | undefined {
  const lines = preamble.map((line) => cellsOfLine(line, delimiter) ?? []);
  return lines.find(([first, ...others]) => /^units?$/i.test(first ?? '') && others.length === width - 1);
}

function layoutAbove(lines: readonly string[], place: RowPlace): UtilityLayout {
  const ofLogger = loggerLayout(lines, place);
  if (ofLogger !== undefined) return ofLogger;
  const { index: rowIndex, delimiter, width: rowWidth } = place;
  const [near = -1, far = -1] = linesAbove(lines, place);
  const [nearest, next] = [near, far].map((at) => headCells(lines[at], delimiter, rowWidth));
  const hasUnits = isUnitRow(nearest) && next !== undefined;
  const [cells, headerIndex] = hasUnits ? [next, far] : [nearest, near];
  const preamble = lines
    .slice(0, cells === undefined ? rowIndex : headerIndex)
    .map((line) => bare(line.slice(0, LONGEST_PREAMBLE)));
  const common = { delimiter, firstLine: rowIndex + 1, preamble } as const;
  if (cells === undefined) return { ...common, width: rowWidth, header: undefined, units: undefined };
  // Rows may be longer by empty cells, headers too; what else differs is a fault of every row.
  const width = Math.min(Math.max(trimmed(cells).length, 1), cells.length);
  const isPadded = cells.length === rowWidth;
  return {
    ...common,
    width: isPadded ? rowWidth : width,
    header: { line: headerIndex + 1, cells },
    units: hasUnits ? nearest?.map((cell) => (isMask(cell) ? '' : cell)) : unitsAbove(preamble, delimiter, rowWidth),
  };
}
