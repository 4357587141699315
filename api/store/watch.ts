/** Tells listeners that something happened to what they listen to: one question a turn for all of them, however many. */

export interface Watch<State> {
  /**
   * What there is once it is news, or once nobody wants to know any more; undefined where it is gone. Rejects where the
   * database is away.
   */
  next(id: string, isNews: (state: State) => boolean, isWanted: () => boolean): Promise<State | undefined>;
}

interface Waiting<State> {
  readonly id: string;
  isNews(state: State): boolean;
  isWanted(): boolean;
  resolve(state: State | undefined): void;
  reject(error: unknown): void;
}

/**
 * Asks only while somebody waits.
 *
 * @param find the states of these ids, without those that are gone
 */
export function openWatch<State>(
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, State>>,
  turnMilliseconds: number,
): Watch<State> {
  let waiting: Waiting<State>[] = [];
  let isAsking = false;

  async function ask(): Promise<void> {
    const asked = waiting;
    waiting = [];
    try {
      const states = await find([...new Set(asked.map(({ id }) => id))]);
      for (const one of asked) {
        const state = states.get(one.id);
        if (state !== undefined && !one.isNews(state) && one.isWanted()) waiting.push(one);
        else one.resolve(state);
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  function askSoon(): void {
    if (isAsking || waiting.length === 0) return;
    isAsking = true;
    setTimeout(async () => {
      await ask();
      isAsking = false;
      askSoon();
    }, turnMilliseconds).unref();
  }

  return {
    next(id, isNews, isWanted) {
      const { promise, resolve, reject } = Promise.withResolvers<State | undefined>();
      waiting.push({ id, isNews, isWanted, resolve, reject });
      askSoon();
      return promise;
    },
  };
}
