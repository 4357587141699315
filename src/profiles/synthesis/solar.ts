/** A year of a solar plant: days of weather → hours of sky → irradiance on the plane → output. */

import { moduleOutput, planeIrradiance } from '../physics/photovoltaics.ts';
import { cosine, PI } from '../physics/reproducible-math.ts';
import { sunAt } from '../physics/sun.ts';
import { redNoise } from './noise.ts';
import { randomStream } from './random.ts';
import type { SolarSite } from './sites.ts';
import { meanTemperature } from './temperature.ts';
import type { SharedWeather } from './weather.ts';

/** Instants looked at within an hour, so that sunrise and sunset fall inside hours. */
const INSTANTS_PER_HOUR = 6;
const CLOUD_MEMORY_DAYS = 1.7;
const CLOUD_MEMORY_HOURS = 2.5;
/** Loss of clear-sky index per standard deviation beyond the threshold, and what the thickest cloud leaves. */
const CLOUD_DEPTH = 0.42;
const DARKEST_DAY = 0.12;
const [LEAST_INDEX, GREATEST_INDEX] = [0.05, 1.05];
/** Scatter of the hours: of a clear day, and what a half-cloudy day adds. */
const CLEAR_SCATTER = 0.015;
const BROKEN_CLOUD_SCATTER = 0.22;

/** Clear-sky index of each day: near 1 until the day's weather passes the season's threshold, then falling. */
function dailyIndex(site: SolarSite, seed: number, year: number, weather: SharedWeather): Float64Array {
  const days = weather.storms.length / 24;
  const own = redNoise(randomStream(seed, `${year}/${site.column}/days`), days, CLOUD_MEMORY_DAYS);
  const rest = Math.sqrt(1 - site.stormCloud * site.stormCloud);
  const yearShift = site.yearlySpread * randomStream(seed, `${year}/${site.column}/year`).gaussian();
  return own.map((value, day) => {
    const cloudiness = site.stormCloud * weather.storms[day * 24 + 12]! + rest * value + yearShift;
    const { january, july } = site.clearThreshold;
    const threshold = (january + july) / 2 + ((january - july) / 2) * cosine((2 * PI * (day - 15)) / days);
    return Math.max(DARKEST_DAY, 1 - CLOUD_DEPTH * Math.max(0, cloudiness - threshold));
  });
}

/** Hourly capacity factor of one year at one site, per MW of DC nameplate; exactly 0 at night. */
export function solarCapacityFactor(site: SolarSite, seed: number, year: number, weather: SharedWeather): Float64Array {
  const hours = weather.storms.length;
  const days = dailyIndex(site, seed, year, weather);
  const noise = redNoise(randomStream(seed, `${year}/${site.column}/hours`), hours, CLOUD_MEMORY_HOURS);
  return Float64Array.from({ length: hours }, (_, hour) => {
    const day = days[Math.floor(hour / 24)]!;
    const scatter = CLEAR_SCATTER + BROKEN_CLOUD_SCATTER * 4 * day * (1 - day);
    const index = Math.min(GREATEST_INDEX, Math.max(LEAST_INDEX, day + scatter * noise[hour]!));
    const airTemperature = meanTemperature(site.climate, hour, hours);
    let sum = 0;
    for (let i = 0; i < INSTANTS_PER_HOUR; i += 1) {
      const sun = sunAt(hour + (i + 0.5) / INSTANTS_PER_HOUR, hours, site.latitude, site.longitude);
      sum += moduleOutput(planeIrradiance(sun, index, site.mounting), airTemperature);
    }
    return Math.min(1, (site.systemFactor * sum) / INSTANTS_PER_HOUR);
  });
}
