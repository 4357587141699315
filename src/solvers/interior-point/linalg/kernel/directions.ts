/**
 * A direction of Newton's method in one pass forward through the hours and one back: what pushes the columns is made where it
 * is used, twice, which is less than to write it down and read it. See `iterate/newton-system.ts` for what it is made of.
 */

import { NARROW } from '../../parameters.ts';
import type { Template } from '../template.ts';
import { coefficientOf, type HourFactor, parameterAt } from './factor.ts';
import { type Expression, HourGraph } from './graph.ts';
import { nodeOf } from './hour-order.ts';
import { eliminateRhs, substituteRows } from './solves.ts';

export const directionKinds = ['predictor', 'corrector', 'centrality-corrector'] as const;
export type DirectionKind = (typeof directionKinds)[number];

/** What is left of a bound, and how a direction would change it. */
interface Bound {
  readonly left: Expression;
  readonly price: Expression;
  /** Changes by the directions before; none for the predictor. */
  readonly before?: { readonly left: Expression; readonly price: Expression };
  /** By how much its product is to change. */
  readonly target?: Expression;
}

/** Over the bounds of an hour: the steepest falls relative to what is left, and what becomes of the products. */
interface Found {
  /** Of columns with the least share and with all, then of prices. */
  readonly falls: Expression[];
  readonly sums: Map<string, Expression | undefined>;
}

class DirectionOfHour {
  readonly graph = new HourGraph();
  private readonly template: Template;
  private readonly kind: DirectionKind;

  constructor(template: Template, kind: DirectionKind) {
    this.template = template;
    this.kind = kind;
  }

  forward(factor: HourFactor, isFirst: boolean): HourGraph {
    const { graph, template } = this;
    const h = new Map<number, Expression | undefined>();
    if (this.kind === 'predictor') {
      for (let row = 0; row < template.rows; row++) h.set(row, graph.load('residual', row));
    }
    template.kinds.forEach(({ entries }, k) => {
      const moved = graph.multiply(graph.load('θ', k), this.pushOf(k));
      for (const { row, isNext, coefficient } of entries) {
        const node = nodeOf(template, row, isNext);
        h.set(node, graph.add(h.get(node), graph.multiply(coefficientOf(graph, coefficient), moved)));
      }
    });
    eliminateRhs(graph, template, factor, h, isFirst);
    return graph;
  }

  backward(factor: HourFactor, isFirst: boolean): HourGraph {
    const { graph, template } = this;
    const dy = substituteRows(graph, template, factor, isFirst);
    const found: Found = { falls: [], sums: new Map() };
    template.kinds.forEach(({ entries, upper }, k) => {
      const pull = entries.reduce<Expression | undefined>((sum, { row, isNext, coefficient }) => {
        const change = dy.get(nodeOf(template, row, isNext));
        return graph.add(sum, graph.multiply(coefficientOf(graph, coefficient), change));
      }, undefined);
      const dx = graph.multiply(graph.load('θ', k), graph.subtract(pull, this.pushOf(k))) ?? graph.constant(0);
      graph.store('d x', k, dx);
      graph.store('d lowerPrice', k, this.follow(this.lower(k), dx, found));
      if (upper) graph.store('d upperPrice', k, this.follow(this.upper(k), graph.negative(dx)!, found));
    });
    // With the least share of this direction, and with all of it; what falls in proportion lies between.
    for (const [at, fall] of found.falls.entries()) graph.store('steepest', at, fall);
    for (const [name, sum] of found.sums) graph.accumulate(name, sum);
    return graph;
  }

  /** What pushes a column: its cost less what rows pay in the predictor, products that are to change in the correctors. */
  private pushOf(k: number): Expression | undefined {
    const { graph, template } = this;
    const { entries, cost, upper } = template.kinds[k]!;
    if (this.kind === 'predictor') {
      return entries.reduce<Expression | undefined>(
        (left, { row, isNext, coefficient }) => {
          const dual = graph.load('y', row + (isNext ? template.rows : 0));
          return graph.subtract(left, graph.multiply(coefficientOf(graph, coefficient), dual));
        },
        coefficientOf(graph, cost),
      );
    }
    const pushOf = ({ left, target }: Bound) => graph.multiply(target, this.inverse(left));
    const lower = graph.negative(pushOf(this.lower(k)));
    return upper ? graph.add(lower, pushOf(this.upper(k))) : lower;
  }

