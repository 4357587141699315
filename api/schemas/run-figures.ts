/** What a list shows of an answer, and a sweep draws: its cost and how much is matched, in its worst phase and year. */

import type { LanguageCode, ResultDocument } from '../../src/index.ts';

export interface RunFigures {
  readonly currency: string;
  /** Discounted, over all phases. */
  readonly cost: number;
  /** Of the cost, to its proven bound. */
  readonly relativeGap: number;
  /** Mean of the phases by their load in a year; absent where there is none. */
  readonly levelisedCostPerMWh?: number;
  /** Lowest of all phases and weather years; fractions. */
  readonly cfeScore: number;
  readonly annualMatchShare: number;
  /** Of all phases and weather years. */
  readonly unmatchedHours: number;
}

/** What a list shows of a study: a sentence or two, in every language. */
export interface StudyFigures {
  readonly headline: Readonly<Record<LanguageCode, string>>;
}

/** Undefined where there is no plan. */
export function figuresOf({ phases, cost, certificate, scenario }: ResultDocument): RunFigures | undefined {
  const years = phases.flatMap(({ weatherYears }) => weatherYears);
  if (years.length === 0 || cost === undefined || certificate === undefined) return undefined;
  const levelised = levelisedCost(phases);
  return {
    currency: scenario.currency,
    cost: cost.objective,
    relativeGap: certificate.relativeGap,
    ...(levelised === undefined ? {} : { levelisedCostPerMWh: levelised }),
    cfeScore: Math.min(...years.map(({ cfeScore }) => cfeScore)),
    annualMatchShare: Math.min(...years.map(({ annualMatchShare }) => annualMatchShare)),
    unmatchedHours: years.reduce((sum, year) => sum + year.unmatchedHours, 0),
  };
}

function levelisedCost(phases: ResultDocument['phases']): number | undefined {
  const priced = phases.flatMap(({ levelisedCostPerMWh, annualCost }) =>
    // Its load is what one divided by the other comes to.
    levelisedCostPerMWh === undefined || levelisedCostPerMWh === 0
      ? []
      : [{ annualCost, loadMWh: annualCost / levelisedCostPerMWh }],
  );
  const loadMWh = priced.reduce((sum, phase) => sum + phase.loadMWh, 0);
  return loadMWh === 0 ? undefined : priced.reduce((sum, phase) => sum + phase.annualCost, 0) / loadMWh;
}
