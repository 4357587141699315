import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { withBattery } from '../cli/tiny-scenario.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, submit, UNSOLVED } from './client.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

/** Busy for many seconds. */
const hard = () => tinyCampus([withBattery]);

async function running(client: Client, { links }: RunDocument): Promise<RunDocument> {
  for (;;) {
    const run = (await (await client.get(links.self)).json()) as RunDocument;
    // Its thread tells of itself once it solves.
    if (run.status === 'running' && run.progress >= 0) return run;
    if (run.status !== 'queued') throw new Error(`The run is ${run.status}.`);
    await pause(50);
  }
}

const eventsOf = async (client: Client, { links }: RunDocument) =>
  ((await (await client.get(links.events)).json()) as { items: { event: string; data: Record<string, unknown> }[] })
    .items;

async function told(client: Client, run: RunDocument, event: string): Promise<void> {
  while (!(await eventsOf(client, run)).some((one) => one.event === event)) await pause(50);
}

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;

  beforeAll(async () => {
    campus = await hard();
    place = await openStorePlace(kind);
    client = await startClient(place);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  test('a run that is being solved is cancelled, and the next one begins long before that would have ended', async () => {
    const first = await submit(client, campus);
    const second = await submit(client, campus, { options: { relativeGap: 1e-5 } });
    await running(client, first);
    await told(client, first, 'progress');
    const began = performance.now();
    const cancelled = (await (await client.send('DELETE', first.links.self)).json()) as RunDocument;
    expect(cancelled.status).toBe('cancelled');
    await running(client, second);
    // One worker solves one run at a time: the second began, so the first has ended.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await eventsOf(client, first)).at(-1)).toMatchObject({ event: 'done', data: { status: 'cancelled' } });
    expect((await client.get(`${first.links.self}/result`)).status).toBe(409);
    await client.send('DELETE', second.links.self);
    // What has ended is deleted.
    expect((await client.send('DELETE', first.links.self)).status).toBe(204);
    expect((await client.get(first.links.self)).status).toBe(404);
  });

  test('a server that is stopped hands its run back, and the next server finishes it', async () => {
    const quick = await tinyCampus();
    const first = await submit(client, campus);
    const second = await submit(client, quick, { options: { timeLimitSeconds: 2e-6 } });
    await told(client, first, 'progress');
    await client[Symbol.asyncDispose]();
    client = await startClient(place);
    const before = (await (await client.get(first.links.self)).json()) as RunDocument;
    expect(['queued', 'running']).toContain(before.status);
    await running(client, first);
    await client.send('DELETE', first.links.self);
    expect(await client.ended(second.id)).toMatchObject({ status: 'succeeded', reused: false });
    const handed = (await eventsOf(client, first)).filter(({ event }) => event === 'log');
    expect(handed.map(({ data }) => data.message)).toEqual(['The worker stops; another takes the run.']);
  });

  if (kind !== onceOn) return;

  test('a worker goes from one run to the next, and solves no question twice', async () => {
    const quick = await tinyCampus();
    const question = () => submit(client, quick, { options: UNSOLVED });
    const accepted = [await question(), await question(), await question()];
    const runs = [];
    for (const { id } of accepted) runs.push(await client.ended(id));
    expect(runs.map(({ reused }) => reused).toSorted()).toEqual([false, true, true]);
  });
});
