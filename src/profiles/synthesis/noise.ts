/** Gaussian series with memory: mean 0, standard deviation 1. */

import type { RandomStream } from './random.ts';

/** Steps of warm-up in memories, after which nothing of the start at zero is left (e⁻²⁰). */
const WARM_UP_MEMORIES = 20;

/** x[t] = φ·x[t−1] + e[t]: correlation φ, φ², φ³ … ; `memory` is 1 ÷ (1 − φ) steps, 1 for no memory at all. */
export function redNoise(random: RandomStream, steps: number, memory: number): Float64Array {
  const phi = 1 - 1 / memory;
  const step = Math.sqrt(1 - phi * phi);
  const values = new Float64Array(steps);
  let value = random.gaussian();
  for (let t = 0; t < steps; t += 1) {
    value = phi * value + step * random.gaussian();
    values[t] = value;
  }
  return values;
}

/** Red noise passed through the same filter once more: it bends where red noise jags, as the mean wind of an area does. */
export function smoothNoise(random: RandomStream, steps: number, memory: number): Float64Array {
  const phi = 1 - 1 / memory;
  const square = phi * phi;
  const scale = Math.sqrt(((1 - square) * (1 - square) * (1 - square)) / (1 + square));
  const warmUp = Math.ceil(WARM_UP_MEMORIES * memory);
  const values = new Float64Array(steps);
  let first = 0;
  let second = 0;
  for (let t = -warmUp; t < steps; t += 1) {
    first = phi * first + random.gaussian();
    second = phi * second + first;
    if (t >= 0) values[t] = second * scale;
  }
  return values;
}
