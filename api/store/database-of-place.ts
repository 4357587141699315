/** Which of the two databases it is: the server's where its address is known, else the one in the directory. */

import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { openServerDatabase } from './server-database.ts';

/** @throws StoreError where another process holds the directory */
export async function openDatabase(
  dataDirectory: string,
  databaseUrl: string | undefined,
  tell: (doing: string) => void = () => undefined,
): Promise<Database> {
  return databaseUrl === undefined ? openEmbeddedDatabase(dataDirectory, tell) : openServerDatabase(databaseUrl);
}
