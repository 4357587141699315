/** Where results and profiles are kept as files: a directory here, or anything that can do these things. */

export interface ObjectStore {
  /** Undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Whole or not at all, and on the disk when it returns. Under one key there is only ever one content. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** A place on this machine to write a directory to before it is published. */
  draft(): Promise<string>;
  /** Makes a draft's files readable as `<prefix>/<path>`: all of them or none. What is there already stays. */
  publish(prefix: string, draft: string): Promise<void>;
  /** Of a draft: gives up a file that is a copy of an object, so that its bytes are there once. */
  share(key: string, file: string): Promise<void>;
  /** A published directory: after this nobody finds it. */
  remove(prefix: string): Promise<void>;
  /** One object: after this nobody finds it. */
  drop(key: string): Promise<void>;
  /** @throws where nothing can be written */
  check(): Promise<void>;
  /** Only where what lies there is nobody else's: not in a bucket, which services may share that know nothing of each other. */
  readonly leftovers?: Leftovers;
}

/** Finds what the dead left. */
interface Leftovers {
  /** What is directly below a prefix. */
  list(prefix: string): Promise<readonly string[]>;
  /** Since it was written, in milliseconds; undefined where there is none. */
  ageOf(key: string): Promise<number | undefined>;
  /** Removes drafts that were not touched for so long: whoever wrote them is gone. */
  removeDrafts(untouchedMilliseconds: number): Promise<void>;
}

/** Key of the object of a profile. */
export const placeOfProfile = (id: string): string => `profiles/${id}`;

/** Prefix of the objects of a result. */
export const placeOfResult = (id: string): string => `results/${id}`;

/** Prefix of what is finished of a question that is not answered yet. */
export const placeOfKept = (runKey: string): string => `kept/${runKey}`;

/** Plain data, so that threads can open the same store. */
export type ObjectPlace =
  | { readonly kind: 'directory'; readonly path: string }
  /** Of an S3 bucket; its keys are in the environment, where nothing logs them. */
  | { readonly kind: 'bucket'; readonly url: string; readonly region: string };

/** Keys are made by us, from hashes, ids and slugs; anything else is a fault. */
const plainKey = /^[^/.\\\0][^/\\\0]*(\/[^/.\\\0][^/\\\0]*)*$/;

/** @throws RangeError where a key could lead out of its store */
export function requirePlainKey(key: string): void {
  if (!plainKey.test(key)) throw new RangeError(`${JSON.stringify(key)} is no key of an object.`);
}
