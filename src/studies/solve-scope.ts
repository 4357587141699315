/** Solves what a scope asks for, as one programme or block by block. */

import type { LinkedValues } from '../lp/block-angular.ts';
import { decompose } from '../model/decomposition.ts';
import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { OutOfTime } from '../solvers/deadline.ts';
import type { SolveResult } from '../solvers/solver.ts';
import { tolerance } from '../units.ts';
import { gapFloorOf } from '../verify/gap-floor.ts';
import type { Engine } from './engine.ts';
import { isDecomposed } from './method.ts';
import type { DecomposedStage, Stage } from './prove.ts';

export type Unsolved = Exclude<SolveResult, { status: 'optimal' | 'limit' }> | CutShort;

/** With the best point so far that keeps all equations, where there is one. */
type CutShort = Extract<SolveResult, { status: 'limit' }> & { readonly best?: Stage };

/** Block by block it came to no end: infeasible, unbounded, or a case that the method does not serve. */
interface Open {
  readonly status: 'open';
  readonly reason: string;
}

type ScopeResult = Stage | Unsolved | Open;

export async function solveScope(scenario: Scenario, scope: Scope, engine: Engine, task: string): Promise<ScopeResult> {
  if (!isDecomposed(engine, scenario, scope)) return solveWhole(scenario, scope, engine, task);
  return inTime(() => solveParts(scenario, scope, engine, task));
}

async function solveParts(scenario: Scenario, scope: Scope, engine: Engine, task: string): Promise<ScopeResult> {
  engine.formulating(task);
  const decomposition = decompose(scenario, scope, engine.deadline.require);
  const result = await engine.solveBlocks(decomposition.program, task, {
    relativeGap: engine.relativeGap,
    gapFloor: gapFloorIn(scenario, scope),
  });
  const stage = { status: 'solved', kind: 'decomposed', scope, decomposition } as const;
  const stageOf = ({ linking, blocks }: LinkedValues): DecomposedStage => ({ ...stage, linking, blocks });
  if (result.status === 'optimal') {
    const { certificate } = result;
    return { ...stageOf(result), ...(certificate && { certificate }) };
  }
  if (result.status !== 'limit') return result;
  const { best, ...limit } = result;
  return { ...limit, ...(best && { best: stageOf(best) }) };
}

export async function solveWhole(
  scenario: Scenario,
  scope: Scope,
  engine: Engine,
  task: string,
): Promise<Stage | Unsolved> {
  return inTime(async () => {
    engine.formulating(task);
    const formulation = formulate(scenario, scope, engine.deadline.require);
    const result = await engine.solve(formulation.program, task);
    if (result.status !== 'optimal') return result;
    return { status: 'solved', kind: 'whole', scope, formulation, optimum: result };
  });
}

/** A formulation may take longer than there is time. */
async function inTime<Result>(work: () => Promise<Result>): Promise<Result | Unsolved> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OutOfTime) return { status: 'limit', limit: 'time', iterations: 0 };
    throw error;
  }
}

/** What the block method leaves open is settled as one programme. */
export async function solveForSure(
  scenario: Scenario,
  scope: Scope,
  engine: Engine,
  task: string,
): Promise<Stage | Unsolved> {
  const result = await solveScope(scenario, scope, engine, task);
  if (result.status !== 'open') return result;
  return solveWhole(scenario, scope, engine, `${task}, as one programme`);
}

/** In the unit of what is minimised: currency, or MWh of the weather years as they stand. */
function gapFloorIn(scenario: Scenario, { phases, weatherYears, minimise }: Scope): number {
  const asked = phases.map((p) => scenario.phases[p]!);
  if (minimise === 'cost') return gapFloorOf(scenario, asked);
  const hours = weatherYears.reduce((sum, y) => sum + scenario.weatherYears[y]!.hours, 0);
  const workMW = asked.reduce((sum, { itCapacityMW }) => sum + scenario.load.utilisation * itCapacityMW, 0);
  return tolerance.gapFloorShare * workMW * hours;
}
