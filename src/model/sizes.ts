/** Columns of everything that has a size: what each phase builds, what stands in it, and copies of that for its hours. */

import type { VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Phase, Scenario, Storage } from '../scenario/scenario.ts';
import { sitesOf } from '../scenario/sites.ts';
import { committedAtWork, isReduced } from './ageing.ts';
import { aliveIn, mostBuilt } from './build-out.ts';
import { buildablesOf, sizeIndexOf } from './buildable.ts';
import { settledSizes } from './settled-sizes.ts';
import type { CommittedStorage } from './storage.ts';
import type { PhaseSizes, Scope } from './variables.ts';
import { committedIn, maximumIn } from './vintage.ts';

/** Sizes that a phase builds: free where the scope leaves them so, otherwise as already decided, or nothing. */
export function declareVintage(lp: ProgramBuilder, scenario: Scenario, scope: Scope, v: number): VariableBlock {
  const phase = scenario.phases[v]!;
  const buildables = buildablesOf(scenario);
  const decided = scope.built[v];
  const free = scope.phases.includes(v) && decided === undefined;
  const upper = free ? mostBuilt(scenario, buildables, phase) : (decided ?? new Float64Array(buildables.length));
  const lower = free ? 0 : upper;
  return lp.variables('built', [phase.name], buildables.length, { lower, upper });
}

/** Sizes that stand in a phase: what its hours see. Kept apart from the vintages, so that a phase can stand alone. */
export function declareSizes(lp: ProgramBuilder, scenario: Scenario, scope: Scope, p: number): VariableBlock {
  const phase = scenario.phases[p]!;
  const buildables = buildablesOf(scenario);
  const of = [phase.name];
  if (isDecided(scope, p)) return lp.variables('capacity', of, buildables.length, aroundDecided(scenario, scope, p));
  const lower = Float64Array.from(buildables, (buildable) => committedAtWork(buildable, scenario.phases, phase));
  const upper = Float64Array.from(buildables, (buildable) => maximumIn(buildable, phase));
  return lp.variables('capacity', of, buildables.length, { lower, upper });
}

/**
 * Whether all that may stand in a phase is given, and only its hours are asked about. What stands is then what was decided,
 * and no limit on it says more.
 */
export function isDecided({ built, minimise }: Scope, p: number): boolean {
  return (
    minimise === 'import' && Array.from({ length: p + 1 }, (_, v) => built[v]).every((sizes) => sizes !== undefined)
  );
}

/** On either side of a decided size [MW, MWh]: any will do, for the equation of what stands leaves none of it. */
const ROOM = 1;

/** A range with something inside, as an interior point needs one. */
function aroundDecided(scenario: Scenario, { built }: Scope, p: number) {
  const nothing = new Float64Array(buildablesOf(scenario).length);
  const { effective } = settledSizes(
    scenario,
    scenario.phases.map((_, v) => built[v] ?? nothing),
  );
  return { lower: effective[p]!.map((size) => size - ROOM), upper: effective[p]!.map((size) => size + ROOM) };
}

/**
 * Storages with the columns of their sizes in a phase, and what is committed in those: the sizes that stand or, where less is
 * at work than stands, the vintages that make them up.
 */
export function storageSizesOf(
  scenario: Scenario,
  phase: Phase,
  K: VariableBlock,
  vintages: readonly VariableBlock[],
): StorageSizes[] {
  const size = sizeIndexOf(scenario);
  const buildables = buildablesOf(scenario);
  return scenario.storages.map((storage, s) => {
    const [power, energy] = [size.storagePower(s), size.storageEnergy(s)];
    if (isReduced(buildables[power]!) || isReduced(buildables[energy]!)) {
      const built = (i: number) => aliveIn(buildables[i]!, scenario.phases, phase, vintages).map(({ b }) => b.at(i));
      return { storage, standing: { powerMW: 0, energyMWh: 0 }, P: built(power), E: built(energy) };
    }
    const [powerMW, energyMWh] = [power, energy].map((i) => committedIn(buildables[i]!, scenario.phases, phase));
    return { storage, standing: { powerMW: powerMW!, energyMWh: energyMWh! }, P: [K.at(power)], E: [K.at(energy)] };
  });
}

interface StorageSizes {
  readonly storage: Storage;
  readonly standing: CommittedStorage;
  /** Columns that add up to the size. */
  readonly P: readonly number[];
  readonly E: readonly number[];
}

/** What no bound of K holds to its maximum: plants that share a site, and things of which less is at work than stands. */
export function limitedTogether(scenario: Scenario, phase: Phase): (readonly number[])[] {
  const shared = sitesOf(scenario.renewables).flatMap(({ plants }) => (plants.length > 1 ? [plants] : []));
  const reduced = buildablesOf(scenario).flatMap((buildable, i) => {
    const isLimited = Number.isFinite(maximumIn(buildable, phase)) && !shared.flat().includes(i);
    return isReduced(buildable) && isLimited ? [[i]] : [];
  });
  return [...reduced, ...shared];
}

/** A column for subscribed power, where there is import and a price on its power. */
export function declareSubscription(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  phase: Phase,
): number | undefined {
  if (!isSubscribed(scenario, scope)) return undefined;
  return lp.variables('subscribedPower', [phase.name], 1, { upper: scenario.grid.importLimitMW }).at(0);
}

/** Stand-ins for the sizes of a phase where its hours are formulated without them: what holds of the sizes is not said. */
export function declareCopies(lp: ProgramBuilder, scenario: Scenario, scope: Scope, p: number): PhaseSizes {
  const { name } = scenario.phases[p]!;
  const anything = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const K = lp.variables('capacity', [name], buildablesOf(scenario).length, anything);
  const M = isSubscribed(scenario, scope) ? lp.variables('subscribedPower', [name], 1, anything).at(0) : undefined;
  return { p, K, M };
}

function isSubscribed({ grid }: Scenario, { importAllowed }: Scope): boolean {
  return importAllowed && grid.subscribedPowerCostPerMWYear !== 0;
}
