/** The adapter for HiGHS, compiled to WebAssembly: sparse arrays in, no text, one native model per solve. */

import loadHighs, { type Highs, type HighsOptions } from 'highs';
import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { progressReports } from './highs-progress.ts';
import { HighsModel, LARGEST_OVERSTEP, type Run, type RunStatus, type Solving } from './highs-run.ts';
import { leastViolation } from './least-violation.ts';
import { hasCrossedBounds, requireMeaningful } from './program-checks.ts';
import type { Optimum, SolveResult, Solver } from './solver.ts';
import { inFittingMoney } from './tiny-costs.ts';

const STRICT_FEASIBILITY = 1e-9;

/**
 * HiGHS by its dual simplex, which answers with a vertex and exact duals; where that cannot tell, by other questions. Blocks its thread while it works; its memory
 * ends at 2 GiB (seen: 0.8 GB for 400,000 rows with 1.1 million coefficients). HiGHS's own signs are the port's: for a
 * minimisation a binding ≥ has a positive dual, a binding ≤ a negative one.
 */
export const highsSolver: Solver = inFittingMoney({
  name: 'highs',
  version: '1.15.1',
  async solve(program, options) {
    requireMeaningful(program, options);
    if (hasCrossedBounds(program)) return { status: 'infeasible', iterations: 0 };
    if (program.columnCount === 0) return solveWithoutColumns(program);
    const startedAt = performance.now();
    const highs = await loadedHighs();
    const { onProgress, timeLimitSeconds } = options;
    const reports = onProgress && progressReports(highs, onProgress, startedAt);
    try {
      const result = solveOn({ highs, reports, endsAt: startedAt + 1000 * timeLimitSeconds }, program);
      if (result.status === 'optimal') reports?.end(result);
      return result;
    } catch (error) {
      throw asSolverError(highs, error);
    }
  },
});

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

const WITHOUT_PRESOLVE: Partial<HighsOptions> = { solver: 'simplex', presolve: 'off' };
/** Followed to a vertex. */
const INTERIOR_POINT: Partial<HighsOptions> = { solver: 'ipm' };

/** What a way of asking came to. */
type Attempt = Optimum | (Run & { readonly status: Exclude<RunStatus, 'optimal'> });

function solveOn(solving: Solving, program: LinearProgram): SolveResult {
  const first = solveBySimplex(solving, program);
  if (first.status !== 'undecided' && first.status !== 'unboundedOrInfeasible') return resultOf(first);
  // Where it is undecided, a programme without a point is the usual reason: its dual falls without end, and HiGHS does not
  // believe it.
  const point = findPoint(solving, program);
  const iterations = first.iterations + point.iterations;
  if (point.status !== 'optimal') return { ...resultOf({ ...point, status: point.status }), iterations };
  // What presolve calls unbounded or infeasible may be neither.
  const isCalledUnbounded = first.status === 'unboundedOrInfeasible';
  let last = solveOnce(solving, program, isCalledUnbounded ? WITHOUT_PRESOLVE : INTERIOR_POINT);
  let total = iterations + last.iterations;
  if (isCalledUnbounded && last.status === 'undecided') {
    last = solveOnce(solving, program, INTERIOR_POINT);
    total += last.iterations;
  }
  // The dual has no point, the programme has one.
  if (isCalledUnbounded && last.status === 'unboundedOrInfeasible') return { status: 'unbounded', iterations: total };
  return { ...resultOf(last), iterations: total };
}

function resultOf(attempt: Attempt): SolveResult {
  const { status, iterations } = attempt;
  switch (status) {
    case 'optimal':
      return attempt;
    case 'infeasible':
    case 'unbounded':
      return { status, iterations };
    case 'time':
    case 'iterations':
      return { status: 'limit', limit: status, iterations };
    case 'undecided':
    case 'unboundedOrInfeasible':
      if (attempt.name === 'timeLimit') return { status: 'limit', limit: 'time', iterations };
      throw new SolverError(`HiGHS cannot tell: ${attempt.name}`);
    default: {
      const never: never = status;
      throw new TypeError(`unknown status ${String(never)}`);
    }
  }
}

function solveBySimplex(solving: Solving, program: LinearProgram): Attempt {
  return solving.highs.withModel((model) => {
    const asked = new HighsModel(model, solving, program, { solver: 'simplex' });
    let run = asked.run();
    let { iterations } = run;
    if (run.status === 'undecided' || (run.status === 'optimal' && !asked.isSound(program))) {
      // Undoing presolve, or rounding on a long way, may leave a basis that misses a tolerance; a few pivots settle it.
      run = asked.run({ presolve: 'off', primal_feasibility_tolerance: STRICT_FEASIBILITY });
      iterations += run.iterations;
    }
    return run.status === 'optimal' ? optimum(asked, iterations) : { ...run, status: run.status, iterations };
  });
}

/**
 * Whether there is any point at all: without the objective, and where that is not decided either, by the least that rows
 * are missed.
 */
function findPoint(solving: Solving, program: LinearProgram): Run {
  const aimless = { ...program, objective: new Float64Array(program.columnCount), objectiveConstant: 0 };
  const first = solving.highs.withModel((model) => {
    const asked = new HighsModel(model, solving, aimless, { solver: 'simplex' });
    const run = asked.run();
    // Presolve says it of costs of zero as well.
    return run.status === 'unboundedOrInfeasible' ? asked.run({ presolve: 'off' }) : run;
  });
  if (first.status === 'optimal' || first.status === 'infeasible' || first.status === 'time') return first;
  return solving.highs.withModel((model) => {
    const run = new HighsModel(model, solving, leastViolation(program), { solver: 'simplex' }).run();
    const iterations = first.iterations + run.iterations;
    if (run.status !== 'optimal') return { ...run, iterations };
    const misses = model.getSolution().colValue.subarray(program.columnCount);
    const status: RunStatus = misses.some((miss) => miss > LARGEST_OVERSTEP) ? 'infeasible' : 'optimal';
    return { ...run, status, iterations };
  });
}

function solveOnce(solving: Solving, program: LinearProgram, options: Partial<HighsOptions>): Attempt {
  return solving.highs.withModel((model) => {
    const asked = new HighsModel(model, solving, program, options);
    const run = asked.run();
    return run.status === 'optimal' ? optimum(asked, run.iterations) : { ...run, status: run.status };
  });
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

function optimum(asked: HighsModel, iterations: number): Attempt {
  const { model } = asked;
  const side = asked.unvouched();
  if (side !== undefined) {
    const name = `optimal with a ${side} violation of ${model.info.get(`max_${side}_infeasibility`)}`;
    return { status: 'undecided', name, iterations };
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
