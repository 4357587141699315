/**
 * A direction of Newton's method in one pass forward through the hours and one back: what pushes the columns is made where it
 * is used, twice, which is less than to write it down and read it. See `iterate/newton-system.ts` for what it is made of.
 */

import type { Template } from '../template.ts';
import { type Bound, BoundDualsOfHour } from './bound-dual-changes.ts';
import { coefficientOf, type HourFactor } from './factor.ts';
import { type Expression, HourGraph } from './graph.ts';
import { nodeOf } from './hour-order.ts';
import { eliminateRhs, moveName, substituteRows } from './solves.ts';

export const directionKinds = ['predictor', 'corrector', 'centrality-corrector'] as const;
export type DirectionKind = (typeof directionKinds)[number];

/** What a direction aims at. */
interface Aimed extends Bound {
  /** What directions before would change; none for the predictor. */
  readonly before?: { readonly left: Expression; readonly dual: Expression };
  /** By how much its product is to change. */
  readonly target?: Expression;
}

/** Over the bounds of an hour: the steepest falls relative to what is left, and what becomes of the products. */
interface Found {
  /** Of columns with the least share and with all, then of duals. */
  readonly falls: Expression[];
  readonly sums: Map<string, Expression | undefined>;
}

class DirectionOfHour {
  readonly graph = new HourGraph();
  private readonly duals: BoundDualsOfHour;
  private readonly template: Template;
  private readonly kind: DirectionKind;

  constructor(template: Template, kind: DirectionKind) {
    this.template = template;
    this.duals = new BoundDualsOfHour(this.graph, template);
    this.kind = kind;
  }

  forward(factor: HourFactor, isFirst: boolean): HourGraph {
    const { graph, template } = this;
    const h = new Map<number, Expression | undefined>();
    if (this.kind === 'predictor') {
      for (let row = 0; row < template.rows; row++) h.set(row, graph.load('residual', row));
    }
    pushRows(graph, template, h, (k) => this.columnRhsOf(k));
    eliminateRhs(graph, template, factor, h, isFirst);
    return graph;
  }

  backward(factor: HourFactor, isFirst: boolean): HourGraph {
    const { graph, template } = this;
    const dy = substituteRows(graph, template, factor, isFirst);
    const found: Found = { falls: [], sums: new Map() };
    template.kinds.forEach(({ upper }, k) => {
      const transposed = transposedOf(graph, template, k, dy);
      const dx =
        graph.multiply(graph.load('θ', k), graph.subtract(transposed, this.columnRhsOf(k))) ?? graph.constant(0);
      graph.store('direction x', k, dx);
      this.follow(this.lower(k), dx, found);
      if (upper) this.follow(this.upper(k), graph.negative(dx)!, found);
    });
    // With the least share of this direction, and with all of it; what falls in proportion lies between.
    for (const [at, fall] of found.falls.entries()) graph.store('steepest', at, fall);
    for (const [name, sum] of found.sums) graph.accumulate(name, sum);
    return graph;
  }

  /** What pushes a column: its cost less what rows pay in the predictor, products that are to change in the correctors. */
  private columnRhsOf(k: number): Expression | undefined {
    const { graph, template } = this;
    if (this.kind === 'predictor') return reducedCostOf(graph, template, k);
    const { upper } = template.kinds[k]!;
    const columnRhsOf = ({ left, target }: Aimed) => graph.multiply(target, this.duals.inverse(left));
    const lower = graph.negative(columnRhsOf(this.lower(k)));
    return upper ? graph.add(lower, columnRhsOf(this.upper(k))) : lower;
  }

  private lower(k: number): Aimed {
    return this.aimed(this.duals.lower(k));
  }

  private upper(k: number): Aimed {
    return this.aimed(this.duals.upper(k));
  }

  private aimed(bound: Bound): Aimed {
    const { duals } = this;
    if (this.kind === 'predictor') return bound;
    if (this.kind === 'corrector') {
      const before = duals.first(bound);
      return { ...bound, before, target: duals.secondOrderTarget(bound, before) };
    }
    const before = duals.mixed(bound);
    return { ...bound, before, target: duals.centralityTarget(bound, before) };
  }

