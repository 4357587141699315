import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ObjectStore } from '../../../api/store/objects.ts';
import { objectPlaceOf, openObjects } from '../../../api/store/open-objects.ts';
import { temporaryDirectory } from '../../cli/hourmatch.ts';
import { tinyCampus } from '../campus.ts';
import { ONE_THREAD, startClient, submit } from '../client.ts';
import { keys, type S3Server, startS3Server } from '../s3-server.ts';
import { onceOn, openStorePlace } from '../stores.ts';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3[Symbol.asyncDispose]());
afterEach(() => {
  vi.unstubAllEnvs();
  s3.fault = () => undefined;
});

function useBucket(): void {
  for (const [name, value] of Object.entries({ ...keys, HOURMATCH_BUCKET_URL: s3.url })) vi.stubEnv(name, value);
}

const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

async function draftOf(store: ObjectStore, files: Readonly<Record<string, string>>): Promise<string> {
  const draft = await store.draft();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(draft, name, '..'), { recursive: true });
    await writeFile(join(draft, name), content);
  }
  return draft;
}
const files = { 'result.json': '{}', 'schedule/a b–c.parquet': 'hours', 'inputs/1/profile.csv': 'stamps' };

describe.for(['directory', 'bucket'])('in a %s', (kind) => {
  let place: Awaited<ReturnType<typeof temporaryDirectory>>;
  let store: ObjectStore;
  beforeEach(async () => {
    place = await temporaryDirectory();
    if (kind === 'bucket') useBucket();
    store = openObjects(objectPlaceOf(place.path));
    await store.check();
  });
  afterEach(() => place[Symbol.asyncDispose]());

  test('what was put is there, what was not is not, and the first content under a key stays', async () => {
    expect(await store.get('profiles/abc')).toBeUndefined();
    await store.put('profiles/abc', Buffer.from('first'));
    await store.put('profiles/abc', Buffer.from('second'));
    expect(text(await store.get('profiles/abc'))).toBe('first');
  });

  test('a published directory is there with every file, and publishing it again changes nothing', async () => {
    await store.publish('results/1', await draftOf(store, files));
    await store.publish('results/1', await draftOf(store, { ...files, 'result.json': '{"other":1}' }));
    for (const [name, content] of Object.entries(files))
      expect(text(await store.get(`results/1/${name}`))).toBe(content);
  });

  test('what is removed has no result any more, and removing it again changes nothing', async () => {
    await store.publish('results/8', await draftOf(store, files));
    await store.publish('results/9', await draftOf(store, files));
    await store.remove('results/8');
    await store.remove('results/8');
    for (const name of Object.keys(files)) expect(await store.get(`results/8/${name}`)).toBeUndefined();
    expect(text(await store.get('results/9/result.json'))).toBe('{}');
  });

  test('a file of a draft that is a copy of an object is kept once', async () => {
    await store.put('profiles/stamps', Buffer.from('stamps'));
    const draft = await draftOf(store, files);
    await store.share('profiles/stamps', join(draft, 'inputs/1/profile.csv'));
    await store.publish('results/7', draft);
    // In a directory under two names; where there are none, under its hash alone.
    const copy = text(await store.get('results/7/inputs/1/profile.csv'));
    expect(copy).toBe(kind === 'directory' ? 'stamps' : undefined);
    await store.remove('results/7');
    expect(text(await store.get('profiles/stamps'))).toBe('stamps');
  });

  test('a key that leads out of the store is a fault', async () => {
    for (const key of ['../a', '/etc/passwd', 'a/../../b', 'a//b', '', 'a\0b', '.hidden']) {
      await expect((async () => store.get(key))()).rejects.toThrow(RangeError);
    }
  });
});

test('a bucket that fails in the middle of a directory has no result, and takes the rest the next time', async () => {
  useBucket();
  const store = openObjects(objectPlaceOf('unused'));
  s3.fault = (method, key) => (method === 'PUT' && key.includes('schedule') ? 403 : undefined);
  const draft = await draftOf(store, files);
  await expect(store.publish('results/2', draft)).rejects.toThrow('The bucket refuses PUT results/2/schedule');
  expect(await store.get('results/2/result.json')).toBeUndefined();
  expect(existsSync(draft)).toBe(true);
  s3.fault = () => undefined;
  await store.publish('results/2', draft);
  expect([...s3.objects.keys()].at(-1)).toBe('results/2/result.json');
  expect(existsSync(draft)).toBe(false);
});

test('a bucket that is away for a moment is asked again', async () => {
  useBucket();
  const store = openObjects(objectPlaceOf('unused'));
  let failures = 2;
  s3.fault = () => (failures-- > 0 ? 503 : undefined);
  await store.put('profiles/later', Buffer.from('bytes'));
  expect(text(await store.get('profiles/later'))).toBe('bytes');
});

test('a wrong secret is refused, and the refusal does not show it', async () => {
  useBucket();
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-the-secret');
  const refused = openObjects(objectPlaceOf('unused')).check();
  await expect(refused).rejects.toThrow(/403 .*SignatureDoesNotMatch/);
  await expect(refused).rejects.not.toThrow(/not-the-secret/);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
  expect(() => openObjects(objectPlaceOf('unused'))).toThrow('AWS_SECRET_ACCESS_KEY');
  vi.stubEnv('HOURMATCH_BUCKET_URL', 'bucket');
  expect(() => objectPlaceOf('unused')).toThrow('HOURMATCH_BUCKET_URL');
});

test('a run from profile to schedule keeps its files in the bucket alone', async () => {
  useBucket();
  await using place = await openStorePlace(onceOn);
  // Threads of its own: others do not know the bucket.
  await using client = await startClient(place, 1, { pool: ONE_THREAD, worker: { concurrency: 1, threads: 1 } });
  const run = await client.ended((await submit(client, await tinyCampus())).id);
  expect(run).toMatchObject({ status: 'succeeded', answer: 'optimal' });
  const csv = await (await client.get(`${run.links.schedule}?resolution=month`, { accept: 'text/csv' })).text();
  expect(csv.trimEnd().split('\n')).toHaveLength(13);
  expect(await (await client.get(run.links.report!)).text()).toContain('Tiny campus');
  expect(existsSync(join(place.dataDirectory, 'objects'))).toBe(false);
  expect([...s3.objects.keys()].filter((key) => key.endsWith('/report.html'))).toHaveLength(1);
});
