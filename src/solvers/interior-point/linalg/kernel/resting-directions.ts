/** Directions of the columns alone or of the duals alone, as code of one hour: nobody asks how far they lead. */

import type { Template } from '../template.ts';
import { pushRows, reducedCostOf, transposedOf } from './directions.ts';
import type { HourFactor } from './factor.ts';
import { type Expression, HourGraph } from './graph.ts';
import { eliminateRhs, substituteRows } from './solves.ts';

export const restingKinds = ['primal', 'settling-duals'] as const;
export type RestingKind = (typeof restingKinds)[number];

export function restingForward(template: Template, factor: HourFactor, kind: RestingKind, isFirst: boolean): HourGraph {
  const graph = new HourGraph();
  const h = new Map<number, Expression | undefined>();
  if (kind === 'primal') for (let row = 0; row < template.rows; row++) h.set(row, graph.load('residual', row));
  else pushRows(graph, template, h, (k) => unpaidOf(graph, template, k));
  eliminateRhs(graph, template, factor, h, isFirst);
  return graph;
}

export function restingBackward(
  template: Template,
  factor: HourFactor,
  kind: RestingKind,
  isFirst: boolean,
): HourGraph {
  const graph = new HourGraph();
  const dy = substituteRows(graph, template, factor, isFirst);
  template.kinds.forEach((_, k) => {
    const transposed = transposedOf(graph, template, k, dy);
    const pushed = kind === 'primal' ? transposed : graph.subtract(transposed, unpaidOf(graph, template, k));
    graph.store('direction x', k, graph.multiply(graph.load('θ', k), pushed) ?? graph.constant(0));
  });
  return graph;
}

/** What a column costs less what rows and the duals of its bounds pay. */
function unpaidOf(graph: HourGraph, template: Template, k: number): Expression | undefined {
  const unpaid = graph.subtract(reducedCostOf(graph, template, k), graph.load('lowerDual', k));
  return template.kinds[k]!.upper ? graph.add(unpaid, graph.load('upperDual', k)) : unpaid;
}
