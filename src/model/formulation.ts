/**
 * The whole model on one page: which quantities there are, which laws bind them, what they cost. Each subject is a file of
 * its own, which declares its quantities and writes its laws; here they meet. The README lists every symbol.
 *
 * Sets: phases p, each also the vintage v that it builds; years t of a phase; weather years y; hours h of a weather year,
 * in a circle; buildables i (plants, power and energy of storages, links); pools of plants; storages; tiers; links ℓ.
 *
 * Once sizes stand, the hours of a phase ask nothing of those of another: so the model is written in two halves, which also
 * stand alone.
 */

import type { VariableBlock } from '../lp/constraint.ts';
import { PlaceCounter } from '../lp/place-counter.ts';
import { ProgramBuilder } from '../lp/program-builder.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { siteLimit, standing } from './build-out.ts';
import { buildablesOf, sizeIndexOf } from './buildable.ts';
import { campaignWork, declareCampaigns } from './campaign.ts';
import { contractVolume, takeOrPay } from './contract.ts';
import { buildOutCost, flowCost, salvageCost, subscriptionCost } from './cost.ts';
import { priceDispatch } from './dispatch-cost.ts';
import { endurance, heldBack } from './endurance.ts';
import { energyBalance, onlyRenewablesStored } from './energy-balance.ts';
import { facilityLoad } from './facility.ts';
import * as flexible from './flexible-load.ts';
import * as gridLaws from './grid.ts';
import { flowOf, type Hours, hoursOf } from './hourly.ts';
import { linkLimit } from './link.ts';
import { hourlyMatching, volumetricMatching } from './matching.ts';
import { partsOf } from './part.ts';
import { presentValueOf, priceInPhase } from './present-value.ts';
import { promisesOf } from './promise.ts';
import { declarePools, weatherLimit } from './renewable.ts';
import { firmLoad, reserve, reserveBound } from './security.ts';
import {
  declareCopies,
  declareSizes,
  declareSubscription,
  declareVintage,
  isDecided,
  limitedTogether,
  storageSizesOf,
} from './sizes.ts';
import * as storageLaws from './storage.ts';
import type {
  BuildOutFormulation,
  DispatchVariables,
  Formulation,
  HoursFormulation,
  HoursPlaces,
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
  return writeHours(new ProgramBuilder(pulse), scenario, scope, part);
}

/** As much of that programme as the builder writes. */
export function writeHours(lp: ProgramBuilder, scenario: Scenario, scope: Scope, part: Part): HoursFormulation {
  const hours = requireHoursOf(lp, scenario, scope, part);
  return { program: lp.build(), ...hours };
}

/** Declares and requires all of it, and leaves it to the builder. */
export function requireHoursOf(lp: ProgramBuilder, scenario: Scenario, scope: Scope, part: Part) {
  const sizes = declareCopies(lp, scenario, scope, part.p);
  return { ...sizes, dispatches: requireHours(lp, scenario, scope, part, sizes) };
}

/** Where quantities and laws stand in that programme, which takes a fraction of the time that writing it does. */
export function placesOfHours(scenario: Scenario, scope: Scope, part: Part): HoursPlaces {
  const lp = new PlaceCounter();
  const { dispatches } = requireHoursOf(lp, scenario, scope, part);
  return { p: part.p, dispatches, rowCount: lp.rowCount };
}

/** What stands in a phase: the sizes K and the subscribed power M. */
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
  const K = declareSizes(lp, scenario, scope, p);
  const M = declareSubscription(lp, scenario, scope, phase);

  lp.require(standing(scenario, buildables, phase, K, built));
  if (isDecided(scope, p)) return { p, K, M };
  const together = limitedTogether(scenario, phase);
  if (together.length > 0) lp.require(siteLimit(scenario, buildables, phase, together, built));
  for (const { storage, standing, P, E } of storageSizesOf(scenario, phase, K, built)) {
    lp.require(storageLaws.shortestDuration(phase.name, storage, standing, P, E));
    if (Number.isFinite(storage.durationHours.max))
      lp.require(storageLaws.longestDuration(phase.name, storage, standing, P, E));
  }

  if (scope.minimise === 'cost') {
    lp.minimise(buildOutCost(scenario, buildables, phase, built));
    if (phase === scenario.phases.at(-1) && scenario.salvage !== undefined)
      lp.minimise(salvageCost(scenario, scenario.salvage, buildables, phase, built));
    const charge = priceInPhase(scenario, phase, scenario.grid.subscribedPowerCostPerMWYear);
    if (M !== undefined) lp.minimise(subscriptionCost(phase, presentValueOf(scenario, phase), charge, M));
  }
  return { p, K, M };
}

/** The hours of a part, and what was promised over them. */
function requireHours(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  { p, weatherYears }: Part,
  sizes: PhaseSizes,
): DispatchVariables[] {
  const phase = scenario.phases[p]!;
  const ω = presentValueOf(scenario, phase);
  const dispatches = weatherYears.map((y) => {
    const { name, weight, hours: count } = scenario.weatherYears[y]!;
    const hours = hoursOf([phase.name, name], count, (ω * weight * HOURS_PER_YEAR) / count);
    lp.beginChain(count);
    const dispatch = requireDispatch(lp, scenario, scope, y, hours, sizes);
    if (scope.minimise === 'cost') priceDispatch(lp, scenario, phase, dispatch, sizes.K);
    else if (dispatch.imports)
      lp.minimise(flowCost('import', { ...hours, weight: 1 }, () => 1, flowOf(dispatch.imports)));
    return dispatch;
  });
  for (const { kind, target, windows } of promisesOf(scenario, scope, dispatches)) {
    lp.require(kind === 'hourly' ? hourlyMatching(target, windows) : volumetricMatching(target, windows));
  }
  return dispatches;
}

