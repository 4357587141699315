/** A foreign file as a native one, which tells where it came from and what was done to it. */
import { basename } from 'node:path';
import { isColumnName } from '../formats/native/head.ts';
import { type NativeFile, nativeToCsv } from '../formats/native/to-csv.ts';
import {
  type FilledRun,
  filledHours,
  type HourlyProfile,
  type ProfileFile,
  type ProfileProvenance,
  type ProfileUnit,
} from '../profile.ts';
import type { Purpose } from '../questions/reading-options.ts';

/** Enough for a watt of a megawatt, a cent of a price; zeros at the end are left out anyway. */
const decimals: Readonly<Record<ProfileUnit, number>> = {
  capacityFactor: 6,
  relative: 6,
  pue: 4,
  pricePerMWh: 4,
  share: 6,
  temperatureC: 3,
};
const MOST_RUNS = 50;

/**
 * The text of the native file. Names of columns are made fit for the format, or given.
 *
 * @param names of the columns, in their order; undefined to keep those of the file
 * @param doubts written as warnings
 * @throws RangeError where a given name cannot be one
 */
export function nativeOfFile(file: ProfileFile, names?: readonly string[], doubts: readonly string[] = []): string {
  const native = nativeFileOf(file, names);
  const notes = [...(native.notes ?? []), ...doubts.map((doubt) => oneLine(`warning: ${doubt}`))];
  return nativeToCsv({ ...native, notes });
}

function nativeFileOf(
  { file, format, sha256, synthetic, year, columns, provenance }: ProfileFile,
  names?: readonly string[],
): NativeFile {
  const currency = columns.find((column) => column.currency !== undefined)?.currency;
  return {
    synthetic,
    isTypicalYear: provenance?.isTypicalYear ?? false,
    filledHours: provenance?.columns.reduce((sum, column) => sum + filledHours(column), 0) ?? 0,
    ...(currency === undefined ? {} : { currency }),
    source: oneLine(`${basename(file)}, ${format}, sha256 ${sha256}`),
    notes: provenance === undefined ? [] : notesOf(provenance).map(oneLine),
    year,
    columns: columns.map(({ name, unit, values }, at) => ({
      name: names?.[at] ?? columnNameOf(name),
      unit,
      values,
      decimals: decimals[unit],
    })),
  };
}

function notesOf({ why, zone, label, stepMinutes, isTypicalYear, columns, warnings }: ProfileProvenance): string[] {
  return [
    'imported by hourmatch profiles import',
    `recognised: ${why}`,
    `read as: zone ${zone}, ${label}, one row every ${stepMinutes} minutes`,
    ...(isTypicalYear
      ? ['a typical year: its months come from different years, so its hours pair with no other file']
      : []),
    ...columns.flatMap(({ transformations }) => transformations),
    ...columns.flatMap((column) =>
      column.filled.length === 0 ? [] : filledNotes(column.name, filledHours(column), column.filled),
    ),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
}

function filledNotes(name: string, hours: number, runs: readonly FilledRun[]): string[] {
  const more = runs.length - MOST_RUNS;
  return [
    `filled: ${hours} of the hours of ${name} are not in the source`,
    ...runs.slice(0, MOST_RUNS).map(({ column, method, first, hours: count }) => {
      const many = count === 1 ? '1 hour' : `${count} hours`;
      return `filled: ${column}, ${many} from ${first}, ${method}`;
    }),
    ...(more > 0 ? [`filled: ${more} more runs`] : []),
  ];
}

/** Letters, digits, `_`, `.` and `-` of a foreign name: `G(i)` → `G_i`, `10m wind` → `series_10m_wind`. */
function columnNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^[_.-]+|[_.-]+$/g, '');
  if (isColumnName(plain)) return plain;
  const prefixed = `series_${plain}`;
  return isColumnName(prefixed) ? prefixed : 'series';
}

/** What a comment can hold: no control characters, no spaces at the ends. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\uFEFF]+/gu, ' ').trim();
}

const HOURS_PER_DAY = 24;
/** Nights last longer than this in every season south of 60°; calms of a whole year never fall on the same hours. */
const FEWEST_DARK_HOURS = 6;

/**
 * Whether a series looks like what it was imported as: a night of zeros is no wind, a midnight of power no sun. Plain words
 * for what speaks against the purpose; undefined where nothing does.
 */
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
