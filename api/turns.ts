/** So many at a time, the others in the order they came: for work that takes memory as long as it lasts. */

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(most: number): Turns {
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
