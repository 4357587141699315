/**
 * A block whose hours repeat with its columns hour by hour, bounded ones first: those of an hour then lie side by side, and
 * code that runs through the hours reads memory in one go. From some hundred places at once a round took a third longer.
 */

import { sharedInts } from '../../../lp/thread-arrays.ts';
import { sharedIntsOf } from '../linalg/thread-memory.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import type { StandardForm } from './standard-form.ts';

interface HourMajorPattern {
  readonly given: StandardForm['start'];
  readonly stepCount: number;
  readonly boundedCount: number;
  /** Which column, and which entry, stands there now. */
  readonly column: Int32Array;
  readonly entry: Int32Array;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly columnOf: Int32Array;
  readonly sign: Int32Array;
}

/** By the rows of the form: forms of one pattern have them on one array. */
const patterns = new WeakMap<Int32Array, HourMajorPattern>();

/** @param form whose columns stand kind by kind, as many of each as there are hours; its numbers are taken over */
export function hourMajor(form: StandardForm): StandardForm {
  const { boundedCount } = form;
  const known = patterns.get(form.row);
  const isOfForm =
    known?.given === form.start && known.stepCount === form.stepCount && known.boundedCount === boundedCount;
  const pattern = isOfForm ? known : patternOf(form);
  patterns.set(form.row, pattern);
  const { column, entry, start, row, columnOf, sign } = pattern;
  return {
    ...form,
    start,
    row,
    value: rearranged(form.value, entry),
    cost: rearranged(form.cost, column),
    upper: rearranged(form.upper, column),
    base: rearranged(form.base, column),
    columnOf,
    sign,
  };
}

/** Where they stood: to write to fresh memory takes ten times as long as to read from this. */
function rearranged(values: Float64Array, places: Int32Array): Float64Array {
  const before = floatWorkspace('numbers before', values.length);
  before.set(values);
  for (let at = 0; at < values.length; at++) values[at] = before[places[at]!]!;
  return values;
}

function patternOf({ start: given, row, columnOf, sign, ...form }: StandardForm): HourMajorPattern {
  const { columnCount, boundedCount, stepCount: hours } = form;
  const column = new Int32Array(columnCount);
  let next = 0;
  for (const [from, to] of [
    [0, boundedCount],
    [boundedCount, columnCount],
  ] as const) {
    for (let h = 0; h < hours; h++) for (let j = from + h; j < to; j += hours) column[next++] = j;
  }
  const start = sharedInts(columnCount + 1);
  const entry = new Int32Array(row.length);
  let at = 0;
  for (let j = 0; j < columnCount; j++) {
    for (let k = given[column[j]!]!; k < given[column[j]! + 1]!; k++) entry[at++] = k;
    start[j + 1] = at;
  }
  return {
    given,
    stepCount: hours,
    boundedCount,
    column,
    entry,
    start,
    row: sharedIntsOf(entry.length, (k) => row[entry[k]!]!),
    columnOf: sharedIntsOf(columnCount, (j) => columnOf[column[j]!]!),
    sign: sharedIntsOf(columnCount, (j) => sign[column[j]!]!),
  };
}
