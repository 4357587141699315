/**
 * An answer kept with what was read to find it: whatever reads the same has the same answer. What is read is found by
 * looking on, so that no list of fields has to be kept in step with the model or the laws.
 */

export interface Recollection<Answer> {
  readonly answer: Answer;
  /** Whether the function that answered would read nothing else of another than it has read. */
  holdsFor(other: object): boolean;
}

/** Of an object or list: what it looks like to the reader, the fields that were read, and all keys where they were asked for. */
interface Visit {
  readonly seen: object;
  readonly fields: Map<PropertyKey, unknown>;
  keys?: readonly PropertyKey[];
}

/**
 * @param asked plain objects, lists, rows of numbers and values, which are not changed afterwards
 * @param answerOf a pure function, which may also ask whether two things are one
 */
export function recollect<Asked extends object, Answer>(
  asked: Asked,
  answerOf: (asked: Asked) => Answer,
): Recollection<Answer> {
  const visits = new Map<object, Visit>();
  const answer = answerOf(watched(asked, visits));
  return { answer, holdsFor: (other) => readsAlike(asked, other, visits) };
}

function watched<T>(value: T, visits: Map<object, Visit>): T {
  if (!isPlain(value)) return value;
  const known = visits.get(value)?.seen;
  if (known !== undefined) return known as T & object;
  const fields = new Map<PropertyKey, unknown>();
  /** Fields as the reader sees them: most are read in every hour. */
  const shown = new Map<PropertyKey, unknown>();
  const askKeys = () => {
    visit.keys ??= Reflect.ownKeys(value);
  };
  const seen = new Proxy(value, {
    get(target, key) {
      const known = shown.get(key);
      if (known !== undefined) return known;
      const field: unknown = Reflect.get(target, key);
      fields.set(key, field);
      const own = watched(field, visits);
      shown.set(key, own);
      return own;
    },
    has(target, key) {
      askKeys();
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      askKeys();
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, key) {
      askKeys();
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  const visit: Visit = { seen, fields };
  visits.set(value, visit);
  return seen;
}

/** Also that what was one thing in two places is one there, and no two things are. */
function readsAlike(asked: object, other: object, visits: ReadonlyMap<object, Visit>): boolean {
  const pairs = new Map<object, object>();
  const taken = new Set<object>();
  const isSame = (mine: unknown, theirs: unknown): boolean => {
    const visit = visits.get(mine as object);
    if (visit === undefined && !(mine instanceof Float64Array)) return Object.is(mine, theirs);
    if (typeof theirs !== 'object' || theirs === null) return false;
    const met = pairs.get(mine as object);
    if (met !== undefined || taken.has(theirs)) return met === theirs;
    pairs.set(mine as object, theirs);
    taken.add(theirs);
    if (mine instanceof Float64Array) return theirs instanceof Float64Array && sameNumbers(mine, theirs);
    if (!isPlain(theirs) || Array.isArray(mine) !== Array.isArray(theirs)) return false;
    const { keys, fields } = visit!;
    if (keys !== undefined && !sameItems(keys, Reflect.ownKeys(theirs))) return false;
    for (const [key, value] of fields) if (!isSame(value, Reflect.get(theirs, key))) return false;
    return true;
  };
  return isSame(asked, other);
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, at) => item === b[at]);

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Not a row of numbers, nor anything with a nature of its own: that is the same only where it is the same thing. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
