/**
 * Filling of gaps, only as asked for, each filled hour on record:
 *
 * - `linear:3h`: a straight line between the neighbours of a gap of at most so many hours.
 * - `same-hour-yesterday`: the value 24 hours before, which may have been filled itself; gaps of at most a day, or as
 *   many hours as are said: `same-hour-yesterday:72h`.
 * - wrap: hours that lack at one end of the year, taken from the same hours a year away at the other end of the file.
 */
import { stampOfHour } from '../../time.ts';
import type { FilledRun } from '../profile.ts';
import { MARGIN_HOURS } from './year-window.ts';

export interface Fill {
  readonly method: 'linear' | 'same-hour-yesterday';
  readonly mostHours: number;
}

const fillForm = /^(linear:[1-9]\d{0,2}h|same-hour-yesterday(:[1-9]\d{0,2}h)?)$/;
export const fillForms = 'linear:3h or same-hour-yesterday';

const DAY_HOURS = 24;

/** Undefined for a text of another form. */
export function fillOf(text: string): Fill | undefined {
  if (!fillForm.test(text)) return undefined;
  const [method, most] = text.split(':');
  return {
    method: method === 'linear' ? 'linear' : 'same-hour-yesterday',
    mostHours: most === undefined ? DAY_HOURS : Number(most.slice(0, -1)),
  };
}

/** Runs of missing hours in `values[from…until)`. */
export function missingRuns(values: Float64Array, from: number, until: number): { first: number; hours: number }[] {
  const runs: { first: number; hours: number }[] = [];
  for (let hour = from; hour < until; hour++) {
    if (!Number.isNaN(values[hour]!)) continue;
    const first = hour;
    while (hour < until && Number.isNaN(values[hour]!)) hour++;
    runs.push({ first, hours: hour - first });
  }
  return runs;
}

/** What is filled: the values of a window, a margin before and after the year, changed in place. */
export interface Fillable {
  readonly column: string;
  readonly year: number;
  readonly values: Float64Array;
}

const yearOf = ({ values }: Fillable): [number, number] => [MARGIN_HOURS, values.length - MARGIN_HOURS];

function run({ column, year }: Fillable, method: FilledRun['method'], first: number, hours: number): FilledRun {
  return { column, method, first: stampOfHour(year, first - MARGIN_HOURS), hours };
}

/** Missing hours at the year's beginning and end that stand a year away in the margins. */
export function wrapEnds(series: Fillable): FilledRun[] {
  const { values } = series;
  const [from, until] = yearOf(series);
  const length = until - from;
  return missingRuns(values, from, until).flatMap(({ first, hours }) => {
    const shift = first === from ? length : first + hours === until ? -length : 0;
    const source = values.slice(first + shift, first + shift + hours);
    if (shift === 0 || source.length < hours || source.some(Number.isNaN)) return [];
    values.set(source, first);
    return [run(series, 'wrap', first, hours)];
  });
}

export function fillGaps(series: Fillable, { method, mostHours }: Fill): FilledRun[] {
  const { values } = series;
  const [from, until] = yearOf(series);
  return missingRuns(values, from, until).flatMap(({ first, hours }) => {
    if (hours > mostHours) return [];
    const [before, after] = [values[first - 1]!, values[first + hours]!];
    if (method === 'linear' && Number.isNaN(before + after)) return [];
    const filled = Float64Array.from({ length: hours }, (_, at) =>
      method === 'linear'
        ? before + ((after - before) * (at + 1)) / (hours + 1)
        : values[first - DAY_HOURS + (at % DAY_HOURS)]!,
    );
    if (filled.some(Number.isNaN)) return [];
    values.set(filled, first);
    return [run(series, method, first, hours)];
  });
}
