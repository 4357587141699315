/**
 * The whole model on one page: which quantities there are, which laws bind them, what they cost. Each law is a function
 * of its own file; here they only meet. Once sizes stand, the hours of a phase ask nothing of those of another: so the
 * model is written in two halves, which also stand alone.
 */

import type { VariableBlock } from '../lp/constraint.ts';
import { ProgramBuilder } from '../lp/program-builder.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { standing } from './build-out.ts';
import { buildablesOf } from './buildable.ts';
import { buildOutCost, subscriptionCost } from './cost.ts';
import { formulateDispatch } from './dispatch.ts';
import { hoursOf } from './hourly.ts';
import { hourlyMatching, volumetricMatching } from './matching.ts';
import { partsOf } from './part.ts';
import { presentValues } from './present-value.ts';
import { promisesOf } from './promise.ts';
import { declareCopies, declareSizes, declareSubscription, declareVintage, requireDurations } from './sizes.ts';
import type {
  BuildOutFormulation,
  DispatchVariables,
  Formulation,
  HoursFormulation,
  Part,
  PhaseSizes,
  Scope,
} from './variables.ts';

/**
 * The programme of some phases and weather years of a scenario.
 *
 * @param pulse called now and then on the way, here and below; what it throws ends the formulation
 */
export function formulate(scenario: Scenario, scope: Scope, pulse?: () => void): Formulation {
  const lp = new ProgramBuilder(pulse);
  const vintages = scenario.phases.map((_, v) => declareVintage(lp, scenario, scope, v));
  const phases = scope.phases.map((p) => {
    const sizes = requireBuildOut(lp, scenario, scope, p, vintages);
    const parts = partsOf({ ...scope, phases: [p] });
    return { ...sizes, dispatches: parts.flatMap((part) => requireHours(lp, scenario, scope, part, sizes)) };
  });
  return { program: lp.build(), vintages, phases };
}

/** What is built and what stands, without the hours that need it. */
export function formulateBuildOut(scenario: Scenario, scope: Scope, pulse?: () => void): BuildOutFormulation {
  const lp = new ProgramBuilder(pulse);
  const vintages = scenario.phases.map((_, v) => declareVintage(lp, scenario, scope, v));
  const phases = scope.phases.map((p) => requireBuildOut(lp, scenario, scope, p, vintages));
  return { program: lp.build(), vintages, phases };
}

/** The hours of one part; its first columns stand for the sizes of the phase, whatever those may be. */
export function formulateHours(scenario: Scenario, scope: Scope, part: Part, pulse?: () => void): HoursFormulation {
  const lp = new ProgramBuilder(pulse);
  const sizes = declareCopies(lp, scenario, scope, part.p);
  const dispatches = requireHours(lp, scenario, scope, part, sizes);
  return { program: lp.build(), ...sizes, dispatches };
}

function requireBuildOut(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  p: number,
  vintages: readonly VariableBlock[],
): PhaseSizes {
  const phase = scenario.phases[p]!;
  const buildables = buildablesOf(scenario);
  const built = vintages.slice(0, p + 1);
  const K = declareSizes(lp, scenario, phase);
  lp.require(standing(scenario, buildables, phase, K, built));
  requireDurations(lp, scenario, phase, K);

  const M = declareSubscription(lp, scenario, scope, phase);
  if (scope.minimise === 'cost') {
    const ω = presentValueOf(scenario, phase);
    lp.minimise(buildOutCost(scenario, buildables, phase, built));
    if (M !== undefined) lp.minimise(subscriptionCost(phase, ω, scenario.grid.subscribedPowerCostPerMWYear, M));
  }
  return { p, K, M };
}

function requireHours(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  { p, weatherYears }: Part,
  { K, M }: PhaseSizes,
): DispatchVariables[] {
  const phase = scenario.phases[p]!;
  const ω = presentValueOf(scenario, phase);
  const dispatches = weatherYears.map((y) => {
    const { name, weight, hours: count } = scenario.weatherYears[y]!;
    const hours = hoursOf([phase.name, name], count, (ω * weight * HOURS_PER_YEAR) / count);
    return formulateDispatch(lp, scenario, scope, { p, y, hours, K, M });
  });
  for (const { kind, target, windows } of promisesOf(scenario, scope, dispatches)) {
    lp.require(kind === 'hourly' ? hourlyMatching(target, windows) : volumetricMatching(target, windows));
  }
  return dispatches;
}

function presentValueOf({ phases, discountRate }: Scenario, phase: Phase): number {
  return presentValues(phase, phases[0]!.firstYear, discountRate).reduce((ω, { δ }) => ω + δ, 0);
}
