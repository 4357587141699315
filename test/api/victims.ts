/** Processes of the service for the kill of `kill -9`, and chance that can be repeated. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order } from './victim.ts';

const script = fileURLToPath(new URL('./victim.ts', import.meta.url));

export interface Victim extends AsyncDisposable {
  /** Address of a server, empty of a worker; undefined where it was killed before it was ready. */
  readonly started: Promise<string | undefined>;
  readonly isKilled: boolean;
  /** SIGKILL; returns when it is gone. */
  kill(): Promise<void>;
}

export interface Victims extends AsyncDisposable {
  start(order: Order): Victim;
  /** @throws at once where one ends that nobody killed, with what it printed */
  whileNoneEnds<T>(work: Promise<T>): Promise<T>;
}

/** One that is loaded waits for each that may still be started, at `most`, so that starting costs what opening the store costs. */
export function openVictims(most: number): Victims {
  const alive = new Set<ChildProcess>();
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  const load = () => {
    const child = fork(script, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    alive.add(child);
    let printed = '';
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('close', (code, signal) => {
      if (alive.delete(child))
        failure.reject(new Error(`A process ended by itself with ${code ?? signal}.\n${printed}`));
    });
    return child;
  };
  const kill = async (child: ChildProcess) => {
    if (!alive.delete(child) || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  let next = load();
  let started = 0;
  return {
    start(order) {
      const child = next;
      started += 1;
      if (started < most) next = load();
      child.send(order);
      const ready = Promise.race([
        once(child, 'message').then(([{ url }]) => url as string),
        once(child, 'exit').then(() => undefined),
      ]);
      return {
        started: ready,
        get isKilled() {
          return !alive.has(child);
        },
        kill: () => kill(child),
        [Symbol.asyncDispose]: () => kill(child),
      };
    },
    whileNoneEnds: (work) => Promise.race([work, failure.promise]),
    async [Symbol.asyncDispose]() {
      for (const child of [...alive]) await kill(child);
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
