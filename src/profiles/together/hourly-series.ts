/** A file as it is held against others: what it is of, and its series by the hour in UTC. */

import { FaultList } from '../faults.ts';
import { bytesOfFile } from '../file/bytes.ts';
import { hoursOfRows } from '../inspection/row-hours.ts';
import { labelAnswer, zoneAnswer } from '../questions/questions.ts';
import type { ReadingOptions } from '../questions/reading-options.ts';
import { recordFile, textIn } from '../recording/recorded-file.ts';
import type { RecordedColumn, RecordedQuantity, RecordedSite, Recording } from '../recording/recording.ts';

export interface HourlySeries {
  readonly name: string;
  /** Mean of each hour since `first`; NaN where there is none. */
  readonly values: Float64Array;
  /** Light, or what light makes: nothing in the same hours of every day. */
  readonly isOfSun: boolean;
}

export interface TimedFile {
  readonly file: string;
  /** Hours since 1970 of the first; of a typical year, as if all its months were of one year. */
  readonly first: number;
  readonly hours: number;
  readonly series: readonly HourlySeries[];
  /** Years of the months of a typical year, January first; undefined for a year that was. */
  readonly typicalMonths: string | undefined;
  readonly site: RecordedSite | undefined;
}

const compared: readonly RecordedQuantity[] = ['capacityFactor', 'power', 'energy', 'irradiance', 'windSpeed', 'other'];
const HOURS_PER_DAY = 24;
/** Hours of darkness in common of all days of a year, and of two days in summer. */
const FEWEST_DARK = 5;
const DARK = 0.01;
const MILLISECONDS_PER_MINUTE = 60_000;

/** @throws ProfileError with what the file leaves open, and for what cannot be read */
export async function readTimedFile(path: string, options: ReadingOptions): Promise<TimedFile> {
  const bytes = await bytesOfFile(path);
  const text = await textIn(bytes, path, options.part);
  const { recording, content } = recordFile(bytes, path, options, text);
  const questions = new FaultList(path);
  // An answer is for files that leave it open; others may stand beside them.
  const { zone, label } = recording;
  const knownZone = zone.kind === 'unstated' ? zoneAnswer(recording, options, questions) : zone;
  const knownLabel = label.kind === 'unstated' ? labelAnswer(recording, options, questions) : label;
  questions.throwIfAny();
  const ofNative = content?.provenance?.isTypicalYear === true ? originOf(text.bytes, path) : undefined;
  return timed({ ...recording, zone: knownZone!, label: knownLabel! }, path, ofNative);
}

const LONGEST_HEAD = 4096;

/** A native file keeps where its typical year is from, and not the years of its months. */
function originOf(bytes: Uint8Array, file: string): string {
  const head = Buffer.from(bytes.subarray(0, LONGEST_HEAD)).toString();
  return /^# source: (.+)$/m.exec(head)?.[1] ?? `years that ${file} does not tell`;
}

function timed(recording: Recording, file: string, origin: string | undefined): TimedFile {
  const faults = new FaultList(file);
  const { hours } = hoursOfRows(recording, faults);
  const [first, last] = hours.reduce(
    ([least, most], hour) => (Number.isNaN(hour) ? [least, most] : [Math.min(least, hour), Math.max(most, hour)]),
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  faults.throwIfAny();
  const columns = recording.columns.filter(({ quantity }) => compared.includes(quantity));
  return {
    file,
    first,
    hours: last - first + 1,
    series: columns.map((column) => seriesOf(column, hours, first, last)),
    typicalMonths: recording.isTypicalYear ? monthsOf(recording) : origin,
    site: recording.site,
  };
}

function seriesOf({ name, values }: RecordedColumn, hours: Float64Array, first: number, last: number): HourlySeries {
  const sums = new Float64Array(last - first + 1);
  const counts = new Uint32Array(sums.length);
  values.forEach((value, row) => {
    const at = hours[row]! - first;
    if (Number.isNaN(value) || Number.isNaN(at)) return;
    sums[at] = sums[at]! + value;
    counts[at] = counts[at]! + 1;
  });
  const means = sums.map((sum, at) => (counts[at] === 0 ? Number.NaN : sum / counts[at]!));
  const most = means.reduce((largest, value) => (value > largest ? value : largest), 0);
  const lit = new Uint8Array(HOURS_PER_DAY);
  means.forEach((value, at) => {
    if (!(value <= DARK * most) && !Number.isNaN(value)) lit[(first + at) % HOURS_PER_DAY] = 1;
  });
  const dark = lit.reduce((count, isLit) => count + (isLit ? 0 : 1), 0);
  return { name, values: means, isOfSun: dark >= FEWEST_DARK && dark < HOURS_PER_DAY };
}

/** `2018, 2007, …`: the same for files of one typical year alone. */
function monthsOf({ clockMinutes }: Recording): string {
  const years = new Map<number, number>();
  for (const minutes of clockMinutes) {
    const date = new Date(minutes * MILLISECONDS_PER_MINUTE);
    if (!years.has(date.getUTCMonth())) years.set(date.getUTCMonth(), date.getUTCFullYear());
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([, year]) => year)
    .join(', ');
}
