import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openShare } from '../../../api/jobs/share.ts';
import type { Database } from '../../../api/store/database.ts';
import { openEmbeddedDatabase } from '../../../api/store/embedded-database.ts';
import { migrateForward } from '../../../api/store/migrate.ts';
import {
  cancelRun,
  claimRun,
  failRun,
  finishRun,
  handBackRun,
  isAnyWaiting,
  isStillHeld,
} from '../../../api/store/run-claims.ts';
import { addRunEvent, eventsAfter } from '../../../api/store/run-events.ts';
import { insertRuns } from '../../../api/store/runs.ts';
import { keepVersions } from '../../../api/store/scenario-versions.ts';
import { openServerDatabase } from '../../../api/store/server-database.ts';
import { openStorePlace, type StorePlace, storeKinds } from '../stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let database: Database;

  beforeAll(async () => {
    place = await openStorePlace(kind);
    database =
      place.databaseUrl === undefined
        ? await openEmbeddedDatabase(place.dataDirectory)
        : openServerDatabase(place.databaseUrl);
    await migrateForward(database.rows);
    for (const owner of ['ada', 'ben']) {
      await database.rows.insertInto('owners').values({ id: owner, name: owner }).execute();
      await keepVersions(database.rows, [{ owner, hash: 'content', text: '{}', profiles: {} }]);
    }
  });
  afterAll(async () => {
    await database.close();
    await place[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await sql`update owners set served_at = null`.execute(database.rows);
    await sql`truncate runs, run_events, idempotency_keys cascade`.execute(database.rows);
  });

  async function wait(owner: string, priority = 0): Promise<string> {
    const id = randomUUID();
    const question = { scenario_hash: 'content', scenario_name: 'a', study: 'plan', options: {}, run_key: id };
    await insertRuns(database.rows, [{ id, owner, priority, ...question }]);
    return id;
  }
  const claim = async (ticket: string = randomUUID()) => claimRun(database.rows, ticket);

  test('migrations that ran already run no second time', async () => {
    await migrateForward(database.rows);
    expect(await database.rows.selectFrom('owners').selectAll().where('id', '=', 'local').execute()).toHaveLength(1);
  });

  test('owners share fairly, however many runs one of them has and however urgent', async () => {
    for (let count = 0; count < 4; count++) await wait('ada', 1);
    for (let count = 0; count < 2; count++) await wait('ben', -1);
    const owners = [];
    for (let count = 0; count < 6; count++) owners.push((await claim())?.owner);
    expect(owners).toEqual(['ada', 'ben', 'ada', 'ben', 'ada', 'ada']);
    expect(await claim()).toBeUndefined();
  });

  test('where one run is solved at a time owners take turns, however many runs one of them has, and deletes', async () => {
    for (let count = 0; count < 4; count++) await wait('ada', 1);
    for (let count = 0; count < 2; count++) await wait('ben', -1);
    const owners = [];
    for (let run = await claim(); run !== undefined; run = await claim()) {
      owners.push(run.owner);
      await failRun(database.rows, run, { code: 'x', message: 'y' });
      await sql`delete from run_events where run_id = ${run.id}`.execute(database.rows);
      await sql`delete from runs where id = ${run.id}`.execute(database.rows);
    }
    expect(owners).toEqual(['ada', 'ben', 'ada', 'ben', 'ada', 'ada']);
  });

  test('an owner who has enough at work begins nothing more while there are others, and none of them is kept waiting', async () => {
    for (let count = 0; count < 3; count++) await wait('ada', 1);
    expect((await claimRun(database.rows, randomUUID()))?.owner).toBe('ada');
    expect(await claimRun(database.rows, randomUUID(), ['ada'])).toBeUndefined();
    expect(await isAnyWaiting(database.rows)).toBe(true);
    await wait('ben', -1);
    expect((await claimRun(database.rows, randomUUID(), ['ada']))?.owner).toBe('ben');
    expect((await claimRun(database.rows, randomUUID(), ['ben']))?.owner).toBe('ada');
    expect((await claim())?.owner).toBe('ada');
    expect(await isAnyWaiting(database.rows)).toBe(false);
  });

  test('of a process with several turns one owner has all but one', () => {
    const share = openShare(3);
    share.begin('ada');
    expect(share.full()).toEqual([]);
    share.begin('ada');
    share.begin('ben');
    expect(share.full()).toEqual(['ada']);
    expect([share.end('ada'), share.end('ada'), share.end('ben')]).toEqual([true, false, false]);
    const single = openShare(1);
    single.begin('ada');
    expect(single.full()).toEqual([]);
  });

  test('within an owner the urgent come first, then the older', async () => {
    const low = await wait('ada', -1);
    const first = await wait('ada');
    const second = await wait('ada');
    const high = await wait('ada', 1);
    const order = [];
    for (let count = 0; count < 4; count++) order.push((await claim())?.id);
    expect(order.toSorted()).toEqual([low, first, second, high].toSorted());
    expect([order[0], order[3]]).toEqual([high, low]);
  });

  test('two tickets at once never take one run', async () => {
    for (let count = 0; count < 8; count++) await wait('ada');
    const claimed = await Promise.all(Array.from({ length: 12 }, () => claim()));
    const ids = claimed.flatMap((run) => run?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });

  test('a ticket that comes again takes its own run, and the worker it had before can change nothing any more', async () => {
    const id = await wait('ada');
    await wait('ada', 1);
    const other = await claim();
    const ticket = randomUUID();
    const before = (await claim(ticket))!;
    const after = (await claim(ticket))!;
    expect([other?.id === id, before.id, after.id]).toEqual([false, id, id]);
    expect(after.attempts).toBe(2);
    expect(await isStillHeld(database.rows, before)).toBe(false);
    expect(await failRun(database.rows, before, { code: 'x', message: 'y' })).toBe(false);
    expect(await failRun(database.rows, after, { code: 'x', message: 'y' })).toBe(true);
    expect(await failRun(database.rows, after, { code: 'x', message: 'y' })).toBe(false);
  });

  test('a cancelled run stays cancelled, whatever its worker says later', async () => {
    const id = await wait('ada');
    const run = (await claim())!;
    expect(await cancelRun(database.rows, 'ben', id)).toBe(false);
    expect(await cancelRun(database.rows, 'ada', id)).toBe(true);
    expect(await finishRun(database.rows, run, randomUUID(), 'optimal', false)).toBe(false);
    expect(await handBackRun(database.rows, run)).toBe(false);
    expect((await eventsAfter(database.rows, id, 0, 10)).map(({ kind: event }) => event)).toEqual(['done']);
  });

  test('handing back counts as no attempt, and any ticket may take the run then', async () => {
    await wait('ada');
    const run = (await claim())!;
    expect(await handBackRun(database.rows, run)).toBe(true);
    expect(await claim()).toMatchObject({ id: run.id, attempts: 1, claim: run.claim + 2 });
  });

  test('events written at once are numbered without gaps', async () => {
    const id = await wait('ada');
    const write = (step: number) =>
      database.rows
        .transaction()
        .execute((transaction) => addRunEvent(transaction, id, { kind: 'log', data: { step } }));
    await Promise.all(Array.from({ length: 10 }, (_, step) => write(step)));
    const numbers = (await eventsAfter(database.rows, id, 0, 100)).map(({ sequence }) => sequence);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('a statement beside a transaction that is rolled back is not rolled back with it', async () => {
    const inside = database.rows.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('owners')
        .values({ id: `${kind}-inside`, name: 'x' })
        .execute();
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('rolled back');
    });
    const beside = database.rows
      .insertInto('owners')
      .values({ id: `${kind}-beside`, name: 'x' })
      .execute();
    await expect(inside).rejects.toThrow('rolled back');
    await beside;
    const found = await database.rows.selectFrom('owners').select('id').where('id', 'like', `${kind}-%`).execute();
    expect(found).toEqual([{ id: `${kind}-beside` }]);
  });
});
