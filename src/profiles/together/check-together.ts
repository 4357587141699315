/** What shows that files cannot belong together: another clock, another year, months of other years, a day that lacks. */

import { isLeapYear } from '../hours/stamp.ts';
import { sunPosition } from '../physics/sun-position.ts';
import type { ReadingOptions } from '../questions/reading-options.ts';
import { type HourlySeries, readTimedFile, type TimedFile } from './hourly-series.ts';

export interface Misfit {
  /** Kebab case, stable: `light-at-night`, `typical-years`, `no-common-hour`, `leap-day-missing`, `hours-apart`. */
  readonly code: string;
  /** One file, or the two that do not go together. */
  readonly files: readonly string[];
  readonly message: string;
}

/**
 * Holds each file against the sun at its place and each two of them against each other.
 *
 * @param options answers for all files that leave something open
 * @throws ProfileError with what a file leaves open, and for what cannot be read
 */
export async function checkTogether(paths: readonly string[], options: ReadingOptions): Promise<Misfit[]> {
  const files: TimedFile[] = [];
  for (const path of paths) files.push(await readTimedFile(path, options));
  const pairs = files.flatMap((one, at) => files.slice(at + 1).map((other) => [one, other] as const));
  return [...files.flatMap(nightOf), ...pairs.flatMap(([one, other]) => misfitsOf(one, other))];
}

const MILLISECONDS_PER_HOUR = 3_600_000;
/** Civil dusk. */
const DUSK_SINE = -0.1045;
/** Of the most; less is what plants draw or sensors show. */
const LEAST_LIGHT = 0.05;
const [FEWEST_DARK_HOURS, FEWEST_DARK_SHARE] = [3, 0.02];

/** Output or light of the sun while it is below the horizon of the file's own place. */
function nightOf({ file, first, series, site, typicalMonths }: TimedFile): Misfit[] {
  if (site === undefined) return [];
  const { latitudeDeg, longitudeDeg } = site;
  const up = (hour: number) => sunPosition(hour * MILLISECONDS_PER_HOUR, latitudeDeg, longitudeDeg).up;
  return series.flatMap(({ name, values, isOfSun }) => {
    if (!isOfSun) return [];
    const most = values.reduce((largest, value) => (value > largest ? value : largest), 0);
    const lit = Array.from(values, (value, at) => (value > LEAST_LIGHT * most ? first + at : -1)).filter(
      (at) => at >= 0,
    );
    const dark = lit.filter((hour) => [hour, hour + 0.5, hour + 1].every((at) => up(at) < DUSK_SINE));
    if (dark.length < FEWEST_DARK_HOURS || dark.length < FEWEST_DARK_SHARE * lit.length) return [];
    const when = stampOf(dark[0]!).slice(typicalMonths === undefined ? 0 : 5);
    const message = `${name} gives power or light in ${dark.length} hours of night at its place, first ${when}: zone, label or place are wrong`;
    return [{ code: 'light-at-night', files: [file], message }];
  });
}

const stampOf = (hour: number) => `${new Date(hour * MILLISECONDS_PER_HOUR).toISOString().slice(0, 16)}Z`;

function misfitsOf(one: TimedFile, other: TimedFile): Misfit[] {
  const files = [one.file, other.file];
  const misfit = (code: string, message: string): Misfit => ({ code, files, message });
  if (one.typicalMonths !== undefined || other.typicalMonths !== undefined) {
    if (one.typicalMonths === other.typicalMonths) return [];
    const told = ({ typicalMonths }: TimedFile) =>
      typicalMonths === undefined ? 'hours that were' : `a typical year, its months of ${typicalMonths}`;
    const message = `${told(one)} against ${told(other)}: weather of different times, which never went together`;
    return [misfit('typical-years', message)];
  }
  const from = Math.max(one.first, other.first);
  const until = Math.min(one.first + one.hours, other.first + other.hours);
  if (from >= until) {
    const span = ({ first, hours }: TimedFile) => `${stampOf(first)} … ${stampOf(first + hours - 1)}`;
    return [misfit('no-common-hour', `no hour in common: ${span(one)} against ${span(other)}`)];
  }
  return [
    ...leapDays(one, other, misfit),
    ...leapDays(other, one, misfit),
    ...hoursApart(one, other, [from, until], misfit),
  ];
}

const HOURS_PER_DAY = 24;

