/**
 * A campus run by simple rules through a year of simple weather, without a solver. Work waits while the wind is still,
 * the battery takes what is left over, the grid gives what is missing.
 */

import type { Scenario } from '../../src/scenario/scenario.ts';
import type { PhaseSchedule, WeatherYearSchedule } from '../../src/schedule/schedule.ts';
import { smallPlan } from '../verify/small-plan.ts';

export interface Wish {
  readonly hours?: number;
  readonly phases?: number;
  readonly weatherYears?: number;
  /** Renewable MW for each MW of mean load: 8 leaves nothing unmatched. */
  readonly oversize?: number;
  /** Changes every name. */
  readonly rename?: (name: string) => string;
  /** Asks for something else; of several storages each has its part of what the first would do alone, the later the more. */
  readonly change?: (scenario: Scenario) => Scenario;
}

const DEADLINE = 24;

/** Still for ten days around day 30, later in later weather years; sun by day. */
function weather(hours: number, y: number) {
  const wind = Float64Array.from({ length: hours }, (_, h) =>
    Math.abs(h / 24 - 30 - 20 * y) < 5 ? 0.03 : 0.45 + 0.4 * Math.sin(h / 37) * Math.sin(h / 301),
  );
  const sun = Float64Array.from({ length: hours }, (_, h) => Math.max(0, Math.sin(((h - 6) * Math.PI) / 12)) * 0.7);
  return { wind, sun };
}

export function exampleScenario({
  hours = 8760,
  phases = 3,
  weatherYears = 1,
  rename = (name) => name,
  change = (scenario) => scenario,
}: Wish): Scenario {
  const base = smallPlan().scenario;
  const years = Array.from({ length: weatherYears }, (_, y) => weather(hours, y));
  const flat = (value: number) => years.map(() => new Float64Array(hours).fill(value));
  const [sun, wind] = [base.renewables[0]!, base.renewables[1]!];
  return change({
    ...base,
    name: rename('Campus'),
    weatherYears: years.map((_, y) => ({
      name: rename(`200${5 + y}`),
      weight: 1 / weatherYears,
      year: 2005 + y,
      hours,
    })),
    phases: Array.from({ length: phases }, (_, p) => ({
      name: rename(`phase ${p + 1}`),
      firstYear: 2026 + 2 * p,
      years: 2,
      itCapacityMW: 40 * (p + 1),
    })),
    load: {
      pue: flat(1.25),
      utilisation: 0.8,
      tiers: [
        { name: rename('inference'), share: 0.4, deadlineHours: 0, arrivalShape: flat(1), floorShare: 0 },
        { name: rename('training'), share: 0.6, deadlineHours: DEADLINE, arrivalShape: flat(1), floorShare: 0.3 },
      ],
    },
    renewables: [
      {
        ...sun,
        name: rename('desert sun'),
        link: rename('line'),
        capacityFactor: years.map((year) => year.sun),
        interestDuringConstruction: 0.04,
      },
      { ...wind, name: rename('coast wind'), capacityFactor: years.map((year) => year.wind) },
      {
        ...wind,
        name: rename('hill wind'),
        capacityFactor: years.map((year) => year.wind.map((value) => value * 0.9)),
      },
    ],
    storages: base.storages.map((storage) => ({ ...storage, name: rename(storage.name) })),
    links: base.links.map((link) => ({ ...link, name: rename(link.name) })),
    grid: { ...base.grid, importPricePerMWh: flat(90), exportPricePerMWh: flat(0) },
  });
}

/** One for a single storage; of two a third and two thirds. */
const partOf = (s: number, { storages }: Scenario): number => (2 * (s + 1)) / (storages.length * (storages.length + 1));

