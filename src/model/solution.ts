/** From the programme's values back to a schedule: the same quantities, under the scenario's names. */

import type { VariableBlock } from '../lp/constraint.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Capacities, PhaseSchedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { sizeIndexOf } from './buildable.ts';
import type { Decomposition } from './decomposition.ts';
import { generationOf } from './generation.ts';
import type { HourlyExpression } from './hourly.ts';
import type { StorageVariables } from './storage.ts';
import type { DispatchVariables, Formulation, PhaseSizes } from './variables.ts';

/** Values as the solver gives them: columns, and duals of rows. */
export interface Values {
  readonly primal: Float64Array;
  readonly rowDual: Float64Array;
}

/** Values of the build-out and of each part, whose first values are its copies of the sizes. */
export interface LinkedValues {
  readonly linking: Values;
  readonly blocks: readonly Values[];
}

interface Solution {
  readonly phases: PhaseSchedule[];
  readonly buildOut: BuildOut[];
}

/** Schedules of the formulated phases and what each phase of the scenario built. */
export function solutionOf(scenario: Scenario, { vintages, phases }: Formulation, values: Values): Solution {
  return {
    phases: phases.map((phase) => {
      const sizes = valuesOf(phase.K, values.primal);
      const years = phase.dispatches.map((dispatch) => weatherYearSchedule(scenario, dispatch, sizes, values));
      return phaseSchedule(scenario, phase, years, values.primal);
    }),
    buildOut: vintages.map((block, v) => buildOutOf(scenario, block, v, values.primal)),
  };
}

/** The same of a decomposed scope, part by part; sizes are those of the build-out. */
export function solutionOfParts(
  scenario: Scenario,
  { buildOut: { vintages, phases }, parts, hoursOf }: Decomposition,
  { linking, blocks }: LinkedValues,
): Solution {
  const yearsOf = ({ p, K }: PhaseSizes) =>
    parts.flatMap((part, at) => {
      if (part.p !== p) return [];
      const sizes = valuesOf(K, linking.primal);
      return hoursOf(at).dispatches.map((dispatch) => weatherYearSchedule(scenario, dispatch, sizes, blocks[at]!));
    });
  return {
    phases: phases.map((phase) => phaseSchedule(scenario, phase, yearsOf(phase), linking.primal)),
    buildOut: vintages.map((block, v) => buildOutOf(scenario, block, v, linking.primal)),
  };
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
  { p, K, M }: PhaseSizes,
  weatherYears: readonly WeatherYearSchedule[],
  primal: Float64Array,
): PhaseSchedule {
  const mostImported = Math.max(0, ...weatherYears.map(({ importMW }) => importMW.reduce((a, b) => Math.max(a, b), 0)));
  const subscribedPowerMW = M === undefined ? mostImported : nonNegative(primal[M]!);
  const capacities = capacitiesOf(scenario, valuesOf(K, primal), subscribedPowerMW);
  return { name: scenario.phases[p]!.name, capacities, weatherYears };
}

function capacitiesOf(scenario: Scenario, sizes: Float64Array, subscribedPowerMW: number): Capacities {
  const size = sizeIndexOf(scenario);
  return {
    renewables: scenario.renewables.map(({ name }, i) => ({ name, capacityMW: sizes[size.renewable(i)]! })),
    storages: scenario.storages.map(({ name }, s) => ({
      name,
      powerCapacityMW: sizes[size.storagePower(s)]!,
      energyCapacityMWh: sizes[size.storageEnergy(s)]!,
    })),
    links: scenario.links.map(({ name }, l) => ({ name, capacityMW: sizes[size.link(l)]! })),
    grid: { subscribedPowerMW },
  };
}

function buildOutOf(scenario: Scenario, block: VariableBlock, v: number, primal: Float64Array): BuildOut {
  const built = valuesOf(block, primal);
  const size = sizeIndexOf(scenario);
  return {
    phase: scenario.phases[v]!.name,
    renewables: scenario.renewables.map(({ name }, i) => ({ name, builtMW: built[size.renewable(i)]! })),
    storages: scenario.storages.map(({ name }, s) => ({
      name,
      builtMW: built[size.storagePower(s)]!,
      builtMWh: built[size.storageEnergy(s)]!,
    })),
    links: scenario.links.map(({ name }, l) => ({ name, builtMW: built[size.link(l)]! })),
  };
}

function weatherYearSchedule(
  scenario: Scenario,
  dispatch: DispatchVariables,
  sizes: Float64Array,
  { primal, rowDual }: Values,
): WeatherYearSchedule {
  const { y, hours, balance } = dispatch;
  const hourly = (block: VariableBlock | undefined) =>
    block ? valuesOf(block, primal) : new Float64Array(hours.count);
  const storages = dispatch.storages.map((storage) => storageSchedule(storage, primal));
  const tiers = dispatch.tiers.map(({ tier, power, backlog, shed }) => ({
    name: tier.name,
    servedMW: evaluate(power, hours.count, primal),
    backlogMWh: hourly(backlog),
    shedMW: hourly(shed),
  }));
  const loadMW = scenario.load.pue[y]!.map((pue, h) => pue * tiers.reduce((sum, tier) => sum + tier.servedMW[h]!, 0));
  const importMW = hourly(dispatch.imports);
  const exportMW = hourly(dispatch.exports);
  const neededMW = loadMW.map(
    (mw, h) =>
      mw + exportMW[h]! - importMW[h]! + storages.reduce((sum, s) => sum + s.chargeMW[h]! - s.dischargeMW[h]!, 0),
  );
  return {
    name: scenario.weatherYears[y]!.name,
    loadMW,
    renewables: generationOf(scenario, dispatch, sizes, neededMW, primal),
    storages,
    tiers,
    importMW,
    exportMW,
    shadowPricePerMWh: rowDual.slice(balance.first, balance.first + balance.length).map((dual) => dual / hours.weight),
  };
}

/**
 * Charging and discharging in the same hour only wastes energy. Where curtailment is free a solver may do it all the
 * same; lowering both by what leaves the state of charge as it is costs nothing and breaks no law.
 */
function storageSchedule({ storage, charge, discharge, stateOfCharge }: StorageVariables, primal: Float64Array) {
  const chargeMW = valuesOf(charge, primal);
  const dischargeMW = valuesOf(discharge, primal);
  const roundTrip = storage.chargeEfficiency * storage.dischargeEfficiency;
  for (let h = 0; h < chargeMW.length; h++) {
    const wasted = Math.min(chargeMW[h]!, dischargeMW[h]! / roundTrip);
    chargeMW[h] = nonNegative(chargeMW[h]! - wasted);
    dischargeMW[h] = nonNegative(dischargeMW[h]! - wasted * roundTrip);
  }
  return { name: storage.name, chargeMW, dischargeMW, stateOfChargeMWh: valuesOf(stateOfCharge, primal) };
}
