/** Arrays of one thread for what a call needs while it lasts: fresh memory would cost as much as what is done with it. */

type Values = Float64Array | Int32Array;

/**
 * @param purpose one array a purpose: who asks again overwrites it
 * @returns `length` numbers, whatever stood there before
 */
type Workspace<T extends Values> = (purpose: string, length: number) => T;

function workspaceOf<T extends Values>(allocate: (length: number) => T): Workspace<T> {
  const kept = new Map<string, T>();
  return (purpose, length) => {
    const before = kept.get(purpose);
    if (before?.length === length) return before;
    // The cast: a part of an array is of its kind.
    if (before && before.length > length) return before.subarray(0, length) as T;
    const values = allocate(length);
    kept.set(purpose, values);
    return values;
  };
}

export const floatWorkspace = workspaceOf((length) => new Float64Array(length));
export const intWorkspace = workspaceOf((length) => new Int32Array(length));
