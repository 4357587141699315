/** Costs that are all so small that the absolute tolerances of a simplex solver would take them for nothing. */

import type { LinearProgram } from '../lp/linear-program.ts';
import type { SolveResult, Solver } from './solver.ts';

/** Solvers stop at reduced costs of 1e-7 or 1e-9, whatever unit of money the costs are in. */
const SMALLEST_LARGEST_COST = 1;
/** What the largest cost is then brought to, by a power of two: nothing is rounded. */
const EXPONENT = 10;

/** The same solver, asked in a smaller unit of money where that is needed; answers are in the unit of the programme. */
export function inFittingMoney(solver: Solver): Solver {
  return {
    ...solver,
    async solve(program, options) {
      const times = timesFor(program);
      if (times === 1) return solver.solve(program, options);
      const { onProgress, ...others } = options;
      const result = await solver.solve(
        {
          ...program,
          objective: program.objective.map((cost) => cost * times),
          objectiveConstant: program.objectiveConstant * times,
        },
        {
          ...others,
          ...(onProgress && {
            onProgress: ({ objective, ...progress }) =>
              onProgress({ ...progress, ...(objective !== undefined && { objective: objective / times }) }),
          }),
        },
      );
      return inMoneyOf(result, times);
    },
  };
}

function timesFor({ objective }: LinearProgram): number {
  const largest = objective.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);
  // What is refused is refused in its own unit.
  if (!(largest > 0 && largest < SMALLEST_LARGEST_COST)) return 1;
  return 2 ** (EXPONENT - Math.floor(Math.log2(largest)));
}

function inMoneyOf(result: SolveResult, times: number): SolveResult {
  if (result.status !== 'optimal') return result;
  const { objective, rowDual, reducedCost } = result;
  return {
    ...result,
    objective: objective / times,
    rowDual: rowDual.map((dual) => dual / times),
    reducedCost: reducedCost.map((cost) => cost / times),
  };
}
