/** The command line as its users meet it: a process of its own, told by words, telling by exit code and two streams. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with each piece of stderr and the process. */
  readonly onNote?: (text: string, child: ChildProcess) => void;
  /** The same of stdout. */
  readonly onAnswer?: (text: string, child: ChildProcess) => void;
  /** Killed after that. */
  readonly endsWithinMilliseconds?: number;
}

export async function hourmatch(words: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  return runNode([main, ...words], surroundings);
}

export function runNode(
  words: readonly string[],
  { cwd, env, onNote, onAnswer, endsWithinMilliseconds }: Surroundings = {},
): Promise<Ended> {
  const { FORCE_COLOR: _colour, NO_COLOR: _none, ...inherited } = process.env;
  const child = spawn(process.execPath, [...words], {
    ...(cwd === undefined ? {} : { cwd }),
    ...(endsWithinMilliseconds === undefined ? {} : { timeout: endsWithinMilliseconds, killSignal: 'SIGKILL' }),
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.stdout += text;
    onAnswer?.(text, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.stderr += text;
    onNote?.(text, child);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...heard }));
  });
}

/** A new directory that goes when its owner does. */
export async function temporaryDirectory(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'hourmatch-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
