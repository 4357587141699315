/** Keys without a server: on the rows themselves, for the command line. */

import { documentOfKey } from '../schemas/key.ts';
import type { ServicePlace } from '../service.ts';
import { openDatabase } from '../store/database-of-place.ts';
import { hasRows } from '../store/embedded-rows.ts';
import { listKeys } from '../store/keys.ts';
import { migrateForward } from '../store/migrate.ts';
import { StoreError } from '../store/store-error.ts';
import { type KeyRequest, makeKey, revokeKey } from './keys.ts';

type KeyDocument = ReturnType<typeof documentOfKey>;

interface KeyManager extends AsyncDisposable {
  make(request: KeyRequest): Promise<KeyDocument & { readonly secret: string }>;
  list(): Promise<readonly KeyDocument[]>;
  /** Undefined where there is none that could be revoked. */
  revoke(id: string): Promise<KeyDocument | undefined>;
}

const PAGE = 1_000;

/** @throws StoreError where a server holds the directory, with how to ask that server */
export async function openKeyManager(
  place: ServicePlace,
  { mayMakeStore }: { readonly mayMakeStore: boolean },
): Promise<KeyManager> {
  const { dataDirectory, databaseUrl } = place;
  if (databaseUrl === undefined && !mayMakeStore && !(await hasRows(dataDirectory))) {
    throw new StoreError(`There is no store in ${dataDirectory}. Name the one of the server with --data-dir.`);
  }
  const database = await openDatabase(dataDirectory, databaseUrl).catch(tellOfServer);
  const { rows } = database;
  try {
    await migrateForward(rows);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    async make(request) {
      const { key, secret } = await makeKey(rows, request, null);
      return { ...documentOfKey(key), secret };
    },
    async list() {
      const keys = [];
      for (let page = await listKeys(rows, undefined, PAGE); page.length > 0; ) {
        keys.push(...page.map(documentOfKey));
        const { created_at: createdAt, id } = page.at(-1)!;
        page = await listKeys(rows, { createdAt, id }, PAGE);
      }
      return keys;
    },
    async revoke(id) {
      const key = await revokeKey(rows, id, null);
      return key && documentOfKey(key);
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

function tellOfServer(error: unknown): never {
  if (!(error instanceof StoreError)) throw error;
  throw new StoreError(
    `${error.message}\nA server that runs makes keys itself, for an administrator (or anybody here, as long as it has none):\n` +
      'curl -H "Authorization: Bearer $KEY" http://127.0.0.1:8080/v1/keys --json \'{"name":"mine","scopes":["admin"]}\'',
  );
}
