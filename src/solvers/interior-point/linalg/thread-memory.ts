/** Arrays on memory that all threads see. */

export const sharedFloats = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));

export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));

export function sharedCopy(values: ArrayLike<number>): Int32Array {
  const copy = sharedInts(values.length);
  copy.set(values);
  return copy;
}

export function sharedFloatCopy(values: ArrayLike<number>): Float64Array {
  const copy = sharedFloats(values.length);
  copy.set(values);
  return copy;
}
