/** Sizes of all phases: together, with the later phases in sight, or phase by phase, each given what stands. */

import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer } from './answer.ts';
import type { Engine } from './engine.ts';
import { prove, type Stage } from './prove.ts';
import { wholeScope } from './scope.ts';
import { shortagesOf } from './shortage.ts';

export type Foresight = 'together' | 'phaseByPhase';

export async function plan(scenario: Scenario, engine: Engine, foresight: Foresight): Promise<Answer> {
  const scopes = foresight === 'together' ? [wholeScope(scenario)] : phaseScopes(scenario);
  const method = foresight === 'together' ? 'one-lp' : 'phase-by-phase';
  const stages: Stage[] = [];
  const built: Float64Array[] = [];
  for (const open of scopes) {
    const scope = { ...open, built: [...built] };
    const formulation = formulate(scenario, scope);
    const result = await engine.solve(formulation.program, taskOf(scenario, scope));
    switch (result.status) {
      case 'optimal':
        break;
      case 'infeasible': {
        const shortages = await shortagesOf(scenario, scope.phases, engine);
        return { status: 'infeasible', shortages, solver: engine.report(method) };
      }
      case 'unbounded':
        return { status: 'unbounded', solver: engine.report(method) };
      case 'limit':
        return { status: 'limit', limit: result.limit, solver: engine.report(method) };
      default: {
        const never: never = result;
        throw new TypeError(`unknown result ${String(never)}`);
      }
    }
    stages.push({ scope, formulation, optimum: result });
    const vintage = formulation.vintages[scope.phases[0]!]!;
    built.push(result.primal.slice(vintage.first, vintage.first + vintage.length).map((size) => Math.max(0, size)));
  }
  return prove(scenario, stages, engine.report(method));
}

function phaseScopes(scenario: Scenario): Scope[] {
  return scenario.phases.map((_, p) => ({ ...wholeScope(scenario), phases: [p] }));
}

function taskOf(scenario: Scenario, { phases }: Scope): string {
  return `${scenario.name}: ${phases.map((p) => scenario.phases[p]!.name).join(', ')}`;
}
