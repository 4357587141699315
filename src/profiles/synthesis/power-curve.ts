/** What a wind farm makes of the mean wind over it, per unit of nameplate. */

import { exponential } from '../physics/reproducible-math.ts';

const CUT_IN_M_PER_S = 3;
const CUT_OUT_M_PER_S = 25;
const STEP_M_PER_S = 0.1;
const TABLE_END_M_PER_S = 45;
/** The turbines of a farm see winds that differ: standard deviation as a share of the mean, and at least this much. */
const SPREAD_SHARE = 0.12;
const SPREAD_LEAST_M_PER_S = 0.5;

/** One turbine: cubic between cut-in and rated speed, flat to cut-out, where it stops. */
function turbineOutput(speed: number, ratedSpeed: number): number {
  if (speed < CUT_IN_M_PER_S || speed >= CUT_OUT_M_PER_S) return 0;
  const cubed = (v: number): number => v * v * v;
  const rise = (cubed(speed) - cubed(CUT_IN_M_PER_S)) / (cubed(ratedSpeed) - cubed(CUT_IN_M_PER_S));
  return Math.min(1, rise);
}

function farmOutput(speed: number, ratedSpeed: number): number {
  const spread = Math.max(SPREAD_LEAST_M_PER_S, SPREAD_SHARE * speed);
  let weights = 0;
  let output = 0;
  for (let i = -15; i <= 15; i += 1) {
    const deviations = i / 5;
    const weight = exponential((-deviations * deviations) / 2);
    weights += weight;
    output += weight * turbineOutput(speed + deviations * spread, ratedSpeed);
  }
  return output / weights;
}

/** The curve of a farm of turbines with a given rated speed [m/s], as a function of the mean wind speed [m/s]. */
export function farmPowerCurve(ratedSpeed: number): (speed: number) => number {
  const last = Math.round(TABLE_END_M_PER_S / STEP_M_PER_S);
  const table = Float64Array.from({ length: last + 1 }, (_, i) => farmOutput(i * STEP_M_PER_S, ratedSpeed));
  return (speed) => {
    const position = Math.min(Math.max(speed, 0) / STEP_M_PER_S, last - 1e-9);
    const index = Math.floor(position);
    const share = position - index;
    return table[index]! * (1 - share) + table[index + 1]! * share;
  };
}
