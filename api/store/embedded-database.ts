/** PGlite in a directory: PostgreSQL inside this process, with the guards that it does not have by itself. */

import { Kysely } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { openEmbeddedClient } from './embedded-client.ts';
import { hasRows, openableRows } from './embedded-rows.ts';
import { OneAtATimeDialect } from './one-at-a-time.ts';
import type { Tables } from './tables.ts';

/** @throws StoreError where another process holds the directory. */
export async function openEmbeddedDatabase(
  directory: string,
  tell: (doing: string) => void = () => undefined,
): Promise<Database> {
  const lock = await lockDirectory(directory);
  try {
    if (!(await hasRows(directory))) tell(`Making a database in ${directory}; this takes a few seconds, once.`);
    const rowsDirectory = await openableRows(directory);
    tell(`Opening the database in ${directory}.`);
    const pglite = await openEmbeddedClient(rowsDirectory);
    const rows = new Kysely<Tables>({ dialect: new OneAtATimeDialect({ pglite }) });
    return {
      kind: 'embedded',
      rows,
      queue: { db: fromPglite(pglite), backend: 'pglite' },
      close: async () => {
        await rows.destroy();
        await lock[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}
