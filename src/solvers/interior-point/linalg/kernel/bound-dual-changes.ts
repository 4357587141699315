/**
 * How directions change the duals of bounds, as code of one hour. That follows from what becomes of the columns, so it is
 * made where it is needed and stands nowhere: `iterate/bound-dual-changes.ts` says the same of single bounds.
 */

import { CENTRALITY_RANGE } from '../../parameters.ts';
import type { Template } from '../template.ts';
import { coefficientOf, type OwnParameter, parameterAt } from './factor.ts';
import type { Expression, HourGraph } from './graph.ts';

/** A bound at a point. */
export interface Bound {
  /** What is left until it. */
  readonly left: Expression;
  readonly dual: Expression;
  /** What becomes of that as the column changes. */
  readonly turned: (change: Expression) => Expression;
  readonly column: number;
}

/** Of what is left, and of the dual. */
interface Change {
  readonly left: Expression;
  readonly dual: Expression;
}

export class BoundDualsOfHour {
  private readonly graph: HourGraph;
  private readonly template: Template;

  constructor(graph: HourGraph, template: Template) {
    this.graph = graph;
    this.template = template;
  }

  lower(k: number): Bound {
    const { graph } = this;
    return { left: graph.load('x', k), dual: graph.load('lowerDual', k), turned: (change) => change, column: k };
  }

  upper(k: number): Bound {
    const { graph } = this;
    const left = graph.subtract(coefficientOf(graph, this.template.kinds[k]!.upper!), graph.load('x', k))!;
    return { left, dual: graph.load('upperDual', k), turned: (change) => graph.negative(change)!, column: k };
  }

  inverse(left: Expression): Expression {
    return this.graph.divide(this.graph.constant(1), left);
  }

  parameter(name: OwnParameter): Expression {
    return this.graph.parameter(parameterAt(this.template, name));
  }

  /** By the direction to the bounds, where its columns change what is left like that. */
  toBounds({ left, dual }: Bound, dLeft: Expression): Expression {
    const { graph } = this;
    const share = graph.multiply(dLeft, this.inverse(left));
    return graph.negative(graph.add(dual, graph.multiply(dual, share)))!;
  }

  /** By a direction that changes the product of what is left and the dual by `target`. */
  toTarget({ left, dual }: Bound, dLeft: Expression, target: Expression): Expression {
    const { graph } = this;
    return graph.multiply(graph.subtract(target, graph.multiply(dual, dLeft)), this.inverse(left))!;
  }

  /** By the predictor. */
  first(bound: Bound): Change {
    const left = bound.turned(this.graph.load('first x', bound.column));
    return { left, dual: this.toBounds(bound, left) };
  }

  /** By the corrector. */
  second(bound: Bound): Change {
    const left = bound.turned(this.graph.load('second x', bound.column));
    return { left, dual: this.toTarget(bound, left, this.secondOrderTarget(bound, this.first(bound))) };
  }

  /** By the centrality corrector. */
  third(bound: Bound): Change {
    const left = bound.turned(this.graph.load('third x', bound.column));
    return { left, dual: this.toTarget(bound, left, this.centralityTarget(bound, this.mixed(bound))) };
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
    return { left, dual: mix(first.dual, second.dual, 'dual') };
  }

  /** σμ less what the predictor does beyond the first order, where falls count up to a cap. */
  secondOrderTarget({ left, dual }: Bound, before: Change): Expression {
    const { graph } = this;
    const cap = this.parameter('second-order cap');
    const least = (value: Expression) => graph.negative(graph.multiply(cap, value))!;
    const second = graph.multiply(graph.maximum(before.left, least(left)), graph.maximum(before.dual, least(dual)));
    return graph.subtract(this.parameter('sigma mu'), graph.multiply(this.parameter('second order'), second))!;
  }

  /** What pulls a product back that a step would throw far out. */
  centralityTarget({ left, dual }: Bound, before: Change): Expression {
    const { graph } = this;
    const after = (value: Expression, change: Expression, length: 'tried primal' | 'tried dual') =>
      graph.add(value, graph.multiply(this.parameter(length), change))!;
    const product = graph.multiply(after(left, before.left, 'tried primal'), after(dual, before.dual, 'tried dual'))!;
    const sigmaMu = this.parameter('centrality sigma mu');
    const least = graph.multiply(graph.constant(CENTRALITY_RANGE.least), sigmaMu)!;
    const most = graph.multiply(graph.constant(CENTRALITY_RANGE.most), sigmaMu)!;
    const back = graph.maximum(graph.subtract(most, product)!, graph.negative(most)!);
    const pulled = graph.where(product, most, back, graph.constant(0));
    return graph.where(least, product, graph.subtract(least, product)!, pulled);
  }
}
