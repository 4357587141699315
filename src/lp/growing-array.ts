/** Typed arrays that grow by doubling: what a sparse matrix is gathered in before its size is known. */

type Typed = Float64Array | Int32Array;

class GrowingArray<T extends Typed> {
  length = 0;
  private values: T;
  private readonly allocate: (capacity: number) => T;

  constructor(allocate: (capacity: number) => T) {
    this.allocate = allocate;
    this.values = allocate(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = this.allocate(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
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

  /** A copy of exactly the pushed elements. */
  toArray(): T {
    return this.values.slice(0, this.length) as T;
  }
}

export const growingFloats = () => new GrowingArray<Float64Array>((capacity) => new Float64Array(capacity));
export const growingIntegers = () => new GrowingArray<Int32Array>((capacity) => new Int32Array(capacity));
