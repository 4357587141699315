/** Whether a series looks like what it was imported as: a night of zeros is no wind, a midnight of power no sun. */

import type { HourlyProfile } from '../profile.ts';
import type { Purpose } from '../questions/reading-options.ts';

const HOURS_PER_DAY = 24;
/** Nights last longer than this in every season south of 60°; calms of a whole year never fall on the same hours. */
const FEWEST_DARK_HOURS = 6;

/** Plain words for what speaks against the purpose; undefined where nothing does. */
export function purposeDoubt({ name, values }: HourlyProfile, purpose: Purpose): string | undefined {
  const dark = hoursAlwaysZero(values);
  const isSunlike = dark >= FEWEST_DARK_HOURS && dark < HOURS_PER_DAY;
  if (purpose === 'wind' && isSunlike) {
    return `${name} is 0 in the same ${dark} hours of every day of the year: sun, not wind?`;
  }
  if (purpose === 'solar' && dark === 0) return `${name} gives power in every hour of the day, at night too: not sun?`;
  return undefined;
}

/** Hours of the day (UTC) that are 0 on every day of the year. */
function hoursAlwaysZero(values: Float64Array): number {
  const sums = new Float64Array(HOURS_PER_DAY);
  values.forEach((value, hour) => {
    sums[hour % HOURS_PER_DAY] = sums[hour % HOURS_PER_DAY]! + value;
  });
  return sums.reduce((count, sum) => count + (sum === 0 ? 1 : 0), 0);
}
