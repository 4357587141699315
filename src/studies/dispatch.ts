/** What stands, run as well as it can be: first the least unmatched energy, then the least cost at that. */

import { buildablesOf } from '../model/buildable.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { roomMWh } from '../verify/law.ts';
import type { Answer } from './answer.ts';
import { type Engine, withEngine } from './engine.ts';
import { prove, type Stage, solutionAt } from './prove.ts';
import { wholeScope } from './scope.ts';
import { isStage, solveForSure, type Unsolved } from './solve-scope.ts';

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
  for (const outcome of outcomes) {
    if (isStage(outcome)) stages.push(outcome);
    else if (outcome.status === 'limit') return { status: 'limit', limit: outcome.limit, solver: engine.report() };
    else if (outcome.status === 'unbounded') return { status: 'unbounded', solver: engine.report() };
    else return { status: 'infeasible', shortages: [], solver: engine.report() };
  }
  return engine.verifying(scenario.name, () => prove(asked, stages, engine.report(), engine.relativeGap));
}

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
  const least = await solveForSure(scenario, first, engine, `${name}: least unmatched energy`);
  if (!isStage(least)) return least;
  const unavoidable = solutionAt(scenario, least).phases[0]!.weatherYears.map(({ importMW }) =>
    importMW.reduce((sum, mw) => sum + mw, 0),
  );
  const scope: Scope = {
    ...first,
    minimise: 'cost',
    // A hair of room: the first answer is exact only to the solver's tolerance.
    mostImportMWh: unavoidable.map((mwh) => mwh * (1 + tolerance.yearlyShare) + roomMWh(scenario.phases[p]!)),
  };
  return solveForSure(scenario, scope, engine, `${name}: least cost`);
}
