import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Service } from '../../api/service.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, NO_LIMIT_OF_DELAY, sharedThreads, UNSOLVED, uploadYear, visitor } from './client.ts';
import { type Opened, startOpened } from './faulty.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

interface Batch {
  readonly id: string;
  readonly links: { readonly self: string; readonly events: string };
}
interface Told {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly counts: Record<string, number>; readonly reused: number; readonly progress: number };
}

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let client: Client;
  let campus: Campus;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    opened = await startOpened(place);
    client = opened.client;
    await uploadYear(client, campus);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T;
  const asked = ({ links }: Batch, query = '') =>
    json<{ items: Told[]; isEnded: boolean }>(client.get(`${links.events}${query}`));
  const sweep = (values: readonly number[]) =>
    json<Batch>(
      client.send('POST', '/v1/batches', {
        sweep: { scenario: campus.scenario, options: UNSOLVED, path: 'discountRate', values },
      }),
    );

  /** One scenario, which is checked once. */
  const many = (count: number) => {
    const gaps = Array.from({ length: count }, (_, index) => 1e-5 + index * 1e-9);
    const runs = gaps.map((relativeGap) => ({ scenario: campus.scenario, options: { relativeGap } }));
    return json<Batch>(client.send('POST', '/v1/batches', { runs }));
  };

  /** To the end. */
  async function heard(
    { links }: Batch,
    headers: Record<string, string> = {},
    onFirst: () => void = () => undefined,
  ): Promise<Told[]> {
    const stream = await client.get(links.events, { accept: 'text/event-stream', ...headers });
    let text = '';
    for await (const piece of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      if (text.includes('event: ')) onFirst();
    }
    const messages = text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)$/gm);
    return [...messages].map(([, id, event, data]) => ({ id: Number(id), event: event!, data: JSON.parse(data!) }));
  }
  const ids = (events: readonly Told[]) => events.map(({ id }) => id);

  test('a listener hears how far a batch is until no run is open, and who asks afterwards is told the same', async () => {
    const listened = Promise.withResolvers<void>();
    opened.faults.publish = async (prefix, draft) => {
      await listened.promise;
      await opened.objects.publish(prefix, draft);
    };
    const batch = await sweep([0.05, 0.06, 0.07]);
    const events = await heard(batch, {}, listened.resolve);
    delete opened.faults.publish;
    expect(events.length).toBeGreaterThan(1);
    expect(ids(events)).toEqual([...new Set(ids(events))].toSorted((a, b) => a - b));
    expect(events.map(({ event }) => event)).toEqual(
      events.map((_, at) => (at < events.length - 1 ? 'progress' : 'done')),
    );
    for (const { data } of events) expect(Object.values(data.counts).reduce((sum, count) => sum + count)).toBe(3);
    const last = events.at(-1)!;
    expect(last.data).toMatchObject({ status: 'ended', progress: 1, reused: 0, counts: { succeeded: 3, running: 0 } });
    const { items, isEnded } = await asked(batch);
    expect(isEnded).toBe(true);
    const { at, ...data } = last.data as Told['data'] & { at: string };
    expect(items).toEqual([{ ...last, at, data }]);
  });

  test('a cancelled batch ends for its listeners long before its runs would have', async () => {
    const batch = await many(400);
    const listening = heard(batch).then((events) => ({ events, at: performance.now() }));
    await pause(50);
    const cancelled = await json<{ counts: object }>(client.send('DELETE', batch.links.self));
    const began = performance.now();
    const { events, at } = await listening;
    expect(at - began).toBeLessThan(20_000);
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { counts: cancelled.counts } });
  });

  if (kind !== onceOn) return;

  test('whoever comes again is told what is new: after the newest nothing, after any other the newest', async () => {
    const batch = await sweep([0.05, 0.051]);
    const last = (await heard(batch)).at(-1)!;
    expect(await heard(batch, { 'last-event-id': String(last.id) })).toEqual([]);
    expect(await heard(batch, { 'last-event-id': String(last.id - 1) })).toEqual([last]);
    expect(await asked(batch, `?after=${last.id}`)).toEqual({ items: [], isEnded: true });
    expect(ids((await asked(batch, `?after=${last.id - 1}`)).items)).toEqual([last.id]);
    const answer = await client.get(batch.links.events, { 'last-event-id': String(last.id) });
    expect(await answer.json()).toEqual({ items: [], isEnded: true });
  });

  test('a batch whose answers all were there already has ended before anybody listens, and says so once', async () => {
    await heard(await sweep([0.08]));
    const [event, ...more] = await heard(await sweep([0.08]));
    expect(more).toEqual([]);
    expect(event).toMatchObject({ event: 'done', data: { reused: 1, counts: { succeeded: 1 } } });
  });

  test('what is no number of an event is refused, and a batch that is not there is not found', async () => {
    const batch = await sweep([0.05]);
    for (const last of ['-1', '1e9', '9'.repeat(16), 'x']) {
      expect((await client.get(batch.links.events, { 'last-event-id': last })).status).toBe(400);
    }
    expect((await asked(batch, `?after=${'9'.repeat(15)}`)).items).toEqual([]);
    expect((await client.get(`/v1/batches/${crypto.randomUUID()}/events`)).status).toBe(404);
  });

  test('sixty listeners cost one question a second, and all of them hear the end', async () => {
    let questions = 0;
    const { rows } = opened.service.database;
    const counted = rows.withPlugin({
      transformQuery: ({ node }) => {
        questions += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const service: Service = { ...opened.service, database: { ...opened.service.database, rows: counted } };
    const app = await createApp(service, {
      access: { mayBeOpen: true },
      mostDelayMilliseconds: NO_LIMIT_OF_DELAY,
      pool: sharedThreads().pool,
    });
    const near = visitor(await app.listen({ host: '127.0.0.1', port: 0 }));
    // Nothing is solved meanwhile: the worker waits before it has published its first.
    const end = Promise.withResolvers<never>();
    end.promise.catch(() => undefined);
    opened.faults.publish = () => end.promise;
    const batch = await many(200);
    const streams = await Promise.all(
      Array.from({ length: 60 }, () => near.get(batch.links.events, { accept: 'text/event-stream' })),
    );
    const texts = Promise.all(streams.map((stream) => stream.text()));
    await pause(500);
    const [before, began] = [questions, performance.now()];
    await pause(3_000);
    const seconds = (performance.now() - began) / 1000;
    const meanwhile = questions - before;
    expect(meanwhile).toBeGreaterThan(0);
    expect(meanwhile).toBeLessThanOrEqual(seconds + 1);
    await client.send('DELETE', batch.links.self);
    for (const text of await texts) expect(text).toContain('event: done');
    end.reject(new Error('cancelled meanwhile'));
    delete opened.faults.publish;
    await app.close();
  });
});
