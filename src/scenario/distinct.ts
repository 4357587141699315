/** Each of some plain values once, in the order in which they first stand: a file that is read in two ways says a thing twice. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
