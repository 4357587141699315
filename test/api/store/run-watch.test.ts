import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { watchRuns } from '../../../api/store/run-watch.ts';
import type { Tables } from '../../../api/store/tables.ts';

/** A database that holds one run and counts what it is asked. */
function oneRun() {
  const run = { id: 'a', last_event: 3, status: 'running' };
  const asked = { times: 0 };
  class Driver extends DummyDriver {
    override async acquireConnection() {
      const connection = await super.acquireConnection();
      const executeQuery = async <R>() => {
        asked.times += 1;
        return { rows: [{ ...run }] as R[] };
      };
      return Object.assign(connection, { executeQuery });
    }
  }
  const rows = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Driver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return { run, asked, rows };
}

test('a hundred listeners of a run cost one question a turn, and all hear of what happens', async () => {
  const { run, asked, rows } = oneRun();
  const watch = watchRuns(rows);
  let heard = 0;
  const all = Promise.all(Array.from({ length: 100 }, () => watch.beyond('a', 3, () => true).then(() => (heard += 1))));
  await expect.poll(() => asked.times, { timeout: 5_000 }).toBe(3);
  expect(heard).toBe(0);
  run.last_event = 4;
  await all;
  expect(asked.times).toBe(4);
});

test('who listens no more, and whose run has ended, waits no longer', async () => {
  const { run, rows } = oneRun();
  const watch = watchRuns(rows);
  await watch.beyond('a', 3, () => false);
  await watch.beyond('gone', 0, () => true);
  run.status = 'failed';
  await watch.beyond('a', 3, () => true);
});
