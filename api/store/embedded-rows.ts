/** The directory of embedded rows: there whole or not at all, and free of what a dead process left in the way. */

import { access, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { syncDirectory } from '../../src/results/files/sync-directory.ts';

/** Inside the data directory. */
const ROWS = 'rows';
const DRAFT = 'rows-draft';

export const hasRows = (directory: string): Promise<boolean> =>
  access(join(directory, ROWS)).then(
    () => true,
    () => false,
  );

/** Only for who holds the lock of `directory`: then whatever wrote there before is dead. */
export async function openableRows(directory: string): Promise<string> {
  const rows = join(directory, ROWS);
  if (!(await hasRows(directory))) await makeRows(directory, rows);
  // Whoever is killed between opening this file and writing its number leaves it empty, and PostgreSQL starts beside no
  // such file; PGlite writes the same number in every process, so a whole one tells nothing either.
  await rm(join(rows, 'postmaster.pid'), { force: true });
  return rows;
}

/** Killed halfway, PostgreSQL's own making of a directory leaves one that looks made and never starts. */
async function makeRows(directory: string, rows: string): Promise<void> {
  const draft = join(directory, DRAFT);
  await rm(draft, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: draft });
  await pglite.close();
  await syncAll(draft);
  await rename(draft, rows);
  await syncDirectory(directory);
}

async function syncAll(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const place = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) {
      await syncDirectory(place);
      continue;
    }
    // For writing: Windows puts nothing on the disk through a handle that only reads.
    await using handle = await open(place, 'r+');
    await handle.sync();
  }
  await syncDirectory(directory);
}
