/** The proven band of a change: asked one at a time, the newest change next, so that a moved slider is never far behind. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, signIns } from '../../client/request.ts';
import type { CostBand } from '../../client/types.ts';

/** Path → value. */
export type Changes = Readonly<Record<string, number>>;

export interface ToldBand {
  readonly changes: Changes;
  readonly band: CostBand;
}

/** Equal for equal changes, in whatever order they were made. */
export const keyOf = (changes: Changes): string =>
  JSON.stringify(Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * @param solved runs that narrow it
 * @returns every band that was told, the newest last; and why the last could not be
 */
export function useBands(run: string, changes: Changes, solved: readonly string[]) {
  const [told, setTold] = useState<readonly ToldBand[]>([]);
  const [error, setError] = useState<Error>();
  const wanted = useRef({ changes, solved });
  const isAsking = useRef(false);
  useEffect(() => {
    wanted.current = { changes, solved };
    if (isAsking.current) return;
    isAsking.current = true;
    const askNewest = async (): Promise<void> => {
      const asked = wanted.current;
      try {
        const band = await ask<CostBand>(`/v1/runs/${run}/band`, { method: 'POST', body: asked });
        setTold((before) => [
          ...before.filter((one) => keyOf(one.changes) !== keyOf(asked.changes)),
          { changes: asked.changes, band },
        ]);
        setError(undefined);
      } catch (refused) {
        setError(refused as Error);
      }
      if (wanted.current !== asked) await askNewest();
    };
    void askNewest().finally(() => {
      isAsking.current = false;
    });
  }, [run, keyOf(changes), solved.join(), signIns.value]);
  return { told, error };
}
