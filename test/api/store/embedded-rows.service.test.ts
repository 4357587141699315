import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../../../api/store/embedded-database.ts';
import { openStorePlace } from '../stores.ts';

async function expectToOpen(directory: string): Promise<void> {
  const { rows, close } = await openEmbeddedDatabase(directory);
  const answer = await sql<{ one: number }>`select 1 as one`.execute(rows);
  await close();
  expect(answer.rows).toEqual([{ one: 1 }]);
}

/** A process that has loaded what makes a store, and no server beside it. */
const opener = fileURLToPath(new URL('../../../api/store/embedded-database.ts', import.meta.url));
const making = `await (await import(process.argv[1])).openEmbeddedDatabase(process.argv[2])`;

test('a store whose making is killed is made by the next start', async () => {
  await using place = await openStorePlace('embedded', 'empty');
  const words = ['--input-type=module', '-e', making, opener, place.dataDirectory];
  const victim = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = once(victim, 'exit');
  const firstFiles = ['rows', 'rows-draft'].map((name) => join(place.dataDirectory, name, 'PG_VERSION'));
  while (!firstFiles.some(existsSync) && victim.exitCode === null) await pause(1);
  victim.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
  await expectToOpen(place.dataDirectory);
});

test('the empty number of a process that was killed while it wrote it is in nobody’s way', async () => {
  await using place = await openStorePlace('embedded');
  await writeFile(join(place.dataDirectory, 'rows', 'postmaster.pid'), '');
  await expectToOpen(place.dataDirectory);
});
