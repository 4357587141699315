import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { keepUp } from '../../../api/store/embedded-upkeep.ts';
import { openStorePlace } from '../stores.ts';

test('what is asked of an embedded store moves its checkpoint and sweeps its dead rows', async () => {
  await using place = await openStorePlace('embedded');
  const pglite = await PGlite.create(join(place.dataDirectory, 'rows'));
  await pglite.exec(
    'create table notes (id int); insert into notes select generate_series(1, 5000); delete from notes',
  );
  const only = async <Value>(select: string) =>
    (await pglite.query<{ it: Value }>(`select ${select} as it`)).rows[0]!.it;
  const sizeOf = () => only<number>("pg_relation_size('notes')::int");
  const placeOf = () => only<string>('(select checkpoint_lsn::text from pg_control_checkpoint())');
  const before = await placeOf();
  expect(await sizeOf()).toBeGreaterThan(0);
  const stop = keepUp(pglite, 5);
  await expect.poll(sizeOf, { timeout: 60_000 }).toBe(0);
  stop();
  expect(await placeOf()).not.toBe(before);
  await pglite.close();
});
