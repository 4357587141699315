/**
 * A large programme by way of a nearby answer: its sizes first held where that answer has them, then fenced near them,
 * the fence moved outward wherever a size leans on it, each time from the last basis. What is answered is the optimum of
 * the programme as it stands, with no fence.
 */

import { sizeIndexOf } from '../model/buildable.ts';
import { formulate } from '../model/formulation.ts';
import type { Formulation, Scope } from '../model/variables.ts';
import { coarsen } from '../scenario/coarsen.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Basis, SolveResult } from '../solvers/solver.ts';
import type { Engine } from './engine.ts';
import { Fence } from './fence.ts';

const COARSE_HOURS = 4;
/** A coarse answer forgets the worst hours: sizes this much larger can nearly always serve them. */
const MARGIN = 1.15;
/** Below this many rows a cold start takes seconds. */
const LARGE_ROWS = 30_000;
const MOST_ROUNDS = 60;

/** A programme of one phase: what is solved, and under which name it shows. */
export interface PhaseProblem {
  readonly scenario: Scenario;
  readonly scope: Scope;
  readonly formulation: Formulation;
  readonly task: string;
}

/** An answer nearby: sizes in the order of `buildablesOf`, and the basis where the programme has the same shape. */
export interface Nearby {
  readonly sizes: Float64Array;
  readonly basis?: Basis;
}

/**
 * Solves a phase from an answer nearby; where there is none, and the programme is large, from a coarse one.
 *
 * @param largeRows programmes of fewer rows are solved at once
 */
export async function solveByApproach(
  problem: PhaseProblem,
  engine: Engine,
  nearby?: Nearby,
  largeRows = LARGE_ROWS,
): Promise<SolveResult> {
  const { scenario, scope, formulation, task } = problem;
  const { program, phases } = formulation;
  if (program.rowCount < largeRows) return engine.solve(program, task, nearby?.basis);
  const near = nearby ?? (await coarseAnswer(scenario, scope, engine, task));
  if (!near) return engine.solve(program, task);

  const { K } = phases[0]!;
  const fence = new Fence(program, new Map(Array.from(near.sizes, (size, i) => [K.at(i), size])));
  let start = near.basis;
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const answer = await engine.solve(fence.program(), `${task}, approach ${round}`, start);
    if (answer.status === 'limit') return answer;
    if (answer.status !== 'optimal') return engine.solve(program, task);
    start = answer.basis;
    if (!fence.moveWhereLeaning(answer.primal)) break;
  }
  return engine.solve(program, task, start);
}

/** Sizes of the same phase in steps of four hours, with a margin; undefined where that tells nothing. */
async function coarseAnswer(
  scenario: Scenario,
  scope: Scope,
  engine: Engine,
  task: string,
): Promise<Nearby | undefined> {
  const coarse = coarsen(scenario, COARSE_HOURS);
  if (!coarse) return undefined;
  const { program, phases } = formulate(coarse, scope);
  const answer = await engine.solve(program, `${task}, coarse`);
  if (answer.status !== 'optimal') return undefined;
  const { K } = phases[0]!;
  const sizes = answer.primal.slice(K.first, K.first + K.length).map((size) => size * MARGIN);
  const index = sizeIndexOf(scenario);
  scenario.storages.forEach((_, s) => {
    sizes[index.storageEnergy(s)]! *= COARSE_HOURS;
  });
  return { sizes };
}
