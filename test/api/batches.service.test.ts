import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, uploadYear } from './client.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

interface Batch {
  readonly id: string;
  readonly status: string;
  readonly runs: number;
  readonly counts: Record<string, number>;
  readonly progress: number;
  readonly remainingSeconds?: number;
  readonly links: { readonly self: string; readonly runs: string };
}
interface Item {
  readonly position: number;
  readonly value?: unknown;
  readonly run: { readonly id: string; readonly status: string; readonly links: { readonly result: string } };
}
interface Told {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly { readonly where: string; readonly pointer?: string; readonly problem: string }[];
}

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    client = await startClient(place);
    await uploadYear(client, campus);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  const post = (body: unknown, headers?: Record<string, string>) => client.send('POST', '/v1/batches', body, headers);
  const json = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T;
  const runCount = async () => (await json<{ items: unknown[] }>(client.get('/v1/runs?limit=200'))).items.length;

  async function ended(batch: Batch, heard: Batch[] = []): Promise<Batch> {
    for (;;) {
      const now = await json<Batch>(client.get(batch.links.self));
      heard.push(now);
      if (now.status === 'ended') return now;
      await pause(100);
    }
  }

  test('the same batch under one key is one batch, and a key of a run is none of a batch', async () => {
    const key = { 'idempotency-key': `batch-${kind}` };
    const body = { runs: [{ scenario: campus.scenario }] };
    const answers = await Promise.all([post(body, key), post(body, key)]);
    const ids = await Promise.all([...answers, await post(body, key)].map(async (one) => (await json<Batch>(one)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await json(post({ ...body, name: 'other' }, key))).toMatchObject({ code: 'idempotency.other-body' });
    const run = await client.send('POST', '/v1/runs', body.runs[0], key);
    expect(await json(run)).toMatchObject({ status: 409, code: 'idempotency.other-body' });
  });

  if (kind !== onceOn) return;

  test('a sweep is one run a value, in their order, and progress that only rises to the end', async () => {
    const sweep = { scenario: campus.scenario, path: 'discountRate', values: { from: 0.05, to: 0.07, step: 0.01 } };
    const answer = await post({ name: 'rates', sweep });
    expect(answer.status).toBe(202);
    const batch = await json<Batch>(answer);
    expect(batch).toMatchObject({
      name: 'rates',
      runs: 3,
      sweep: { path: 'discountRate', values: [0.05, 0.06, 0.07] },
    });
    const heard: Batch[] = [];
    const end = await ended(batch, heard);
    expect(end).toMatchObject({ progress: 1, counts: { succeeded: 3, queued: 0, running: 0 } });
    expect(heard.map(({ progress }) => progress)).toEqual(
      heard.map(({ progress }) => progress).toSorted((a, b) => a - b),
    );
    expect(heard.some(({ remainingSeconds }) => remainingSeconds !== undefined)).toBe(true);

    const { items } = await json<{ items: Item[] }>(client.get(batch.links.runs));
    expect(items.map(({ position, value }) => [position, value])).toEqual([
      [0, 0.05],
      [1, 0.06],
      [2, 0.07],
    ]);
    const costs: number[] = [];
    for (const { run } of items) {
      costs.push(
        (await json<{ phases: { annualCost: number }[] }>(client.get(run.links.result))).phases[0]!.annualCost,
      );
    }
    expect(costs[0]).toBeLessThan(costs[1]!);
    expect(costs[1]).toBeLessThan(costs[2]!);
    expect((await json<{ items: Batch[] }>(client.get('/v1/batches'))).items).toContainEqual(end);
  });

  test('one faulty run refuses the whole batch, and every fault is told by its place', async () => {
    const before = await runCount();
    const faulty = { ...campus.scenario, discountRate: 7 };
    const runs = [{ scenario: campus.scenario }, { scenario: faulty }, { scenario: crypto.randomUUID() }];
    const problem = await json<Told>(post({ runs }));
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.issues.map(({ where }) => where)).toEqual(['runs[1].scenario.discountRate', 'runs[2].scenario']);
    expect(problem.issues.map(({ pointer }) => pointer)).toEqual(['/runs/1/scenario/discountRate', '/runs/2/scenario']);
    const sweep = { scenario: campus.scenario, path: 'discountRate', values: [0.05, 'much', 3] };
    expect((await json<Told>(post({ sweep }))).issues.map(({ where }) => where)).toEqual([
      'sweep(much).scenario.discountRate',
      'sweep(3).scenario.discountRate',
    ]);
    expect(await runCount()).toBe(before);
  });

  test('a thousand runs are accepted at once, listed page by page and cancelled together; one more is refused', async () => {
    const runs = Array.from({ length: 1000 }, (_, index) => ({
      scenario: campus.scenario,
      priority: 'low',
      options: { relativeGap: 1e-5 + index * 1e-9 },
    }));
    const batch = await json<Batch>(post({ runs }));
    expect(batch.runs).toBe(1000);
    const listed: number[] = [];
    for (let query: string | undefined = '?limit=200'; query !== undefined; ) {
      const page: { items: Item[]; nextCursor?: string } = await json(client.get(`${batch.links.runs}${query}`));
      listed.push(...page.items.map(({ position }) => position));
      query = page.nextCursor === undefined ? undefined : `?limit=200&cursor=${page.nextCursor}`;
    }
    expect(listed).toEqual(runs.map((_, index) => index));
    const cancelled = await json<Batch>(client.send('DELETE', batch.links.self));
    expect(cancelled).toMatchObject({ status: 'ended', progress: 1 });
    expect(cancelled.counts.cancelled).toBeGreaterThan(900);
    const { items } = await json<{ items: Item[] }>(client.get(`${batch.links.runs}?status=cancelled&limit=1`));
    const events = await json<{ items: { event: string }[] }>(client.get(`/v1/runs/${items[0]!.run.id}/events`));
    expect(events.items.at(-1)!.event).toBe('done');
    const more = await json<Told>(post({ runs: [...runs, runs[0]] }));
    expect(more).toMatchObject({ status: 400, issues: [{ where: 'runs' }] });
  });

  test('a sweep of a stored scenario keeps the profiles that it was stored with', async () => {
    const { id } = await json<{ id: string }>(client.send('POST', '/v1/scenarios', campus.scenario));
    const sweep = { scenario: id, path: 'phases[0].itCapacityMW', values: [1, 2] };
    const batch = await json<Batch>(post({ sweep, runs: [{ scenario: id }] }));
    const { items } = await json<{ items: (Item & { run: { scenario: { contentHash: string } } })[] }>(
      client.get(batch.links.runs),
    );
    expect(new Set(items.map(({ run }) => run.scenario.contentHash)).size).toBe(3);
    expect(items.map(({ value }) => value)).toEqual([1, 2, undefined]);
    const cancelled = await json<Batch>(client.send('DELETE', batch.links.self));
    expect(cancelled.counts).toMatchObject({ queued: 0, running: 0 });
  });

  test('a path that leads nowhere, to what every object has or out of a list is refused, and so is a batch of nothing', async () => {
    for (const path of [
      '',
      '.',
      'phases[7].name',
      '__proto__.x',
      'constructor.prototype',
      'phases.map',
      'a..b',
      'x[',
      'renewables[0]siteMaximumMW',
      'renewables.[0]',
      '.discountRate',
      'discountRate.',
    ]) {
      const problem = await json<Told>(post({ sweep: { scenario: campus.scenario, path, values: [1] } }));
      expect({ path, ...problem }).toMatchObject({ status: 400, issues: [{ where: 'sweep.path' }] });
    }
    for (const [values, words] of [
      [{ from: 0, to: 1, step: 1e-9 }, '1000000001 values'],
      [{ from: 1, to: 0, step: 1 }, '0 values'],
      [{ from: -1e308, to: 1e308, step: 1 }, 'more values than can be counted'],
      [{ from: 0, to: 1e300, step: 1e-300 }, 'more values than can be counted'],
      [{ from: 1e15, to: 1e15 + 8, step: 1 }, 'several values would be the same'],
    ] as const) {
      const told = await json<Told>(post({ sweep: { scenario: campus.scenario, path: 'discountRate', values } }));
      expect(told).toMatchObject({
        status: 400,
        issues: [{ where: 'sweep.values', problem: expect.stringContaining(words) }],
      });
    }
    expect(await json(post({}))).toMatchObject({ status: 400, issues: [{ where: 'runs' }] });
    expect(await json(client.get(`/v1/batches/${crypto.randomUUID()}`))).toMatchObject({ status: 404 });
  });
});
