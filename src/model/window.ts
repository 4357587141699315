/**
 * Hours in a row with all sizes given: what a window of operation is solved with. The laws are those of a weather year; the
 * state that hours begin with is fixed, and the one they end with has a worth.
 */

import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { ProgramBuilder } from '../lp/program-builder.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { flowCost } from './cost.ts';
import { priceDispatch } from './dispatch-cost.ts';
import { requireDispatch } from './formulation.ts';
import { flowOf, type Hours, type PerState, type WindowStart, windowOf } from './hourly.ts';
import type { DispatchVariables, Scope } from './variables.ts';

/** What a state is worth at the end of the hours: nothing to choose at `targetMWh`, and less is missed more than more is liked. */
export interface EndValue {
  readonly targetMWh: number;
  /** What each MWh below the target costs, and each MWh above it; where more is worth something, less than nothing [currency/MWh]. */
  readonly costBelowPerMWh: number;
  readonly costAbovePerMWh: number;
}

interface UnmatchedPrices {
  /** Of each MWh of import, beside what the grid asks for [currency/MWh]. */
  readonly pricePerMWh: number;
  /** Of each MWh of load, since a share of it may be imported [currency/MWh]. */
  readonly loadWorthPerMWh: number;
  /** What the year leaves for these hours [MWh], and what each MWh beyond costs; absent where nothing is promised. */
  readonly budget?: { readonly mostMWh: number; readonly beyondPerMWh: number };
}

export interface WindowAsked {
  /** Of one weather year, which has the hours of the window alone. */
  readonly scenario: Scenario;
  readonly p: number;
  /** In the order of `buildablesOf`. */
  readonly sizes: Float64Array;
  readonly start: WindowStart;
  readonly ends: PerState<EndValue>;
  readonly unmatched: UnmatchedPrices;
  /** What it is worth that a MWh is in store, or a MWh of work done, for an hour: the hours ahead may come otherwise. */
  readonly precautionPerMWhHour: number;
  readonly exportAllowed: boolean;
}

export interface WindowFormulation {
  readonly program: LinearProgram;
  readonly dispatch: DispatchVariables;
}

export function formulateWindow(asked: WindowAsked): WindowFormulation {
  const { scenario, p, sizes, start, ends, unmatched, precautionPerMWhHour, exportAllowed } = asked;
  const lp = new ProgramBuilder();
  const phase = scenario.phases[p]!;
  const [{ name, hours: count }] = scenario.weatherYears as [Scenario['weatherYears'][number]];
  const hours = windowOf([phase.name, name], count, start);
  const K = lp.variables('capacity', [phase.name], sizes.length, { lower: sizes, upper: sizes });
  const scope: Scope = {
    ...{ phases: [p], weatherYears: [0], built: [], matching: { kind: 'none' }, minimise: 'cost' },
    ...{ importAllowed: true, exportAllowed },
  };
  const dispatch = requireDispatch(lp, scenario, scope, 0, hours, { p, K, M: undefined });
  priceDispatch(lp, scenario, phase, dispatch, K);
  priceUnmatched(lp, dispatch, unmatched);
  eachState(dispatch, (kind, at, state) => {
    const worth = kind === 'backlog' ? precautionPerMWhHour : -precautionPerMWhHour;
    lp.minimise(flowCost('precaution', hours, () => worth, flowOf(state)));
    const { targetMWh, costBelowPerMWh, costAbovePerMWh } = ends[kind][at]!;
    const of = [...hours.labels, kind, String(at)];
    const [below, above] = [lp.variables('below', of, 1).at(0), lp.variables('above', of, 1).at(0)];
    lp.require(endState(hours, of, state, { below, above, targetMWh }));
    lp.minimise({ name: 'below', of, write: (terms) => terms.plus(costBelowPerMWh, below) });
    lp.minimise({ name: 'above', of, write: (terms) => terms.plus(costAbovePerMWh, above) });
  });
  return { program: lp.build(), dispatch };
}

function priceUnmatched(
  lp: ProgramBuilder,
  { hours, imports, load }: DispatchVariables,
  { pricePerMWh, loadWorthPerMWh, budget }: UnmatchedPrices,
): void {
  if (imports === undefined) return;
  lp.minimise(flowCost('unmatched', hours, () => pricePerMWh, flowOf(imports)));
  for (const power of load) lp.minimise(flowCost('permitted', hours, () => -loadWorthPerMWh, power));
  if (budget === undefined) return;
  const beyond = lp.variables('beyond', hours.labels, 1).at(0);
  lp.require(importBudget(hours, imports, beyond, budget.mostMWh));
  lp.minimise({ name: 'beyond', of: hours.labels, write: (terms) => terms.plus(budget.beyondPerMWh, beyond) });
}

/** The states that hours hand on, by kind and storage or tier. */
function eachState(
  { storages, tiers }: DispatchVariables,
  hear: (kind: keyof PerState<unknown>, at: number, state: VariableBlock) => void,
): void {
  for (const [s, { stateOfCharge }] of storages.entries()) hear('stored', s, stateOfCharge);
  for (const [k, { deferred, endurance }] of tiers.entries()) {
    if (deferred) hear('backlog', k, deferred.backlog);
    if (endurance) hear('budget', k, endurance.budget);
  }
}

/**
 * How far a state ends below or above what the plan has there.
 *
 * @equation state[H] + below − above = target
 * @dual what one more MWh of target costs [currency/MWh]
 */
export function endState(
  hours: Hours,
  of: readonly string[],
  state: VariableBlock,
  { below, above, targetMWh }: { readonly below: number; readonly above: number; readonly targetMWh: number },
): Constraint {
  return {
    name: 'endState',
    of,
    count: 1,
    write: (row) =>
      row
        .plus(1, state.at(hours.count - 1))
        .plus(1, below)
        .minus(1, above)
        .equals(targetMWh),
  };
}

/**
 * What is imported comes out of what the year leaves for these hours, or goes beyond it.
 *
 * @equation Σ_h m[h] − beyond ≤ budget
 * @dual minus what one more MWh of budget is worth [currency/MWh]
 */
export function importBudget(hours: Hours, m: VariableBlock, beyond: number, mostMWh: number): Constraint {
  return {
    name: 'importBudget',
    of: hours.labels,
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(1, m.at(h));
      row.minus(1, beyond).atMost(mostMWh);
    },
  };
}
