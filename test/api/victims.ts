/** Processes of the service for the kill of `kill -9`, and chance that can be repeated. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Order } from './victim.ts';

const script = fileURLToPath(new URL('./victim.ts', import.meta.url));

export interface Victim extends AsyncDisposable {
  /** Address of a server; rejects where it died before it listened. */
  readonly started: Promise<string>;
  /** SIGKILL; returns when it is gone. */
  kill(): Promise<void>;
}

export interface Victims extends AsyncDisposable {
  start(order: Order): Victim;
}

/** One that is loaded always waits, so that starting costs what opening the store costs. */
export function openVictims(): Victims {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
  const load = () => fork(script, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const all = new Set<ChildProcess>();
  let next = load();
  const end = async (child: ChildProcess) => {
    all.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    start(order) {
      const child = next;
      next = load();
      all.add(child);
      child.send(order);
      const started = Promise.race([
        once(child, 'message').then(([{ url }]) => url as string),
        once(child, 'exit').then(([code]) => {
          throw new Error(`ended with ${String(code)} before it was ready`);
        }),
      ]);
      started.catch(() => undefined);
      return { started, kill: () => end(child), [Symbol.asyncDispose]: () => end(child) };
    },
    async [Symbol.asyncDispose]() {
      for (const child of [...all, next]) await end(child);
    },
  };
}

/** Mulberry32: the same numbers from the same seed, 0 to below 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
