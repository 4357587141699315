/** Limits to what goes on at the same time. */

export type ConcurrencyLimit = <T>(work: () => Promise<T>) => Promise<T>;

/** So many at a time, the others in the order they came: for work that takes memory as long as it lasts. */
export function limitConcurrency(most: number): ConcurrencyLimit {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Handed on, not given back: somebody who comes between would go before those that wait.
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** So many of one owner at a time; what is more is not done. @param refusal what it is answered with */
export function limitPerOwner(most: number, refusal: () => Error) {
  const busy = new Map<string, number>();
  return async <T>(owner: string, work: () => Promise<T>): Promise<T> => {
    const now = busy.get(owner) ?? 0;
    if (now >= most) throw refusal();
    busy.set(owner, now + 1);
    try {
      return await work();
    } finally {
      const left = busy.get(owner)! - 1;
      if (left === 0) busy.delete(owner);
      else busy.set(owner, left);
    }
  };
}
