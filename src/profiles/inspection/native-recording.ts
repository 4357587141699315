/** A native file as a recording, so that it is judged like every other. */

import type { ProfileContent } from '../formats/format.ts';
import type { ProfileUnit } from '../profile.ts';
import type { RecordedQuantity, Recording } from '../recording/recording.ts';

const MINUTES_PER_HOUR = 60;
const MILLISECONDS_PER_MINUTE = 60_000;
const MOST_COMMENTS = 1000;

const meanings: Readonly<Record<ProfileUnit, { readonly quantity: RecordedQuantity; readonly unit: string }>> = {
  capacityFactor: { quantity: 'capacityFactor', unit: '1' },
  relative: { quantity: 'other', unit: 'relative' },
  pue: { quantity: 'other', unit: 'pue' },
  pricePerMWh: { quantity: 'price', unit: 'pricePerMWh' },
  share: { quantity: 'other', unit: 'share' },
  temperatureC: { quantity: 'temperature', unit: '°C' },
};

/** `text` is the file's: hour h stands h + 1 lines below the names of its columns. */
export function nativeRecording({ columns, year, synthetic, warnings = [] }: ProfileContent, text: string): Recording {
  const headerLine = text.split('\n', MOST_COMMENTS).findIndex((line) => !line.startsWith('#')) + 1;
  const hours = columns[0]?.values.length ?? 0;
  const newYear = Date.UTC(year, 0, 1) / MILLISECONDS_PER_MINUTE;
  return {
    why: `line 1 is "# hourmatch profile", line ${headerLine} names the series`,
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: MINUTES_PER_HOUR,
    isTypicalYear: false,
    synthetic,
    clockMinutes: Float64Array.from({ length: hours }, (_, hour) => newYear + hour * MINUTES_PER_HOUR),
    lines: Uint32Array.from({ length: hours }, (_, hour) => headerLine + 1 + hour),
    columns: columns.map(({ name, unit, values }) => ({ name, ...meanings[unit], values })),
    warnings,
  };
}
