/** A run as it is followed: its row, and what is told of it until it ends. */

import { useEffect, useState } from 'preact/hooks';
import { listen } from '../client/events.ts';
import { ask } from '../client/request.ts';
import type { Progress, RunDocument } from '../client/types.ts';
import { useOnceBack } from './once-back.ts';

export interface Followed {
  readonly run?: RunDocument;
  readonly progress?: Progress;
  readonly error?: Error;
  readonly isConnected: boolean;
}

export const hasEnded = ({ status }: RunDocument): boolean => status !== 'queued' && status !== 'running';

const PAUSE_MILLISECONDS = 2_000;

/** Until it has ended, through lost connections and restarts of the server. */
export function useRun(id: string): Followed & { reload(): void } {
  const [followed, setFollowed] = useState<Followed>({ isConnected: true });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (news: Partial<Followed>) => {
      if (!signal.aborted) setFollowed((last) => ({ ...last, ...news }));
    };
    const look = async () => {
      const run = await askPatiently(`/v1/runs/${id}`, tell, signal);
      tell({ run });
      return run;
    };
    const follow = async () => {
      let run = await look();
      while (!hasEnded(run) && !signal.aborted) {
        await listen(
          run.links.events,
          ({ event, data }) => {
            if (event === 'progress') tell({ progress: data as Progress });
          },
          ({ event }) => event === 'done',
          (isConnected) => {
            tell({ isConnected });
            // What is refused here is asked again below; who has left asks nothing.
            look().catch(() => undefined);
          },
          signal,
        );
        run = await look();
      }
    };
    follow().catch((error: Error) => tell({ error }));
    return () => controller.abort();
  }, [id, round]);
  const reload = () => {
    setFollowed(({ error: _, ...last }) => last);
    setRound((last) => last + 1);
  };
  useOnceBack(followed.error !== undefined, reload);
  return { ...followed, reload };
}

/** Again and again while nobody answers. @throws ApiProblem where it is refused */
async function askPatiently(
  path: string,
  tell: (news: Partial<Followed>) => void,
  signal: AbortSignal,
): Promise<RunDocument> {
  for (;;) {
    try {
      const run = await ask<RunDocument>(path, { signal });
      tell({ isConnected: true });
      return run;
    } catch (error) {
      const isAway = error instanceof Error && 'code' in error && error.code === 'connection';
      if (!isAway) throw error;
      tell({ isConnected: false });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}
