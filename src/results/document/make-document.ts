/** An answer → `result.json`: nothing is rounded, and nothing is said that the answer does not hold. */

import { answerDoubts } from '../../metrics/answer-doubts.ts';
import { contractsOf } from '../../metrics/contracts.ts';
import { planEmissions } from '../../metrics/emissions-tonnes.ts';
import { levelisedCostPerMWh } from '../../metrics/levelised-cost.ts';
import { type PhaseScore, scorecard } from '../../metrics/scorecard.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Answer, Infeasible, VerifiedPlan } from '../../studies/answer.ts';
import type { Baseline } from '../../studies/baselines.ts';
import type { FirstRemedies } from '../../studies/repair/document.ts';
import { stampOfHour } from '../../time.ts';
import { type SizesApart, sizesApart } from '../../verify/committed-and-new.ts';
import { committedCapital, committedWithoutPrice } from '../../verify/cost-of-standing.ts';
import { keptWarnings } from '../inputs/kept-warnings.ts';
import { byName } from './by-name.ts';
import { hourmatchVersion } from './hourmatch-version.ts';
import { planIn } from './plan-in.ts';
import {
  type BaselineResult,
  type PhaseResult,
  type PlannedSizes,
  RESULT_SCHEMA_VERSION,
  type ResultDocument,
  type ShortageResult,
  type Study,
} from './result-document.ts';

/** Of a shortage. */
export const WORST_HOURS_SHOWN = 20;

export interface ResultParts {
  readonly loaded: LoadedScenario;
  readonly study: Study;
  readonly answer: Answer;
  readonly baselines: readonly Baseline[];
  readonly remedies?: FirstRemedies | undefined;
  readonly createdAt: Date;
  /** Of the process by now; as the answer has it where absent, which is before it was verified. */
  readonly peakMemoryMB?: number;
}

export function resultDocument({
  loaded,
  study,
  answer,
  baselines,
  remedies,
  createdAt,
  peakMemoryMB,
}: ResultParts): ResultDocument {
  const { scenario, contentHash, inputs } = loaded;
  const plan = planIn(answer);
  return {
    schemaVersion: RESULT_SCHEMA_VERSION,
    createdAt: createdAt.toISOString(),
    hourmatchVersion,
    study,
    status: answer.status,
    scenario: { name: scenario.name, contentHash, currency: scenario.currency },
    synthetic: inputs.some(({ synthetic }) => synthetic),
    warnings: [
      ...keptWarnings(loaded.warnings),
      ...(plan ? answerDoubts(scenario, plan.schedule, plan.cost.items) : []),
    ],
    ...(plan ? claimsOf(scenario, plan) : { phases: [] }),
    baselines: baselines.map((baseline) => baselineResult(baseline, plan)),
    shortages: answer.status === 'infeasible' ? shortageResults(scenario, answer) : [],
    ...(remedies && { remedies }),
    solver: { ...answer.solver, ...(peakMemoryMB !== undefined && { peakMemoryMB }) },
  };
}

function phaseResults(
  scenario: Scenario,
  { schedule, cost }: VerifiedPlan,
  scores: readonly PhaseScore[],
): PhaseResult[] {
  const sizes = sizesApart(scenario, schedule);
  return scores.map(({ name, annualLoadMWh, annualEmissionsTonnes, weatherYears }, p) => {
    const { firstYear, itCapacityMW } = scenario.phases[p]!;
    const costs = costOfPhase(cost, name, annualLoadMWh);
    const contracts = contractsOf(scenario, schedule.phases[p]!, cost.items);
    const full = levelisedCostPerMWh(costs.annualCost + committedCapital(scenario, p), annualLoadMWh);
    return {
      name,
      firstYear,
      itCapacityMW,
      ...sizesByName(sizes[p]!),
      grid: schedule.phases[p]!.capacities.grid,
      ...costs,
      ...(full === undefined ? {} : { fullCostPerMWh: full }),
      annualEmissionsTonnes,
      ...(contracts.length > 0 && { contracts: byName(contracts, ({ name: _, ...figures }) => figures) }),
      weatherYears,
    };
  });
}

function costOfPhase({ items }: VerifiedPlan['cost'], phase: string, annualLoadMWh: number) {
  const annualCost = items.reduce((sum, item) => (item.phase === phase ? sum + item.annualValue : sum), 0);
  const levelised = levelisedCostPerMWh(annualCost, annualLoadMWh);
  return { annualCost, ...(levelised === undefined ? {} : { levelisedCostPerMWh: levelised }) };
}

function claimsOf(
  scenario: Scenario,
  plan: VerifiedPlan,
): Pick<ResultDocument, 'phases' | 'cost' | 'emissions' | 'certificate'> {
  const { schedule, cost, certificate, verification } = plan;
  const scores = scorecard(scenario, schedule);
  const annualTonnes = scores.map(({ annualEmissionsTonnes }) => annualEmissionsTonnes);
  return {
    phases: phaseResults(scenario, plan, scores),
    emissions: planEmissions(scenario, annualTonnes),
    cost: {
      objective: cost.objective,
      items: cost.items.map(({ name, phase, kind, value, annualValue }) => ({ name, phase, kind, value, annualValue })),
      withoutPrice: committedWithoutPrice(scenario),
    },
    certificate: {
      ...certificate,
      laws: verification.laws.map(({ law, checks, broken }) => ({ law, checks, broken })),
    },
  };
}

function baselineResult({ kind, scenario, answer }: Baseline, plan: VerifiedPlan | undefined): BaselineResult {
  if (answer.status !== 'optimal') return { kind, status: answer.status, phases: [] };
  const sizes = sizesApart(scenario, answer.schedule);
  const costOf = ({ items }: VerifiedPlan['cost'], phase: string) =>
    items.reduce((sum, item) => (item.phase === phase ? sum + item.value : sum), 0);
  const phases = scorecard(scenario, answer.schedule).map(({ name, annualLoadMWh, weatherYears }, p) => ({
    name,
    ...costOfPhase(answer.cost, name, annualLoadMWh),
    lowestCfeScore: Math.min(...weatherYears.map(({ cfeScore }) => cfeScore)),
    ...(kind === 'plannedTogether' && {
      ...(plan && { regret: costOf(plan.cost, name) - costOf(answer.cost, name) }),
      sizes: sizesByName(sizes[p]!),
    }),
  }));
  const { relativeGap } = answer.certificate;
  return { kind, status: answer.status, objective: answer.cost.objective, relativeGap, phases };
}

function sizesByName({ renewables, storages, links }: SizesApart): PlannedSizes {
  return {
    renewables: byName(renewables, ({ name: _, ...size }) => size),
    storages: byName(storages, ({ name: _, ...size }) => size),
    links: byName(links, ({ name: _, ...size }) => size),
  };
}

function shortageResults({ weatherYears }: Scenario, { shortages }: Infeasible): ShortageResult[] {
  return shortages.map(({ phase, weatherYear, unmatchedMWh, permittedMWh, hours }) => {
    const { year } = weatherYears.find(({ name }) => name === weatherYear)!;
    return {
      phase,
      weatherYear,
      unmatchedMWh,
      permittedMWh,
      unmatchedHours: hours.length,
      worstHours: hours
        .slice(0, WORST_HOURS_SHOWN)
        .map(({ hour, unmatchedMWh: mwh }) => ({ hour, stamp: stampOfHour(year, hour), unmatchedMWh: mwh })),
    };
  });
}
