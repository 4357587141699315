/** Every solver there is, by name. */

import { highsSolver } from './highs.ts';
import { javascriptLpSolver } from './javascript-lp-solver.ts';
import type { Solver } from './solver.ts';

export const solvers = {
  highs: highsSolver,
  'javascript-lp-solver': javascriptLpSolver,
} as const satisfies Record<string, Solver>;

export type SolverName = keyof typeof solvers;
