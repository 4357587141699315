/** From the programme's values back to a schedule: the same quantities, under the scenario's names. */

import type { LinkedValues } from '../lp/block-angular.ts';
import type { VariableBlock } from '../lp/constraint.ts';
import type { Values } from '../lp/linear-program.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Capacities, PhaseSchedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { isReduced } from './ageing.ts';
import { buildablesOf, sizeIndexOf } from './buildable.ts';
import type { Decomposition } from './decomposition.ts';
import { fixedOverheadMW } from './facility.ts';
import { generationOf, offersOf } from './generation.ts';
import { mostExported } from './grid.ts';
import type { HourlyExpression } from './hourly.ts';
import { firmLoad } from './security.ts';
import { type StorageFlows, settle } from './settled-flows.ts';
import { settledPower } from './settled-power.ts';
import { type SettledSizes, settledSizes } from './settled-sizes.ts';
import type { DispatchVariables, Formulation } from './variables.ts';

interface Solution {
  readonly phases: PhaseSchedule[];
  readonly buildOut: BuildOut[];
}

/** Schedules of the formulated phases and what each phase of the scenario built. */
export function solutionOf(scenario: Scenario, { vintages, phases }: Formulation, values: Values): Solution {
  const sizes = sizesOf(scenario, vintages, values.primal);
  return {
    phases: phases.map(({ p, dispatches }) => {
      const years = dispatches.map((dispatch) => weatherYearSchedule(scenario, dispatch, sizes.effective[p]!, values));
      return phaseSchedule(scenario, p, sizes, years);
    }),
    buildOut: buildOutsOf(scenario, sizes),
  };
}

/** The same of a decomposed scope, part by part; sizes are those of the build-out. */
export function solutionOfParts(
  scenario: Scenario,
  { buildOut: { vintages, phases }, parts, placesOf }: Decomposition,
  { linking, blocks }: LinkedValues,
): Solution {
  const sizes = sizesOf(scenario, vintages, linking.primal);
  const yearsOf = (p: number) =>
    parts.flatMap((part, at) =>
      part.p === p
        ? placesOf(at).dispatches.map((dispatch) =>
            weatherYearSchedule(scenario, dispatch, sizes.effective[p]!, blocks[at]!),
          )
        : [],
    );
  return {
    phases: phases.map(({ p }) => phaseSchedule(scenario, p, sizes, yearsOf(p))),
    buildOut: buildOutsOf(scenario, sizes),
  };
}

function sizesOf(scenario: Scenario, vintages: readonly VariableBlock[], primal: Float64Array): SettledSizes {
  return settledSizes(
    scenario,
    vintages.map((block) => valuesOf(block, primal)),
  );
}

/** Simplex leaves values a rounding error below zero; a power or a size is never negative. */
const nonNegative = (value: number) => (value > 0 ? value : 0);

const valuesOf = (block: VariableBlock, primal: Float64Array) =>
  primal.slice(block.first, block.first + block.length).map(nonNegative);

function evaluate({ terms, constant }: HourlyExpression, hours: number, primal: Float64Array): Float64Array {
  const values = constant ? constant.slice() : new Float64Array(hours);
  for (const { column, factor } of terms) {
    for (let h = 0; h < hours; h++) values[h] = values[h]! + factor(h) * primal[column(h)]!;
  }
  return values.map(nonNegative);
}

function phaseSchedule(
  scenario: Scenario,
  p: number,
  sizes: SettledSizes,
  weatherYears: readonly WeatherYearSchedule[],
): PhaseSchedule {
  // No more is subscribed than is imported at once: a price on it can only fall.
  const subscribedPowerMW = Math.max(0, ...weatherYears.map(({ importMW }) => largest(importMW)));
  const capacities = capacitiesOf(scenario, sizes.standing[p]!, sizes.effective[p]!, subscribedPowerMW);
  return { name: scenario.phases[p]!.name, capacities, weatherYears };
}

const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), 0);

function capacitiesOf(
  scenario: Scenario,
  sizes: Float64Array,
  effective: Float64Array,
  subscribedPowerMW: number,
): Capacities {
  const size = sizeIndexOf(scenario);
  const buildables = buildablesOf(scenario);
  const atWork = <Field extends 'effectiveMW' | 'effectiveMWh'>(field: Field, i: number) =>
    (isReduced(buildables[i]!) ? { [field]: effective[i]! } : {}) as { readonly [field in Field]?: number };
  return {
    renewables: scenario.renewables.map(({ name }, i) => ({
      name,
      capacityMW: sizes[size.renewable(i)]!,
      ...atWork('effectiveMW', size.renewable(i)),
    })),
    storages: scenario.storages.map(({ name }, s) => ({
      name,
      powerCapacityMW: sizes[size.storagePower(s)]!,
      energyCapacityMWh: sizes[size.storageEnergy(s)]!,
      ...atWork('effectiveMW', size.storagePower(s)),
      ...atWork('effectiveMWh', size.storageEnergy(s)),
    })),
    links: scenario.links.map(({ name }, l) => ({
      name,
      capacityMW: sizes[size.link(l)]!,
      ...atWork('effectiveMW', size.link(l)),
    })),
    grid: { subscribedPowerMW },
  };
}

function buildOutsOf(scenario: Scenario, sizes: SettledSizes): BuildOut[] {
  const size = sizeIndexOf(scenario);
  return sizes.built.map((built, v) => ({
    phase: scenario.phases[v]!.name,
    renewables: scenario.renewables.map(({ name }, i) => ({ name, builtMW: built[size.renewable(i)]! })),
    storages: scenario.storages.map(({ name }, s) => ({
      name,
      builtMW: built[size.storagePower(s)]!,
      builtMWh: built[size.storageEnergy(s)]!,
    })),
    links: scenario.links.map(({ name }, l) => ({ name, builtMW: built[size.link(l)]! })),
  }));
}

