/** The first rows of an unknown table, and what each of its columns looks like in them. */
import { cellsOfLine, eachLine, isEmptyLine } from '../../table/rows.ts';
import { type CellKind, digitsBelow, kindOfCell } from './cells.ts';
import type { UtilityLayout } from './layout.ts';

const SAMPLE_ROWS = 300;

export interface SampledColumn {
  /** Index of the cell, from 0. */
  readonly cell: number;
  /** As the header writes it; empty where it does not. */
  readonly header: string;
  readonly texts: readonly string[];
  /** True where more than half of the cells that are not missing are of this kind. */
  isMostly(kind: CellKind): boolean;
  /** Rows with a cell of this kind. */
  count(kind: CellKind): number;
}

function columnOf(rows: readonly (readonly string[])[], cell: number, header: string): SampledColumn {
  const texts = rows.map((cells) => (cells[cell] ?? '').trim());
  const counts = new Map<CellKind, number>();
  const digits = digitsBelow(header);
  for (const text of texts) {
    const kind = kindOfCell(text, digits);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const count = (kind: CellKind) => counts.get(kind) ?? 0;
  // What single rows write otherwise is a fault of theirs, not another kind of column.
  const isMostly = (kind: CellKind) => 2 * count(kind) > texts.length - count('missing');
  return { cell, header, texts, isMostly, count };
}

export function sampleColumns(text: string, layout: UtilityLayout): SampledColumn[] {
  const rows: string[][] = [];
  eachLine(text, layout.firstLine, (line) => {
    if (isEmptyLine(line, layout.delimiter)) return false;
    const cells = cellsOfLine(line, layout.delimiter);
    if (cells !== undefined) rows.push(cells);
    return rows.length < SAMPLE_ROWS;
  });
  return Array.from({ length: layout.width }, (_, cell) =>
    columnOf(rows, cell, (layout.header?.cells[cell] ?? '').trim()),
  );
}
