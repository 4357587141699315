/** The adapter for HiGHS, compiled to WebAssembly: sparse arrays in, no text, one native model per solve. */

import loadHighs, { type Highs, type HighsCallbackMap, type Model } from 'highs';
import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { progressReports } from './highs-progress.ts';
import { hasCrossedBounds, requireMeaningful } from './intake.ts';
import type { Optimum, SolveOptions, SolveResult, Solver } from './solver.ts';

/** HiGHS drops coefficients up to this size; the smallest it lets us ask for. */
const SMALLEST_COEFFICIENT = 1e-12;

/** In the unit of the row or column; HiGHS weighs violations by the size of the numbers and lets larger ones pass. */
const LARGEST_OVERSTEP = 1e-6;
const STRICT_FEASIBILITY = 1e-9;

/**
 * HiGHS by its dual simplex, which answers with a vertex and exact duals. Blocks its thread while it works; its memory
 * ends at 2 GiB (seen: 0.8 GB for 400,000 rows with 1.1 million coefficients). HiGHS's own signs are the port's: for a
 * minimisation a binding ≥ has a positive dual, a binding ≤ a negative one.
 */
export const highsSolver: Solver = {
  name: 'highs',
  version: '1.15.1',
  async solve(program, options) {
    requireMeaningful(program, options);
    if (hasCrossedBounds(program)) return { status: 'infeasible', iterations: 0 };
    if (program.columnCount === 0) return solveWithoutColumns(program);
    const startedAt = performance.now();
    const highs = await loadedHighs();
    try {
      return highs.withModel((model) => solveOn(highs, model, program, options, startedAt));
    } catch (error) {
      throw asSolverError(highs, error);
    }
  },
};

let loading: Promise<Highs> | undefined;

async function loadedHighs(): Promise<Highs> {
  loading ??= loadHighs();
  try {
    return await loading;
  } catch (cause) {
    loading = undefined;
    throw new SolverError('HiGHS could not be loaded', { cause });
  }
}

function asSolverError(highs: Highs, error: unknown): SolverError {
  if (error instanceof SolverError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof highs.errors.HighsError) return new SolverError(`HiGHS refuses: ${reason}`, { cause: error });
  // A trap or an exhausted memory leaves the instance in an unknown state: the next solve gets a new one.
  loading = undefined;
  return new SolverError(`HiGHS broke down: ${reason}`, { cause: error });
}

function solveOn(
  highs: Highs,
  model: Model,
  program: LinearProgram,
  options: SolveOptions,
  startedAt: number,
): SolveResult {
  const { onProgress, timeLimitSeconds } = options;
  model.options.set({
    output_flag: onProgress !== undefined,
    log_to_console: false,
    solver: 'simplex',
    small_matrix_value: SMALLEST_COEFFICIENT,
    // Otherwise HiGHS starts again without presolve to tell the two apart; a search for any feasible point is cheaper.
    allow_unbounded_or_infeasible: true,
  });
  if (timeLimitSeconds !== Number.POSITIVE_INFINITY) model.options.set('time_limit', timeLimitSeconds);
  passToHighs(model, program);
  const reports = onProgress && progressReports(highs, onProgress, startedAt);
  const handlers = reports?.handlers ?? {};
  let status = model.run(handlers).modelStatus;
  let iterations = iterationsOf(model);
  if (isDoubtful(highs, model, status, program)) {
    // Undoing presolve, or rounding on a long way, may leave a basis that misses a tolerance; a few pivots settle it.
    model.options.set({ presolve: 'off', primal_feasibility_tolerance: STRICT_FEASIBILITY });
    status = model.run(handlers).modelStatus;
    iterations += iterationsOf(model);
  }
  const { modelStatus, solutionStatus } = highs.constants;
  switch (status) {
    case modelStatus.optimal: {
      const answer = optimum(highs, model, iterations);
      reports?.end(answer);
      return answer;
    }
    case modelStatus.infeasible:
      return { status: 'infeasible', iterations };
    case modelStatus.unbounded:
      if (model.info.get('primal_solution_status') === solutionStatus.feasible)
        return { status: 'unbounded', iterations };
      return tellApart(highs, model, program, handlers, iterations);
    case modelStatus.unboundedOrInfeasible:
      return tellApart(highs, model, program, handlers, iterations);
    case modelStatus.timeLimit:
      return { status: 'limit', limit: 'time', iterations };
    case modelStatus.iterationLimit:
      return { status: 'limit', limit: 'iterations', iterations };
    default:
      throw new SolverError(`HiGHS cannot tell: ${statusName(highs, status)}`);
  }
}

