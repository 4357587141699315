import type { CarbonFactor, Grid, Phase, Scenario } from '../scenario/scenario.ts';
import { costInYear } from '../scenario/technologies/cost-by-year.ts';
import { HOURS_PER_YEAR } from '../units.ts';

/** Emissions of a plan beside what they are reckoned with. */
export interface PlanEmissions extends Partial<CarbonFactor> {
  /** Over all years of all phases [t CO₂ equivalent]. */
  readonly tonnes: number;
  readonly carbonIntensityKgPerMWh: number;
}

/**
 * @param annualTonnes By phase, of an expected year.
 * @equation Σ_p years_p·annual emissions_p
 */
export function planEmissions({ phases, grid }: Scenario, annualTonnes: readonly number[]): PlanEmissions {
  return {
    tonnes: phases.reduce((sum, { years }, p) => sum + years * annualTonnes[p]!, 0),
    carbonIntensityKgPerMWh: grid.carbonIntensityKgPerMWh,
    ...grid.carbonFactor,
  };
}

/**
 * Emissions of imported energy: what the grid emits for each MWh it delivers, by the factor of the scenario, the same in
 * every hour. Plants on site and the building of anything are not in it.
 *
 * @param importMWh Energy taken from the grid.
 * @param carbonIntensityKgPerMWh Of the grid's energy; direct or over its life cycle, as the scenario says.
 * @returns tonnes of CO₂ equivalent
 */
export function emissionsTonnes(importMWh: number, carbonIntensityKgPerMWh: number): number {
  return (importMWh * carbonIntensityKgPerMWh) / 1000;
}

/** The most that a weather year of so many hours may import within the emissions limit of a phase [MWh]; infinity without one. */
export function importWithinEmissions(grid: Grid, { firstYear, years }: Phase, hours: number): number {
  const { emissionsLimitTonnesPerYear: limit, carbonIntensityKgPerMWh } = grid;
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  const least = Math.min(...Array.from({ length: years }, (_, at) => costInYear(limit, firstYear + at)));
  return ((1000 * least) / carbonIntensityKgPerMWh) * (hours / HOURS_PER_YEAR);
}
