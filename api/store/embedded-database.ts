/** PGlite in a directory: PostgreSQL inside this process, with the guards that it does not have by itself. */

import { setFlagsFromString } from 'node:v8';
import { Kysely } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Database } from './database.ts';
import { lockDirectory } from './directory-lock.ts';
import { openEmbeddedClient } from './embedded-client.ts';
import { hasRows, openableRows } from './embedded-rows.ts';
import { OneAtATimeDialect } from './one-at-a-time.ts';
import type { Tables } from './tables.ts';

/**
 * V8 would compile the loop in which PGlite interprets expressions a second time, for speed: 600 MB and a second for one
 * function, at every start. Flags are of the process, so HiGHS is compiled once there as well.
 */
const BASELINE_COMPILER_ALONE = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/** @throws StoreError where another process holds the directory. */
export async function openEmbeddedDatabase(
  directory: string,
  tell: (doing: string) => void = () => undefined,
): Promise<Database> {
  for (const flag of BASELINE_COMPILER_ALONE) setFlagsFromString(flag);
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
