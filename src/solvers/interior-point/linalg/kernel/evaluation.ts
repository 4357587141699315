/** A step, a look at where it led, and how readily columns move from there, as code of one hour. */

import { CLAMPED_FROM } from '../../parameters.ts';
import type { Template } from '../template.ts';
import { type Bound, BoundDualsOfHour } from './bound-dual-changes.ts';
import { acrossDualName } from './directions.ts';
import { coefficientOf, parameterAt } from './factor.ts';
import { type Expression, HourGraph } from './graph.ts';

/** `into` ← `point` + a mix of the directions; what would be lost keeps a part. As `advance`, for columns and duals. */
export function stepOfHour(template: Template): HourGraph {
  const graph = new HourGraph();
  const parameter = (name: Parameters<typeof parameterAt>[1]) => graph.parameter(parameterAt(template, name));
  const lost = graph.constant(CLAMPED_FROM);
  const clampedTo = parameter('clamped to');
  const duals = new BoundDualsOfHour(graph, template);
  const directions = ['first', 'second', 'third'] as const;
  const change = (of: 'primal' | 'dual', changeBy: (direction: (typeof directions)[number]) => Expression) => {
    const parts = directions.map((one) => graph.multiply(parameter(`${one} ${of}`), changeBy(one)));
    const mixed = parts.reduce((sum, part) => graph.add(sum, part))!;
    return graph.multiply(parameter(`${of} length`), mixed)!;
  };
  const nextDual = (bound: Bound) =>
    moved(
      bound.dual,
      change('dual', (one) => duals[one](bound).dual),
    );
  const moved = (left: Expression, by: Expression) =>
    graph.where(
      graph.negative(by)!,
      graph.multiply(lost, left)!,
      graph.multiply(clampedTo, left)!,
      graph.add(left, by)!,
    );
  template.kinds.forEach(({ upper }, k) => {
    const x = graph.load('x', k);
    const by = change('primal', (one) => graph.load(`${one} x`, k));
    let next = moved(x, by);
    if (upper) {
      const most = coefficientOf(graph, upper);
      const room = graph.subtract(most, x)!;
      const held = graph.subtract(most, graph.multiply(clampedTo, room))!;
      next = graph.where(by, graph.multiply(lost, room)!, held, next);
      const below = graph.multiply(most, graph.constant(1 - Number.EPSILON))!;
      next = graph.where(most, next, next, below);
      graph.store('into upperDual', k, nextDual(duals.upper(k)));
    }
    graph.store('into x', k, next);
    graph.store('into lowerDual', k, nextDual(duals.lower(k)));
  });
  return graph;
}

/** As `weigh`. */
export function weightOfHour(template: Template): HourGraph {
  const graph = new HourGraph();
  const ρ = graph.parameter(parameterAt(template, 'ρ'));
  template.kinds.forEach(({ upper }, k) => {
    const x = graph.load('x', k);
    let sum = graph.divide(graph.load('lowerDual', k), x);
    if (upper) {
      const room = graph.subtract(coefficientOf(graph, upper), x)!;
      sum = graph.add(sum, graph.divide(graph.load('upperDual', k), room))!;
    }
    graph.store('θ', k, graph.divide(graph.constant(1), graph.add(sum, ρ)!));
  });
  return graph;
}

/** Sums and largest values over hours, by name, as `evaluate` tells them. */
export function evaluationOfHour(template: Template, isFirst: boolean): HourGraph {
  const graph = new HourGraph();
  const { rows, kinds, links, carried, rhs } = template;
  const sums = new Map<string, Expression | undefined>();
  const most = new Map<string, Expression>();
  const add = (name: string, value: Expression | undefined) => sums.set(name, graph.add(sums.get(name), value));
  const atMost = (name: string, value: Expression) => most.set(name, graph.maximum(most.get(name), value));
  const residual = rhs.map((b): Expression | undefined => coefficientOf(graph, b));
  links.forEach((places, l) => {
    for (const { row, coefficient } of places) {
      const weight = coefficientOf(graph, coefficient);
      residual[row] = graph.subtract(residual[row], graph.multiply(weight, graph.carry(linkName(l))));
      add(linkedDualName(l), graph.multiply(weight, graph.load('y', row)));
    }
  });
  const ahead = new Map<number, Expression | undefined>();
  kinds.forEach(({ entries, across, ...kind }, k) => {
    const [x, lowerDual] = [graph.load('x', k), graph.load('lowerDual', k)];
    let priced: Expression | undefined;
    for (const { row, isNext, coefficient } of entries) {
      const weight = coefficientOf(graph, coefficient);
      priced = graph.add(priced, graph.multiply(weight, graph.load('y', row + (isNext ? rows : 0))));
      const used = graph.multiply(weight, x);
      if (isNext) ahead.set(row, graph.add(ahead.get(row), used));
      else residual[row] = graph.subtract(residual[row], used);
    }
    for (const { row, coefficient } of across) {
      const weight = coefficientOf(graph, coefficient);
      priced = graph.add(priced, graph.multiply(weight, graph.carry(acrossDualName(row))));
      add(acrossName(row), graph.multiply(weight, x));
    }
    priced ??= graph.constant(0);
    const cost = coefficientOf(graph, kind.cost);
    const worth = graph.subtract(cost, priced)!;
    const unpaid = graph.minimum(graph.constant(0), worth);
    let reduced = graph.subtract(worth, lowerDual)!;
    add('objective', graph.multiply(cost, x));
    add('products', graph.multiply(x, lowerDual));
    if (kind.upper) {
      const upper = coefficientOf(graph, kind.upper);
      const upperDual = graph.load('upperDual', k);
      reduced = graph.add(reduced, upperDual)!;
      add('products', graph.multiply(graph.subtract(upper, x), upperDual));
      add('bounds paid', graph.multiply(upper, upperDual));
      add('bounds unpaid', graph.multiply(upper, unpaid));
      add('bounds earned', graph.multiply(upper, graph.maximum(graph.constant(0), priced)));
    } else {
      atMost('open', priced);
      add('unpaid', unpaid);
      atMost('largest', x);
    }
    atMost('dual residual', graph.absolute(reduced));
  });
  rhs.forEach((b, row) => {
    const fromBefore = carried.indexOf(row);
    if (!isFirst && fromBefore >= 0) residual[row] = graph.subtract(residual[row], graph.carry(aheadName(fromBefore)));
    graph.store('residual', row, residual[row]);
    // Of the first hour, the segment before has still to take away its part.
    if (!isFirst || fromBefore < 0) atMost('primal residual', graph.absolute(residual[row] ?? graph.constant(0)));
    const term = graph.multiply(coefficientOf(graph, b), graph.load('y', row));
    add('rows', term);
    if (term !== undefined) add('rows apart', graph.absolute(term));
  });
  for (const [name, value] of sums) graph.accumulate(name, value);
  for (const [name, value] of most) graph.setCarry(name, graph.maximum(graph.carry(name), value));
  carried.forEach((row, a) => {
    graph.setCarry(aheadName(a), ahead.get(row));
  });
  return graph;
}

/** What hours use of the carried rows of the hour after. */
export const aheadName = (a: number): string => `ahead ${a}`;
/** What hours use of a row across them. */
export const acrossName = (row: number): string => `across ${row}`;
export const linkName = (l: number): string => `link ${l}`;
export const linkedDualName = (l: number): string => `linked dual ${l}`;
