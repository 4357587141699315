/** What stands, run as well as it can be: first the least unmatched energy, then the least cost at that. */

import type { LinearProgram } from '../lp/linear-program.ts';
import { buildablesOf } from '../model/buildable.ts';
import { decompose } from '../model/decomposition.ts';
import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { roomMWh } from '../verify/law.ts';
import type { Answer, Limited } from './answer.ts';
import { type Engine, withEngine } from './engine.ts';
import { prove, proveAtLimit, type Stage, solutionAt } from './prove.ts';
import { leastImportScope } from './scope.ts';
import { solveForSure, type Unsolved } from './solve-scope.ts';

/**
 * Dispatches the committed sizes of a scenario: nothing is built, the grid serves what renewables cannot, as little as
 * possible in each phase and weather year. The score that this reaches is the best the portfolio can.
 *
 * @param engine as for `plan`
 */
export async function dispatch(scenario: Scenario, engine?: Engine): Promise<Answer> {
  return withEngine(engine, (lent) => dispatchWith(scenario, lent));
}

async function dispatchWith(scenario: Scenario, engine: Engine): Promise<Answer> {
  const asked: Scenario = { ...scenario, matching: { kind: 'none' } };
  const outcomes = await Promise.all(scenario.phases.map((_, p) => dispatchPhase(asked, p, engine)));
  const stages: Stage[] = [];
  let limit: Limited['limit'] | undefined;
  for (const outcome of outcomes) {
    if (outcome.status === 'solved') stages.push(outcome);
    else if (outcome.status === 'unbounded') return { status: 'unbounded', solver: engine.report() };
    else if (outcome.status === 'infeasible') return { status: 'infeasible', shortages: [], solver: engine.report() };
    else {
      limit = outcome.limit;
      if (outcome.best !== undefined) stages.push(outcome.best);
    }
  }
  const solver = engine.report();
  if (limit === undefined) {
    return engine.verifying(scenario.name, () => prove(asked, stages, solver, engine.relativeGap));
  }
  // Of one phase at least not even the least import is known.
  if (stages.length < outcomes.length) return { status: 'limit', limit, solver };
  return engine.verifying(scenario.name, () => proveAtLimit(asked, stages, solver, engine.relativeGap));
}

async function dispatchPhase(scenario: Scenario, p: number, engine: Engine): Promise<Stage | Unsolved> {
  const { name } = scenario.phases[p]!;
  const nothing = new Float64Array(buildablesOf(scenario).length);
  const built = scenario.phases.map(() => nothing);
  const first = leastImportScope(scenario, p, built);
  const least = await solveForSure(scenario, first, engine, `${name}: least unmatched energy`);
  if (least.status !== 'solved') {
    // Its best point so far imports more than it must: no dispatch of what stands.
    return least.status === 'limit' ? { status: 'limit', limit: least.limit, iterations: least.iterations } : least;
  }
  const unavoidable = solutionAt(scenario, least).phases[0]!.weatherYears.map(({ importMW }) =>
    importMW.reduce((sum, mw) => sum + mw, 0),
  );
  const scope: Scope = {
    ...first,
    minimise: 'cost',
    // A hair of room: the first answer is exact only to the solver's tolerance.
    mostImportMWh: unavoidable.map((mwh) => mwh * (1 + tolerance.yearlyShare) + roomMWh(scenario.phases[p]!)),
  };
  const cheapest = await solveForSure(scenario, scope, engine, `${name}: least cost`);
  const isWithoutPlan = cheapest.status === 'limit' && cheapest.best === undefined;
  return isWithoutPlan ? { ...cheapest, best: ofLeastImport(scenario, scope, least) } : cheapest;
}

/** Flows of the first answer for the second programme, which has the same columns; duals of nothing prove little, but prove it. */
function ofLeastImport(scenario: Scenario, scope: Scope, least: Stage): Stage {
  const unpriced = ({ rowCount }: LinearProgram, { primal }: { readonly primal: Float64Array }) => ({
    primal,
    rowDual: new Float64Array(rowCount),
  });
  if (least.kind === 'decomposed') {
    const decomposition = decompose(scenario, scope);
    const { program } = decomposition;
    const blocks = least.blocks.map((values, at) => unpriced(program.block(at).program, values));
    const linking = unpriced(program.linking, least.linking);
    return { status: 'solved', kind: 'decomposed', scope, decomposition, linking, blocks };
  }
  const formulation = formulate(scenario, scope);
  const optimum = { ...least.optimum, ...unpriced(formulation.program, least.optimum) };
  return { status: 'solved', kind: 'whole', scope, formulation, optimum };
}
