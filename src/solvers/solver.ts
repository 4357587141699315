/** The port: what a solver is given and what it may answer. Adapters translate; nothing here hears of energy. */

import type { LinearProgram, Values } from '../lp/linear-program.ts';

export interface SolveOptions {
  /** Wall clock; Infinity for none. */
  readonly timeLimitSeconds: number;
  /** Called at the start, from time to time, and at an optimum; iterations and seconds never fall. */
  readonly onProgress?: (progress: SolveProgress) => void;
}

export interface SolveProgress {
  readonly iterations: number;
  readonly seconds: number;
  /** Objective of the current iterate, where the method has one. */
  readonly objective?: number;
  /** Sum of primal infeasibilities that remain, where the method has one. */
  readonly infeasibility?: number;
}

/**
 * Duals are of a minimisation: `rowDual[r]` is the change of the optimum per unit by which both bounds of row r rise;
 * positive for a binding ≥, negative for a binding ≤. `reducedCost[j]` = objective[j] − Σ rowDual·column j.
 */
export interface Optimum extends Values {
  readonly status: 'optimal';
  readonly objective: number;
  readonly reducedCost: Float64Array;
  readonly iterations: number;
}

export type SolveResult =
  | Optimum
  | { readonly status: 'infeasible'; readonly iterations: number }
  | { readonly status: 'unbounded'; readonly iterations: number }
  | { readonly status: 'limit'; readonly limit: 'time' | 'iterations'; readonly iterations: number };

export interface Solver {
  readonly name: string;
  readonly version: string;
  /**
   * Solves once. A limit, infeasibility and unboundedness are answers.
   *
   * @throws SolverError when the solver itself fails or cannot tell.
   */
  solve(program: LinearProgram, options: SolveOptions): Promise<SolveResult>;
}
