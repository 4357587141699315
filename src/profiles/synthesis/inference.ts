/** Shape of the requests that an inference service answers: people are awake by day and at work on weekdays. */

import { cosine, PI } from '../physics/reproducible-math.ts';
import { redNoise } from './noise.ts';
import { randomStream } from './random.ts';

const PEAK_HOUR = 14;
const DAILY_SWING = 0.11;
/** A second, half-daily wave: steep mornings, long evenings. */
const HALF_DAILY_SWING = 0.03;
const HALF_DAILY_PEAK_HOUR = 20;
const WEEKEND_FACTOR = 0.93;
const NOISE_MEMORY_HOURS = 6;
const NOISE_SPREAD = 0.01;
const MILLISECONDS_PER_DAY = 86_400_000;

/** 0 is Sunday: 1 January 1970 was a Thursday, and leap seconds do not count. */
function weekday(year: number, hour: number): number {
  return (Date.UTC(year, 0, 1) / MILLISECONDS_PER_DAY + Math.floor(hour / 24) + 4) % 7;
}

/** Relative load of each hour before it is brought to a mean of 1. */
export function inferenceShape(seed: number, year: number, hours: number): Float64Array {
  const noise = redNoise(randomStream(seed, `${year}/inference/hours`), hours, NOISE_MEMORY_HOURS);
  return noise.map((value, hour) => {
    const day = DAILY_SWING * cosine((2 * PI * ((hour % 24) - PEAK_HOUR)) / 24);
    const halfDay = HALF_DAILY_SWING * cosine((4 * PI * ((hour % 24) - HALF_DAILY_PEAK_HOUR)) / 24);
    const dayOfWeek = weekday(year, hour);
    const week = dayOfWeek === 0 || dayOfWeek === 6 ? WEEKEND_FACTOR : 1;
    return week * (1 + day + halfDay) + NOISE_SPREAD * value;
  });
}
