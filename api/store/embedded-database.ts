/** PGlite in a directory: PostgreSQL inside this process, with the guards that it does not have by itself. */

import { PGlite, types } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { openableRows } from './embedded-rows.ts';
import { keepUp } from './embedded-upkeep.ts';
import { OneAtATimeDialect } from './one-at-a-time.ts';
import type { Tables } from './tables.ts';

/** @throws StoreError where another process holds the directory. */
export async function openEmbeddedDatabase(directory: string): Promise<Database> {
  const lock = await lockDirectory(directory);
  try {
    const pglite = await PGlite.create({
      dataDir: await openableRows(directory),
      // -F is fsync off: an answered request must survive a power cut.
      startParams: [...PGlite.defaultStartParams.filter((word) => word !== '-F'), '-c', 'shared_buffers=16MB'],
      parsers: { [types.INT8]: Number },
    });
    const stopUpkeep = keepUp(pglite);
    const rows = new Kysely<Tables>({ dialect: new OneAtATimeDialect({ pglite }) });
    return {
      kind: 'embedded',
      rows,
      queue: { db: fromPglite(pglite), backend: 'pglite' },
      close: async () => {
        stopUpkeep();
        await rows.destroy();
        await lock[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw error;
  }
}
