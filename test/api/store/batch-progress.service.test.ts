import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { progressOf } from '../../../api/store/batch-progress.ts';
import { cancelBatch, insertBatch } from '../../../api/store/batches.ts';
import type { Database } from '../../../api/store/database.ts';
import { openDatabase } from '../../../api/store/database-of-place.ts';
import { migrateForward } from '../../../api/store/migrate.ts';
import * as claims from '../../../api/store/run-claims.ts';
import { insertRuns } from '../../../api/store/runs.ts';
import { keepVersions } from '../../../api/store/scenario-versions.ts';
import { openStorePlace, type StorePlace, storeKinds } from '../stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let database: Database;

  beforeAll(async () => {
    place = await openStorePlace(kind);
    database = await openDatabase(place.dataDirectory, place.databaseUrl);
    await migrateForward(database.rows);
    await keepVersions(database.rows, [{ owner: 'local', hash: 'content', text: '{}', profiles: {} }]);
  });
  afterAll(async () => {
    await database.close();
    await place[Symbol.asyncDispose]();
  });

  /** Of one batch. */
  async function wait(count: number): Promise<string> {
    const batch = randomUUID();
    await insertBatch(database.rows, { id: batch, owner: 'local', name: 'a', total: count, sweep: null });
    const question = { scenario_hash: 'content', scenario_name: 'a', study: 'plan', options: {}, priority: 0 };
    const runs = Array.from({ length: count }, (_, position) => ({
      ...{ id: randomUUID(), owner: 'local', run_key: randomUUID(), batch_id: batch, batch_position: position },
      ...question,
    }));
    await insertRuns(database.rows, runs);
    return batch;
  }
  const of = async (batch: string) => (await progressOf(database.rows, [batch])).get(batch)!;

  test('whatever happens to a run of a batch raises the number of its changes, and no other batch’s', async () => {
    const { rows } = database;
    const [batch, other] = [await wait(4), await wait(1)];
    await cancelBatch(rows, { id: other, owner: 'local' });
    const others = await of(other);
    const failure = { code: 'run.interrupted', message: 'made by a test' };
    const claim = async (ticket: string = randomUUID()) => (await claims.claimRun(rows, ticket))!;
    const ticket = randomUUID();
    const held = { run: { id: '', claim: 0 } as claims.Claim };
    const steps: Readonly<Record<string, () => Promise<unknown>>> = {
      claimed: async () => {
        held.run = await claim(ticket);
      },
      'waits for another try': () => claims.awaitRetry(rows, held.run, failure),
      'claimed again': async () => {
        held.run = await claim(ticket);
      },
      'handed back': () => claims.handBackRun(rows, held.run),
      'left by a death': async () => {
        held.run = await claim();
        const before = (await of(batch)).changes;
        await claims.releaseOrphans(rows);
        expect((await of(batch)).changes).toBeGreaterThan(before);
      },
      failed: async () => claims.failRun(rows, await claim(), failure),
      'given up by the queue': async () => {
        await claim(ticket);
        await claims.failRunOfTicket(rows, ticket, failure);
      },
      cancelled: async () => claims.cancelRun(rows, 'local', (await claim()).id),
      'the rest cancelled': () => cancelBatch(rows, { id: batch, owner: 'local' }),
    };
    let last = (await of(batch)).changes;
    expect(last).toBe(1);
    for (const [what, happens] of Object.entries(steps)) {
      await happens();
      const { changes } = await of(batch);
      expect({ what, isHigher: changes > last }).toEqual({ what, isHigher: true });
      last = changes;
    }
    const { counts, endedAt, share } = await of(batch);
    expect(counts).toEqual({ queued: 0, running: 0, succeeded: 0, failed: 2, cancelled: 2 });
    expect(endedAt).toBeInstanceOf(Date);
    expect(share).toBe(1);
    expect(await of(other)).toEqual(others);
  });
});
