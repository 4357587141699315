/** A report's data for the example campus: its cost recomputed, its certificate and its twins made up. */

import type { ReportData } from '../../src/report/report-data.ts';
import { resultDocument } from '../../src/results/document/make-document.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { exampleScenario, runPhase, type Wish } from './example-campus.ts';

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
  const loaded = {
    scenario,
    inputs,
    contentHash: 'ef'.repeat(32),
    provenance,
    warnings: [],
  } as unknown as LoadedScenario;
  const document = resultDocument({ loaded, study: 'plan', answer, baselines: [], createdAt: new Date(0) });
  return {
    document: {
      ...document,
      baselines: baselinesOf(document),
      solver: { ...document.solver, reason: rename('asked for') },
    },
    scenario,
    asked: askedFor(scenario),
    schedule,
    provenance,
    inputs,
  };
}

/** As somebody would have written it, in part. */
function askedFor({ name, currency, discountRate, phases, renewables, storages }: Scenario): ReportData['asked'] {
  return {
    ...{ name, currency, discountRate, costSet: 'dea', phases },
    renewables: renewables.map((plant) => ({ name: plant.name, technology: plant.technology, capexPerMW: 500_000 })),
    storages: storages.map((storage) => ({ name: storage.name, durationHours: { min: 1, max: 12 } })),
    // The cast: parts of a document that no report asks for.
  } as unknown as ReportData['asked'];
}

function provenOf(scenario: Scenario, schedule: Proven['schedule']): Proven {
  const buildOut = schedule.phases.map(({ name, capacities }, p) => {
    const before = schedule.phases[p - 1]?.capacities;
    return {
      phase: name,
      renewables: capacities.renewables.map((asset, i) => ({
        name: asset.name,
        builtMW: asset.capacityMW - (before?.renewables[i]?.capacityMW ?? scenario.renewables[i]!.committedMW),
      })),
      storages: capacities.storages.map((asset, s) => ({
        name: asset.name,
        builtMW: asset.powerCapacityMW - (before?.storages[s]?.powerCapacityMW ?? 0),
        builtMWh: asset.energyCapacityMWh - (before?.storages[s]?.energyCapacityMWh ?? 0),
      })),
      links: capacities.links.map((asset, l) => ({
        name: asset.name,
        builtMW: asset.capacityMW - (before?.links[l]?.capacityMW ?? Number(scenario.links[l]!.capacityMW)),
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
      gapFloor: 1e5,
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