export function runPhase(scenario: Scenario, p: number, oversize: number): PhaseSchedule {
  const { name, itCapacityMW } = scenario.phases[p]!;
  const meanMW = itCapacityMW * 0.8 * 1.25;
  const capacities: PhaseSchedule['capacities'] = {
    renewables: scenario.renewables.map((asset, i) => ({
      name: asset.name,
      capacityMW: meanMW * oversize * [0.5, 0.3, 0.2][i]!,
    })),
    storages: scenario.storages.map((asset, s) => ({
      name: asset.name,
      powerCapacityMW: meanMW * 1.2 * partOf(s, scenario),
      energyCapacityMWh: meanMW * 12 * partOf(s, scenario),
    })),
    links: scenario.links.map((link) => ({ name: link.name, capacityMW: meanMW * 6.5 })),
    grid: { subscribedPowerMW: meanMW },
  };
  return { name, capacities, weatherYears: scenario.weatherYears.map((_, y) => run(scenario, p, y, capacities)) };
}

function run(scenario: Scenario, p: number, y: number, capacities: PhaseSchedule['capacities']): WeatherYearSchedule {
  const { name, hours } = scenario.weatherYears[y]!;
  const series = () => new Float64Array(hours);
  const { itCapacityMW } = scenario.phases[p]!;
  const [firm, training] = scenario.load.tiers.map(({ share }) => itCapacityMW * 0.8 * share) as [number, number];
  const together = (of: (storage: PhaseSchedule['capacities']['storages'][number]) => number) =>
    capacities.storages.reduce((sum, storage) => sum + of(storage), 0);
  const powerMW = together(({ powerCapacityMW }) => powerCapacityMW);
  const energyMWh = together(({ energyCapacityMWh }) => energyCapacityMWh);
  const [charge, discharge, stored, imported, load] = [series(), series(), series(), series(), series()];
  const [served, waiting] = [series(), series()];
  const generation = scenario.renewables.map(series);
  for (let h = 0; h < hours; h++) {
    const offered = scenario.renewables.map(
      ({ capacityFactor, loss }, i) => (1 - loss) * capacityFactor[y]![h]! * capacities.renewables[i]!.capacityMW,
    );
    const available = offered.reduce((sum, mw) => sum + mw, 0);
    const due = training + (h === 0 ? 0 : waiting[h - 1]!);
    const wanted = Math.min(itCapacityMW * 0.6, due, Math.max(0.3 * training, available / 1.25 - firm));
    served[h] = Math.max(wanted, due - DEADLINE * training);
    waiting[h] = due - served[h]!;
    load[h] = 1.25 * (firm + served[h]!);
    const before = h === 0 ? 0 : stored[h - 1]!;
    const surplus = available - load[h]!;
    charge[h] = Math.max(0, Math.min(surplus, powerMW, (0.9 * energyMWh - before) / 0.8));
    discharge[h] = Math.max(0, Math.min(-surplus, powerMW, before * 0.5));
    stored[h] = before + 0.8 * charge[h]! - discharge[h]! / 0.5;
    imported[h] = Math.max(0, -surplus - discharge[h]!);
    const used = load[h]! + charge[h]! - discharge[h]! - imported[h]!;
    scenario.renewables.forEach(({ loss }, i) => {
      generation[i]![h] = available === 0 ? 0 : (offered[i]! * used) / available / (1 - loss);
    });
  }
  const nothing = series();
  const [inferenceName, trainingName] = scenario.load.tiers.map((tier) => tier.name) as [string, string];
  return {
    name,
    loadMW: load,
    renewables: scenario.renewables.map((asset, i) => ({ name: asset.name, generationMW: generation[i]! })),
    storages: scenario.storages.map((storage, s) => {
      const part = (series: Float64Array) => series.map((value) => value * partOf(s, scenario));
      return {
        name: storage.name,
        chargeMW: part(charge),
        dischargeMW: part(discharge),
        stateOfChargeMWh: part(stored),
      };
    }),
    tiers: [
      { name: inferenceName, servedMW: series().fill(firm), backlogMWh: nothing, shedMW: nothing },
      { name: trainingName, servedMW: served, backlogMWh: waiting, shedMW: nothing },
    ],
    importMW: imported,
    exportMW: nothing,
  };
}
