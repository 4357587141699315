import { existsSync } from 'node:fs';
import { cp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetRuns } from '../../api/operations/deletion.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { submit, UNSOLVED } from './client.ts';
import { type Opened, startOpened } from './faulty.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

const copyOf = ({ dataDirectory }: StorePlace) => `${dataDirectory}-copy`;

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let campus: Campus;
  let limit = 1e-6;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    opened = await startOpened(place);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await rm(copyOf(place), { recursive: true, force: true });
    await place[Symbol.asyncDispose]();
  });

  const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T;
  const remove = (path: string) => opened.client.send('DELETE', path);
  const filesOf = (folder: string) => readdir(join(place.dataDirectory, 'objects', folder)).catch(() => []);
  async function ended(options: object): Promise<RunDocument> {
    return opened.client.ended((await submit(opened.client, campus, { options })).id);
  }
  /** Without solving: no one keeps such a limit. */
  async function answered(): Promise<RunDocument> {
    limit += 1e-7;
    return ended({ timeLimitSeconds: limit });
  }
  const again = ({ options }: RunDocument) => submit(opened.client, campus, { options });

  test('a run that has ended is deleted with its events, result and files, and the same question is solved anew', async () => {
    const run = await answered();
    expect(run.status).toBe('succeeded');
    const [file] = await filesOf('results');
    // Whole by itself, and yet its inputs are there once: the same bytes under two names.
    const inputs = join(place.dataDirectory, 'objects', 'results', file!, 'inputs');
    const [profile] = (await readdir(inputs, { recursive: true })).filter((name) => name.endsWith('.csv'));
    expect((await stat(join(inputs, profile!))).nlink).toBeGreaterThan(1);
    expect((await remove(run.links.self)).status).toBe(204);
    for (const path of [run.links.self, run.links.result!, `${run.links.self}/schedule`, run.links.events]) {
      expect((await opened.client.get(path)).status).toBe(404);
    }
    expect((await remove(run.links.self)).status).toBe(404);
    expect(await filesOf('results')).toEqual([]);
    const next = await again(run);
    expect(next).toMatchObject({ reused: false });
    expect(await opened.client.ended(next.id)).toMatchObject({ status: 'succeeded', reused: false });
  });

  test('an answer that another run has stays, until that is deleted too', async () => {
    const first = await answered();
    const second = await again(first);
    expect(second.reused).toBe(true);
    expect((await remove(first.links.self)).status).toBe(204);
    expect((await opened.client.get(second.links.result!)).status).toBe(200);
    expect((await again(first)).reused).toBe(true);
  });

  test('runs and batches that ended before so many days are deleted, younger and open ones stay', async () => {
    const { service, client } = opened;
    const [old, young] = [await answered(), await answered()];
    const sweep = { scenario: campus.scenario, path: 'discountRate', values: [0.061] };
    const batch = await json<{ id: string; links: { self: string } }>(client.send('POST', '/v1/batches', { sweep }));
    await client.send('DELETE', batch.links.self);
    const { rows } = service.database;
    await sql`update runs set finished_at = now() - interval '8 days' where id = ${old.id} or batch_id = ${batch.id}`.execute(
      rows,
    );
    await forgetRuns(service, 9);
    expect((await client.get(old.links.self)).status).toBe(200);
    await forgetRuns(service, 7);
    expect((await client.get(old.links.self)).status).toBe(404);
    expect((await client.get(batch.links.self)).status).toBe(404);
    expect((await client.get(young.links.self)).status).toBe(200);
  });

  if (kind === 'embedded') {
    test('a copy of the data directory of a server that is stopped is a backup: started there, everything is as it was', async () => {
      const run = await answered();
      const result = await (await opened.client.get(run.links.result!)).text();
      await opened[Symbol.asyncDispose]();
      const copy = copyOf(place);
      await cp(place.dataDirectory, copy, { recursive: true });
      await rm(join(place.dataDirectory, 'rows'), { recursive: true });
      opened = await startOpened({ dataDirectory: copy, [Symbol.asyncDispose]: async () => undefined });
      expect(await (await opened.client.get(run.links.self)).json()).toEqual(run);
      expect(await (await opened.client.get(run.links.result!)).text()).toBe(result);
      expect((await again(run)).reused).toBe(true);
      expect(existsSync(join(copy, 'objects', 'profiles'))).toBe(true);
    });
  }

  if (kind !== onceOn) return;

  test('a key of a run that was deleted is free again', async () => {
    const body = { scenario: campus.scenario, options: UNSOLVED };
    const key = { 'idempotency-key': `deleted-${kind}` };
    const post = () => opened.client.send('POST', '/v1/runs', body, key);
    const run = await json<RunDocument>(post());
    await opened.client.ended(run.id);
    expect((await remove(run.links.self)).status).toBe(204);
    const next = await json<RunDocument>(post());
    expect(next.id).not.toBe(run.id);
    expect((await opened.client.ended(next.id)).status).toBe('succeeded');
  });

  test('a batch is cancelled, then deleted with its runs, of which none is deleted alone', async () => {
    const sweep = { scenario: campus.scenario, path: 'discountRate', values: [0.051, 0.052, 0.053, 0.054] };
    const batch = await json<{ links: { self: string; runs: string } }>(
      opened.client.send('POST', '/v1/batches', { sweep }),
    );
    expect((await remove(batch.links.self)).status).toBe(200);
    const { items } = await json<{ items: { run: RunDocument }[] }>(opened.client.get(batch.links.runs));
    const answer = await remove(items[0]!.run.links.self);
    expect({ status: answer.status, detail: (await json<{ detail: string }>(answer)).detail }).toEqual({
      status: 409,
      detail: expect.stringContaining(batch.links.self),
    });
    expect((await remove(batch.links.self)).status).toBe(204);
    expect((await opened.client.get(batch.links.self)).status).toBe(404);
    expect((await opened.client.get(items[0]!.run.links.self)).status).toBe(404);
    expect((await opened.client.get('/v1/batches')).status).toBe(200);
  });

  test('scenarios and profiles are deleted once nothing uses them, and are told what does', async () => {
    const file = Buffer.from(campus.profile.toString().replace('written by a test', 'for a deletion'));
    const profile = await json<{ id: string }>(opened.client.upload({ file, name: 'doomed' }));
    const scenario = JSON.parse(JSON.stringify(campus.scenario).replaceAll('profile:year', 'profile:doomed')) as object;
    const stored = await json<{ id: string }>(opened.client.send('POST', '/v1/scenarios', scenario));
    const run = await json<RunDocument>(
      opened.client.send('POST', '/v1/runs', { scenario: stored.id, options: UNSOLVED }),
    );
    const refused = async (path: string) => json<object>(remove(path));
    expect(await refused('/v1/profiles/doomed')).toMatchObject({
      code: 'in-use',
      detail: expect.stringMatching(new RegExp(`/v1/scenarios/${stored.id}, .*${run.links.self}`)),
    });
    expect(await refused(`/v1/scenarios/${stored.id}`)).toMatchObject({
      code: 'in-use',
      detail: expect.stringContaining(run.links.self),
    });
    await opened.client.ended(run.id);
    for (const path of [run.links.self, `/v1/scenarios/${stored.id}`, '/v1/profiles/doomed']) {
      expect((await remove(path)).status).toBe(204);
      expect((await remove(path)).status).toBe(404);
    }
    expect(await filesOf('profiles')).not.toContain(profile.id);
    expect((await opened.client.send('POST', '/v1/runs', { scenario })).status).toBe(400);
    expect((await opened.client.upload({ file, name: 'doomed' })).status).toBe(201);
    expect((await opened.client.send('POST', '/v1/scenarios', scenario)).status).toBe(201);
  });

  test('an upload that is refused leaves no file behind', async () => {
    const before = await filesOf('profiles');
    const file = Buffer.from(campus.profile.toString().replace('written by a test', 'under a name that is taken'));
    expect((await opened.client.upload({ file, name: 'year' })).status).toBe(409);
    expect((await opened.client.upload({ file: Buffer.from('no profile'), name: 'none' })).status).toBe(422);
    expect(await filesOf('profiles')).toEqual(before);
  });
});
