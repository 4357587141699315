/** The hour that each row of a recording belongs to. */

import { hoursOfYear } from '../../time.ts';
import type { OffsetTable } from '../civil-time/offset-table.ts';
import { tableOf } from '../civil-time/zone.ts';
import type { FaultList } from '../faults.ts';
import { intervalStarts } from '../hours/interval-starts.ts';
import { minutesToStamp } from '../hours/labels.ts';
import type { Recording, Zone } from '../recording/recording.ts';

const MINUTES_PER_HOUR = 60;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_HOUR = 3_600_000;
/** Any year of its length: months of a typical year are laid one behind the other. */
const [COMMON_YEAR, LEAP_YEAR] = [2001, 2000];

export interface RowHours {
  /** Hours since 1970 of each row; NaN where its stamp cannot be read. Of a typical year: within one common or leap year. */
  readonly hours: Float64Array;
  /** False where these are hours on the clock of the file, since nobody says how far it is from UTC. */
  readonly isUtc: boolean;
}

/** Minutes after its stamp at which the interval of a row begins; stamps of unknown label are taken as starts. */
function startAfterStamp({ label, stepMinutes }: Recording): number {
  // `−0` would be carried into every hour.
  return label.kind === 'unstated' ? 0 : 0 - minutesToStamp(label, stepMinutes);
}

/** Clocks that change are followed; what cannot exist on them is a fault. */
export function hoursOfRows(recording: Recording, faults: FaultList): RowHours {
  const { clockMinutes, zone, isTypicalYear } = recording;
  const shift = startAfterStamp(recording);
  const offset = zone.kind === 'offset' ? zone.minutes : 0;
  const table = zone.kind === 'civil' ? tableOfYears(zone, clockMinutes) : undefined;
  const isUtc = table !== undefined || zone.kind === 'offset';
  if (isTypicalYear)
    return {
      hours: typicalHours(
        clockMinutes.map((clock) => clock + shift),
        offset,
      ),
      isUtc,
    };
  const starts =
    table === undefined
      ? clockMinutes.map((clock) => clock - offset + shift)
      : intervalStarts(clockMinutes, 0 - shift, table, recording, faults).minutes;
  return { hours: starts.map((minute) => Math.floor(minute / MINUTES_PER_HOUR)), isUtc };
}

function tableOfYears(zone: Exclude<Zone, { kind: 'unstated' }>, clockMinutes: Float64Array): OffsetTable | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const minutes of clockMinutes) {
    if (minutes < first) first = minutes;
    if (minutes > last) last = minutes;
  }
  if (first > last) return undefined;
  const yearOf = (minutes: number) => new Date(minutes * MILLISECONDS_PER_MINUTE).getUTCFullYear();
  return tableOf(zone, yearOf(first), yearOf(last));
}

/** Laid on one year by the dates of the file's own clock, then moved to UTC round the year. */
function typicalHours(minutes: Float64Array, offset: number): Float64Array {
  const dates = Array.from(minutes, (minute) => new Date(minute * MILLISECONDS_PER_MINUTE));
  const hasLeapDay = dates.some((date) => date.getUTCMonth() === 1 && date.getUTCDate() === 29);
  const year = hasLeapDay ? LEAP_YEAR : COMMON_YEAR;
  const newYear = Date.UTC(year, 0, 1) / MILLISECONDS_PER_HOUR;
  const length = hoursOfYear(year);
  return Float64Array.from(dates, (date) => {
    const [month, day, hour] = [date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()];
    const minute = date.getUTCMinutes();
    const sinceNewYear = Date.UTC(year, month, day, hour, minute) / MILLISECONDS_PER_HOUR - newYear - offset / 60;
    return newYear + (((Math.floor(sinceNewYear) % length) + length) % length);
  });
}

/** `2019-01-01T00:00Z`, without Z on a clock of unknown offset, without year where it is a typical one. */
export function hourText(hour: number, isUtc: boolean, isTypicalYear: boolean): string {
  const text = new Date(hour * MILLISECONDS_PER_HOUR).toISOString().slice(isTypicalYear ? 5 : 0, 16);
  return isUtc ? `${text}Z` : text;
}

export function dateOfHour(hour: number): Date {
  return new Date(hour * MILLISECONDS_PER_HOUR);
}
