/** Sizes of all phases: together, with the later phases in sight, or phase by phase, each given what stands. */

import { buildablesOf } from '../model/buildable.ts';
import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import type { Optimum, SolveResult } from '../solvers/solver.ts';
import type { Answer } from './answer.ts';
import { type Nearby, solveByApproach } from './approach.ts';
import type { Engine } from './engine.ts';
import { joinedBasis } from './joined-basis.ts';
import { prove, type WholeStage as Stage } from './prove.ts';
import { wholeScope } from './scope.ts';
import { shortagesOf } from './shortage.ts';

export type Foresight = 'together' | 'phaseByPhase';

export async function plan(scenario: Scenario, engine: Engine, foresight: Foresight): Promise<Answer> {
  const method = foresight === 'together' ? 'one-lp' : 'phase-by-phase';
  const single = await solvePhases(scenario, engine);
  const stages =
    'status' in single || foresight === 'phaseByPhase' ? single : await solveTogether(scenario, engine, single);
  if (!('status' in stages)) return prove(scenario, stages, engine.report(method));
  switch (stages.status) {
    case 'infeasible': {
      const asked = foresight === 'together' ? wholeScope(scenario).phases : stages.phases;
      const shortages = await shortagesOf(scenario, asked, engine);
      return { status: 'infeasible', shortages, solver: engine.report(method) };
    }
    case 'unbounded':
      return { status: 'unbounded', solver: engine.report(method) };
    case 'limit':
      return { status: 'limit', limit: stages.limit, solver: engine.report(method) };
    default: {
      const never: never = stages;
      throw new TypeError(`unknown result ${String(never)}`);
    }
  }
}

type Unsolved = Exclude<SolveResult, Optimum> & { readonly phases: readonly number[] };

/**
 * Phase after phase, each given what stands and approached from the one before; the first from a coarse answer.
 */
async function solvePhases(scenario: Scenario, engine: Engine): Promise<Stage[] | Unsolved> {
  const stages: Stage[] = [];
  const built: Float64Array[] = [];
  for (const open of phaseScopes(scenario)) {
    const scope = { ...open, built: [...built] };
    const formulation = formulate(scenario, scope);
    const task = taskOf(scenario, scope);
    const result = await solveByApproach(
      { scenario, scope, formulation, task },
      engine,
      scaled(scenario, stages, scope),
    );
    if (result.status !== 'optimal') return { ...result, phases: scope.phases };
    stages.push({ scope, formulation, optimum: result });
    const vintage = formulation.vintages[scope.phases[0]!]!;
    built.push(result.primal.slice(vintage.first, vintage.first + vintage.length).map((size) => Math.max(0, size)));
  }
  return stages;
}

/**
 * The phase before, with its sizes grown as the IT capacity grows. Its basis is near the optimum only at the same prices;
 * at others it was slower than none.
 */
function scaled(scenario: Scenario, stages: readonly Stage[], scope: Scope): Nearby | undefined {
  const before = stages.at(-1);
  if (!before) return undefined;
  const earlier = phaseOf(scenario, before.scope);
  const later = phaseOf(scenario, scope);
  const { K } = before.formulation.phases[0]!;
  const { primal, basis } = before.optimum;
  const growth = later.itCapacityMW / earlier.itCapacityMW;
  const sizes = primal.slice(K.first, K.first + K.length).map((size) => size * growth);
  const isSamePrice = buildablesOf(scenario).every(
    ({ capitalPerYear: price }) => price(earlier.firstYear) === price(later.firstYear),
  );
  return { sizes, ...(isSamePrice && basis && { basis }) };
}

/** All phases in one programme, started from the bases of the phases by themselves. */
async function solveTogether(
  scenario: Scenario,
  engine: Engine,
  single: readonly Stage[],
): Promise<readonly Stage[] | Unsolved> {
  if (single.length === 1) return single;
  const scope = wholeScope(scenario);
  const formulation = formulate(scenario, scope);
  const start = joinedBasis(formulation, single);
  const optimum = await engine.solve(formulation.program, taskOf(scenario, scope), start);
  return optimum.status === 'optimal' ? [{ scope, formulation, optimum }] : { ...optimum, phases: scope.phases };
}

function phaseScopes(scenario: Scenario): Scope[] {
  return scenario.phases.map((_, p) => ({ ...wholeScope(scenario), phases: [p] }));
}

/** The first phase of a scope. */
const phaseOf = (scenario: Scenario, { phases }: Scope): Phase => scenario.phases[phases[0]!]!;

function taskOf(scenario: Scenario, { phases }: Scope): string {
  return `${scenario.name}: ${phases.map((p) => scenario.phases[p]!.name).join(', ')}`;
}
