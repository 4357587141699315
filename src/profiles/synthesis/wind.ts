/** A year of a wind farm: seasonal mean wind × weather that follows a Weibull law + daily breeze → power curve. */

import { smoothNoise } from './noise.ts';
import { farmPowerCurve } from './power-curve.ts';
import { randomStream } from './random.ts';
import { cosine, gaussianExceedance, logarithm, PI, power } from './reproducible-math.ts';
import type { WindSite } from './sites.ts';
import { FAST_MEMORY_HOURS, feltWeather, type SharedWeather, SLOW_MEMORY_HOURS } from './weather.ts';

const QUANTILES = 100;
/** Above this scale storms stop turbines more often than they fill them, and the capacity factor falls again. */
const GREATEST_SCALE_M_PER_S = 14;

/** Land and sea (or valley and ridge) breeze [m/s] on top of the weather's wind: it blows on calm days too. */
function breezeAt(site: WindSite, hourOfDay: number): number {
  return site.breeze * cosine((2 * PI * (hourOfDay - site.peakHour)) / 24);
}

/** Twelve mid-month values, joined by straight lines round the year; `position` counts months from 1 January. */
function alongTheYear(monthly: readonly number[], position: number): number {
  const shifted = position - 0.5 + 12;
  const month = Math.floor(shifted);
  const share = shifted - month;
  return monthly[month % 12]! * (1 - share) + monthly[(month + 1) % 12]! * share;
}

/** Argument between 0 and `upper` where a rising function meets a value. */
function bisect(rising: (x: number) => number, value: number, upper: number): number {
  let [low, high] = [0, upper];
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Weibull scale [m/s] of each month at which the expected capacity factor is the target, month by month and over the
 * year: an integral over the law of the weather, not over one drawn year, so that years differ from it as years do.
 */
function calibratedScales(site: WindSite, curve: (speed: number) => number): number[] {
  const speeds = Array.from({ length: QUANTILES }, (_, i) =>
    power(-logarithm((i + 0.5) / QUANTILES), 1 / site.weibullShape),
  );
  const breezes = Array.from({ length: 24 }, (_, hour) => breezeAt(site, hour));
  const expected = (scale: number): number => {
    let sum = 0;
    for (const breeze of breezes) for (const speed of speeds) sum += curve(scale * speed + breeze);
    return (site.availability * sum) / (24 * QUANTILES);
  };
  const shapeMean = site.monthShape.reduce((sum, value) => sum + value, 0) / 12;
  const monthly = site.monthShape.map((shape) =>
    bisect(expected, (site.target.mean * shape) / shapeMean, GREATEST_SCALE_M_PER_S),
  );
  const yearly = (stretch: number): number => {
    let sum = 0;
    for (let i = 0; i < 36; i += 1) sum += expected(stretch * alongTheYear(monthly, (i + 0.5) / 3));
    return sum / 36;
  };
  const stretch = bisect(yearly, site.target.mean, 1.2);
  return monthly.map((scale) => scale * stretch);
}

/** Hourly capacity factor of one year at one site. */
export function windCapacityFactor(site: WindSite, seed: number, year: number, weather: SharedWeather): Float64Array {
  const hours = weather.trades.length;
  const curve = farmPowerCurve(site.ratedSpeed);
  const scales = calibratedScales(site, curve);
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
