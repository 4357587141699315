/** A PostgreSQL server that any number of processes share. */

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

const MOST_CONNECTIONS = 10;
/** A server that does not answer is told as such while the client still waits. */
const CONNECT_MILLISECONDS = 5_000;

export function openServerDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // An idle connection that breaks is replaced at its next use; unheard, it would end the process.
  pool.on('error', () => undefined);
  // Nor does the pool listen to one that is in use, and between two statements of a transaction nobody else does: the next
  // statement fails then.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'server',
    rows,
    queue: { connectionString: url, max: 4, connectionTimeoutMillis: CONNECT_MILLISECONDS },
    close: () => rows.destroy(),
  };
}
