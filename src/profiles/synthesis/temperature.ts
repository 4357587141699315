/** Air temperature and the overhead of cooling that follows it. */

import { cosine, PI } from '../physics/reproducible-math.ts';
import { redNoise, smoothNoise } from './noise.ts';
import { randomStream } from './random.ts';
import type { Climate } from './sites.ts';

/** Warmest day of the year (counted from 0, mid-August: the sea lags the sun) and warmest hour (UTC). */
const WARMEST_DAY = 222;
const WARMEST_HOUR = 14;
const WEATHER_MEMORY_HOURS = 22;
const WEATHER_SPREAD_K = 2.2;
const HOURLY_MEMORY = 4;
const HOURLY_SPREAD_K = 0.4;
/** Hot wind from the desert: kelvin for each standard deviation of the weather beyond the threshold. */
const DESERT_WIND_THRESHOLD = 1.3;
const DESERT_WIND_K = 3.2;
/** Share of the swing of a day that the season adds in summer and takes in winter. */
const SUMMER_SWING = 0.15;

/** Temperature of an hour without weather [°C]. */
export function meanTemperature(climate: Climate, hour: number, hours: number): number {
  const season = cosine((2 * PI * (hour - WARMEST_DAY * 24)) / hours);
  const day = cosine((2 * PI * ((hour % 24) + 0.5 - WARMEST_HOUR)) / 24);
  return climate.mean + climate.seasonalSwing * season + climate.diurnalSwing * (1 + SUMMER_SWING * season) * day;
}

/** Hourly temperature of one year [°C], with spells of weather; hot ones go further from the mean than cold ones. */
export function temperatureSeries(climate: Climate, seed: number, year: number, hours: number): Float64Array {
  const spells = smoothNoise(randomStream(seed, `${year}/temperature/spells`), hours, WEATHER_MEMORY_HOURS);
  const noise = redNoise(randomStream(seed, `${year}/temperature/hours`), hours, HOURLY_MEMORY);
  // Mean of max(0, z − 1.3) for a Gaussian z: what the hot spells add on average is taken off again.
  const meanExcess = 0.0455;
  return spells.map((spell, hour) => {
    const excess = Math.max(0, spell - DESERT_WIND_THRESHOLD) - meanExcess;
    const weather = WEATHER_SPREAD_K * spell + DESERT_WIND_K * excess + HOURLY_SPREAD_K * noise[hour]!;
    return meanTemperature(climate, hour, hours) + weather;
  });
}

/** Facility power ÷ IT power at an outdoor temperature: base + slope · max(0, temperature − threshold). */
export function powerUsageEffectiveness(
  temperatureC: number,
  cooling: { readonly base: number; readonly slopePerKelvin: number; readonly thresholdC: number },
): number {
  return cooling.base + cooling.slopePerKelvin * Math.max(0, temperatureC - cooling.thresholdC);
}
