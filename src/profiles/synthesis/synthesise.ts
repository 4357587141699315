/** Weather years made by chance and physics: labelled synthetic, calibrated to published figures, the same everywhere. */

import { hoursOfYear } from '../../time.ts';
import type { HourlyProfile, ProfileUnit } from '../profile.ts';
import { inferenceShape } from './inference.ts';
import { rounded, roundedToMeanOne } from './rounding.ts';
import { casablanca, cooling, solarSites, windSites } from './sites.ts';
import { solarCapacityFactor } from './solar.ts';
import { powerUsageEffectiveness, temperatureSeries } from './temperature.ts';
import { sharedWeather } from './weather.ts';
import { windCapacityFactor } from './wind.ts';

/** What the PUE follows; `syntheticYearToCsv` leaves it out unless asked. */
export const TEMPERATURE_COLUMN = 'casablanca_temperature';

export interface SyntheticYear {
  readonly seed: number;
  readonly year: number;
  readonly hours: number;
  /** In the order of the file, rounded as the file holds them. */
  readonly columns: readonly HourlyProfile[];
}

/**
 * One year of every site, from `seed` and `year` alone: a year does not depend on which others are made. Capacity
 * factors 0…1 (solar per MW of DC nameplate), temperature [°C], PUE of the temperature as rounded, inference load with a
 * mean of exactly 1.
 */
export function synthesiseYear({ seed, year }: { readonly seed: number; readonly year: number }): SyntheticYear {
  const hours = hoursOfYear(year);
  const weather = sharedWeather(seed, year, hours);
  const column = (name: string, unit: ProfileUnit, values: Float64Array): HourlyProfile => ({
    name,
    unit,
    year,
    values,
  });
  const wind = windSites.map((site) =>
    column(site.column, 'capacityFactor', rounded(windCapacityFactor(site, seed, year, weather), 'capacityFactor')),
  );
  const solar = solarSites.map((site) =>
    column(site.column, 'capacityFactor', rounded(solarCapacityFactor(site, seed, year, weather), 'capacityFactor')),
  );
  const temperature = rounded(temperatureSeries(casablanca.climate, seed, year, hours), 'temperatureC');
  const pue = rounded(
    temperature.map((value) => powerUsageEffectiveness(value, cooling)),
    'pue',
  );
  return {
    seed,
    year,
    hours,
    columns: [
      ...wind,
      ...solar,
      column(TEMPERATURE_COLUMN, 'temperatureC', temperature),
      column('casablanca_pue', 'pue', pue),
      column('inference_load', 'relative', roundedToMeanOne(inferenceShape(seed, year, hours))),
    ],
  };
}
