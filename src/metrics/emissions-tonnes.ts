import type { CarbonFactor, Scenario } from '../scenario/scenario.ts';

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
