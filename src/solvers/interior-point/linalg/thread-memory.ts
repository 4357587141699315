/** Arrays on memory that all threads see. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sharedFloats, sharedInts } from '../../../lp/thread-arrays.ts';
import { COLLECTED_TOGETHER } from '../parameters.ts';

export function sharedCopy(values: ArrayLike<number>): Int32Array {
  const copy = sharedInts(values.length);
  copy.set(values);
  return copy;
}

export function sharedFloatsOf(length: number, valueAt: (at: number) => number): Float64Array {
  const values = sharedFloats(length);
  for (let at = 0; at < length; at++) values[at] = valueAt(at);
  return values;
}

export function sharedIntsOf(length: number, valueAt: (at: number) => number): Int32Array {
  const values = sharedInts(length);
  for (let at = 0; at < length; at++) values[at] = valueAt(at);
  return values;
}

let collect: (() => void) | undefined;
/** Times that `collectSome` left it. */
let left = 0;
/** Whether there was something to collect since `collectRest`. */
let isLittered = false;

/**
 * Gives back what this thread refers to no more. Such memory is freed once every thread that has seen it has collected, and
 * by itself none does for long: what refers to it is small, and a thread that waits collects nothing.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  left = 0;
}

/** The same, where enough has come together. */
export function collectSome(): void {
  isLittered = true;
  if (++left >= COLLECTED_TOGETHER) collectGarbage();
}

/** What `collectSome` left, and what was still in use when it did not. */
export function collectRest(): void {
  if (isLittered) collectGarbage();
  isLittered = false;
}
