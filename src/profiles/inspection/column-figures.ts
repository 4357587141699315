/** The figures of one column: how much of it is there, its range, and its shape over year, week and day. */

import { isSum } from '../hours/hourly-reading.ts';
import type { RecordedColumn } from '../recording/recording.ts';
import type { Coverage } from './coverage.ts';
import type { InspectedColumn } from './inspection.ts';
import { dateOfHour, type RowHours } from './row-hours.ts';

const WEEKS = 52;
const HOURS_PER_WEEK = 168;

/** Sums by bin, and what they come to. */
class Bins {
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;

  constructor(bins: number) {
    this.#sums = new Float64Array(bins);
    this.#counts = new Uint32Array(bins);
  }

  add(bin: number, value: number): void {
    this.#sums[bin] = this.#sums[bin]! + value;
    this.#counts[bin] = this.#counts[bin]! + 1;
  }

  means(): (number | null)[] {
    return Array.from(this.#sums, (sum, bin) => (this.#counts[bin] === 0 ? null : sum / this.#counts[bin]!));
  }
}

/** One row, or for energy in steps shorter than an hour the sum of a whole hour, with the hour it belongs to. */
interface Figures {
  readonly values: Float64Array;
  readonly hours: Float64Array;
  /** How many of them make an hour. */
  readonly perHour: number;
}

function sumsOfHours(
  values: Float64Array,
  hours: Float64Array,
  { first = 0, rowsOfHour, rowsPerHour }: Coverage,
): Figures {
  const sums = new Float64Array(rowsOfHour.length);
  const counts = new Uint32Array(rowsOfHour.length);
  values.forEach((value, row) => {
    const at = hours[row]! - first;
    if (Number.isNaN(value) || Number.isNaN(at)) return;
    sums[at] = sums[at]! + value;
    counts[at] = counts[at]! + 1;
  });
  return {
    values: sums.map((sum, at) => (counts[at] === rowsPerHour ? sum : Number.NaN)),
    hours: sums.map((_, at) => first + at),
    perHour: 1,
  };
}

export function figuresOf(column: RecordedColumn, rows: RowHours, coverage: Coverage): InspectedColumn {
  const { name, quantity, unit, irradiance, heightM, capacityKW, label } = column;
  const { first, rowsOfHour, rowsPerHour, hoursPerRow } = coverage;
  const { values, hours, perHour }: Figures =
    isSum(column) && rowsPerHour > 1 && first !== undefined
      ? sumsOfHours(column.values, rows.hours, coverage)
      : { values: column.values, hours: rows.hours, perHour: rowsPerHour };
  const valuesOfHour = new Uint32Array(rowsOfHour.length);
  const [months, daily, weeks] = [new Bins(12), new Bins(24), new Bins(WEEKS)];
  let [min, max, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    count++;
    const hour = hours[at]!;
    if (Number.isNaN(hour) || first === undefined) return;
    valuesOfHour[hour - first] = valuesOfHour[hour - first]! + 1;
    const date = dateOfHour(hour);
    const newYear = Date.UTC(date.getUTCFullYear(), 0, 1) / 3_600_000;
    months.add(date.getUTCMonth(), value);
    daily.add(date.getUTCHours(), value);
    // The last week has a day more, or two in leap years.
    weeks.add(Math.min(WEEKS - 1, Math.floor((hour - newYear) / HOURS_PER_WEEK)), value);
  });
  const whole = valuesOfHour.reduce((total, found) => total + (found >= perHour ? 1 : 0), 0);
  const expected = Math.ceil(rowsOfHour.length / hoursPerRow);
  return {
    ...{ name, quantity, unit: unit ?? null },
    ...(irradiance === undefined ? {} : { irradiance }),
    ...(heightM === undefined ? {} : { heightM }),
    ...(capacityKW === undefined ? {} : { capacityKW }),
    ...(label === undefined ? {} : { label: label.kind }),
    hours: whole * hoursPerRow,
    missingHours: (expected - whole) * hoursPerRow,
    duplicateHours: coverage.duplicateHours,
    ...(count === 0 ? { min: null, mean: null, max: null } : { min, mean: sum / count, max }),
    monthlyMeans: months.means(),
    hourOfDayMeans: daily.means(),
    weeklyMeans: weeks.means(),
  };
}
