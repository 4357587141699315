/** What was made lately and may be asked for again, as much of it as a number of bytes holds. */

export class Recent<Value> {
  /** The one that was asked for last comes last. */
  readonly #made = new Map<string, { readonly value: Promise<Value>; bytes: number }>();
  readonly #mostBytes: number;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** What cannot be made is tried anew by whoever asks next. */
  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const entry = this.#made.get(key) ?? { value: make(), bytes: 0 };
    this.#made.delete(key);
    this.#made.set(key, entry);
    try {
      const value = await entry.value;
      entry.bytes ||= bytesIn(value);
      this.#forget();
      return value;
    } catch (error) {
      this.#made.delete(key);
      throw error;
    }
  }

  /** The oldest first, but never the last. */
  #forget(): void {
    let bytes = [...this.#made.values()].reduce((sum, entry) => sum + entry.bytes, 0);
    for (const [key, entry] of this.#made) {
      if (bytes <= this.#mostBytes || this.#made.size === 1) return;
      bytes -= entry.bytes;
      this.#made.delete(key);
    }
  }
}

/** Of its numbers in rows, beside which all else is little. */
function bytesIn(part: unknown): number {
  if (ArrayBuffer.isView(part)) return part.byteLength;
  if (typeof part !== 'object' || part === null) return 0;
  return Object.values(part).reduce<number>((sum, inner) => sum + bytesIn(inner), 0);
}
