/** Stores with all tables and the queue in them, made once for a whole run of tests and copied for each. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

export interface PreparedStores {
  /** Where the copies are made. */
  readonly directory: string;
  /** Rows of an embedded store, which nobody has open. */
  readonly rows: string;
  /** A server of which everybody makes databases of their own. */
  readonly serverUrl: string;
  /** The database there to copy. */
  readonly template: string;
}

/** Tells the threads of the tests; absent where these run by themselves, as measurements do. */
const VARIABLE = 'HOURMATCH_PREPARED_STORES';

export function preparedStores(): PreparedStores | undefined {
  const text = process.env[VARIABLE];
  return text === undefined ? undefined : (JSON.parse(text) as PreparedStores);
}

/** Called by vitest before the first test of the services; what it returns is called after the last. */
export default async function prepareStores({ config }: TestProject): Promise<() => Promise<void>> {
  // Apart from vitest's own process, so that nothing of it decides how that one ends.
  const child = fork(fileURLToPath(new URL('./prepare-stores.ts', import.meta.url)), {
    env: { ...process.env, ...config.env },
  });
  const gone = once(child, 'exit');
  const [stores] = await Promise.race([
    once(child, 'message') as Promise<[PreparedStores]>,
    gone.then(([code]) => {
      throw new Error(`No stores could be prepared: their process ended with ${String(code)}.`);
    }),
  ]);
  process.env[VARIABLE] = JSON.stringify(stores);
  return async () => {
    child.disconnect();
    await gone;
  };
}
