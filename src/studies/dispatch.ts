/** What stands, run as well as it can be: first the least unmatched energy, then the least cost at that. */

import { buildablesOf } from '../model/buildable.ts';
import { formulate } from '../model/formulation.ts';
import { solutionOf } from '../model/solution.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SolveResult } from '../solvers/solver.ts';
import { tolerance } from '../units.ts';
import type { Answer } from './answer.ts';
import type { Engine } from './engine.ts';
import { prove, type WholeStage as Stage } from './prove.ts';
import { wholeScope } from './scope.ts';

/**
 * Dispatches the committed sizes of a scenario: nothing is built, the grid serves what renewables cannot, as little as
 * possible in each phase and weather year. The score that this reaches is the best the portfolio can.
 */
export async function dispatch(scenario: Scenario, engine: Engine): Promise<Answer> {
  const asked: Scenario = { ...scenario, matching: { kind: 'none' } };
  const outcomes = await Promise.all(scenario.phases.map((_, p) => dispatchPhase(asked, p, engine)));
  const stages: Stage[] = [];
  for (const outcome of outcomes) {
    if ('optimum' in outcome) stages.push(outcome);
    else if (outcome.status === 'limit') return { ...outcome, solver: engine.report('dispatch') };
    else if (outcome.status === 'unbounded') return { status: 'unbounded', solver: engine.report('dispatch') };
    else return { status: 'infeasible', shortages: [], solver: engine.report('dispatch') };
  }
  return prove(asked, stages, engine.report('dispatch'));
}

type Unsolved = Exclude<SolveResult, { status: 'optimal' }>;

async function dispatchPhase(scenario: Scenario, p: number, engine: Engine): Promise<Stage | Unsolved> {
  const { name } = scenario.phases[p]!;
  const nothing = new Float64Array(buildablesOf(scenario).length);
  const first: Scope = {
    ...wholeScope(scenario),
    phases: [p],
    built: scenario.phases.map(() => nothing),
    importAllowed: true,
    minimise: 'import',
  };
  const search = formulate(scenario, first);
  const least = await engine.solve(search.program, `${name}: least unmatched energy`);
  if (least.status !== 'optimal') return least;
  const unavoidable = solutionOf(scenario, search, least).phases[0]!.weatherYears.map(({ importMW }) =>
    importMW.reduce((sum, mw) => sum + mw, 0),
  );
  const scope: Scope = {
    ...first,
    minimise: 'cost',
    // A hair of room: the first answer is exact only to the solver's tolerance.
    mostImportMWh: unavoidable.map((mwh) => mwh * (1 + tolerance.yearlyShare) + tolerance.hourlyMWh),
  };
  const formulation = formulate(scenario, scope);
  const optimum = await engine.solve(formulation.program, `${name}: least cost`);
  return optimum.status === 'optimal' ? { scope, formulation, optimum } : optimum;
}
