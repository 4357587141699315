/** Hour-by-hour expressions: what one subject returns so that another (the balance, a limit, a cost) can use it. */

import type { Row, VariableBlock } from '../lp/constraint.ts';
import { previousHour } from '../time.ts';

/** factor(h) × column(h). */
interface HourlyTerm {
  column(hour: number): number;
  factor(hour: number): number;
}

/** Σ terms + constant, each hour. */
export interface HourlyExpression {
  readonly terms: readonly HourlyTerm[];
  /** Absent: zero. */
  readonly constant?: Float64Array;
}

/** Where an hourly variable or constraint stands: its phase and weather year, and the cyclic order of its hours. */
export interface Hours {
  readonly count: number;
  readonly labels: readonly string[];
  /** Currency of the objective per currency of one hour: ω of the phase × weight of the year × 8760 ÷ hours. */
  readonly weight: number;
  before(hour: number): number;
}

export function hoursOf(labels: readonly string[], count: number, weight: number): Hours {
  return { count, labels, weight, before: (hour) => previousHour(hour, count) };
}

export const constantFactor =
  (value: number): ((hour: number) => number) =>
  () =>
    value;

/** The columns of an hourly quantity as they are. */
export const flowOf = (block: VariableBlock): HourlyExpression => ({
  terms: [{ column: block.at, factor: constantFactor(1) }],
});

/** Adds `scale` × the terms of an expression at an hour to a row; its constant is the caller's to move across. */
export function addTerms(row: Row, expression: HourlyExpression, hour: number, scale = 1): Row {
  for (const term of expression.terms) row.plus(scale * term.factor(hour), term.column(hour));
  return row;
}

export const constantAt = (expression: HourlyExpression, hour: number): number => expression.constant?.[hour] ?? 0;
