/**
 * A large programme by way of a small one: sizes of a coarse answer, then the full programme with its sizes held near
 * them, then the fence moved outward wherever a size leans on it, each time from the last basis. What is answered is
 * the optimum of the programme as it stands, with no fence.
 */

import type { LinearProgram } from '../lp/linear-program.ts';
import { sizeIndexOf } from '../model/buildable.ts';
import { formulate } from '../model/formulation.ts';
import type { Formulation, Scope } from '../model/variables.ts';
import { coarsen } from '../scenario/coarsen.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Basis, Optimum, SolveResult } from '../solvers/solver.ts';
import type { Engine } from './engine.ts';

const COARSE_HOURS = 4;
/** Below this many rows a cold start takes seconds. */
const LARGE_ROWS = 30_000;
/** How far from a coarse size its fence stands at first, and by how much it moves. */
const FENCE = { below: 0.9, above: 1.2, step: 1.15 };
const MOST_ROUNDS = 40;

export async function solveByApproach(
  scenario: Scenario,
  scope: Scope,
  { program, phases }: Formulation,
  engine: Engine,
  task: string,
): Promise<SolveResult> {
  const coarse = program.rowCount < LARGE_ROWS ? undefined : coarsen(scenario, COARSE_HOURS);
  if (!coarse) return engine.solve(program, task);
  const rough = await engine.solve(formulate(coarse, scope).program, `${task}, coarse`);
  if (rough.status === 'limit') return rough;
  if (rough.status !== 'optimal') return engine.solve(program, task);

  const columns = phases.flatMap(({ K }) => Array.from({ length: K.length }, (_, i) => K.at(i)));
  const fence = new Fence(program, columns, hourlySizes(scenario, columns, rough));
  let start: Basis | undefined;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const near = await engine.solve(fence.program(), `${task}, approach ${round}`, start);
    if (near.status === 'limit') return near;
    if (near.status !== 'optimal') break;
    start = near.basis;
    if (!fence.moveWhereLeaning(near)) break;
  }
  return engine.solve(program, task, start);
}

/** Sizes and vintages come first in every programme of a scope, so the coarse columns are the fine ones. */
function hourlySizes(scenario: Scenario, columns: readonly number[], { primal }: Optimum): Float64Array {
  const size = sizeIndexOf(scenario);
  const sizes = Float64Array.from(columns, (column) => primal[column]!);
  const perPhase = size.link(scenario.links.length);
  for (let first = 0; first < sizes.length; first += perPhase) {
    scenario.storages.forEach((_, s) => {
      sizes[first + size.storageEnergy(s)]! *= COARSE_HOURS;
    });
  }
  return sizes;
}

/** Bounds around the sizes, narrower than the programme's own. */
class Fence {
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly given: LinearProgram;
  private readonly columns: readonly number[];

  constructor(given: LinearProgram, columns: readonly number[], sizes: Float64Array) {
    this.given = given;
    this.columns = columns;
    this.lower = given.columnLower.slice();
    this.upper = given.columnUpper.slice();
    const negligible = sizes.reduce((most, size) => Math.max(most, size), 0) / 1000;
    columns.forEach((column, i) => {
      if (sizes[i]! < negligible) return;
      this.lower[column] = Math.max(given.columnLower[column]!, sizes[i]! * FENCE.below);
      this.upper[column] = Math.min(given.columnUpper[column]!, sizes[i]! * FENCE.above);
      // Sizes that are fixed, or where the coarse answer lies outside what is allowed.
      if (this.lower[column]! > this.upper[column]!) {
        this.lower[column] = given.columnLower[column]!;
        this.upper[column] = given.columnUpper[column]!;
      }
    });
  }

  program(): LinearProgram {
    return { ...this.given, columnLower: this.lower.slice(), columnUpper: this.upper.slice() };
  }

  /** @returns whether any size leant on the fence rather than on a bound of the programme's own */
  moveWhereLeaning({ primal }: Optimum): boolean {
    let moved = false;
    for (const column of this.columns) {
      const size = primal[column]!;
      const hair = 1e-7 * Math.max(1, size);
      const [least, most] = [this.given.columnLower[column]!, this.given.columnUpper[column]!];
      if (this.lower[column]! > least && size <= this.lower[column]! + hair) {
        this.lower[column] = Math.max(least, size / FENCE.step);
        moved = true;
      }
      if (this.upper[column]! < most && size >= this.upper[column]! - hair) {
        this.upper[column] = Math.min(most, size * FENCE.step);
        moved = true;
      }
    }
    return moved;
  }
}
