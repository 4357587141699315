import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { keepUp } from '../../api/store/embedded-upkeep.ts';

test('the log of changes is checkpointed at each turn and dead rows are swept at every tenth, beside open transactions', async () => {
  const pglite = await PGlite.create();
  await pglite.exec(
    'create table notes (id int); insert into notes select generate_series(1, 5000); delete from notes',
  );
  const pagesOf = async () => {
    const { rows } = await pglite.query<{ size: number }>(`select pg_relation_size('notes')::int as size`);
    return rows[0]!.size;
  };
  const placeOf = async () => {
    const { rows } = await pglite.query<{ lsn: string }>(
      'select checkpoint_lsn::text as lsn from pg_control_checkpoint()',
    );
    return rows[0]!.lsn;
  };
  const [size, before] = [await pagesOf(), await placeOf()];
  expect(size).toBeGreaterThan(0);
  const done: string[] = [];
  const exec: typeof pglite.exec = async (statement) => {
    const answer = await pglite.exec(statement);
    done.push(statement);
    return answer;
  };
  const stop = keepUp({ exec }, 5);
  await pglite.transaction(async (transaction) => {
    // Neither may run inside it, nor break it.
    await pause(50);
    expect(done).toEqual([]);
    await transaction.query('select 1');
  });
  await expect.poll(() => done.filter((statement) => statement === 'VACUUM').length).toBeGreaterThan(0);
  stop();
  expect(done.slice(0, 11)).toEqual([...Array.from({ length: 9 }, () => 'CHECKPOINT'), 'VACUUM', 'CHECKPOINT']);
  expect(await pagesOf()).toBe(0);
  expect(await placeOf()).not.toBe(before);
  const turns = done.length;
  await pause(50);
  expect(done.length).toBeLessThanOrEqual(turns + 11);
  await pglite.close();
});
