/** PGlite as who waits for its answers sees it: the statements go to its thread, one transaction at a time. */

import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PGlite as KyselyPGlite } from 'kysely';
import { limitConcurrency } from '../concurrency.ts';

type Question =
  | { readonly kind: 'query'; readonly text: string; readonly values?: readonly unknown[] }
  | { readonly kind: 'exec' | 'listen'; readonly text: string }
  | { readonly kind: 'close' };

export type Asked = Question & { readonly id: number };

export type Told =
  | { readonly kind: 'open' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: object }
  | { readonly kind: 'notice'; readonly channel: string; readonly payload: string };

interface Found {
  readonly rows: Record<string, unknown>[];
  readonly affectedRows?: number;
}

/** What kysely and the queue use of a PGlite. */
export interface EmbeddedClient extends KyselyPGlite {
  exec(text: string): Promise<Found[]>;
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
}

/** @param rows directory that nobody else has open @throws what PGlite refuses with */
export async function openEmbeddedClient(rows: string): Promise<EmbeddedClient> {
  const thread = new Worker(new URL(`./embedded-thread${extname(import.meta.url)}`, import.meta.url), {
    workerData: { rows },
  });
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let last = 0;
  let end: Error | undefined;
  const failAll = (error: Error) => {
    end ??= error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const opened = once(thread, 'message');
  thread.on('error', failAll);
  thread.on('exit', () => failAll(new Error('The thread of the embedded database has ended.')));
  await Promise.race([opened, once(thread, 'exit').then(() => Promise.reject(end))]);
  thread.on('message', (told: Exclude<Told, { kind: 'open' }>) => {
    if (told.kind === 'notice') {
      for (const hear of listeners.get(told.channel) ?? []) hear(told.payload);
      return;
    }
    const { resolve, reject } = pending.get(told.id)!;
    pending.delete(told.id);
    if (told.kind === 'answer') resolve(told.answer);
    else reject(Object.assign(new Error(), told.failure));
  });
  const ask = async <Answer>(question: Question): Promise<Answer> => {
    if (end !== undefined) throw end;
    const answer = Promise.withResolvers<unknown>();
    last += 1;
    pending.set(last, answer);
    thread.postMessage({ ...question, id: last } satisfies Asked);
    return answer.promise as Promise<Answer>;
  };
  return clientOf(ask, listeners, async () => {
    await ask({ kind: 'close' });
    await thread.terminate();
  });
}

type Ask = <Answer>(question: Question) => Promise<Answer>;

function clientOf(
  ask: Ask,
  listeners: Map<string, Set<(payload: string) => void>>,
  end: () => Promise<void>,
): EmbeddedClient {
  // As PGlite itself keeps it: what comes from elsewhere waits for the open transaction.
  const oneAtATime = limitConcurrency(1);
  const query = (text: string, values?: readonly unknown[]) =>
    ask<Found>({ kind: 'query', text, ...(values && { values }) });
  const client = {
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
    query: (text: string, values?: readonly unknown[]) => oneAtATime(() => query(text, values)),
    exec: (text: string) => oneAtATime(() => ask<Found[]>({ kind: 'exec', text })),
    transaction: <T>(work: (transaction: { query: typeof query }) => Promise<T>) =>
      oneAtATime(async () => {
        await ask({ kind: 'exec', text: 'BEGIN' });
        try {
          const done = await work({ query });
          await ask({ kind: 'exec', text: 'COMMIT' });
          return done;
        } catch (error) {
          await ask({ kind: 'exec', text: 'ROLLBACK' });
          throw error;
        }
      }),
    async listen(channel: string, hear: (payload: string) => void) {
      const hearers = listeners.get(channel) ?? new Set();
      listeners.set(channel, hearers.add(hear));
      if (hearers.size === 1) await oneAtATime(() => ask({ kind: 'listen', text: channel }));
      return async () => void hearers.delete(hear);
    },
    async close() {
      client.closed = true;
      await oneAtATime(end);
    },
  };
  // The cast: this has of a PGlite what Kysely asks of it.
  return client as unknown as EmbeddedClient;
}
