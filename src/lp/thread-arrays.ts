/** Arrays on memory that all threads see. */

/** From here on it has pages of its own. */
const OWN_PAGES_FROM = 65_536;

/**
 * What is freed on the heap stays with the process, in holes that the next array does not fit, some hundred megabytes of
 * them beside twenty blocks. A buffer that could grow is mapped by itself and goes back to the system; this one does not.
 * Views are to be given their length: one that follows that of the buffer is read more slowly.
 */
function sharedBytes(byteLength: number): SharedArrayBuffer {
  if (byteLength < OWN_PAGES_FROM) return new SharedArrayBuffer(byteLength);
  return new SharedArrayBuffer(byteLength, { maxByteLength: byteLength });
}

export const sharedFloats = (length: number): Float64Array => new Float64Array(sharedBytes(8 * length), 0, length);

export const sharedInts = (length: number): Int32Array => new Int32Array(sharedBytes(4 * length), 0, length);
