import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openEmbeddedDatabase } from '../../../api/store/embedded-database.ts';
import { openStorePlace } from '../stores.ts';
import { openVictims } from '../victims.ts';

async function expectToOpen(directory: string): Promise<void> {
  const { rows, close } = await openEmbeddedDatabase(directory);
  const answer = await sql<{ one: number }>`select 1 as one`.execute(rows);
  await close();
  expect(answer.rows).toEqual([{ one: 1 }]);
}

test('a store whose making is killed is made by the next start', async () => {
  await using place = await openStorePlace('embedded', 'empty');
  await using victims = openVictims(1);
  const victim = victims.start({ role: 'server', place, concurrency: 0 });
  const firstFiles = ['rows', 'rows-draft'].map((name) => join(place.dataDirectory, name, 'PG_VERSION'));
  while (!firstFiles.some(existsSync)) await pause(1);
  await victim.kill();
  await expectToOpen(place.dataDirectory);
});

test('the empty number of a process that was killed while it wrote it is in nobody’s way', async () => {
  await using place = await openStorePlace('embedded');
  await writeFile(join(place.dataDirectory, 'rows', 'postmaster.pid'), '');
  await expectToOpen(place.dataDirectory);
});
