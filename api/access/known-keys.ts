/** Keys as requests ask for them: remembered for a moment, so that not every request reads them from the store. */

import type { Rows } from '../store/database.ts';
import { findKey, isAnyKey, type Key } from '../store/keys.ts';
import { idOfSecret, isSecretOf } from './secret.ts';

/** How long a key still works elsewhere after another process revoked it. */
const REMEMBERED_MILLISECONDS = 2_000;
const MOST_REMEMBERED = 1_000;

export interface KnownKeys {
  /** The key of this text, where it is one and neither revoked nor expired. */
  find(text: string): Promise<Key | undefined>;
  /** Whether there ever was a key: who revokes the last one does not open the server to everybody. */
  isAny(): Promise<boolean>;
  /** After keys were made or revoked here. */
  forget(): void;
}

const isInUse = ({ revoked_at: revoked, expires_at: expires }: Key) =>
  revoked === null && (expires === null || expires.getTime() > Date.now());

export function knowKeys(rows: Rows): KnownKeys {
  const remembered = new Map<string, { readonly key: Key | undefined; readonly until: number }>();
  let isAny = false;
  let isAnyUntil = 0;

  async function keyOf(id: string): Promise<Key | undefined> {
    const known = remembered.get(id);
    if (known !== undefined && known.until > Date.now()) return known.key;
    const key = await findKey(rows, id);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(id, { key, until: Date.now() + REMEMBERED_MILLISECONDS });
    return key;
  }

  return {
    async find(text) {
      const id = idOfSecret(text);
      const key = id === undefined ? undefined : await keyOf(id);
      return key !== undefined && isSecretOf(text, key.hash) && isInUse(key) ? key : undefined;
    },
    async isAny() {
      if (isAny || isAnyUntil > Date.now()) return isAny;
      isAny = await isAnyKey(rows, 'ever');
      isAnyUntil = Date.now() + REMEMBERED_MILLISECONDS;
      return isAny;
    },
    forget() {
      remembered.clear();
      isAnyUntil = 0;
    },
  };
}
