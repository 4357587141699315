/** In which order the rows of an hour are eliminated, where all hours are alike. */

import { leadingColumns, type Template } from '../template.ts';

/** Rows of the hour by their number, carried rows of the hour after behind them. */
export const nodeOf = ({ rows, carried }: Template, row: number, isNext: boolean): number =>
  isNext ? rows + carried.indexOf(row) : row;

/** Always the row next that costs least: products for the factor and the linking columns, and for solves with both. */
export function hourOrder(template: Template): number[] {
  const { rows, carried, kinds, links } = template;
  const neighbours = Array.from({ length: rows + carried.length }, () => new Set<number>());
  const columns = Array.from({ length: rows + carried.length }, () => new Set<number>());
  const addClique = (nodes: readonly number[]) => {
    for (const a of nodes) for (const b of nodes) if (a !== b) neighbours[a]!.add(b);
  };
  for (const { entries } of kinds) addClique(entries.map(({ row, isNext }) => nodeOf(template, row, isNext)));
  // The hours before have joined what they carry, and brought all linking columns and the edge of the segment with it.
  addClique(carried);
  links.forEach((places, l) => {
    for (const { row } of places) columns[row]!.add(l);
  });
  for (const { entries, across } of kinds) {
    for (const { row, isNext } of entries) {
      for (const other of across) columns[nodeOf(template, row, isNext)]!.add(links.length + other.row);
    }
  }
  const width = leadingColumns(template) + carried.length;
  for (const row of carried) for (let c = 0; c < width; c++) columns[row]!.add(c);
  const left = new Set(Array.from({ length: rows }, (_, row) => row));
  const order: number[] = [];
  while (left.size > 0) {
    const best = [...left].reduce((a, b) => (costOf(b) < costOf(a) ? b : a));
    const below = [...neighbours[best]!];
    addClique(below);
    for (const node of below) {
      neighbours[node]!.delete(best);
      for (const column of columns[best]!) columns[node]!.add(column);
    }
    left.delete(best);
    order.push(best);
  }
  return order;

  function costOf(row: number): number {
    const [below, across] = [neighbours[row]!.size, columns[row]!.size];
    return (below * (below + 1)) / 2 + below * across + (across * (across + 1)) / 2 + SOLVES * below;
  }
}

/** Solves with a factor, forward and back, for each factor. */
const SOLVES = 6;
