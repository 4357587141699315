/** Solves with the factor of an hour: forward through the hours, and back. */

import { leadingColumns, type Template } from '../template.ts';
import type { HourFactor } from './factor.ts';
import { type Expression, HourGraph } from './graph.ts';

/**
 * h ← L⁻¹·h, and Σ Xᵀ·D⁻¹·h by column of X.
 *
 * @param isFirst hour of a segment, whose edge is left out
 */
export function forwardSolve(template: Template, factor: HourFactor, isFirst: boolean): HourGraph {
  const graph = new HourGraph();
  const h = new Map<number, Expression | undefined>();
  for (let row = 0; row < template.rows; row++) h.set(row, graph.load('h', row));
  eliminateRhs(graph, template, factor, h, isFirst);
  return graph;
}

/** @param h right-hand side by row of the hour; what the hour before left of it is added */
export function eliminateRhs(
  graph: HourGraph,
  { rows, carried }: Template,
  { order, lower, spread }: HourFactor,
  h: Map<number, Expression | undefined>,
  isFirst: boolean,
): void {
  const add = (node: number, value: Expression | undefined) => {
    h.set(node, graph.add(h.get(node), value));
  };
  if (!isFirst) for (const [a, row] of carried.entries()) add(row, graph.carry(rhsName(a)));
  const schurRhs = new Map<number, Expression | undefined>();
  for (const row of order) {
    const own = h.get(row);
    graph.store('h', row, own);
    lower.forEach((entry, at) => {
      if (entry.row === row) add(entry.other, graph.negative(graph.multiply(graph.load('lower', at), own)));
    });
    const weighted = graph.multiply(own, graph.load('inverse', row));
    spread.forEach((entry, at) => {
      if (entry.row !== row) return;
      schurRhs.set(
        entry.other,
        graph.add(schurRhs.get(entry.other), graph.multiply(graph.load('spread', at), weighted)),
      );
    });
  }
  for (const [column, value] of schurRhs) graph.accumulate(schurRhsName(column), value);
  carried.forEach((row, a) => {
    graph.setCarry(rhsName(a), h.get(rows + a));
    if (isFirst) graph.setCarry(edgeRhsName(a), h.get(row));
  });
}

/** dy = L⁻ᵀ·D⁻¹·(h − X·z), with z what linking columns, duals of rows across the hours and the edge move by. */
export function backwardSolve(template: Template, factor: HourFactor, isFirst: boolean): HourGraph {
  const graph = new HourGraph();
  substituteRows(graph, template, factor, isFirst);
  return graph;
}

/** @returns dy by node of the hour */
export function substituteRows(
  graph: HourGraph,
  template: Template,
  { order, lower, spread }: HourFactor,
  isFirst: boolean,
): ReadonlyMap<number, Expression> {
  const { rows, carried } = template;
  const leading = leadingColumns(template);
  const dy = new Map<number, Expression>(carried.map((_, a) => [rows + a, graph.carry(dualName(a))]));
  if (isFirst) for (const [a, row] of carried.entries()) dy.set(row, graph.carry(moveName(leading + a)));
  for (const row of order.toReversed()) {
    let sum: Expression | undefined = graph.load('h', row);
    spread.forEach((entry, at) => {
      if (entry.row !== row) return;
      sum = graph.subtract(sum, graph.multiply(graph.load('spread', at), graph.carry(moveName(entry.other))));
    });
    sum = graph.multiply(sum, graph.load('inverse', row));
    lower.forEach((entry, at) => {
      if (entry.row === row) sum = graph.subtract(sum, graph.multiply(graph.load('lower', at), dy.get(entry.other)));
    });
    dy.set(row, sum!);
  }
  for (let row = 0; row < rows; row++) graph.store('dy', row, dy.get(row));
  if (!isFirst) for (const [a, row] of carried.entries()) graph.setCarry(dualName(a), dy.get(row));
  return dy;
}

/** Right-hand side of the carried rows of the hour after. */
export const rhsName = (a: number): string => `rhs ${a}`;
/** Right-hand side of the edge. */
export const edgeRhsName = (a: number): string => `edge rhs ${a}`;
/** Σ Xᵀ·D⁻¹·h by column of X. */
export const schurRhsName = (c: number): string => `schur rhs ${c}`;
/** What a column of X moves by. */
export const moveName = (c: number): string => `move ${c}`;
/** Change of the duals of the carried rows of the hour after. */
export const dualName = (a: number): string => `dual ${a}`;
