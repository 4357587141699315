/** One run of HiGHS: options, limits of its own, and what its status is worth. */

import type { Highs, HighsCallbackMap, HighsOptions, Model } from 'highs';
import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import type { ProgressReports } from './highs-progress.ts';

/** HiGHS drops coefficients up to this size; the smallest it lets us ask for. */
const SMALLEST_COEFFICIENT = 1e-12;

/** In the unit of the row or column; HiGHS weighs violations by the size of the numbers and lets larger ones pass. */
export const LARGEST_OVERSTEP = 1e-6;

/**
 * No way of asking takes longer [s]: several times what programmes of so many rows take on a busy machine. HiGHS may go
 * round in circles, a few hundred iterations a second and no end (seen with 1,200 rows and no plan that keeps them).
 */
const ownSecondsFor = (rowCount: number) => 10 + (rowCount / 1000) ** 2;

/** `undecided`: it cannot tell, broke off, or took too long by itself. */
export type RunStatus =
  | 'optimal'
  | 'infeasible'
  | 'unbounded'
  | 'unboundedOrInfeasible'
  | 'time'
  | 'iterations'
  | 'undecided';

export interface Run {
  readonly status: RunStatus;
  /** What HiGHS calls it. */
  readonly name: string;
  readonly iterations: number;
}

/** What all runs of one solve share. */
export interface Solving {
  readonly highs: Highs;
  /** `performance.now()` at which the solve has to end; Infinity for no limit. */
  readonly endsAt: number;
  readonly reports: ProgressReports | undefined;
}

/** A model for one way of asking; it may be run more than once, each time from where it is. */
export class HighsModel {
  readonly model: Model;
  private readonly solving: Solving;
  private readonly ownSeconds: number;
  private secondsRun = 0;

  constructor(model: Model, solving: Solving, program: LinearProgram, options: Partial<HighsOptions>) {
    this.model = model;
    this.solving = solving;
    this.ownSeconds = ownSecondsFor(program.rowCount);
    model.options.set({
      output_flag: solving.reports !== undefined,
      log_to_console: false,
      small_matrix_value: SMALLEST_COEFFICIENT,
      // Otherwise HiGHS starts again without presolve to tell the two apart; a search for any feasible point is cheaper.
      allow_unbounded_or_infeasible: true,
      ...options,
    });
    passToHighs(model, program);
  }

  run(options: Partial<HighsOptions> = {}): Run {
    const { highs, endsAt, reports } = this.solving;
    const startedAt = performance.now();
    const left = Math.max(0, (endsAt - startedAt) / 1000);
    const own = Math.max(0, this.ownSeconds - this.secondsRun);
    // The clock of a model goes on from run to run.
    this.model.options.set({ ...options, time_limit: this.secondsRun + Math.min(left, own) });
    const handlers: HighsCallbackMap = reports?.handlers ?? {};
    let status: number;
    try {
      status = this.model.run(handlers).modelStatus;
    } catch (error) {
      if (!(error instanceof highs.errors.HighsError)) throw error;
      return { status: 'undecided', name: error.message, iterations: this.iterations() };
    } finally {
      this.secondsRun += (performance.now() - startedAt) / 1000;
    }
    const isOutOfTime = performance.now() >= endsAt || left < own;
    return { status: this.meaningOf(status, isOutOfTime), name: nameOf(highs, status), iterations: this.iterations() };
  }

  /** Whether HiGHS vouches for its optimum, and no bound is overstepped by more than it should. */
  isSound({ columnLower, columnUpper, rowLower, rowUpper }: LinearProgram): boolean {
    if (this.unvouched() !== undefined) return false;
    const { colValue, rowValue } = this.model.getSolution();
    const oversteps = (lower: Float64Array, upper: Float64Array) => (value: number, at: number) =>
      value < lower[at]! - LARGEST_OVERSTEP || value > upper[at]! + LARGEST_OVERSTEP;
    return !colValue.some(oversteps(columnLower, columnUpper)) && !rowValue.some(oversteps(rowLower, rowUpper));
  }

  /** The side of its optimum that HiGHS does not vouch for. */
  unvouched(): 'primal' | 'dual' | undefined {
    const { feasible } = this.solving.highs.constants.solutionStatus;
    return (['primal', 'dual'] as const).find((side) => this.model.info.get(`${side}_solution_status`) !== feasible);
  }

  private meaningOf(status: number, isOutOfTime: boolean): RunStatus {
    const { modelStatus } = this.solving.highs.constants;
    switch (status) {
      case modelStatus.optimal:
        return 'optimal';
      case modelStatus.infeasible:
        return 'infeasible';
      case modelStatus.unbounded:
        return this.unvouched() === 'primal' ? 'unboundedOrInfeasible' : 'unbounded';
      case modelStatus.unboundedOrInfeasible:
        return 'unboundedOrInfeasible';
      case modelStatus.timeLimit:
        return isOutOfTime ? 'time' : 'undecided';
      case modelStatus.iterationLimit:
        return 'iterations';
      default:
        return 'undecided';
    }
  }

  private iterations(): number {
    const counts = (['simplex_iteration_count', 'ipm_iteration_count'] as const).map((name) =>
      Number(this.model.info.get(name)),
    );
    return counts.reduce((sum, count) => sum + Math.max(0, count), 0);
  }
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

function nameOf(highs: Highs, status: number): string {
  return Object.entries(highs.constants.modelStatus).find(([, code]) => code === status)?.[0] ?? `status ${status}`;
}
