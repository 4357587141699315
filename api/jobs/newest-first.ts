/** Work on the newest of what comes, one at a time: what came while it was under way is left out but for the last. */

import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_REST_MILLISECONDS = 1_000;

export interface NewestFirst<Item> {
  take(item: Item): void;
  /** Waits for what is under way; nothing is begun after it. */
  end(): Promise<void>;
}

/**
 * @param work a failure is nobody's: the next comes all the same
 * @param rest so many times as long as it took it rests before the next
 */
export function newestFirst<Item>(work: (item: Item) => Promise<void>, rest = 0): NewestFirst<Item> {
  let waiting: { readonly item: Item } | undefined;
  let isAtWork = false;
  let isEnded = false;
  let last: Promise<void> = Promise.resolve();
  const next = async (): Promise<void> => {
    isAtWork = true;
    while (waiting !== undefined && !isEnded) {
      const { item } = waiting;
      waiting = undefined;
      const began = performance.now();
      last = work(item).catch(() => undefined);
      await last;
      const due = Math.min(LONGEST_REST_MILLISECONDS, rest * (performance.now() - began));
      if (due > 0) await pause(due, undefined, { ref: false });
    }
    isAtWork = false;
  };
  return {
    take(item) {
      waiting = { item };
      if (!isAtWork) void next();
    },
    async end() {
      isEnded = true;
      await last;
    },
  };
}
