import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openServerDatabase } from '../../../api/store/server-database.ts';
import { openStorePlace } from '../stores.ts';

test('a connection that breaks between two statements of a transaction fails it, and ends no process', async () => {
  await using place = await openStorePlace('PostgreSQL');
  const database = openServerDatabase(place.databaseUrl!);
  await using _ = { [Symbol.asyncDispose]: database.close };
  const broken = database.rows.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(database.rows);
    // Unheard, what the connection says now would be an uncaught exception, which fails this run of the tests as well.
    await pause(200);
    await sql`select 1`.execute(transaction);
  });
  await expect(broken).rejects.toThrow(/terminat|not queryable/);
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.rows)).rows).toEqual([{ one: 1 }]);
});
