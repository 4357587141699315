/** A wind farm with the wind it needs: mean speeds found by bisection so that its capacity factor meets the target. */

import { cosine, logarithm, PI, power } from '../physics/reproducible-math.ts';
import { farmPowerCurve } from './power-curve.ts';
import type { WindSite } from './sites.ts';

const QUANTILES = 100;
/** Above this scale storms stop turbines more often than they fill them, and the capacity factor falls again. */
const GREATEST_SCALE_M_PER_S = 14;
const GREATEST_STRETCH = 1.2;

export interface WindFarm {
  readonly site: WindSite;
  /** Output per unit of nameplate at a wind speed [m/s], before availability. */
  readonly curve: (speed: number) => number;
  /** Weibull scale in the middle of each month [m/s], January first. */
  readonly scales: readonly number[];
}

/** Land and sea (or valley and ridge) breeze [m/s] on top of the weather's wind: it blows on calm days too. */
export function breezeAt(site: WindSite, hourOfDay: number): number {
  return site.breeze * cosine((2 * PI * (hourOfDay - site.peakHour)) / 24);
}

/** Twelve mid-month values, joined by straight lines round the year; `position` counts months from 1 January. */
export function alongTheYear(monthly: readonly number[], position: number): number {
  const shifted = position - 0.5 + 12;
  const month = Math.floor(shifted);
  const share = shifted - month;
  return monthly[month % 12]! * (1 - share) + monthly[(month + 1) % 12]! * share;
}

/** Argument between 0 and `upper` where a rising function meets a value. */
function bisect(rising: (x: number) => number, value: number, upper: number): number {
  if (!(rising(upper) >= value)) throw new RangeError(`${value} is out of reach: no more than ${rising(upper)}`);
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
  const stretch = bisect(yearly, site.target.mean, GREATEST_STRETCH);
  return monthly.map((scale) => scale * stretch);
}

/** Calibration takes longer than a year of hours and depends on the site alone. */
const farms = new WeakMap<WindSite, WindFarm>();

/** @throws RangeError where no wind gives the site its target. */
export function windFarm(site: WindSite): WindFarm {
  const known = farms.get(site);
  if (known !== undefined) return known;
  const curve = farmPowerCurve(site.ratedSpeed);
  const farm = { site, curve, scales: calibratedScales(site, curve) };
  farms.set(site, farm);
  return farm;
}
