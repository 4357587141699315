/** What a plan comes to in one line: how much is matched in its worst phase and year, at what cost, proven how well. */

import type { ResultDocument } from '../../client/types.ts';

export interface Headline {
  readonly isEveryHour: boolean;
  /** Lowest of all phases and weather years; fractions. */
  readonly cfeScore: number;
  readonly annualMatchShare: number;
  /** Of all phases and weather years. */
  readonly hours: number;
  readonly unmatchedHours: number;
  readonly weatherYears: number;
  /** Of which no hour of any phase is unmatched. */
  readonly weatherYearsMatched: number;
  /** By load; absent where there is none. */
  readonly levelisedCostPerMWh: number | undefined;
}

/** Undefined where there is no plan. */
export function headlineOf({ phases }: Pick<ResultDocument, 'phases'>): Headline | undefined {
  const years = phases.flatMap(({ weatherYears }) => weatherYears);
  if (years.length === 0) return undefined;
  const names = [...new Set(years.map(({ name }) => name))];
  const unmatchedHours = years.reduce((sum, year) => sum + year.unmatchedHours, 0);
  return {
    isEveryHour: unmatchedHours === 0,
    cfeScore: Math.min(...years.map(({ cfeScore }) => cfeScore)),
    annualMatchShare: Math.min(...years.map(({ annualMatchShare }) => annualMatchShare)),
    hours: years.length * HOURS,
    unmatchedHours,
    weatherYears: names.length,
    weatherYearsMatched: names.filter((name) => years.every((year) => year.name !== name || year.unmatchedHours === 0))
      .length,
    levelisedCostPerMWh: levelisedCost(phases),
  };
}

/** Leap days are left out of every weather year. */
const HOURS = 8_760;

function levelisedCost(phases: ResultDocument['phases']): number | undefined {
  const priced = phases.flatMap(({ levelisedCostPerMWh, weatherYears }) =>
    levelisedCostPerMWh === undefined
      ? []
      : [{ price: levelisedCostPerMWh, load: mean(weatherYears.map(({ loadMWh }) => loadMWh)) }],
  );
  const load = priced.reduce((sum, phase) => sum + phase.load, 0);
  return load === 0 ? undefined : priced.reduce((sum, phase) => sum + phase.price * phase.load, 0) / load;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
