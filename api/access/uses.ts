/** Uses of keys and tokens, counted here and written down now and then: no request waits for it. */

import { addUse } from '../store/audit.ts';
import type { Rows } from '../store/database.ts';
import type { Caller } from './caller.ts';

const WRITE_MILLISECONDS = 30_000;

export interface Uses {
  note(caller: Caller): void;
  /** Writes down what is counted so far. */
  close(): Promise<void>;
}

export function countUses(rows: Rows): Uses {
  const counts = new Map<string, { readonly caller: Caller; requests: number }>();
  const timer = setInterval(() => void write(), WRITE_MILLISECONDS);
  timer.unref();

  async function write(): Promise<void> {
    for (const [who, { caller, requests }] of [...counts]) {
      counts.delete(who);
      const { owner, keyId } = caller;
      const action = keyId === null ? 'token.used' : 'key.used';
      const use = { owner, keyId, action, subject: keyId ?? owner, requests } as const;
      // A store that is away gets them the next time.
      await addUse(rows, use).catch(() => count(who, caller, requests));
    }
  }

  function count(who: string, caller: Caller, requests: number): void {
    const known = counts.get(who);
    if (known === undefined) counts.set(who, { caller, requests });
    else known.requests += requests;
  }

  return {
    note: (caller) => count(caller.keyId ?? caller.owner, caller, 1),
    async close() {
      clearInterval(timer);
      await write();
    },
  };
}