  /** Notes how steeply a bound and its dual fall, and what becomes of their product. */
  private follow(bound: Aimed, dLeft: Expression, found: Found): void {
    const { graph, duals: made } = this;
    const { left, dual, before, target } = bound;
    const inverse = made.inverse(left);
    const share = graph.multiply(dLeft, inverse)!;
    const dDual = target === undefined ? made.toBounds(bound, dLeft) : made.toTarget(bound, dLeft, target);
    const steepest = (at: number, change: Expression, of?: Expression) => {
      const fall = graph.negative(graph.multiply(change, of ?? graph.constant(1)))!;
      found.falls[at] = graph.maximum(found.falls[at], fall);
    };
    if (before === undefined) {
      for (const at of [0, 1]) steepest(at, share);
      for (const at of [2, 3]) steepest(at, graph.negative(graph.add(graph.constant(1), share))!);
      const add = (name: string, a: Expression, b: Expression) => {
        found.sums.set(name, graph.add(found.sums.get(name), graph.multiply(a, b)));
      };
      add('by columns', dLeft, dual);
      add('by duals', left, dDual);
      add('by both', dLeft, dDual);
      return;
    }
    const least = made.parameter('least share');
    const [room, duals] = [inverse, made.inverse(dual)];
    steepest(0, graph.add(before.left, graph.multiply(least, dLeft))!, room);
    steepest(1, graph.add(before.left, dLeft)!, room);
    steepest(2, graph.add(before.dual, graph.multiply(least, dDual))!, duals);
    steepest(3, graph.add(before.dual, dDual)!, duals);
  }
}

/** Adds to the rows of an hour what columns make of what pushes them, and apart to the sums of rows across the hours. */
export function pushRows(
  graph: HourGraph,
  template: Template,
  h: Map<number, Expression | undefined>,
  columnRhsOf: (k: number) => Expression | undefined,
): void {
  const ofAcross = new Map<number, Expression | undefined>();
  template.kinds.forEach(({ entries, across }, k) => {
    const moved = graph.multiply(graph.load('θ', k), columnRhsOf(k));
    for (const { row, isNext, coefficient } of entries) {
      const node = nodeOf(template, row, isNext);
      h.set(node, graph.add(h.get(node), graph.multiply(coefficientOf(graph, coefficient), moved)));
    }
    for (const { row, coefficient } of across) {
      ofAcross.set(row, graph.add(ofAcross.get(row), graph.multiply(coefficientOf(graph, coefficient), moved)));
    }
  });
  for (const [row, sum] of ofAcross) graph.accumulate(acrossRhsName(row), sum);
}

/** Aᵀ·dy of a column. */
export function transposedOf(
  graph: HourGraph,
  template: Template,
  k: number,
  dy: ReadonlyMap<number, Expression | undefined>,
): Expression | undefined {
  const { entries, across } = template.kinds[k]!;
  const ofHours = entries.reduce<Expression | undefined>((sum, { row, isNext, coefficient }) => {
    const change = dy.get(nodeOf(template, row, isNext));
    return graph.add(sum, graph.multiply(coefficientOf(graph, coefficient), change));
  }, undefined);
  return across.reduce((sum, { row, coefficient }) => {
    const change = graph.carry(moveName(template.links.length + row));
    return graph.add(sum, graph.multiply(coefficientOf(graph, coefficient), change));
  }, ofHours);
}

/** Its cost less what rows pay. */
export function reducedCostOf(graph: HourGraph, template: Template, k: number): Expression | undefined {
  const { entries, across, cost } = template.kinds[k]!;
  const afterHours = entries.reduce<Expression | undefined>(
    (left, { row, isNext, coefficient }) => {
      const dual = graph.load('y', row + (isNext ? template.rows : 0));
      return graph.subtract(left, graph.multiply(coefficientOf(graph, coefficient), dual));
    },
    coefficientOf(graph, cost),
  );
  return across.reduce((left, { row, coefficient }) => {
    const dual = graph.carry(acrossDualName(row));
    return graph.subtract(left, graph.multiply(coefficientOf(graph, coefficient), dual));
  }, afterHours);
}

/** What columns add to the right-hand side of a row across the hours. */
export const acrossRhsName = (row: number): string => `across rhs ${row}`;
/** Dual of a row across the hours. */
export const acrossDualName = (row: number): string => `across dual ${row}`;

export const directionForward = (
  template: Template,
  factor: HourFactor,
  kind: DirectionKind,
  isFirst: boolean,
): HourGraph => new DirectionOfHour(template, kind).forward(factor, isFirst);

export const directionBackward = (
  template: Template,
  factor: HourFactor,
  kind: DirectionKind,
  isFirst: boolean,
): HourGraph => new DirectionOfHour(template, kind).backward(factor, isFirst);
