/** The curve of a farm: its turbines see winds that differ. */
import { exponential } from './reproducible-math.ts';
import type { PowerCurve } from './turbine.ts';

/** Standard deviation of the winds about the mean: a share of it, and at least so much. */
export interface WindSpread {
  readonly share: number;
  readonly leastMPerS: number;
}

const STEP_M_PER_S = 0.1;
const TABLE_END_M_PER_S = 45;
/** The Gaussian is summed in fifths of a standard deviation, three to either side. */
const STEPS_PER_DEVIATION = 5;
const FURTHEST_STEP = 15;

/**
 * Mean of a turbine's curve over a Gaussian about the mean wind speed, as a table in steps of 0.1 m/s: Knorr, Modellierung
 * von raum-zeitlichen Eigenschaften der Windenergieeinspeisung, Universität Kassel (2016); windpowerlib
 * (`smooth_power_curve`) does the same. The curve itself where there is no spread.
 */
export function farmCurve(turbine: PowerCurve, spread: WindSpread): PowerCurve {
  if (spread.share === 0 && spread.leastMPerS === 0) return turbine;
  const last = Math.round(TABLE_END_M_PER_S / STEP_M_PER_S);
  const table = Float64Array.from({ length: last + 1 }, (_, i) => meanOutput(turbine, spread, i * STEP_M_PER_S));
  return (speed) => {
    const position = Math.min(Math.max(speed, 0) / STEP_M_PER_S, last - 1e-9);
    const index = Math.floor(position);
    const share = position - index;
    return table[index]! * (1 - share) + table[index + 1]! * share;
  };
}

function meanOutput(turbine: PowerCurve, spread: WindSpread, speed: number): number {
  const deviation = Math.max(spread.leastMPerS, spread.share * speed);
  let weights = 0;
  let output = 0;
  for (let i = -FURTHEST_STEP; i <= FURTHEST_STEP; i += 1) {
    const deviations = i / STEPS_PER_DEVIATION;
    const weight = exponential((-deviations * deviations) / 2);
    weights += weight;
    output += weight * turbine(speed + deviations * deviation);
  }
  return output / weights;
}
