/** What a law returns: its rows, written when the programme asks for them. Nothing is registered anywhere. */

/** One row under construction: terms first, then exactly one closing relation. */
export interface Row {
  /** Whether it keeps no terms, so that none need be found. */
  readonly isBare?: boolean;
  /** Adds coefficient × column; repeated columns add up, zeros vanish. */
  plus(coefficient: number, column: number): Row;
  minus(coefficient: number, column: number): Row;
  equals(value: number): void;
  atMost(value: number): void;
  atLeast(value: number): void;
  between(lowest: number, highest: number): void;
}

/** A row of which every relation is an interval. */
export abstract class IntervalRow implements Row {
  abstract plus(coefficient: number, column: number): Row;
  abstract between(lowest: number, highest: number): void;

  minus(coefficient: number, column: number): Row {
    return this.plus(-coefficient, column);
  }

  equals(value: number): void {
    this.between(value, value);
  }

  atMost(value: number): void {
    this.between(Number.NEGATIVE_INFINITY, value);
  }

  atLeast(value: number): void {
    this.between(value, Number.POSITIVE_INFINITY);
  }
}

export interface Constraint {
  readonly name: string;
  readonly of: readonly string[];
  /** Number of rows: hours, months, or 1. */
  readonly count: number;
  readonly write: (row: Row, index: number) => void;
}

/** A named part of the objective: Σ coefficient × column + constant. */
export interface Cost {
  readonly name: string;
  readonly of: readonly string[];
  readonly write: (terms: CostTerms) => void;
}

export interface CostTerms {
  plus(coefficient: number, column: number): void;
  constant(value: number): void;
}

/** Consecutive columns of one meaning; `at` gives the column of an element. */
export interface VariableBlock {
  readonly first: number;
  readonly length: number;
  at(index: number): number;
}
