import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { submit } from './client.ts';
import { fault, type Opened, startOpened } from './faulty.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

/** Enough for a slow machine, too little for what is tried again and again. */
const PATIENCE_MILLISECONDS = 100_000;

/** Answers without solving: no one keeps such a limit. */
let limit = 1e-6;

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let campus: Campus;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    opened = await startOpened(place);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });
  afterEach(() => {
    for (const name of Object.keys(opened.faults)) delete opened.faults[name as keyof typeof opened.faults];
  });

  async function ended(): Promise<RunDocument> {
    limit += 1e-7;
    const { id } = await submit(opened.client, campus, { options: { timeLimitSeconds: limit } });
    return opened.client.ended(id, PATIENCE_MILLISECONDS);
  }

  async function expectTold(words: string): Promise<void> {
    const run = await ended();
    expect(run).toMatchObject({ status: 'failed', failure: { code: 'run.not-stored' } });
    expect(run.failure?.message).toContain(words);
    // At once: nobody tried again.
    const { items } = (await (await opened.client.get(run.links.events)).json()) as { items: { event: string }[] };
    expect(items.filter(({ event }) => event === 'log')).toEqual([]);
    expect((await opened.client.get('/healthz')).status).toBe(200);
  }

  test.for([
    ['ENOSPC', 'The disk that files are written to is full.'],
    ['EROFS', 'The directory that files are written to is read-only.'],
  ] as const)('%s at publishing is told at once', async ([code, words]) => {
    opened.faults.publish = () => Promise.reject(fault(code));
    await expectTold(words);
  });

  if (kind !== onceOn) return;

  test('a file where results are to be is told at once, and the next run is solved when it has gone', async () => {
    const results = join(place.dataDirectory, 'objects', 'results');
    await writeFile(results, 'in the way');
    await expectTold('Something that is no directory stands where files are written.');
    await rm(results);
    expect(await ended()).toMatchObject({ status: 'succeeded' });
  });

  test('a disk that is really full, and one that is really read-only, are told; the server stays up', async () => {
    await using disk = await smallDisk(join(place.dataDirectory, 'small'));
    opened.faults.draft = disk.draft;
    await expectTold(disk.fullWords);
    disk.makeReadOnly();
    await expectTold(disk.readOnlyWords);
    delete opened.faults.draft;
    expect(await ended()).toMatchObject({ status: 'succeeded' });
  });

  test('a profile for which there is no room is refused as such, and kept when there is', async () => {
    const file = Buffer.from(campus.profile.toString().replace('written by a test', `for no room on ${kind}`));
    opened.faults.put = () => Promise.reject(fault('ENOSPC'));
    const refused = await opened.client.upload({ file, name: 'late' });
    expect({ status: refused.status, ...((await refused.json()) as object) }).toMatchObject({
      status: 507,
      code: 'store.not-writable',
    });
    expect((await opened.client.get('/v1/profiles/late')).status).toBe(404);
    delete opened.faults.put;
    expect((await opened.client.upload({ file, name: 'late' })).status).toBe(201);
  });
});

interface SmallDisk extends AsyncDisposable {
  draft(): Promise<string>;
  readonly fullWords: string;
  readonly readOnlyWords: string;
  makeReadOnly(): void;
}

/** A file system of 64 kB in memory. Where mounting is not allowed a device that is always full, and one of the kernel's. */
async function smallDisk(path: string): Promise<SmallDisk> {
  await mkdir(path);
  const full = 'The disk that files are written to is full.';
  const readOnly = 'The directory that files are written to is read-only.';
  let count = 0;
  const mount = (...words: string[]) => execFileSync('mount', [...words, path], { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
  } catch {
    return withoutMounting(path);
  }
  return {
    draft: async () => join(path, `draft-${count++}`),
    fullWords: full,
    readOnlyWords: readOnly,
    makeReadOnly: () => mount('-o', 'remount,ro'),
    [Symbol.asyncDispose]: async () => {
      execFileSync('umount', [path]);
    },
  };
}

/** Real refusals all the same: no user may make files below a device, nor in the kernel's own directories. */
function withoutMounting(path: string): SmallDisk {
  let place = join('/dev/full', 'draft');
  return {
    draft: async () => place,
    fullWords: 'Something that is no directory stands where files are written.',
    readOnlyWords: 'directory that files are written to',
    makeReadOnly: () => {
      place = '/sys/draft';
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true }),
  };
}