/** One weather year of one phase, or hours of it: their quantities and the laws between them. */
export function requireDispatch(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  y: number,
  hours: Hours,
  { p, K, M }: PhaseSizes,
): DispatchVariables {
  const size = sizeIndexOf(scenario);
  const phase = scenario.phases[p]!;
  const pools = declarePools(lp, scenario, phase, y, hours, K, size);
  const storages = storageLaws.declareStorages(lp, scenario, hours, K, size);
  const tiers = flexible.declareTiers(lp, scenario, phase, y, hours);
  const campaigns = declareCampaigns(lp, scenario, phase, y, hours);
  const imports = gridLaws.declareImport(lp, scenario, scope, hours);
  const exports = gridLaws.declareExport(lp, scenario, scope, hours);

  for (const { pool, available, flow, short } of pools) {
    if (flow === undefined) continue;
    lp.require(weatherLimit(hours, available, flowOf(flow)));
    const { name, loss } = pool.members[0]!.renewable;
    const { takeOrPayMWhPerYear: least = 0, mostMWhPerYear: most } = pool.contract ?? {};
    if (short !== undefined) lp.require(takeOrPay(hours, name, loss, flowOf(flow), short, least));
    if (most !== undefined) lp.require(contractVolume(hours, name, loss, flowOf(flow), most));
  }
  scenario.links.forEach(({ loss }, ℓ) => {
    const sent = pools.filter(({ pool }) => pool.link === ℓ).map(({ delivered }) => delivered);
    if (sent.length > 0) lp.require(linkLimit(hours, loss, sent, K.at(size.link(ℓ))));
  });
  for (const variables of storages) {
    const { minimumStateOfCharge, cyclesPerYear } = variables.storage;
    lp.require(storageLaws.stateOfCharge(hours, variables));
    lp.require(storageLaws.powerLimit(hours, variables));
    lp.require(storageLaws.fullLimit(hours, variables));
    if (minimumStateOfCharge > 0) lp.require(storageLaws.emptyLimit(hours, variables));
    if (cyclesPerYear !== undefined) lp.require(storageLaws.cycleLimit(hours, cyclesPerYear, variables));
  }
  for (const variables of tiers) {
    const { tier, arrivals, power, work, deferred, shed, mostShedMWh, floorMW, installedMW, fitsAlways } = variables;
    if (shed) lp.require(flexible.shedLimit(hours, tier, shed, mostShedMWh));
    if (deferred)
      lp.require(flexible.backlogBalance(hours, tier, arrivals, variables.endurance?.done ?? work, deferred));
    // Where nothing may be shed, these rows are empty and say whether what arrives can be served at all.
    else if (shed || !fitsAlways) lp.require(flexible.firmPowerLimit(hours, tier, power, floorMW, installedMW));
    const { rampSharePerHour } = tier;
    if (rampSharePerHour !== undefined)
      lp.require(flexible.rampLimit(hours, tier, power, rampSharePerHour * installedMW));
    if (tier.endurance && variables.endurance) {
      lp.require(heldBack(hours, tier, arrivals, work, variables.endurance));
      lp.require(endurance(hours, tier, tier.endurance, variables.endurance));
    }
  }

  const { pue, facility } = scenario.load;
  for (const run of campaigns) lp.require(campaignWork(hours, run));
  const powers = [...tiers, ...campaigns].map(({ power }) => power);
  const load = facilityLoad(hours, facility, phase.itCapacityMW, pue[y]!, powers);
  const arriving = pools.map(({ delivered }) => delivered);
  const givenToLoad = [...storages.map(({ discharge }) => flowOf(discharge)), ...(imports ? [flowOf(imports)] : [])];
  const stored = [...storages.map(({ charge }) => flowOf(charge)), ...(exports ? [flowOf(exports)] : [])];
  const balance = lp.require(energyBalance(hours, [...arriving, ...givenToLoad], [...load, ...stored]));
  if (givenToLoad.length > 0) lp.require(onlyRenewablesStored(hours, givenToLoad, load));

  const mostImportMWh = scope.mostImportMWh?.[scope.weatherYears.indexOf(y)];
  if (imports && M !== undefined) lp.require(gridLaws.subscribedPower(hours, imports, M));
  if (imports && mostImportMWh !== undefined) lp.require(gridLaws.leastImport(hours, imports, mostImportMWh));
  const { grid } = scenario;
  const mostTonnes = gridLaws.emissionsLimitIn(grid, phase);
  if (imports && mostTonnes !== undefined)
    lp.require(gridLaws.emissionsLimit(hours, gridLaws.tonnesPerMWh(grid), imports, mostTonnes));
  if (exports && grid.exportShare) {
    const base = gridLaws.exportBase(grid.exportShare, load, exports, imports);
    lp.require(gridLaws.exportShare(hours, grid.exportShare.maximum, exports, base));
  }
  const { reserveHours } = scenario.security ?? {};
  if (reserveHours !== undefined) {
    const firm = firmLoad(tiers, campaigns.length, load);
    const bound = reserveBound(reserveHours, storages, firm);
    if (bound) lp.raise(storages[0]!.stateOfCharge, bound);
    else lp.require(reserve(hours, reserveHours, storages, firm));
  }
  return { p, y, hours, pools, storages, tiers, campaigns, load, imports, exports, balance };
}
