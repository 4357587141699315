/** A worker that dies where the constant of the objective is 13, and answers otherwise. */

import type { SolveOutcome, SolveTask } from '../../src/solvers/worker.ts';

export default function dieOrAnswer({ program }: SolveTask): SolveOutcome {
  if (program.objectiveConstant === 13) process.exit(7);
  return { kind: 'answered', result: { status: 'infeasible', iterations: program.rowCount } };
}
