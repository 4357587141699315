/** Whole numbers in Parquet's DELTA_BINARY_PACKED: what each is more than the one before, in as few bits as 32 of them need. */

import { ByteWriter } from 'hyparquet-writer';

/** Up to here differences of differences are exact. */
export const LARGEST_PACKED = 2 ** 52;

const BLOCK = 128;
const MINIBLOCK = 32;

/** @param values whole, from 0 to 2^52 */
export function deltaPacked(values: ArrayLike<number>): Uint8Array {
  const writer = new ByteWriter(values.length * Float64Array.BYTES_PER_ELEMENT);
  for (const head of [BLOCK, BLOCK / MINIBLOCK, values.length]) writer.appendVarInt(head);
  writer.appendZigZag(BigInt(values[0] ?? 0));
  const above = new Float64Array(BLOCK);
  const packed = new Packed();
  for (let first = 1; first < values.length; first += BLOCK) {
    const count = Math.min(BLOCK, values.length - first);
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      above[at] = values[first + at]! - values[first + at - 1]!;
      least = Math.min(least, above[at]!);
    }
    for (let at = 0; at < BLOCK; at++) above[at] = at < count ? above[at]! - least : 0;
    writer.appendZigZag(BigInt(least));
    packed.clear();
    for (let start = 0; start < BLOCK; start += MINIBLOCK) {
      const width = bitsOf(above, start);
      writer.appendUint8(width);
      // Nothing stands for what is beyond the end.
      if (start < count) packed.append(above, start, width);
    }
    writer.appendBytes(packed.bytes());
  }
  return writer.getBytes();
}

/** Bits of the largest of a miniblock. */
function bitsOf(values: Float64Array, start: number): number {
  let largest = 0;
  for (let at = start; at < start + MINIBLOCK; at++) largest = Math.max(largest, values[at]!);
  let bits = 0;
  for (; largest >= 1; largest /= 2) bits++;
  return bits;
}

/** Beside seven bits of the value before, no more fit the 32 of an integer. */
const MOST_AT_ONCE = 24;

/** Values of as many bits each, the lowest first. */
class Packed {
  readonly #bytes = new Uint8Array(BLOCK * Float64Array.BYTES_PER_ELEMENT);
  #length = 0;

  clear(): void {
    this.#length = 0;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  append(values: Float64Array, start: number, width: number): void {
    let [begun, used] = [0, 0];
    for (let at = start; at < start + MINIBLOCK; at++) {
      let value = values[at]!;
      for (let left = width; left > 0; left -= MOST_AT_ONCE) {
        const rest = Math.floor(value / 2 ** MOST_AT_ONCE);
        begun |= (value - rest * 2 ** MOST_AT_ONCE) << used;
        used += Math.min(left, MOST_AT_ONCE);
        for (; used >= 8; used -= 8) {
          this.#bytes[this.#length++] = begun;
          begun >>>= 8;
        }
        value = rest;
      }
    }
  }
}
