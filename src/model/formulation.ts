/**
 * The whole model on one page: which quantities there are, which laws bind them, what they cost. Each law is a function
 * of its own file; here they only meet.
 */

import type { VariableBlock } from '../lp/constraint.ts';
import { ProgramBuilder } from '../lp/program-builder.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { mostBuilt, standing } from './build-out.ts';
import { type Buildable, buildablesOf, type SizeIndex, sizeIndexOf } from './buildable.ts';
import { buildOutCost, subscriptionCost } from './cost.ts';
import { formulateDispatch } from './dispatch.ts';
import { hoursOf } from './hourly.ts';
import { hourlyMatching, volumetricMatching } from './matching.ts';
import { presentValueOfPhase } from './present-value.ts';
import { promisesOf } from './promise.ts';
import { longestDuration, shortestDuration } from './storage.ts';
import type { Formulation, PhaseVariables, Scope } from './variables.ts';

/** The programme of some phases and weather years of a scenario. */
export function formulate(scenario: Scenario, scope: Scope): Formulation {
  const lp = new ProgramBuilder();
  const buildables = buildablesOf(scenario);
  const vintages = scenario.phases.map((phase, v) => declareVintage(lp, scope, buildables, phase, v));
  const phases = scope.phases.map((p) => {
    const phase = scenario.phases[p]!;
    const ω = presentValueOfPhase(phase, scenario.phases[0]!.firstYear, scenario.discountRate);
    const K = declareSizes(lp, buildables, phase);
    lp.require(standing(scenario, buildables, phase, K, vintages.slice(0, p + 1)));
    requireDurations(lp, scenario, phase, K, sizeIndexOf(scenario));

    const M = declareSubscription(lp, scenario, scope, phase);
    const dispatches = scope.weatherYears.map((y) => {
      const { name, weight, hours: count } = scenario.weatherYears[y]!;
      const hours = hoursOf([phase.name, name], count, (ω * weight * HOURS_PER_YEAR) / count);
      return formulateDispatch(lp, scenario, scope, { p, y, hours, K, M });
    });
    for (const { kind, target, windows } of promisesOf(scenario, scope, dispatches)) {
      lp.require(kind === 'hourly' ? hourlyMatching(target, windows) : volumetricMatching(target, windows));
    }

    if (scope.minimise === 'cost') {
      lp.minimise(buildOutCost(scenario, buildables, phase, ω, vintages.slice(0, p + 1)));
      if (M !== undefined) lp.minimise(subscriptionCost(phase, ω, scenario.grid.subscribedPowerCostPerMWYear, M));
    }
    return { p, K, M, dispatches } satisfies PhaseVariables;
  });
  return { program: lp.build(), vintages, phases };
}

/** Sizes that a phase builds: free where the scope leaves them so, otherwise as already decided, or nothing. */
function declareVintage(lp: ProgramBuilder, scope: Scope, buildables: readonly Buildable[], phase: Phase, v: number) {
  const decided = scope.built[v];
  const free = scope.phases.includes(v) && decided === undefined;
  const upper = free ? mostBuilt(buildables, phase) : (decided ?? new Float64Array(buildables.length));
  const lower = free ? 0 : upper;
  return lp.variables('built', [phase.name], buildables.length, { lower, upper });
}

/** Sizes that stand in a phase: what its hours see. Kept apart from the vintages, so that a phase can stand alone. */
function declareSizes(lp: ProgramBuilder, buildables: readonly Buildable[], phase: Phase): VariableBlock {
  const lower = Float64Array.from(buildables, ({ committed }) => committed);
  const upper = Float64Array.from(buildables, ({ maximum }) => maximum);
  return lp.variables('capacity', [phase.name], buildables.length, { lower, upper });
}

function requireDurations(lp: ProgramBuilder, scenario: Scenario, phase: Phase, K: VariableBlock, size: SizeIndex) {
  scenario.storages.forEach((storage, s) => {
    const [P, E] = [K.at(size.storagePower(s)), K.at(size.storageEnergy(s))];
    lp.require(shortestDuration(phase.name, storage, P, E));
    if (Number.isFinite(storage.durationHours.max)) lp.require(longestDuration(phase.name, storage, P, E));
  });
}

/** A column for subscribed power, where there is import and a price on its power. */
function declareSubscription(lp: ProgramBuilder, { grid }: Scenario, scope: Scope, phase: Phase): number | undefined {
  if (!scope.importAllowed || grid.subscribedPowerCostPerMWYear === 0) return undefined;
  return lp.variables('subscribedPower', [phase.name], 1, { upper: grid.importLimitMW }).at(0);
}
