import type { WeatherYear } from '../scenario/scenario.ts';
import { HOURS_PER_YEAR } from '../units.ts';

/**
 * A quantity of an expected year of 8,760 hours: weather years by their probability, each brought to the same length.
 *
 * @equation Σ_y π_y·(8760/H_y)·quantity_y
 * @param byWeatherYear One value per weather year, in their order.
 */
export function expectedAnnual(weatherYears: readonly WeatherYear[], byWeatherYear: readonly number[]): number {
  return weatherYears.reduce(
    (sum, { weight, hours }, year) => sum + ((weight * HOURS_PER_YEAR) / hours) * byWeatherYear[year]!,
    0,
  );
}

/**
 * What a MWh of facility load costs, all in [currency per MWh]; `undefined` where there is no load.
 *
 * @param annualCost Undiscounted cost of one year of the phase, expected over the weather years.
 * @param annualLoadMWh Load of one year, expected over the weather years; see `expectedAnnual`.
 */
export function levelisedCostPerMWh(annualCost: number, annualLoadMWh: number): number | undefined {
  return annualLoadMWh === 0 ? undefined : annualCost / annualLoadMWh;
}
