/** A year of a wind farm: seasonal mean wind × weather that follows a Weibull law + daily breeze → power curve. */

import { gaussianExceedance, logarithm, power } from '../physics/reproducible-math.ts';
import { smoothNoise } from './noise.ts';
import { randomStream } from './random.ts';
import type { WindSite } from './sites.ts';
import { FAST_MEMORY_HOURS, feltWeather, type SharedWeather, SLOW_MEMORY_HOURS } from './weather.ts';
import { alongTheYear, breezeAt, windFarm } from './wind-farm.ts';

/** Hourly capacity factor of one year at one site. */
export function windCapacityFactor(site: WindSite, seed: number, year: number, weather: SharedWeather): Float64Array {
  const hours = weather.trades.length;
  const { curve, scales } = windFarm(site);
  const stream = (part: string) => randomStream(seed, `${year}/${site.column}/${part}`);
  const slow = feltWeather(weather, site.loadings, smoothNoise(stream('slow'), hours, SLOW_MEMORY_HOURS));
  const fast = smoothNoise(stream('fast'), hours, FAST_MEMORY_HOURS);
  const [slowWeight, fastWeight] = [Math.sqrt(site.slowShare), Math.sqrt(1 - site.slowShare)];
  const yearFactor = 1 + site.yearlySpread * stream('year').gaussian();
  return Float64Array.from({ length: hours }, (_, hour) => {
    const z = slowWeight * slow[hour]! + fastWeight * fast[hour]!;
    const relative = power(-logarithm(gaussianExceedance(z)), 1 / site.weibullShape);
    const scale = alongTheYear(scales, ((hour + 0.5) / hours) * 12);
    return site.availability * curve(yearFactor * scale * relative + breezeAt(site, hour % 24));
  });
}
