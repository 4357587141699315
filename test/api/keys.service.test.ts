import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyManager } from '../../api/access/key-manager.ts';
import { openDatabase } from '../../api/store/database-of-place.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, submit, type Visitor, visitor } from './client.ts';
import { keyHolder, type NewKey, newKey } from './key-holders.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

interface Entry {
  readonly action: string;
  readonly owner: string;
  readonly keyId?: string;
  readonly subject: string;
  readonly requests: number;
}

const codeOf = async (answer: Response) => {
  const { code } = (await answer.json()) as { code?: string };
  return `${answer.status} ${code}`;
};
const auditOf = async (who: Visitor, query = '') =>
  ((await (await who.get(`/v1/audit${query}`)).json()) as { items: Entry[] }).items;

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;
  let first: NewKey;
  let admin: Visitor;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    client = await startClient(place, 0);
    expect((await client.get('/v1/runs')).status).toBe(200);
    first = await newKey(client, 'first', 'admin');
    admin = visitor(client.url, first.secret);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  test('the first key closes a server that was open to its machine, and a revoked one opens nothing', async () => {
    const answer = await client.get('/v1/runs');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="hourmatch"');
    expect(await codeOf(answer)).toBe('401 access.unknown');
    const second = await newKey(admin, 'second', 'admin');
    const other = visitor(client.url, second.secret);
    // Nobody works here, so nothing but the end of the key ends what is listened to.
    const run = await submit(other, campus);
    const heard = await other.get(run.links.events, { accept: 'text/event-stream' });
    const revoked = await (await other.send('DELETE', second.links.self)).json();
    expect(revoked).toMatchObject({ id: second.id, revokedAt: expect.any(String) });
    expect(await heard.text()).not.toContain('event: done');
    expect(await codeOf(await other.get('/v1/runs'))).toBe('401 access.unknown');
    expect((await client.get('/v1/runs')).status).toBe(401);
    // That it was used may have been written meanwhile.
    expect(await (await admin.send('DELETE', second.links.self)).json()).toMatchObject(revoked as object);
  });

  test('what was done with keys is told to administrators; uses are one entry an hour, not a write a request', async () => {
    const worker = await newKey(admin, 'worker', 'run');
    const who = visitor(client.url, worker.secret);
    for (let count = 0; count < 40; count++) await who.get('/v1/runs');
    expect((await auditOf(admin, `?owner=${worker.id}`)).map(({ action }) => action)).toEqual(['key.created']);
    await admin.send('DELETE', worker.links.self);
    await client[Symbol.asyncDispose]();
    client = await startClient(place, 0);
    admin = visitor(client.url, first.secret);
    const entries = await auditOf(admin, `?owner=${worker.id}`);
    const uses = entries.filter(({ action }) => action === 'key.used');
    // Two where the hour struck meanwhile.
    expect(uses.length).toBeLessThanOrEqual(2);
    expect(uses.reduce((sum, { requests }) => sum + requests, 0)).toBe(40);
    expect(entries.filter(({ action }) => action !== 'key.used').reverse()).toMatchObject([
      { action: 'key.created', keyId: first.id, subject: worker.id },
      { action: 'key.revoked', keyId: first.id, subject: worker.id },
    ]);
  });

  test('deletions are told with who did them', async () => {
    const key = await newKey(admin, 'deleter', 'run');
    const who = visitor(client.url, key.secret);
    const run = await submit(who, campus);
    await who.send('DELETE', '/v1/runs/00000000-0000-4000-8000-000000000000');
    const told = async () => (await auditOf(admin, `?owner=${key.id}`)).filter(({ action }) => action !== 'key.used');
    expect((await told()).map(({ action }) => action)).toEqual(['key.created']);
    await who.send('DELETE', run.links.self);
    expect((await told())[0]).toMatchObject({ action: 'deleted', keyId: key.id, subject: run.links.self });
  });

  test('keys are made, listed and revoked without a server, and where all are revoked nobody is let in without one', async () => {
    const where = { dataDirectory: place.dataDirectory, databaseUrl: place.databaseUrl };
    if (kind === 'embedded') {
      await expect(openKeyManager(where, { mayMakeStore: true })).rejects.toThrow(/is in use by.*curl .*\/v1\/keys/s);
      await client[Symbol.asyncDispose]();
    }
    let secret: string;
    {
      await using manager = await openKeyManager(where, { mayMakeStore: false });
      const made = await manager.make({ name: 'from the shell', scopes: ['run'] });
      secret = made.secret;
      const gone = await manager.make({ name: 'gone', scopes: ['run'] });
      expect(await manager.revoke(gone.id)).toMatchObject({ id: gone.id, revokedAt: expect.any(String) });
      expect(await manager.revoke(gone.id)).toBeUndefined();
      expect((await manager.list()).map(({ name }) => name).slice(-2)).toEqual(['from the shell', 'gone']);
      if (kind === 'embedded') for (const { id } of await manager.list()) await manager.revoke(id);
    }
    if (kind === 'embedded') client = await startClient(place, 0);
    const answer = await visitor(client.url, secret).get('/v1/runs');
    if (kind === 'embedded') {
      // Of keys that all are revoked none opens it, and neither does none.
      expect([answer.status, (await client.get('/v1/runs')).status]).toEqual([401, 401]);
      return;
    }
    expect(answer.status).toBe(200);
    const database = await openDatabase(where.dataDirectory, where.databaseUrl);
    const rows = await database.rows.selectFrom('keys').selectAll().execute();
    await database.close();
    expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(-43));
  });

  if (kind !== onceOn) return;

  test('a key opens nothing once a single character of it is another', async () => {
    for (const at of ['hourmatch_'.length, 40, first.secret.length - 2]) {
      const other = first.secret[at] === 'x' ? 'y' : 'x';
      const forged = `${first.secret.slice(0, at)}${other}${first.secret.slice(at + 1)}`;
      expect(await codeOf(await visitor(client.url, forged).get('/v1/runs'))).toBe('401 access.unknown');
    }
    for (const authorization of [first.secret, `Basic ${first.secret}`, 'Bearer', `Bearer ${first.secret} x`]) {
      expect((await client.get('/v1/runs', { authorization })).status).toBe(401);
    }
    expect((await client.get(`/v1/runs?access_token=${first.secret}`)).status).toBe(401);
  });

  test('a key to read reads, a key to run also runs, and an administrator also makes keys', async () => {
    const tries = async (who: Visitor) => [
      (await who.get('/v1/runs')).status,
      (await who.send('POST', '/v1/scenarios/validate', {})).status,
      (await who.get('/v1/keys')).status,
    ];
    expect(await tries(await keyHolder(admin, 'reader', 'read'))).toEqual([200, 403, 403]);
    expect(await tries(await keyHolder(admin, 'runner', 'run'))).toEqual([200, 200, 403]);
    expect(await tries(admin)).toEqual([200, 200, 200]);
    const reader = await keyHolder(admin, 'reader', 'read');
    const refusal = await reader.send('POST', '/v1/runs', {});
    expect(await refusal.json()).toMatchObject({ code: 'access.scope', detail: expect.stringContaining('scope run') });
  });

  test('a key that is asked for with nonsense is refused with every fault', async () => {
    const answer = await admin.send('POST', '/v1/keys', { name: '', owner: 'a:b', scopes: ['write'], hash: 'x' });
    const { issues } = (await answer.json()) as { issues: { where: string }[] };
    expect(issues.map(({ where }) => where).sort()).toEqual(['hash', 'name', 'owner', 'scopes[0]']);
  });

  test('keys are listed page by page without their texts, and the store holds no text of a key', async () => {
    const page = async (query: string) =>
      (await (await admin.get(`/v1/keys?limit=1${query}`)).json()) as { items: object[]; nextCursor?: string };
    const one = await page('');
    const two = await page(`&cursor=${one.nextCursor}`);
    expect(one.items).toMatchObject([{ id: first.id, name: 'first', owner: first.id, scopes: ['admin'] }]);
    expect(two.items).toMatchObject([{ name: 'second' }]);
    const all = await (await admin.get('/v1/keys')).text();
    expect(all).not.toContain('hourmatch_');
  });

  test('keys of one owner see the same', async () => {
    const [one, two] = [await keyHolder(admin, 'ci', 'run', 'acme'), await keyHolder(admin, 'desk', 'read', 'acme')];
    await one.upload({ file: campus.profile, name: 'year' });
    expect((await two.get('/v1/profiles/year')).status).toBe(200);
    expect((await admin.get('/v1/profiles/year')).status).toBe(404);
  });
});
