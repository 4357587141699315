/** Keys are made by us, from hashes, ids and slugs; anything else is a fault. */
const plainKey = /^[^/.\\\0][^/\\\0]*(\/[^/.\\\0][^/\\\0]*)*$/;

/** @throws RangeError where a key could lead out of its store */
export function requirePlainKey(key: string): void {
  if (!plainKey.test(key)) throw new RangeError(`${JSON.stringify(key)} is no key of an object.`);
}
