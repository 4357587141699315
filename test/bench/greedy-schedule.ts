/** A schedule that nobody optimised and that keeps the laws of energy: what plants deliver is used, stored or spilt. */

import type { Scenario } from '../../src/scenario/scenario.ts';
import type { PhaseSchedule, Schedule, WeatherYearSchedule } from '../../src/schedule/schedule.ts';

/** MW of each plant, MW and MWh of each storage, for each MW of machines. */
const PLANTS = [0.3, 1, 0.3, 3, 1.6];
const STORAGES = [
  { power: 1.1, energy: 8 },
  { power: 0.4, energy: 40 },
];
/** Load for each MW of machines. */
const LOAD = 1;

export function greedySchedule(scenario: Scenario): Schedule {
  return { phases: scenario.phases.map((phase) => phaseOf(scenario, phase)) };
}

function phaseOf(scenario: Scenario, { name, itCapacityMW }: Scenario['phases'][number]): PhaseSchedule {
  const capacities = {
    renewables: scenario.renewables.map((plant, i) => ({ name: plant.name, capacityMW: PLANTS[i]! * itCapacityMW })),
    storages: scenario.storages.map((storage, s) => ({
      name: storage.name,
      powerCapacityMW: STORAGES[s]!.power * itCapacityMW,
      energyCapacityMWh: STORAGES[s]!.energy * itCapacityMW,
    })),
    links: scenario.links.map((link) => ({ name: link.name, capacityMW: 0 })),
    grid: { subscribedPowerMW: itCapacityMW },
  };
  const years = scenario.weatherYears.keys();
  return { name, capacities, weatherYears: Array.from(years, (y) => flowsOf(scenario, y, capacities, itCapacityMW)) };
}

function flowsOf(
  scenario: Scenario,
  y: number,
  { renewables: plants, storages: stores }: PhaseSchedule['capacities'],
  itCapacityMW: number,
): WeatherYearSchedule {
  const { hours, name } = scenario.weatherYears[y]!;
  const none = () => new Float64Array(hours);
  const [load, imported] = [none().fill(LOAD * itCapacityMW), none()];
  const renewables = scenario.renewables.map((plant, i) => ({
    name: plant.name,
    generationMW: plant.capacityFactor[y]!.map((factor) => factor * plants[i]!.capacityMW),
  }));
  const storages = scenario.storages.map((storage) => ({
    name: storage.name,
    chargeMW: none(),
    dischargeMW: none(),
    stateOfChargeMWh: none(),
  }));
  for (let h = 0; h < hours; h++) {
    let arriving = 0;
    for (const [i, { generationMW }] of renewables.entries()) {
      arriving += (1 - scenario.renewables[i]!.loss) * generationMW[h]!;
    }
    let [surplus, missing] = [Math.max(0, arriving - load[h]!), Math.max(0, load[h]! - arriving)];
    for (const [s, { chargeMW, dischargeMW, stateOfChargeMWh }] of storages.entries()) {
      const { chargeEfficiency, dischargeEfficiency, selfDischargePerHour } = scenario.storages[s]!;
      const { powerCapacityMW, energyCapacityMWh } = stores[s]!;
      const before = (1 - selfDischargePerHour) * (h === 0 ? 0 : stateOfChargeMWh[h - 1]!);
      chargeMW[h] = Math.min(powerCapacityMW, surplus, (energyCapacityMWh - before) / chargeEfficiency);
      dischargeMW[h] = Math.min(powerCapacityMW, missing, before * dischargeEfficiency);
      surplus -= chargeMW[h]!;
      missing -= dischargeMW[h]!;
      stateOfChargeMWh[h] = before + chargeEfficiency * chargeMW[h]! - dischargeMW[h]! / dischargeEfficiency;
    }
    imported[h] = missing;
    for (const { generationMW } of renewables) if (arriving > 0) generationMW[h]! *= (arriving - surplus) / arriving;
  }
  const tiers = scenario.load.tiers.map((tier) => ({
    name: tier.name,
    servedMW: none(),
    backlogMWh: none(),
    shedMW: none(),
  }));
  return { name, loadMW: load, renewables, storages, tiers, importMW: imported, exportMW: none() };
}