/** @param settling which of the flows that cost the same are told; of hours that are no circle, as each does by itself */
export function weatherYearSchedule(
  scenario: Scenario,
  dispatch: DispatchVariables,
  sizes: Float64Array,
  { primal, rowDual }: Values,
  settling: (...flows: Parameters<typeof settle>) => void = settle,
): WeatherYearSchedule {
  const { y, hours, balance } = dispatch;
  const { grid } = scenario;
  const hourly = (block: VariableBlock | undefined) =>
    block ? valuesOf(block, primal) : new Float64Array(hours.count);
  const storages = storageFlowsOf(scenario, dispatch, sizes, primal);
  const tiersAlone = dispatch.tiers.map((variables) => {
    const { tier, power, work, deferred, shed } = variables;
    const servedMW = evaluate(power, hours.count, primal);
    const rest = { backlogMWh: hourly(deferred?.backlog), shedMW: hourly(shed) };
    if (tier.throughput === undefined) return { name: tier.name, servedMW, ...rest };
    const workMWh = evaluate(work, hours.count, primal);
    return { name: tier.name, servedMW: settledPower(scenario, y, variables, servedMW, workMWh), workMWh, ...rest };
  });
  const tiers = [...tiersAlone, ...runsOf(scenario, dispatch, primal)];
  const { pue, facility } = scenario.load;
  const staysMW = fixedOverheadMW(facility, scenario.phases[dispatch.p]!.itCapacityMW);
  const loadMW = pue[y]!.map((factor, h) => staysMW + factor * tiers.reduce((sum, tier) => sum + tier.servedMW[h]!, 0));
  const [importMW, exportMW] = [hourly(dispatch.imports), hourly(dispatch.exports)];
  const offers = offersOf(scenario, dispatch, sizes, primal);
  const offeredMW = loadMW.map((_, h) => offers.reduce((sum, offer) => sum + offer.offeredMW[h]!, 0));
  const loadMWh = loadMW.reduce((sum, mw) => sum + mw, 0);
  const market = {
    importPricePerMWh: grid.importPricePerMWh[y]!,
    exportPricePerMWh: grid.exportPricePerMWh[y]!,
    exportLimitMW: dispatch.exports ? grid.exportLimitMW : 0,
    mostExported: (importMWh: number) =>
      grid.exportShare ? mostExported(grid.exportShare, loadMWh, importMWh) : Number.POSITIVE_INFINITY,
  };
  settling({ importMW, exportMW, storages }, loadMW, offeredMW, market, reserveOf(scenario, dispatch, primal));
  const neededMW = loadMW.map((mw, h) =>
    storages.reduce(
      (sum, { chargeMW, dischargeMW }) => sum + chargeMW[h]! - dischargeMW[h]!,
      mw + exportMW[h]! - importMW[h]!,
    ),
  );
  return {
    name: scenario.weatherYears[y]!.name,
    loadMW,
    renewables: generationOf(scenario, offers, neededMW),
    storages: storages.map(({ storage: { name }, chargeMW, dischargeMW, stateOfChargeMWh }) => ({
      name,
      chargeMW,
      dischargeMW,
      stateOfChargeMWh,
    })),
    tiers,
    importMW,
    exportMW,
    shadowPricePerMWh: rowDual.slice(balance.first, balance.first + balance.length).map((dual) => dual / hours.weight),
  };
}

/** Campaigns of all phases as tiers whose work does not wait; those of others do nothing. */
function runsOf({ load }: Scenario, { campaigns, hours }: DispatchVariables, primal: Float64Array) {
  return (load.campaigns ?? []).map(({ name }) => {
    const run = campaigns.find(({ campaign }) => campaign.name === name);
    const servedMW = run ? evaluate(run.power, hours.count, primal) : new Float64Array(hours.count);
    return { name, servedMW, backlogMWh: new Float64Array(hours.count), shedMW: new Float64Array(hours.count) };
  });
}

/** What storages must be able to give at the end of each hour, where a reserve is asked for [MWh]. */
function reserveOf(
  { security }: Scenario,
  { tiers, campaigns, load, hours }: DispatchVariables,
  primal: Float64Array,
): Float64Array | undefined {
  const { reserveHours } = security ?? {};
  if (reserveHours === undefined) return undefined;
  const firm = firmLoad(tiers, campaigns.length, load).map((power) => evaluate(power, hours.count, primal));
  return new Float64Array(hours.count).map((_, h) => reserveHours * firm.reduce((sum, mw) => sum + mw[h]!, 0));
}

/** What is not built does not flow. */
function storageFlowsOf(
  scenario: Scenario,
  { storages, hours }: DispatchVariables,
  sizes: Float64Array,
  primal: Float64Array,
): StorageFlows[] {
  const size = sizeIndexOf(scenario);
  return storages.map(({ storage, charge, discharge, stateOfCharge }, s) => {
    const powerCapacityMW = sizes[size.storagePower(s)]!;
    const energyCapacityMWh = sizes[size.storageEnergy(s)]!;
    const isBuilt = powerCapacityMW > 0 || energyCapacityMWh > 0;
    const flow = (block: VariableBlock) => (isBuilt ? valuesOf(block, primal) : new Float64Array(hours.count));
    return {
      storage,
      powerCapacityMW,
      energyCapacityMWh,
      chargeMW: flow(charge),
      dischargeMW: flow(discharge),
      stateOfChargeMWh: flow(stateOfCharge),
    };
  });
}
