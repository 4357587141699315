import type { LinearProgram } from '../lp/linear-program.ts';
import type { Optimum, SolveProgress } from './solver.ts';

/** Solvers judge reduced costs by absolute tolerances; coefficients much above this make those unreachable. */
const LARGEST_COEFFICIENT = 1024;

/**
 * The power of two by which an objective in small units of money is divided, so that no coefficient is above about a
 * thousand; 1 where none is. A power of two rounds nothing.
 */
export function objectiveScale({ objective }: LinearProgram): number {
  const largest = objective.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
  return largest <= LARGEST_COEFFICIENT ? 1 : 2 ** Math.ceil(Math.log2(largest / LARGEST_COEFFICIENT));
}

export function withScaledObjective(program: LinearProgram, scale: number): LinearProgram {
  if (scale === 1) return program;
  const objective = program.objective.map((coefficient) => coefficient / scale);
  return { ...program, objective, objectiveConstant: program.objectiveConstant / scale };
}

/** The optimum in the programme's own money. */
export function unscaled(optimum: Optimum, scale: number): Optimum {
  if (scale === 1) return optimum;
  return {
    ...optimum,
    objective: optimum.objective * scale,
    rowDual: optimum.rowDual.map((dual) => dual * scale),
    reducedCost: optimum.reducedCost.map((cost) => cost * scale),
  };
}

export function unscaledProgress(progress: SolveProgress, scale: number): SolveProgress {
  const { objective } = progress;
  return objective === undefined ? progress : { ...progress, objective: objective * scale };
}
