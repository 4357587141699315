/**
 * Values under names that users chose. Without a prototype, so that a name such as `__proto__` is a name like any other.
 */
export function byName<T extends { readonly name: string }, V>(
  items: readonly T[],
  sizeOf: (item: T) => V,
): Record<string, V> {
  const record: Record<string, V> = Object.create(null);
  for (const item of items) record[item.name] = sizeOf(item);
  return record;
}
