/** Whether the days of a file have their middle where the sun stands highest: a wrong zone or label shows here first. */

import type { RecordedWarning, Recording } from '../recording/recording.ts';
import { figureText } from './figure-text.ts';
import type { InspectedColumn } from './inspection.ts';
import type { RowHours } from './row-hours.ts';

/** Samples, haze, hills and the equation of time move the middle of a month of days by less. */
const TOLERANCE_HOURS = 0.75;
/** Clouds of fewer days may well come in the mornings alone. */
const FEWEST_HOURS = 720;
const DEGREES_PER_HOUR = 15;
const SOUTH_DEG = 180;
const NEARLY_SOUTH_DEG = 20;

/** At most one warning for a file: all its light is on one clock. */
export function sunWarnings(
  recording: Recording,
  rows: RowHours,
  columns: readonly InspectedColumn[],
): RecordedWarning[] {
  const { site, plane, label } = recording;
  if (site === undefined || !rows.isUtc) return [];
  const isSouthward = plane !== undefined && Math.abs(plane.azimuthDeg - SOUTH_DEG) <= NEARLY_SOUTH_DEG;
  const level = columns.find(({ irradiance }) => irradiance === 'global');
  const light = level ?? columns.find(({ irradiance }) => isSouthward && /^(plane|beamPlane)$/.test(irradiance ?? ''));
  if (light === undefined || light.hours < FEWEST_HOURS) return [];
  const middle = label.kind === 'sample' && light.label === undefined ? label.minutesIntoHour / 60 : 0.5;
  const noon = 12 - site.longitudeDeg / DEGREES_PER_HOUR;
  let [sum, weighted] = [0, 0];
  light.hourOfDayMeans.forEach((mean, hour) => {
    // Hours are counted from noon at the site, so that no day is cut in two.
    const fromNoon = ((hour + middle - noon + 36) % 24) - 12;
    sum += Math.max(0, mean ?? 0);
    weighted += Math.max(0, mean ?? 0) * fromNoon;
  });
  const late = Number((weighted / sum).toFixed(1));
  if (!(Math.abs(late) > TOLERANCE_HOURS)) return [];
  const message =
    `${light.name}: the middle of its days is ${figureText(Math.abs(late))} hours ${late > 0 ? 'after' : 'before'} ` +
    'the sun stands highest at the site: zone or label may be wrong';
  return [{ code: 'sun-out-of-place', message, column: light.name }];
}
