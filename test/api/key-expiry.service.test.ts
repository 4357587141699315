import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyManager } from '../../api/access/key-manager.ts';
import type { Database } from '../../api/store/database.ts';
import { openDatabase } from '../../api/store/database-of-place.ts';
import { forgetAudit } from '../../api/store/forgetting.ts';
import { isAnyKey } from '../../api/store/keys.ts';
import { migrateForward } from '../../api/store/migrate.ts';
import { told } from '../cli/in-process.ts';
import { type Client, startClient, type Visitor, visitor } from './client.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

interface Entry {
  readonly action: string;
  readonly subject: string;
  readonly requests: number;
}

const LATER = '2999-01-01T00:00:00.000Z';
const DAY_MILLISECONDS = 86_400_000;

/** The tables as they were before keys could expire, brought forward. */
async function bringForwardFromBefore({ rows }: Database): Promise<void> {
  await sql`alter table keys drop column expires_at`.execute(rows);
  await sql`drop index audit_by_time`.execute(rows);
  await sql`alter table owners drop column served_at`.execute(rows);
  await sql`alter table results drop column figures`.execute(rows);
  await sql`alter table scenarios drop column description`.execute(rows);
  await sql`alter table runs drop column scenario_description`.execute(rows);
  await sql`alter table runs drop column asked, drop column source_run, drop column source_result`.execute(rows);
  await sql`drop table sessions`.execute(rows);
  await sql`alter table runs rename constraint runs_succeeded_with to runs_check`.execute(rows);
  const undone = await sql<{ name: string }>`
    delete from kysely_migration where name >= '0005' returning name`.execute(rows);
  // What comes later is to be undone here as well.
  expect(undone.rows.map(({ name }) => name).toSorted()).toEqual([
    '0005-expiry',
    '0006-served',
    '0007-figures',
    '0008-words',
    '0009-studies',
    '0010-sessions',
    '0011-token-sessions',
    '0012-parts',
  ]);
  await migrateForward(rows);
  await migrateForward(rows);
  const kept = await rows.selectFrom('keys').select(['name', 'expires_at']).execute();
  expect(kept).toEqual([{ name: 'admin', expires_at: null }]);
}

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let secret: string;
  let by: Visitor;

  beforeAll(async () => {
    place = await openStorePlace(kind);
    await using manager = await openKeyManager(place, { mayMakeStore: true });
    secret = (await manager.make({ name: 'admin', scopes: ['admin'] })).secret;
    await manager[Symbol.asyncDispose]();
    await withRows(bringForwardFromBefore);
    client = await startClient(place, 0);
    by = visitor(client.url, secret);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  const withRows = async <T>(use: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase(place.dataDirectory, place.databaseUrl);
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  };

  test('a store of before keys could expire is brought forward, and its keys open what they did', async () => {
    expect((await by.get('/v1/keys')).status).toBe(200);
  });

  test('a key opens until it expires, and is then as unknown as any', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const answer = await by.send('POST', '/v1/keys', { name: 'guest', scopes: ['read'], expiresAt });
    expect(answer.status).toBe(201);
    const key = (await answer.json()) as { id: string; secret: string; expiresAt: string };
    expect(key.expiresAt).toBe(expiresAt);
    const guest = visitor(client.url, key.secret);
    const { status } = await guest.get('/v1/runs');
    // On a machine that is very busy its time may be over by now.
    if (Date.now() < Date.parse(expiresAt)) expect(status).toBe(200);
    await expect.poll(async () => (await guest.get('/v1/runs')).status, { timeout: 10_000 }).toBe(401);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt));
    const refusalOf = async (secret: string) => {
      const answer = await visitor(client.url, secret).get('/v1/runs');
      const { requestId: _, ...problem } = (await answer.json()) as { requestId: string };
      return problem;
    };
    expect(await refusalOf(key.secret)).toEqual(await refusalOf(`hourmatch_${'A'.repeat(64)}`));
    const { items } = (await (await by.get('/v1/keys')).json()) as { items: { id: string; expiresAt?: string }[] };
    expect(items.find(({ id }) => id === key.id)).toMatchObject({ expiresAt });
    expect((await by.send('DELETE', `/v1/keys/${key.id}`)).status).toBe(200);
  });

  test('an expiry that is over, or no instant, is refused', async () => {
    const past = new Date(Date.now() - 1_000).toISOString();
    for (const expiresAt of [
      past,
      '2020-01-01T00:00:00Z',
      '2999-01-01',
      '2999-02-30T00:00:00Z',
      'never',
      '',
      null,
      1,
    ]) {
      const asked = { name: 'guest', scopes: ['read'], expiresAt };
      const answer = await by.send('POST', '/v1/keys', asked);
      expect({ expiresAt, ...((await answer.json()) as object) }).toMatchObject({
        status: 400,
        issues: [{ where: 'expiresAt' }],
      });
    }
  });

  if (kind !== onceOn) return;

  test('what is older than it is to be kept leaves the audit, which says so once, and the rest stays', async () => {
    await withRows(async ({ rows }) => {
      await sql`truncate audit`.execute(rows);
      const entry = { owner: 'acme', key_id: null, action: 'key.created' } as const;
      const ages = [500, 401, 399, 31, 29, 0];
      const aged = ages.map((days) => ({
        ...entry,
        subject: `${days}`,
        at: new Date(Date.now() - days * DAY_MILLISECONDS),
      }));
      await rows.insertInto('audit').values(aged).execute();
    });
    /** Once the server has forgotten: that is done beside its start, not before. */
    const entriesWith = async (keepAuditDays: number | undefined, told: string) => {
      await using server = await startClient(place, 0, { keepAuditDays });
      const who = visitor(server.url, secret);
      for (;;) {
        const { items } = (await (await who.get('/v1/audit')).json()) as { items: Entry[] };
        const entries = items.filter(({ action }) => action !== 'key.used');
        if (entries.some(({ subject }) => subject === told)) return entries;
      }
    };
    const byDefault = await entriesWith(undefined, 'older than 400 days');
    expect(byDefault.map(({ subject }) => subject)).toEqual(['older than 400 days', '0', '29', '31', '399']);
    expect(byDefault[0]).toMatchObject({ action: 'audit.forgotten', requests: 2, owner: 'local' });
    const shorter = await entriesWith(30, 'older than 30 days');
    expect(shorter.map(({ subject }) => subject)).toEqual(['older than 30 days', 'older than 400 days', '0', '29']);
    expect(shorter[0]).toMatchObject({ requests: 2 });
    // Nothing is left to forget, so nothing is told again.
    await withRows(({ rows }) => forgetAudit(rows, 30));
    expect(await entriesWith(30, 'older than 30 days')).toEqual(shorter);
  });

  test('where every key has expired none is in use, and the server is as closed as it was', async () => {
    await withRows(async ({ rows }) => {
      await rows
        .updateTable('keys')
        .set({ expires_at: new Date(Date.now() - 1) })
        .execute();
      expect(await isAnyKey(rows, 'in use')).toBe(false);
      expect(await isAnyKey(rows, 'ever')).toBe(true);
    });
    await using next = await startClient(place, 0);
    expect((await next.get('/v1/runs')).status).toBe(401);
  });
});

test('on the command line a key is given its end as a day or an instant, and lists show it', async () => {
  await using place = await openStorePlace('embedded');
  const store = ['--data-dir', place.dataDirectory];
  const create = (expires: string) =>
    told(['keys', 'create', '--name', 'guest', '--expires', expires, '--json', ...store]);
  expect((await create('2020-01-01')).code).toBe(64);
  const made = await create('2999-01-01');
  const key = JSON.parse(made.stdout) as { id: string; expiresAt: string };
  expect(key.expiresAt).toBe(LATER);
  expect(JSON.parse((await create('2999-01-01T00:00Z')).stdout)).toMatchObject({ expiresAt: LATER });
  const { stdout } = await told(['keys', 'list', ...store]);
  expect(stdout.split('\n')[0]).toBe(`${key.id}  run    guest  (owner ${key.id}, last used never, until ${LATER})`);
  await using manager = await openKeyManager(place, { mayMakeStore: false });
  expect(await manager.list()).toHaveLength(2);
});