/** Whether HiGHS could not vouch for its answer, or vouches for one that oversteps a bound by more than it should. */
function isDoubtful(highs: Highs, model: Model, status: number, program: LinearProgram): boolean {
  const { modelStatus, solutionStatus } = highs.constants;
  if (status === modelStatus.unknown) return true;
  if (status !== modelStatus.optimal) return false;
  const isVouchedFor = (side: 'primal' | 'dual') =>
    model.info.get(`${side}_solution_status`) === solutionStatus.feasible;
  if (!isVouchedFor('primal') || !isVouchedFor('dual')) return true;
  const { colValue, rowValue } = model.getSolution();
  const oversteps = (lower: Float64Array, upper: Float64Array) => (value: number, at: number) =>
    value < lower[at]! - LARGEST_OVERSTEP || value > upper[at]! + LARGEST_OVERSTEP;
  return (
    colValue.some(oversteps(program.columnLower, program.columnUpper)) ||
    rowValue.some(oversteps(program.rowLower, program.rowUpper))
  );
}

/** The dual is infeasible, so the primal is infeasible or unbounded: with no objective only feasibility remains. */
function tellApart(
  highs: Highs,
  model: Model,
  program: LinearProgram,
  handlers: HighsCallbackMap,
  before: number,
): SolveResult {
  passToHighs(model, { ...program, objective: new Float64Array(program.columnCount) });
  const status = model.run(handlers).modelStatus;
  const iterations = before + iterationsOf(model);
  const { modelStatus } = highs.constants;
  if (status === modelStatus.optimal) return { status: 'unbounded', iterations };
  if (status === modelStatus.infeasible) return { status: 'infeasible', iterations };
  if (status === modelStatus.timeLimit) return { status: 'limit', limit: 'time', iterations };
  throw new SolverError(`HiGHS cannot tell infeasible from unbounded: ${statusName(highs, status)}`);
}

/** HiGHS calls a program without columns "empty" and looks no further: every row is zero, inside its bounds or not. */
function solveWithoutColumns(program: LinearProgram): SolveResult {
  const isOutside = (_: number, row: number): boolean => program.rowLower[row]! > 0 || program.rowUpper[row]! < 0;
  if (program.rowLower.some(isOutside)) return { status: 'infeasible', iterations: 0 };
  return {
    status: 'optimal',
    objective: program.objectiveConstant,
    primal: new Float64Array(0),
    rowDual: new Float64Array(program.rowCount),
    reducedCost: new Float64Array(0),
    iterations: 0,
  };
}

/**
 * Copies a program that the intake has passed into a model.
 *
 * @throws SolverError when HiGHS would change it.
 */
export function passToHighs(model: Model, program: LinearProgram): void {
  const { warnings } = model.passModel({
    numCols: program.columnCount,
    numRows: program.rowCount,
    offset: program.objectiveConstant,
    colCost: program.objective,
    colLower: program.columnLower,
    colUpper: program.columnUpper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows: program.rowCount,
      numCols: program.columnCount,
      starts: program.rowStart,
      indices: program.columnIndex,
      values: program.coefficient,
    },
  });
  // What is left to warn of after the intake are coefficients that HiGHS would drop.
  if (warnings.length > 0) {
    throw new SolverError(`HiGHS would drop coefficients that are not zero but below ${SMALLEST_COEFFICIENT}`);
  }
}

function optimum(highs: Highs, model: Model, iterations: number): Optimum {
  const { feasible } = highs.constants.solutionStatus;
  for (const side of ['primal', 'dual'] as const) {
    if (model.info.get(`${side}_solution_status`) === feasible) continue;
    throw new SolverError(
      `HiGHS calls it optimal, but its ${side} violation is ${model.info.get(`max_${side}_infeasibility`)}`,
    );
  }
  const { colValue, colDual, rowDual } = model.getSolution();
  return {
    status: 'optimal',
    objective: model.getObjectiveValue(),
    primal: colValue,
    rowDual,
    reducedCost: colDual,
    iterations,
  };
}

function iterationsOf(model: Model): number {
  return Math.max(0, Number(model.info.get('simplex_iteration_count')));
}

function statusName(highs: Highs, status: number): string {
  return Object.entries(highs.constants.modelStatus).find(([, code]) => code === status)?.[0] ?? `status ${status}`;
}
