/**
 * The adapter for javascript-lp-solver: a dense tableau in plain JavaScript, for days and weeks and as a second opinion.
 *
 * It is driven through its `Model`, so there are no names at all; its presolve (which forgets the cost of fixed
 * variables), its unrestricted variables and its rounding to eight digits are left aside. Point, duals and proofs are read
 * from the final tableau, and an answer that its own tableau does not prove is a SolverError.
 */

import solver from 'javascript-lp-solver';
import { SolverError } from '../errors.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { type CanonicalForm, tableauSize, toCanonicalForm } from './canonical-form.ts';
import { provesInfeasible, provesOptimum, provesUnbounded } from './certify.ts';
import { hasCrossedBounds, requireMeaningful } from './program-checks.ts';
import type { SolveOptions, SolveResult, Solver } from './solver.ts';
import { inFittingMoney } from './tiny-costs.ts';

type Model = InstanceType<typeof solver.Model>;
type Tableau = Model['tableau'];

/** Numbers in the dense tableau: two weeks of a small case, ten seconds. A month did not finish in 250 s. */
const LARGEST_TABLEAU = 5_000_000;

const MILLISECONDS_BETWEEN_REPORTS = 200;

/** The dense simplex. Blocks its thread while it works; a time limit is looked at before every pivot. */
export const javascriptLpSolver: Solver = inFittingMoney({
  name: 'javascript-lp-solver',
  version: '1.0.3',
  async solve(program, options) {
    requireMeaningful(program, options);
    if (hasCrossedBounds(program)) return { status: 'infeasible', iterations: 0 };
    const size = tableauSize(program);
    if (size > LARGEST_TABLEAU) {
      throw new SolverError(
        `javascript-lp-solver would need a table of ${size} numbers for this program, more than ${LARGEST_TABLEAU}; use highs`,
      );
    }
    return run(program, toCanonicalForm(program), options);
  },
});

class LimitReached extends Error {
  readonly limit: 'time' | 'iterations';
  constructor(limit: 'time' | 'iterations') {
    super(limit);
    this.limit = limit;
  }
}

function run(program: LinearProgram, form: CanonicalForm, options: SolveOptions): SolveResult {
  const { model, slacks, variables } = buildModel(form);
  const { tableau } = model;
  const counter = countPivots(tableau, options, program.objectiveConstant);
  try {
    model.solve();
  } catch (error) {
    if (error instanceof LimitReached) return { status: 'limit', limit: error.limit, iterations: counter.pivots };
    throw new SolverError('javascript-lp-solver broke down', { cause: error });
  }
  const iterations = counter.pivots;
  if (!tableau.feasible) {
    if (!provesInfeasible(form, farkasWeights(tableau, slacks))) throw unproven('infeasible');
    return { status: 'infeasible', iterations };
  }
  const z = variables.map((index) => basicValue(tableau, index));
  if (!tableau.bounded) {
    if (!provesUnbounded(form, z, ray(tableau, variables))) throw unproven('unbounded');
    return { status: 'unbounded', iterations };
  }
  const dual = slacks.map((index) => costEntry(tableau, index));
  if (!provesOptimum(form, z, dual)) throw unproven('optimal');
  const primal = form.toPrimal(z);
  const rowDual = form.toRowDual(dual);
  const objective = primal.reduce((sum, value, at) => sum + value * program.objective[at]!, program.objectiveConstant);
  return { status: 'optimal', objective, primal, rowDual, reducedCost: reducedCosts(program, rowDual), iterations };
}

function unproven(claim: string): SolverError {
  return new SolverError(`javascript-lp-solver calls it ${claim}, but its final tableau does not prove that`);
}

function buildModel(form: CanonicalForm) {
  const model = new solver.Model();
  model.usePresolve = false;
  // Its guard against cycles answers "infeasible" to a cycle; without it Bland's rule takes over.
  model.checkForCycles = false;
  const constraints = form.rows.map((row) => model.smallerThan(row.limit));
  const unknowns = form.cost.map((cost) => model.addVariable(cost));
  form.rows.forEach((row, at) => {
    row.columns.forEach((column, entry) => {
      constraints[at]!.addTerm(row.coefficients[entry]!, unknowns[column]!);
    });
  });
  return {
    model,
    slacks: constraints.map((constraint) => constraint.index),
    variables: unknowns.map((unknown) => unknown.index),
  };
}

/** Its loops offer no hook but the pivot itself. */
function countPivots(tableau: Tableau, { timeLimitSeconds, onProgress }: SolveOptions, objectiveConstant: number) {
  const counter = { pivots: 0 };
  const startedAt = performance.now();
  let reportedAt = Number.NEGATIVE_INFINITY;
  const pivot = tableau.pivot.bind(tableau);
  tableau.pivot = (row, column) => {
    const now = performance.now();
    if (now - startedAt > timeLimitSeconds * 1000) throw new LimitReached('time');
    // Far beyond what a simplex that converges needs: it is going round in circles.
    if (counter.pivots > 1000 + 50 * (tableau.width + tableau.height)) throw new LimitReached('iterations');
    pivot(row, column);
    counter.pivots += 1;
    if (!onProgress || now - reportedAt < MILLISECONDS_BETWEEN_REPORTS) return;
    reportedAt = now;
    const objective = tableau.matrix[0]! + objectiveConstant;
    onProgress({ iterations: counter.pivots, seconds: (now - startedAt) / 1000, objective });
  };
  return counter;
}

function basicValue(tableau: Tableau, index: number): number {
  const row = tableau.rowByVarIndex[index]!;
  return row === -1 ? 0 : tableau.matrix[row * tableau.width]!;
}

/** The cost row belongs to a maximisation of −c: under a slack of a ≤ row it holds the dual of the minimisation. */
function costEntry(tableau: Tableau, index: number): number {
  const column = tableau.colByVarIndex[index]!;
  return column === -1 ? 0 : tableau.matrix[column]!;
}

/** Phase one gives up at the most negative row, in which nothing could enter: its entries are the weights. */
function farkasWeights(tableau: Tableau, slacks: readonly number[]): readonly number[] {
  let worst = 0;
  for (let row = 1; row < tableau.height; row++) {
    if (worst === 0 || tableau.matrix[row * tableau.width]! < tableau.matrix[worst * tableau.width]!) worst = row;
  }
  return slacks.map((index) => {
    if (tableau.rowByVarIndex[index] === worst) return 1;
    const column = tableau.colByVarIndex[index]!;
    return column === -1 ? 0 : tableau.matrix[worst * tableau.width + column]!;
  });
}

/** The entering variable grows for ever and drags the basic ones along. */
function ray(tableau: Tableau, variables: readonly number[]): readonly number[] {
  const entering = tableau.unboundedVarIndex ?? -1;
  const column = tableau.colByVarIndex[entering]!;
  return variables.map((index) => {
    if (index === entering) return 1;
    const row = tableau.rowByVarIndex[index]!;
    return row === -1 ? 0 : -tableau.matrix[row * tableau.width + column]!;
  });
}

function reducedCosts(program: LinearProgram, rowDual: Float64Array): Float64Array {
  const reduced = program.objective.slice();
  for (let row = 0; row < program.rowCount; row++) {
    for (let entry = program.rowStart[row]!; entry < program.rowStart[row + 1]!; entry++) {
      reduced[program.columnIndex[entry]!]! -= rowDual[row]! * program.coefficient[entry]!;
    }
  }
  return reduced;
}
