/** What a page has asked for: under way, there, or refused. With another key nothing of the last one stays. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import { useOnceBack } from './once-back.ts';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: Error; retry(): void }
  | { readonly kind: 'ready'; readonly value: T };

/** @param key names what is asked for; whatever `load` depends on is in it */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [found, setFound] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: { kind: 'loading' } });
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    const controller = new AbortController();
    const tell = (loaded: Loaded<T>) => {
      if (!controller.signal.aborted) setFound({ key, loaded });
    };
    tell({ kind: 'loading' });
    load(controller.signal).then(
      (value) => tell({ kind: 'ready', value }),
      (error: Error) => tell({ kind: 'failed', error, retry }),
    );
    return () => controller.abort();
  }, [key, round]);
  useOnceBack(found.loaded.kind === 'failed', retry);
  return found.key === key ? found.loaded : { kind: 'loading' };
}
