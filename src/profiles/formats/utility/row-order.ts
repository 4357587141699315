/** Rows of an unknown table as its stamps order them: newest first, days from the last to the first, seconds that drift. */

import type { RecordedWarning } from '../../recording/recording.ts';
import { stepOf } from '../../table/stamps.ts';
import type { Table } from '../../table/table.ts';

/** Clocks that are put back go back by less. */
const LEAST_BACK = 180;

const warned = (table: Table, code: string, message: string): Table => ({
  ...table,
  warnings: [...table.warnings, { code, message }],
});

/** Each row in place of the one it is read as. */
function reordered(table: Table, order: readonly number[]): Table {
  const take = (array: Float64Array) => Float64Array.from(order, (row) => array[row]!);
  return {
    clockMinutes: take(table.clockMinutes),
    lines: take(table.lines),
    values: table.values.map(take),
    warnings: table.warnings,
  };
}

/** Beginnings of runs that go on in time; stamps that cannot be read belong to the run before. */
function runsOf(clockMinutes: Float64Array): number[] {
  const starts: number[] = [];
  let previous = Number.POSITIVE_INFINITY;
  clockMinutes.forEach((minutes, row) => {
    if (row === 0 || minutes < previous - LEAST_BACK) starts.push(row);
    if (!Number.isNaN(minutes)) previous = minutes;
  });
  return starts;
}

/** More rows lie before their predecessor than after it. */
function goesBack(clockMinutes: Float64Array): boolean {
  let back = 0;
  for (let row = 1; row < clockMinutes.length; row++) {
    if (clockMinutes[row]! < clockMinutes[row - 1]!) back++;
    else if (clockMinutes[row]! > clockMinutes[row - 1]!) back--;
  }
  return back > 0;
}

interface Ordered {
  readonly table: Table;
  readonly warnings: readonly RecordedWarning[];
}

/**
 * Rows from the latest to the earliest turned round, and whole stretches such as days put one behind the other, where
 * none overlaps another. What is out of order in any other way stays so, and is a fault of whoever counts the hours.
 */
export function inTimeOrder(table: Table): Ordered {
  const { clockMinutes } = table;
  const isBackwards = goesBack(clockMinutes);
  const rows = Array.from(clockMinutes, (_, row) => row);
  const turned = isBackwards ? reordered(table, rows.toReversed()) : table;
  const starts = runsOf(turned.clockMinutes);
  const runs = starts.map((start, at) => {
    const end = starts[at + 1] ?? rows.length;
    return { start, end, first: turned.clockMinutes[start]!, last: turned.clockMinutes[end - 1]! };
  });
  const sorted = runs.toSorted((a, b) => a.first - b.first);
  const isApart = sorted.every(({ first }, at) => at === 0 || first > sorted[at - 1]!.last);
  const isSorted = runs.length > 1 && isApart;
  const message = isBackwards
    ? 'rows stand from the latest to the earliest: read in the order of time'
    : `rows stand in ${runs.length} stretches out of order: read in the order of time`;
  if (!isBackwards && !isSorted) return { table, warnings: [] };
  const order = sorted.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
  return { table: isSorted ? reordered(turned, order) : turned, warnings: [{ code: 'rows-sorted', message }] };
}

const SECONDS_PER_MINUTE = 60;
/** Of a step: what strays further may belong to the next. */
const MOST_ASTRAY = 0.25;

/** Stamps with seconds on the nearest step; where some stray far from it, all stay between the steps, as faults. */
export function onSteps(table: Table): Table {
  const { clockMinutes } = table;
  if (clockMinutes.every((minutes) => Number.isNaN(minutes) || Number.isInteger(minutes))) return table;
  const step = stepOf(clockMinutes.map(Math.round));
  if (step === undefined) return table;
  const nearest = clockMinutes.map((minutes) => Math.round(minutes / step) * step);
  let most = 0;
  for (let row = 0; row < nearest.length; row++) {
    const astray = Math.abs(clockMinutes[row]! - nearest[row]!);
    if (astray > most) most = astray;
  }
  if (most > MOST_ASTRAY * step) return table;
  const seconds = Math.round(most * SECONDS_PER_MINUTE);
  const message = `stamps are up to ${seconds} s from steps of ${step} minutes: each is taken for the nearest`;
  return warned({ ...table, clockMinutes: nearest }, 'stamps-drift', message);
}
