/** Forecasts as bad as they are said to be, from the weather that came: errors that grow with the lead and follow each other. */

import { HOURS_PER_DAY } from '../../units.ts';
import { randomStream } from './random.ts';

export interface ForecastErrors {
  readonly seed: number;
  /** Mean absolute error a day ahead, as a share of what a plant can make, before its limits cut it. */
  readonly dayAheadError: number;
  /** Of the error of one hour with that of the hour before, 0…1. */
  readonly autocorrelation: number;
}

/** E|N(0, 1)|. */
const MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

/**
 * Capacity factors as forecast at one hour for those from it on: an autoregressive error of order one that begins at nothing,
 * e[k] = ρ·e[k−1] + σ·ξ[k], with σ such that E|e| is the error asked for in the 24th hour. Each plant and each hour of issue has
 * a stream of its own. What a plant can make is the most it made in that hour of the day within two weeks before and after,
 * so that no forecast has sun at night.
 *
 * @param actual of one plant over its year
 * @param label of the plant
 */
export function erringForecast(actual: Float64Array, label: string, errors: ForecastErrors) {
  const { seed, dayAheadError, autocorrelation: ρ } = errors;
  const most = mostAround(actual);
  let growth = 0;
  for (let k = 0; k < HOURS_PER_DAY; k++) growth = 1 + ρ * ρ * growth;
  const σ = dayAheadError / MEAN_ABSOLUTE / Math.sqrt(growth);
  return (from: number, to: number): Float64Array => {
    const stream = randomStream(seed, `${label}/${from}`);
    let error = 0;
    return Float64Array.from({ length: to - from }, (_, k) => {
      error = ρ * error + σ * stream.gaussian();
      const limit = most[from + k]!;
      return Math.min(limit, Math.max(0, actual[from + k]! + error * limit));
    });
  };
}

const DAYS_AROUND = 15;

function mostAround(actual: Float64Array): Float64Array {
  const hours = actual.length;
  return actual.map((_, h) => {
    let most = 0;
    for (let day = -DAYS_AROUND; day <= DAYS_AROUND; day++) {
      const at = (((h + day * HOURS_PER_DAY) % hours) + hours) % hours;
      most = Math.max(most, actual[at]!);
    }
    return most;
  });
}
