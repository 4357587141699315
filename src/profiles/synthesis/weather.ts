/** The weather that sites share: what makes two of them windy, or one cloudy and the other windy, at the same time. */

import { smoothNoise } from './noise.ts';
import { randomStream } from './random.ts';

/** Memories of the slow (passing lows and highs) and the fast (fronts, showers) part of the weather [h]. */
export const SLOW_MEMORY_HOURS = 17;
export const FAST_MEMORY_HOURS = 4.6;

/** Hourly Gaussian series, mean 0, standard deviation 1. */
export interface SharedWeather {
  /** Strength of the trade wind along the Atlantic coast. */
  readonly trades: Float64Array;
  /** Depth of the lows that pass over the north and the Atlas: wind and cloud together. */
  readonly storms: Float64Array;
}

/** How strongly a site follows the shared weather: correlations; the squares add up to at most 1, the rest is its own. */
export interface WeatherLoadings {
  readonly trades: number;
  readonly storms: number;
}

export function sharedWeather(seed: number, year: number, hours: number): SharedWeather {
  const series = (label: string): Float64Array =>
    smoothNoise(randomStream(seed, `${year}/shared/${label}`), hours, SLOW_MEMORY_HOURS);
  return { trades: series('trades'), storms: series('storms') };
}

/** Shared weather as a site feels it, with its own remainder; again mean 0, standard deviation 1. */
export function feltWeather(weather: SharedWeather, loadings: WeatherLoadings, own: Float64Array): Float64Array {
  const { trades, storms } = loadings;
  const rest = Math.sqrt(1 - trades * trades - storms * storms);
  return own.map((value, hour) => trades * weather.trades[hour]! + storms * weather.storms[hour]! + rest * value);
}
