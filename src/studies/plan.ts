/** Sizes of all phases: together, with the later phases in sight, or phase by phase, each given what stands. */

import { settledSizes } from '../model/settled-sizes.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer, Shortage } from './answer.ts';
import { type Engine, withEngine } from './engine.ts';
import { prove, proveAtLimit, type Stage } from './prove.ts';
import { wholeScope } from './scope.ts';
import { shortagesOf } from './shortage.ts';
import { solveScope, solveWhole, type Unsolved } from './solve-scope.ts';

export type Foresight = 'together' | 'phaseByPhase';

const notes = { together: undefined, phaseByPhase: 'each phase given what stands' };

/**
 * Plans the sizes of all phases at the least cost, and verifies the plan.
 *
 * @param scenario of `loadScenario`
 * @param engine lent, for who wants a time limit, progress or a way to stop; see `createEngine`. Without one, the usual options hold
 * @param explains whether an answer without an optimum says what there is: the energy that is missing and when, or the best plan so far
 * @returns what is known, by `status`: sizes [MW, MWh], hourly flows [MW], cost items and a certificate where it is `optimal`
 * @throws SolverError when the solver fails; VerificationError when the answer breaks a law; InterruptedError when the engine is stopped
 */
export async function plan(
  scenario: Scenario,
  engine?: Engine,
  foresight: Foresight = 'together',
  explains = true,
): Promise<Answer> {
  return withEngine(engine, (lent) => planWith(scenario, lent, foresight, explains));
}

async function planWith(scenario: Scenario, engine: Engine, foresight: Foresight, explains: boolean): Promise<Answer> {
  const stages: Stage[] = [];
  const scopes = scopesOf(scenario, foresight);
  for (const scope of scopes) {
    const given = { ...scope, built: scope.phases.length === 1 ? stages.map((stage) => builtIn(scenario, stage)) : [] };
    const result = await solveOrExplain(scenario, given, engine, explains);
    const solver = engine.report(notes[foresight]);
    if (result.status === 'solved') stages.push(result);
    else if (result.status === 'infeasible') return { status: 'infeasible', shortages: result.shortages, solver };
    else if (result.status === 'unbounded') return { status: 'unbounded', solver };
    else {
      const { best, limit } = result;
      // The last programme is missing, or more: what is built later is not known then.
      if (!explains || best === undefined || stages.length + 1 < scopes.length) {
        return { status: 'limit', limit, solver: engine.report(noteAtLimit(scenario, foresight, scope)) };
      }
      const all = [...stages, best];
      return engine.verifying(scenario.name, () => proveAtLimit(scenario, all, solver, engine.relativeGap));
    }
  }
  return engine.verifying(scenario.name, () =>
    prove(scenario, stages, engine.report(notes[foresight]), engine.relativeGap),
  );
}

function noteAtLimit({ phases }: Scenario, foresight: Foresight, scope: Scope): string | undefined {
  if (foresight === 'together') return undefined;
  const [p] = scope.phases as [number];
  return `${notes.phaseByPhase}: ${p} of ${phases.length} were planned when time was over in ${phases[p]!.name}`;
}

type Explained =
  | Stage
  | { readonly status: 'infeasible'; readonly shortages: readonly Shortage[] }
  | Exclude<Unsolved, { status: 'infeasible' }>;

/**
 * Where blocks come to no end although nothing may be imported, energy that is missing whatever is built explains it;
 * failing that the whole programme decides.
 */
async function solveOrExplain(scenario: Scenario, scope: Scope, engine: Engine, explains: boolean): Promise<Explained> {
  const task = `${scenario.name}: ${scope.phases.map((p) => scenario.phases[p]!.name).join(', ')}`;
  const explain = async () => shortagesOf(scenario, scope.phases, engine);
  let result = await solveScope(scenario, scope, engine, task);
  if (result.status === 'open') {
    const shortages = scope.importAllowed ? [] : await explain();
    if (shortages.length > 0) return { status: 'infeasible', shortages };
    result = await solveWhole(scenario, scope, engine, `${task}, as one programme`);
  }
  if (result.status !== 'infeasible') return result;
  return { status: 'infeasible', shortages: explains ? await explain() : [] };
}

function scopesOf(scenario: Scenario, foresight: Foresight): Scope[] {
  const whole = wholeScope(scenario);
  return foresight === 'together' ? [whole] : whole.phases.map((p) => ({ ...whole, phases: [p] }));
}

/** What a stage of one phase builds, in the order of `buildablesOf`. */
function builtIn(scenario: Scenario, stage: Stage): Float64Array {
  const [vintages, primal] =
    stage.kind === 'whole'
      ? [stage.formulation.vintages, stage.optimum.primal]
      : [stage.decomposition.buildOut.vintages, stage.linking.primal];
  const sizes = vintages.map(({ first, length }) => primal.slice(first, first + length));
  return settledSizes(scenario, sizes).built[stage.scope.phases[0]!]!;
}