  private inverse(left: Expression): Expression {
    return this.graph.divide(this.graph.constant(1), left);
  }

  private parameter(name: Parameters<typeof parameterAt>[1]): Expression {
    return this.graph.parameter(parameterAt(this.template, name));
  }

  private lower(k: number): Bound {
    return this.bound(k, this.graph.load('x', k), 'lowerPrice', (change) => change);
  }

  private upper(k: number): Bound {
    const { graph } = this;
    const room = graph.subtract(coefficientOf(graph, this.template.kinds[k]!.upper!), graph.load('x', k))!;
    return this.bound(k, room, 'upperPrice', (change) => graph.negative(change)!);
  }

  private bound(k: number, left: Expression, prices: string, turned: (change: Expression) => Expression): Bound {
    const { graph } = this;
    const price = graph.load(prices, k);
    if (this.kind === 'predictor') return { left, price };
    const first = { left: graph.load('first x', k), price: graph.load(`first ${prices}`, k) };
    if (this.kind === 'corrector') {
      const before = { left: turned(first.left), price: first.price };
      return { left, price, before, target: this.secondOrderTarget(left, price, before) };
    }
    const second = { left: graph.load('second x', k), price: graph.load(`second ${prices}`, k) };
    const mixed = (a: Expression, b: Expression, of: 'primal' | 'dual') =>
      graph.add(graph.multiply(this.parameter(`first ${of}`), a), graph.multiply(this.parameter(`second ${of}`), b))!;
    const before = {
      left: turned(mixed(first.left, second.left, 'primal')),
      price: mixed(first.price, second.price, 'dual'),
    };
    return { left, price, before, target: this.centralityTarget(left, price, before) };
  }

  /** The target less what the predictor does beyond the first order, of which a part is believed. */
  private secondOrderTarget(left: Expression, price: Expression, before: { left: Expression; price: Expression }) {
    const { graph } = this;
    const believed = this.parameter('believed');
    const least = (value: Expression) => graph.negative(graph.multiply(believed, value))!;
    const second = graph.multiply(graph.maximum(before.left, least(left)), graph.maximum(before.price, least(price)));
    return graph.subtract(this.parameter('target'), graph.multiply(this.parameter('second order'), second))!;
  }

  /** What pulls a product back that a step would throw far out. */
  private centralityTarget(left: Expression, price: Expression, before: { left: Expression; price: Expression }) {
    const { graph } = this;
    const after = (value: Expression, change: Expression, length: 'primal length' | 'dual length') =>
      graph.add(value, graph.multiply(this.parameter(length), change))!;
    const product = graph.multiply(
      after(left, before.left, 'primal length'),
      after(price, before.price, 'dual length'),
    )!;
    const target = this.parameter('target');
    const least = graph.multiply(graph.constant(NARROW.least), target)!;
    const most = graph.multiply(graph.constant(NARROW.most), target)!;
    const back = graph.maximum(graph.subtract(most, product)!, graph.negative(most)!);
    const pulled = graph.where(product, most, back, graph.constant(0));
    return graph.where(least, product, graph.subtract(least, product)!, pulled);
  }

  /** Change of the price of a bound; notes how steeply both fall, and what becomes of their product. */
  private follow(bound: Bound, dLeft: Expression, found: Found): Expression {
    const { graph } = this;
    const { left, price, before, target } = bound;
    const inverse = this.inverse(left);
    const share = graph.multiply(dLeft, inverse)!;
    const dPrice =
      target === undefined
        ? graph.negative(graph.add(price, graph.multiply(price, share)))!
        : graph.multiply(graph.subtract(target, graph.multiply(price, dLeft)), inverse)!;
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
      add('by columns', dLeft, price);
      add('by prices', left, dPrice);
      add('by both', dLeft, dPrice);
      return dPrice;
    }
    const least = this.parameter('least share');
    const [room, prices] = [inverse, this.inverse(price)];
    steepest(0, graph.add(before.left, graph.multiply(least, dLeft))!, room);
    steepest(1, graph.add(before.left, dLeft)!, room);
    steepest(2, graph.add(before.price, graph.multiply(least, dPrice))!, prices);
    steepest(3, graph.add(before.price, dPrice)!, prices);
    return dPrice;
  }
}

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