/** 29 February of a year that both span, of which one has no hour. */
function leapDays(having: TimedFile, lacking: TimedFile, misfit: (code: string, message: string) => Misfit): Misfit[] {
  const yearOf = (hour: number) => new Date(hour * MILLISECONDS_PER_HOUR).getUTCFullYear();
  const years = Array.from(
    { length: yearOf(having.first + having.hours) - yearOf(having.first) + 1 },
    (_, at) => yearOf(having.first) + at,
  );
  return years.filter(isLeapYear).flatMap((year) => {
    const day = Date.UTC(year, 1, 29) / MILLISECONDS_PER_HOUR;
    const has = ({ first, series }: TimedFile, hour: number) =>
      series.some(({ values }) =>
        values.subarray(hour - first, hour - first + HOURS_PER_DAY).some((value) => !Number.isNaN(value)),
      );
    const isInside = lacking.first <= day - HOURS_PER_DAY && lacking.first + lacking.hours >= day + 2 * HOURS_PER_DAY;
    if (!isInside || day < having.first || !has(having, day) || has(lacking, day)) return [];
    return [
      misfit('leap-day-missing', `29 February ${year} stands in ${having.file} and is missing in ${lacking.file}`),
    ];
  });
}

const MOST_APART = 6;
const FEWEST_COMMON = 48;
const DEGREES_PER_HOUR = 15;
/** Days of any two places of the sun are alike; other series are of one plant where they agree so far. */
const [GAIN_OF_SUN, GAIN_OF_OTHERS, LEAST_OF_SUN, LEAST_OF_OTHERS] = [0.02, 0.01, 0.7, 0.95];

/** The two series that agree best once one is moved by whole hours, where moving it is what makes them agree. */
function hoursApart(
  one: TimedFile,
  other: TimedFile,
  [from, until]: readonly [number, number],
  misfit: (code: string, message: string) => Misfit,
): Misfit[] {
  if (until - from < FEWEST_COMMON) return [];
  const expected =
    one.site === undefined || other.site === undefined
      ? 0
      : Math.round((one.site.longitudeDeg - other.site.longitudeDeg) / DEGREES_PER_HOUR);
  const found = one.series.flatMap((a) =>
    other.series.flatMap((b) => {
      if (a.isOfSun !== b.isOfSun) return [];
      const at = (lag: number) => correlation(a, b, { from, until, shiftA: one.first, shiftB: other.first, lag });
      const right = at(expected);
      const lags = Array.from({ length: 2 * MOST_APART + 1 }, (_, index) => index - MOST_APART);
      const best = lags.map((lag) => ({ lag, r: at(lag) })).toSorted((x, y) => y.r - x.r)[0]!;
      const [gain, least] = a.isOfSun ? [GAIN_OF_SUN, LEAST_OF_SUN] : [GAIN_OF_OTHERS, LEAST_OF_OTHERS];
      return best.lag !== expected && best.r >= least && best.r - right >= gain ? [{ a, b, ...best, right }] : [];
    }),
  );
  const [best] = found.toSorted((x, y) => y.r - x.r);
  if (best === undefined) return [];
  const { a, b, lag, r, right } = best;
  const apart = Math.abs(lag - expected);
  const hours = apart === 1 ? '1 hour' : `${apart} hours`;
  const message = `${b.name} of ${other.file} goes with ${a.name} of ${one.file} ${hours} ${lag > expected ? 'earlier' : 'later'} (correlation ${r.toFixed(3)}, as they stand ${right.toFixed(3)}): zone or label of one is wrong`;
  return [misfit('hours-apart', message)];
}

interface Lagged {
  readonly from: number;
  readonly until: number;
  readonly shiftA: number;
  readonly shiftB: number;
  /** Hours by which the second is moved back. */
  readonly lag: number;
}

/** Of the hours that both have; −1 where one of them never changes. */
function correlation(a: HourlySeries, b: HourlySeries, { from, until, shiftA, shiftB, lag }: Lagged): number {
  let [count, sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0, 0];
  for (let hour = from; hour < until; hour++) {
    const [x, y] = [a.values[hour - shiftA]!, b.values[hour + lag - shiftB] ?? Number.NaN];
    if (Number.isNaN(x + y)) continue;
    count++;
    sumA += x;
    sumB += y;
    squaresA += x * x;
    squaresB += y * y;
    products += x * y;
  }
  const [varianceA, varianceB] = [squaresA - (sumA * sumA) / count, squaresB - (sumB * sumB) / count];
  const r = (products - (sumA * sumB) / count) / Math.sqrt(varianceA * varianceB);
  return count < FEWEST_COMMON || Number.isNaN(r) ? -1 : r;
}
