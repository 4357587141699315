/** Who has how much of this process: nobody takes all of it where others may come. */

export interface Share {
  /** Owners who may not begin another run here, as long as there are other owners. */
  full(): readonly string[];
  begin(owner: string): void;
  /** @returns whether the owner was full, so that there may be a run that waits for just this */
  end(owner: string): boolean;
}

/** @param concurrency runs at the same time; one of several is left to others, a single one cannot be */
export function openShare(concurrency: number): Share {
  const most = Math.max(1, concurrency - 1);
  const busy = new Map<string, number>();
  const of = (owner: string) => busy.get(owner) ?? 0;
  const isFull = (owner: string) => concurrency > 1 && of(owner) >= most;
  return {
    full: () => [...busy.keys()].filter(isFull),
    begin: (owner) => void busy.set(owner, of(owner) + 1),
    end(owner) {
      const wasFull = isFull(owner);
      if (of(owner) <= 1) busy.delete(owner);
      else busy.set(owner, of(owner) - 1);
      return wasFull;
    },
  };
}
