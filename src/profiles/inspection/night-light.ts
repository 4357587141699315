/** Light while the sun is far below the horizon: two days of a file suffice to see a wrong zone so. */

import { sunPosition } from '../physics/sun-position.ts';
import type { RecordedColumn, RecordedWarning, Recording } from '../recording/recording.ts';
import { countText } from './figure-text.ts';
import { hourText, type RowHours } from './row-hours.ts';

/** Civil dusk: below, the sky lights nothing that modules would notice. */
const DUSK_DEG = 6;
const DUSK_SINE = -Math.sin((DUSK_DEG * Math.PI) / 180);
/** Of the brightest hour; less may be the offset of a sensor. */
const LEAST_LIGHT = 0.05;
/** One hour may be a slip of the pen; a wrong clock puts more than these into the night. */
const FEWEST_HOURS = 3;
const FEWEST_SHARE = 0.02;
const MILLISECONDS_PER_HOUR = 3_600_000;

export function nightWarning(recording: Recording, rows: RowHours): RecordedWarning | undefined {
  if (recording.site === undefined || !rows.isUtc) return undefined;
  for (const column of recording.columns) {
    if (column.quantity !== 'irradiance') continue;
    const warning = nightOf(column, recording, rows);
    if (warning !== undefined) return warning;
  }
  return undefined;
}

function nightOf({ name, values }: RecordedColumn, recording: Recording, rows: RowHours): RecordedWarning | undefined {
  const { latitudeDeg, longitudeDeg } = recording.site!;
  const brightest = values.reduce((most, value) => (value > most ? value : most), 0);
  const lit = new Set<number>();
  values.forEach((value, row) => {
    const hour = rows.hours[row]!;
    if (value > LEAST_LIGHT * brightest && !Number.isNaN(hour)) lit.add(hour);
  });
  const isNight = (hour: number) =>
    [hour, hour + 0.5, hour + 1].every(
      (at) => sunPosition(at * MILLISECONDS_PER_HOUR, latitudeDeg, longitudeDeg).up < DUSK_SINE,
    );
  const dark = [...lit].filter(isNight);
  if (dark.length < FEWEST_HOURS || dark.length < FEWEST_SHARE * lit.size) return undefined;
  const first = hourText(dark[0]!, rows.isUtc, recording.isTypicalYear);
  const message =
    `${name}: ${countText(dark.length)} of ${countText(lit.size)} hours with light have the sun more than ${DUSK_DEG}° ` +
    `below the horizon at the site, first ${first}: zone or label may be wrong`;
  return { code: 'light-at-night', message, column: name };
}
