/** Hour-by-hour expressions: what one subject returns so that another (the balance, a limit, a cost) can use it. */

import type { Row, VariableBlock } from '../lp/constraint.ts';
import type { Bounds, ProgramBuilder } from '../lp/program-builder.ts';
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

/** Where an hourly variable or constraint stands: its phase and weather year, and the order of its hours. */
export interface Hours {
  readonly count: number;
  readonly labels: readonly string[];
  /** Currency of the objective per currency of one hour: ω of the phase × weight of the year × 8760 ÷ hours. */
  readonly weight: number;
  before(hour: number): number;
  /** Of hours that are no circle, what stands as they begin. */
  readonly start?: WindowStart;
}

/** What hours hand on: stored energy of each storage; of each tier its backlog and what it may still hold back. */
export interface PerState<T> {
  readonly stored: readonly T[];
  readonly backlog: readonly T[];
  readonly budget: readonly T[];
}

export interface WindowStart {
  /** [MWh]; 0 of a tier without that state. */
  readonly states: PerState<number>;
  /** Of each tier, the most work that may wait at the end of each hour: what arrived before the hours begin is in it. */
  readonly mostBacklogMWh: readonly Float64Array[];
}

export function hoursOf(labels: readonly string[], count: number, weight: number): Hours {
  return { count, labels, weight, before: (hour) => previousHour(hour, count) };
}

/** Hours in a row, at the currency of an hour: before the first of them is the column after the last, which is fixed. */
export function windowOf(labels: readonly string[], count: number, start: WindowStart): Hours {
  return { count, labels, weight: 1, before: (hour) => (hour === 0 ? count : hour - 1), start };
}

/** A state at the end of each hour. Of hours that are no circle one more column follows: the state they begin with. */
export function declareState(
  lp: ProgramBuilder,
  name: string,
  of: readonly string[],
  hours: Hours,
  bounds: Bounds,
  before: number | undefined,
): VariableBlock {
  const state = lp.variables(name, of, hours.count, bounds);
  if (before !== undefined) lp.variables(name, [...of, 'before'], 1, { lower: before, upper: before });
  return state;
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
  if (row.isBare) return row;
  for (const term of expression.terms) row.plus(scale * term.factor(hour), term.column(hour));
  return row;
}

export const constantAt = (expression: HourlyExpression, hour: number): number => expression.constant?.[hour] ?? 0;
