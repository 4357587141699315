/** Typed arrays that grow by doubling: what a sparse matrix is gathered in before its size is known. */

import { sharedFloats, sharedInts } from './thread-arrays.ts';

type Typed = Float64Array | Int32Array;

const FIRST_LENGTH = 1024;
/** Memory of longer arrays is not kept for the next one: as much as the entries of a block's year need, not those of twenty. */
const LONGEST_KEPT = 2 ** 19;

/** Fresh memory costs more than what is written to it, so what one programme was gathered in serves the next. */
export class GrowingArray<T extends Typed> {
  length = 0;
  private values: T;
  private readonly spare: T[];
  private readonly allocate: (length: number) => T;

  constructor(spare: T[], allocate: (length: number) => T) {
    this.spare = spare;
    this.allocate = allocate;
    this.values = allocate(0);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.widen();
    this.values[this.length++] = value;
  }

  private widen(): void {
    const { values, spare, allocate } = this;
    this.values = values.length === 0 ? (spare.pop() ?? allocate(FIRST_LENGTH)) : allocate(values.length * 2);
    this.values.set(values);
  }

  /** Adds to an element already pushed. */
  addAt(index: number, value: number): void {
    this.values[index] = this.values[index]! + value;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  /** Ends the gathering: exactly the pushed elements, on memory that threads can share. */
  finish(): T {
    const { values, length, spare } = this;
    const result = this.allocate(length);
    result.set(values.subarray(0, length));
    if (values.length > 0 && values.length <= LONGEST_KEPT) spare.push(values);
    this.values = result;
    return result;
  }
}

const spareFloats: Float64Array[] = [];
const spareIntegers: Int32Array[] = [];

export const growingFloats = () => new GrowingArray<Float64Array>(spareFloats, sharedFloats);
export const growingIntegers = () => new GrowingArray<Int32Array>(spareIntegers, sharedInts);
