/** A recording, once zone, label and year are known → the hours of one calendar year in UTC. */
import { type OffsetTable, offsetAt } from '../civil-time/offset-table.ts';
import type { FaultList } from '../faults.ts';
import type { FilledRun } from '../profile.ts';
import type { RecordedColumn, Recording } from '../recording/recording.ts';
import { type Fill, fillGaps, wrapEnds } from './fill.ts';
import { addGaps, type Gap, gapsOf } from './gaps.ts';
import { type KnownLabel, minutesToStamp, sunMinutes } from './labels.ts';
import type { PlacedRows } from './placed-rows.ts';
import { hourlyValues, MARGIN_HOURS, NO_ROW, type YearWindow, yearWindow } from './year-window.ts';
import { firstMinute } from './years-of-rows.ts';

/** A recorded column after the calendar: one value for each hour of a year in UTC, still in the unit of its file. */
export interface HourlyColumn extends Omit<RecordedColumn, 'values'> {
  /** Calendar year whose hours these are; of a typical year, the year it is laid on. */
  readonly year: number;
  /** `values[h]` stands for the hour that begins h hours after 1 January 00:00Z; never NaN. */
  readonly values: Float64Array;
  /**
   * Where in its hour the sun stands for the value [min]: 30 for means of the hour, the sampling minute for samples (which
   * may lie before or after the hour, for a file whose sampling departs from its stamps).
   */
  readonly sunMinutesIntoHour: number;
}

/** What is to be made of the rows, every question answered. */
export interface HourRules {
  readonly table: OffsetTable;
  readonly label: KnownLabel;
  readonly year: number;
  readonly fill?: Fill;
  readonly wrap: boolean;
}

export interface HourlyReading {
  readonly year: number;
  /** In the order asked for; NaN only where a gap was found, which is a fault. */
  readonly columns: readonly HourlyColumn[];
  /** Plain words on what was done to all of them. */
  readonly steps: readonly string[];
  readonly filled: readonly FilledRun[];
  /** What is still missing. */
  readonly gaps: readonly Gap[];
}

/** Energy of a step adds up to the energy of the hour; everything else is a mean. */
export function isSum({ quantity, unit = '' }: RecordedColumn): boolean {
  return quantity === 'energy' || (quantity === 'irradiance' && /(Wh|J|W-hr)\b/i.test(unit));
}

/** Takes the hours of `columns`; gaps that stay open are added to `faults`. */
export function readHours(
  recording: Recording,
  placed: PlacedRows,
  columns: readonly RecordedColumn[],
  rules: HourRules,
  faults: FaultList,
): HourlyReading {
  const { stepMinutes, lines, isTypicalYear } = recording;
  const { year, label, fill, wrap, table } = rules;
  const windows = new Map<number, YearWindow>();
  const windowOf = (column: RecordedColumn) => {
    const own: KnownLabel = column.label ?? label;
    const shift = minutesToStamp(label, stepMinutes) - minutesToStamp(own, stepMinutes);
    const window = windows.get(shift) ?? yearWindow(placed.startMinutes, stepMinutes, year, isTypicalYear, shift);
    windows.set(shift, window);
    return window;
  };
  const filled: FilledRun[] = [];
  const gaps: Gap[] = [];
  const read = columns.map((column): HourlyColumn => {
    const window = windowOf(column);
    const values = hourlyValues(column.values, window, isSum(column));
    const series = { column: column.name, year, values };
    if (wrap) filled.push(...wrapEnds(series));
    if (fill !== undefined) filled.push(...fillGaps(series, fill));
    gaps.push(...gapsOf({ name: column.name, recorded: column.values, values }, window, lines));
    const ofYear = values.slice(MARGIN_HOURS, MARGIN_HOURS + window.hours);
    return { ...column, year, values: ofYear, sunMinutesIntoHour: sunMinutes(column.label ?? label, stepMinutes) };
  });
  const offset = offsetAt(table, firstMinute(year) + 60 * 24 * 59);
  const hint = [...windows.values()].map((window) => endHint(window, rules)).find((text) => text !== undefined);
  addGaps(gaps, offset, hint, faults);
  return {
    year,
    columns: read,
    steps: stepsOf(recording, placed, columns, rules),
    filled,
    gaps,
  };
}

function stepsOf(
  { stepMinutes, isTypicalYear }: Recording,
  placed: PlacedRows,
  columns: readonly RecordedColumn[],
  rules: HourRules,
): string[] {
  const { table, label, year } = rules;
  const steps = [...placed.notes];
  if (label.kind === 'end') steps.push(`stamps end their intervals: moved ${stepMinutes} min back to their beginnings`);
  if (label.kind === 'middle') steps.push(`stamps are middles: moved ${stepMinutes / 2} min back to their beginnings`);
  const means = columns.filter((column) => column.label !== undefined).map(({ name }) => name);
  if (means.length > 0) {
    steps.push(`${means.join(', ')}: of the ${stepMinutes} min before each stamp, moved back to their beginning`);
  }
  const isUtc = table.from.length === 1 && table.offsetMinutes[0] === 0;
  if (!isUtc && !isTypicalYear) steps.push(`clock of ${table.name} to UTC`);
  if (stepMinutes < 60) steps.push(`values of ${60 / stepMinutes} steps an hour to means of hours, energy to sums`);
  const others = rowsOutside(placed.startMinutes, firstMinute(year), firstMinute(year + 1));
  if (others > 0) steps.push(`${others} row${others === 1 ? '' : 's'} outside ${year} (UTC) left out`);
  return steps;
}

function rowsOutside(startMinutes: Float64Array, from: number, until: number): number {
  let count = 0;
  for (let row = 0; row < startMinutes.length; row++) {
    const start = startMinutes[row]!;
    if (start < from || start >= until) count++;
  }
  return count;
}

/** What helps where the year's ends lack: a file of a local year never covers the year of UTC. */
function endHint({ rowOfStep, hours, stepsPerHour }: YearWindow, { table, year }: HourRules): string | undefined {
  const hasRow = (from: number, until: number) =>
    rowOfStep.subarray(from * stepsPerHour, until * stepsPerHour).some((row) => row !== NO_ROW);
  const isBesides = hasRow(0, MARGIN_HOURS) || hasRow(MARGIN_HOURS + hours, hours + 2 * MARGIN_HOURS);
  if (!isBesides) return undefined;
  return `every hour of ${year} in UTC, which a file by the clock of ${table.name} reaches only with hours of the next year or the one before: add them, or pass wrap: true to take the missing ones from the other end of the file, a year away`;
}
