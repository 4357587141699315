import { randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { holdResults } from '../../api/store/results.ts';
import { cancelRun } from '../../api/store/run-claims.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { submit, UNSOLVED } from './client.ts';
import { type Opened, startOpened } from './faulty.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let campus: Campus;
  let results: string;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    results = join(place.dataDirectory, 'objects', 'results');
    opened = await startOpened(place, 2);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  afterEach(() => {
    delete opened.faults.publish;
  });

  /** Of runs and of rows, as those of a run whose worker has let go of it. */
  async function settled(expected: number): Promise<void> {
    await expect.poll(async () => (await readdir(results)).length, { timeout: 20_000 }).toBe(expected);
  }

  test('a result whose run is cancelled as soon as it is published is removed', async () => {
    const { rows } = opened.service.database;
    const { promise: published, resolve } = Promise.withResolvers<void>();
    let seen = 0;
    opened.faults.publish = async (prefix, draft) => {
      await opened.objects.publish(prefix, draft);
      seen = (await readdir(results)).length;
      await rows.transaction().execute((transaction) => cancelRun(transaction, 'local', run.id));
      resolve();
    };
    const run = await submit(opened.client, campus, { options: UNSOLVED });
    await published;
    expect(seen).toBe(1);
    expect((await opened.client.ended(run.id)).status).toBe('cancelled');
    await settled(0);
  });

  test('of two identical runs at the same time one result stays, and both runs have it', async () => {
    let count = 0;
    const both = Promise.withResolvers<void>();
    opened.faults.publish = async (prefix, draft) => {
      await opened.objects.publish(prefix, draft);
      count += 1;
      if (count === 2) both.resolve();
      await both.promise;
    };
    const runs = [];
    for (let at = 0; at < 2; at++) runs.push(await submit(opened.client, campus, { options: UNSOLVED }));
    const ended = [];
    for (const { id } of runs) ended.push(await opened.client.ended(id));
    expect(ended.map(({ status, reused }) => `${status} ${reused}`).toSorted()).toEqual([
      'succeeded false',
      'succeeded true',
    ]);
    expect(count).toBe(2);
    await settled(1);
    for (const { links } of ended) expect((await opened.client.get(links.result!)).status).toBe(200);
  });

  test('what the dead left behind is removed at the next start, and only that', async () => {
    const known = (await readdir(results)).length;
    const drafts = join(place.dataDirectory, 'objects', 'drafts');
    const leave = async (name: string, hoursAgo: number, directory = results) => {
      await mkdir(join(directory, name), { recursive: true });
      await writeFile(join(directory, name, 'result.json'), '{}');
      const then = new Date(Date.now() - hoursAgo * 3_600_000);
      await utimes(join(directory, name), then, then);
      return name;
    };
    await leave(randomUUID(), 49, drafts);
    const begun = await leave(randomUUID(), 1, drafts);
    const old = await leave(randomUUID(), 2);
    const young = await leave(randomUUID(), 0);
    const strange = await leave('notes', 1_000);
    const kept = join(place.dataDirectory, 'objects', 'kept');
    const [answered] = await opened.service.database.rows.selectFrom('results').select('run_key').execute();
    for (const key of [answered!.run_key, 'a'.repeat(64)]) await leave(key, 2, kept);
    await leave('notes', 1_000, kept);
    await using next = kind === 'embedded' ? undefined : await startOpened(place, 0);
    if (next === undefined) {
      await opened[Symbol.asyncDispose]();
      opened = await startOpened(place);
    }
    const names = await readdir(results);
    expect(names).not.toContain(old);
    expect(names).toContain(strange);
    // Another process may just have published it, where there can be another.
    expect(names.includes(young)).toBe(kind === 'PostgreSQL');
    expect(names.length).toBe(known + (kind === 'PostgreSQL' ? 2 : 1));
    expect(await readdir(drafts)).toEqual(kind === 'PostgreSQL' ? [begun] : []);
    expect(await readdir(kept)).toEqual(['notes']);
    expect(await holdResults(opened.service.database.rows, 'local', ['nothing'])).toEqual([]);
  });

  if (kind !== onceOn) return;

  test('a result whose row was stored though nobody heard of it stays', async () => {
    const { database } = opened.service;
    const heard = database.rows.transaction.bind(database.rows);
    let isLost = false;
    const before = (await readdir(results)).length;
    // The commit is done, and its answer is lost on the way.
    database.rows.transaction = () => {
      const builder = heard();
      const execute = builder.execute.bind(builder);
      builder.execute = async (work) => {
        const value = await execute(work);
        if (isLost || (await readdir(results)).length === before) return value;
        isLost = true;
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
      };
      return builder;
    };
    const run = await submit(opened.client, campus, { options: { timeLimitSeconds: 2e-6 } });
    expect(await opened.client.ended(run.id)).toMatchObject({ status: 'succeeded', reused: false });
    await expect.poll(() => isLost).toBe(true);
    await opened[Symbol.asyncDispose]();
    opened = await startOpened(place);
    expect((await opened.client.get(`${run.links.self}/result`)).status).toBe(200);
  });
});
