import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Campus, tinyCampus } from './campus.ts';
import { uploadYear } from './client.ts';
import { fault, type Opened, startOpened } from './faulty.ts';
import { openStorePlace, type StorePlace, storeKinds } from './stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let campus: Campus;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    opened = await startOpened(place, 0);
    await uploadYear(opened.client, campus);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  /** Everything that it is told to store is stored, and then the end of the transaction fails. */
  async function withoutCommit<T>(ask: () => Promise<T>): Promise<T> {
    const { rows } = opened.service.database;
    const real = rows.transaction.bind(rows);
    rows.transaction = () => {
      const builder = real();
      const execute = builder.execute.bind(builder);
      builder.execute = (work) =>
        execute(async (transaction) => {
          await work(transaction);
          throw fault('EIO');
        });
      return builder;
    };
    try {
      return await ask();
    } finally {
      rows.transaction = real;
    }
  }

  test.for(['/v1/runs', '/v1/batches'])(
    'what %s did not commit is not accepted, and sent again it is',
    async (path) => {
      const { client } = opened;
      const body = path === '/v1/runs' ? { scenario: campus.scenario } : { runs: [{ scenario: campus.scenario }] };
      const send = () => client.send('POST', path, body, { 'idempotency-key': path });
      const count = async () => ((await (await client.get(path)).json()) as { items: unknown[] }).items.length;
      const refused = await withoutCommit(send);
      expect(await refused.json()).toMatchObject({ status: 500, code: 'internal' });
      expect(await count()).toBe(0);
      expect((await send()).status).toBe(202);
      expect(await count()).toBe(1);
    },
  );
});
