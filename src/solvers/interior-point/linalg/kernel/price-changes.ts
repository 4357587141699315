/**
 * How directions change the prices of bounds, as code of one hour. That follows from what becomes of the columns, so it is
 * made where it is needed and stands nowhere: `iterate/price-changes.ts` says the same of single bounds.
 */

import { CENTRALITY_RANGE } from '../../parameters.ts';
import type { Template } from '../template.ts';
import { coefficientOf, type OwnParameter, parameterAt } from './factor.ts';
import type { Expression, HourGraph } from './graph.ts';

/** A bound at a point. */
export interface Bound {
  /** What is left until it. */
  readonly left: Expression;
  readonly price: Expression;
  /** What becomes of that as the column changes. */
  readonly turned: (change: Expression) => Expression;
  readonly column: number;
}

/** Of what is left, and of the price. */
interface Change {
  readonly left: Expression;
  readonly price: Expression;
}

export class PricesOfHour {
  private readonly graph: HourGraph;
  private readonly template: Template;

  constructor(graph: HourGraph, template: Template) {
    this.graph = graph;
    this.template = template;
  }

  lower(k: number): Bound {
    const { graph } = this;
    return { left: graph.load('x', k), price: graph.load('lowerDual', k), turned: (change) => change, column: k };
  }

  upper(k: number): Bound {
    const { graph } = this;
    const left = graph.subtract(coefficientOf(graph, this.template.kinds[k]!.upper!), graph.load('x', k))!;
    return { left, price: graph.load('upperDual', k), turned: (change) => graph.negative(change)!, column: k };
  }

  inverse(left: Expression): Expression {
    return this.graph.divide(this.graph.constant(1), left);
  }

  parameter(name: OwnParameter): Expression {
    return this.graph.parameter(parameterAt(this.template, name));
  }

  /** By the direction to the bounds, where its columns change what is left like that. */
  toBounds({ left, price }: Bound, dLeft: Expression): Expression {
    const { graph } = this;
    const share = graph.multiply(dLeft, this.inverse(left));
    return graph.negative(graph.add(price, graph.multiply(price, share)))!;
  }

  /** By a direction that changes the product of what is left and the price by `target`. */
  toTarget({ left, price }: Bound, dLeft: Expression, target: Expression): Expression {
    const { graph } = this;
    return graph.multiply(graph.subtract(target, graph.multiply(price, dLeft)), this.inverse(left))!;
  }

  /** By the predictor. */
  first(bound: Bound): Change {
    const left = bound.turned(this.graph.load('first x', bound.column));
    return { left, price: this.toBounds(bound, left) };
  }

  /** By the corrector. */
  second(bound: Bound): Change {
    const left = bound.turned(this.graph.load('second x', bound.column));
    return { left, price: this.toTarget(bound, left, this.secondOrderTarget(bound, this.first(bound))) };
  }

  /** By the centrality corrector. */
  third(bound: Bound): Change {
    const left = bound.turned(this.graph.load('third x', bound.column));
    return { left, price: this.toTarget(bound, left, this.centralityTarget(bound, this.mixed(bound))) };
  }

  /** By predictor and corrector together, as the centrality corrector finds them. */
  mixed(bound: Bound): Change {
    const { graph } = this;
    const [first, second] = [this.first(bound), this.second(bound)];
    const mix = (a: Expression, b: Expression, of: 'primal' | 'dual') =>
      graph.add(
        graph.multiply(this.parameter(`mixed first ${of}`), a),
        graph.multiply(this.parameter(`mixed second ${of}`), b),
      )!;
    const left = bound.turned(mix(graph.load('first x', bound.column), graph.load('second x', bound.column), 'primal'));
    return { left, price: mix(first.price, second.price, 'dual') };
  }

  /** The target less what the predictor does beyond the first order, of which a part is believed. */
  secondOrderTarget({ left, price }: Bound, before: Change): Expression {
    const { graph } = this;
    const believed = this.parameter('believed');
    const least = (value: Expression) => graph.negative(graph.multiply(believed, value))!;
    const second = graph.multiply(graph.maximum(before.left, least(left)), graph.maximum(before.price, least(price)));
    return graph.subtract(this.parameter('target'), graph.multiply(this.parameter('second order'), second))!;
  }

  /** What pulls a product back that a step would throw far out. */
  centralityTarget({ left, price }: Bound, before: Change): Expression {
    const { graph } = this;
    const after = (value: Expression, change: Expression, length: 'tried primal' | 'tried dual') =>
      graph.add(value, graph.multiply(this.parameter(length), change))!;
    const product = graph.multiply(after(left, before.left, 'tried primal'), after(price, before.price, 'tried dual'))!;
    const target = this.parameter('centrality target');
    const least = graph.multiply(graph.constant(CENTRALITY_RANGE.least), target)!;
    const most = graph.multiply(graph.constant(CENTRALITY_RANGE.most), target)!;
    const back = graph.maximum(graph.subtract(most, product)!, graph.negative(most)!);
    const pulled = graph.where(product, most, back, graph.constant(0));
    return graph.where(least, product, graph.subtract(least, product)!, pulled);
  }
}
