/**
 * A block whose hours repeat with its columns hour by hour, bounded ones first: those of an hour then lie side by side, and
 * code that runs through the hours reads memory in one go. From some hundred places at once a round took a third longer.
 */

import { sharedFloats, sharedFloatsOf, sharedInts, sharedIntsOf } from '../linalg/thread-memory.ts';
import type { StandardForm } from './standard-form.ts';

/** @param form whose columns stand kind by kind, as many of each as there are hours */
export function hourMajor(form: StandardForm): StandardForm {
  const { columnCount, boundedCount, stepCount: hours, start } = form;
  const old = new Int32Array(columnCount);
  let next = 0;
  for (const [from, to] of [
    [0, boundedCount],
    [boundedCount, columnCount],
  ] as const) {
    for (let h = 0; h < hours; h++) for (let j = from + h; j < to; j += hours) old[next++] = j;
  }
  const [newStart, row, value] = [
    sharedInts(columnCount + 1),
    sharedInts(form.row.length),
    sharedFloats(form.row.length),
  ];
  let at = 0;
  for (let j = 0; j < columnCount; j++) {
    for (let k = start[old[j]!]!; k < start[old[j]! + 1]!; k++) {
      row[at] = form.row[k]!;
      value[at++] = form.value[k]!;
    }
    newStart[j + 1] = at;
  }
  return {
    ...form,
    start: newStart,
    row,
    value,
    cost: sharedFloatsOf(columnCount, (j) => form.cost[old[j]!]!),
    upper: sharedFloatsOf(boundedCount, (j) => form.upper[old[j]!]!),
    columnOf: sharedIntsOf(columnCount, (j) => form.columnOf[old[j]!]!),
    base: sharedFloatsOf(columnCount, (j) => form.base[old[j]!]!),
    sign: sharedIntsOf(columnCount, (j) => form.sign[old[j]!]!),
  };
}
