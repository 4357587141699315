/**
 * A report's data, made without a solver: a campus run by simple rules through a year of simple weather. Work waits while
 * the wind is still, the battery takes what is left over, the grid gives what is missing.
 */

import type { ReportData } from '../../src/report/report-data.ts';
import { resultDocument } from '../../src/results/make-document.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { PhaseSchedule, WeatherYearSchedule } from '../../src/schedule/schedule.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { smallPlan } from '../verify/small-plan.ts';

export interface Wish {
  readonly hours?: number;
  readonly phases?: number;
  readonly weatherYears?: number;
  /** Renewable MW for each MW of mean load: 8 leaves nothing unmatched. */
  readonly oversize?: number;
  /** Changes every name. */
  readonly rename?: (name: string) => string;
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
}: Wish): Scenario {
  const base = smallPlan().scenario;
  const years = Array.from({ length: weatherYears }, (_, y) => weather(hours, y));
  const flat = (value: number) => years.map(() => new Float64Array(hours).fill(value));
  const [sun, wind] = [base.renewables[0]!, base.renewables[1]!];
  return {
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
      { ...sun, name: rename('desert sun'), link: rename('line'), capacityFactor: years.map((year) => year.sun) },
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
  };
}

function runPhase(scenario: Scenario, p: number, oversize: number): PhaseSchedule {
  const { name, itCapacityMW } = scenario.phases[p]!;
  const meanMW = itCapacityMW * 0.8 * 1.25;
  const capacities: PhaseSchedule['capacities'] = {
    renewables: scenario.renewables.map((asset, i) => ({
      name: asset.name,
      capacityMW: meanMW * oversize * [0.5, 0.3, 0.2][i]!,
    })),
    storages: scenario.storages.map((asset) => ({
      name: asset.name,
      powerCapacityMW: meanMW * 1.2,
      energyCapacityMWh: meanMW * 12,
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
  const battery = capacities.storages[0]!;
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
    charge[h] = Math.max(
      0,
      Math.min(surplus, battery.powerCapacityMW, (0.9 * battery.energyCapacityMWh - before) / 0.8),
    );
    discharge[h] = Math.max(0, Math.min(-surplus, battery.powerCapacityMW, before * 0.5));
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
    storages: [{ name: battery.name, chargeMW: charge, dischargeMW: discharge, stateOfChargeMWh: stored }],
    tiers: [
      { name: inferenceName, servedMW: series().fill(firm), backlogMWh: nothing, shedMW: nothing },
      { name: trainingName, servedMW: served, backlogMWh: waiting, shedMW: nothing },
    ],
    importMW: imported,
    exportMW: nothing,
  };
}

export function exampleReport(wish: Wish = {}): ReportData {
  const { rename = (name) => name } = wish;
  const scenario = exampleScenario(wish);
  const schedule = { phases: scenario.phases.map((_, p) => runPhase(scenario, p, wish.oversize ?? 4)) };
  const answer = provenOf(scenario, schedule);
  const inputs: ReportData['inputs'] = [
    { kind: 'profile', file: rename('weather.csv'), sha256: 'ab'.repeat(32), synthetic: true },
    { kind: 'technologies', file: 'dea.yaml', sha256: 'cd'.repeat(32), synthetic: false },
  ];
  const provenance: ReportData['provenance'] = [
    { where: 'renewables[0].capexPerMW', value: 500_000, from: { kind: 'scenario' } },
    {
      where: 'storages[0].capexPerMWh',
      value: [
        { year: 2025, value: 150_000 },
        { year: 2030, value: 120_500 },
      ],
      from: {
        kind: 'technology',
        costSet: 'dea',
        technology: 'battery',
        unit: 'EUR/MWh',
        source: rename('Danish Energy Agency'),
        year: 2025,
        note: rename('without land'),
      },
    },
    { where: 'storages[0].durationHours', value: { min: 1, max: 12 }, from: { kind: 'scenario' } },
  ];
  const loaded = { scenario, inputs, contentHash: 'ef'.repeat(32), provenance } as unknown as LoadedScenario;
  const document = resultDocument({ loaded, study: 'plan', answer, baselines: [], createdAt: new Date(0) });
  return {
    document: {
      ...document,
      baselines: baselinesOf(document),
      solver: { ...document.solver, reason: rename('asked for') },
    },
    scenario,
    schedule,
    provenance,
    inputs,
  };
}

function provenOf(scenario: Scenario, schedule: Proven['schedule']): Proven {
  const buildOut = schedule.phases.map(({ name, capacities }, p) => {
    const before = schedule.phases[p - 1]?.capacities;
    return {
      phase: name,
      renewables: capacities.renewables.map((asset, i) => ({
        name: asset.name,
        builtMW: asset.capacityMW - (before?.renewables[i]?.capacityMW ?? 0),
      })),
      storages: capacities.storages.map((asset, s) => ({
        name: asset.name,
        builtMW: asset.powerCapacityMW - (before?.storages[s]?.powerCapacityMW ?? 0),
        builtMWh: asset.energyCapacityMWh - (before?.storages[s]?.energyCapacityMWh ?? 0),
      })),
      links: capacities.links.map((asset, l) => ({
        name: asset.name,
        builtMW: asset.capacityMW - (before?.links[l]?.capacityMW ?? 0),
      })),
    };
  });
  const cost = recomputeCost(scenario, schedule, buildOut);
  const laws = [
    { law: 'energyBalance', checks: 26_280, broken: 0, largestMWh: 1e-9 },
    { law: 'storageCycles', checks: 0, broken: 0, largestMWh: 0 },
  ];
  return {
    status: 'optimal',
    schedule,
    buildOut,
    cost,
    certificate: {
      objective: cost.objective,
      dualBound: cost.objective * (1 - 2e-10),
      relativeGap: 2e-10,
      maxViolationMWh: 3.4e-9,
      verified: true,
    },
    verification: { violations: [], largestViolationMWh: 3.4e-9, laws },
    proofs: [],
    solver: {
      name: 'highs',
      version: '1.15.3',
      method: 'one-lp',
      reason: '',
      iterations: 12_345,
      wallSeconds: 21.34,
      peakMemoryMB: 512.4,
    },
  };
}

/** Annual matching for four fifths of the cost, inflexible load for a quarter more, no plan without storage. */
function baselinesOf({ cost, phases }: ReportData['document']): ReportData['document']['baselines'] {
  const objective = cost?.objective ?? 0;
  const scaled = (factor: number, lowestCfeScore: number) =>
    phases.map(({ name, annualCost, levelisedCostPerMWh = 0 }) => ({
      name,
      annualCost: factor * annualCost,
      levelisedCostPerMWh: factor * levelisedCostPerMWh,
      lowestCfeScore,
    }));
  return [
    { kind: 'annualMatching', status: 'optimal', objective: 0.8 * objective, phases: scaled(0.8, 0.7) },
    { kind: 'inflexibleLoad', status: 'optimal', objective: 1.25 * objective, phases: scaled(1.25, 1) },
    { kind: 'withoutStorage', status: 'infeasible', phases: [] },
  ];
}
