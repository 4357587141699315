/** The conditions of Karush, Kuhn and Tucker, recomputed from the program and the answer alone. */

import type { LinearProgram } from '../../src/lp/linear-program.ts';
import type { Optimum } from '../../src/solvers/solver.ts';

const PRECISION = 1e-6;

/** Every way in which an answer fails to be an optimum; empty for an optimum. */
export function faultsOf(program: LinearProgram, answer: Optimum): readonly string[] {
  const { primal, rowDual, reducedCost } = answer;
  const faults: string[] = [];
  const miss = (difference: number, size: number) => Math.abs(difference) > PRECISION * (1 + Math.abs(size));
  const activity = new Float64Array(program.rowCount);
  const expectedReducedCost = Float64Array.from(program.objective);
  let objective = program.objectiveConstant;
  for (let row = 0; row < program.rowCount; row++) {
    for (let entry = program.rowStart[row]!; entry < program.rowStart[row + 1]!; entry++) {
      const column = program.columnIndex[entry]!;
      const coefficient = program.coefficient[entry]!;
      activity[row]! += coefficient * primal[column]!;
      expectedReducedCost[column]! -= coefficient * rowDual[row]!;
    }
  }
  for (let column = 0; column < program.columnCount; column++) {
    objective += program.objective[column]! * primal[column]!;
    const difference = reducedCost[column]! - expectedReducedCost[column]!;
    if (miss(difference, expectedReducedCost[column]!))
      faults.push(`reduced cost of column ${column} is off by ${difference}`);
  }
  if (miss(answer.objective - objective, objective))
    faults.push(`objective ${answer.objective}, recomputed ${objective}`);

  let dualObjective = program.objectiveConstant;
  const judge = (name: string, at: number, value: number, dual: number, lower: number, upper: number) => {
    if (value < lower - PRECISION * (1 + Math.abs(lower))) faults.push(`${name} ${at} is ${value}, below ${lower}`);
    if (value > upper + PRECISION * (1 + Math.abs(upper))) faults.push(`${name} ${at} is ${value}, above ${upper}`);
    if (Math.abs(dual) <= PRECISION) return;
    const bound = dual > 0 ? lower : upper;
    if (!Number.isFinite(bound)) faults.push(`${name} ${at} has dual ${dual} but no bound on that side`);
    else if (miss(value - bound, bound))
      faults.push(`${name} ${at} has dual ${dual} but stands at ${value}, not at ${bound}`);
    else dualObjective += dual * bound;
  };
  for (let row = 0; row < program.rowCount; row++) {
    judge('row', row, activity[row]!, rowDual[row]!, program.rowLower[row]!, program.rowUpper[row]!);
  }
  for (let column = 0; column < program.columnCount; column++) {
    const lower = program.columnLower[column]!;
    judge('column', column, primal[column]!, reducedCost[column]!, lower, program.columnUpper[column]!);
  }
  if (miss(dualObjective - objective, objective)) faults.push(`dual objective ${dualObjective}, primal ${objective}`);
  return faults;
}
