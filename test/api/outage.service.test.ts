import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { startWorkerProcess } from '../../api/worker-process.ts';
import { tinyCampus } from './campus.ts';
import { sharedThreads, submit, UNSOLVED } from './client.ts';
import { startOpened } from './faulty.ts';
import { openServerPlace } from './stores.ts';

const AWAY_MILLISECONDS = 5_000;

interface Told {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly code?: string;
}

test('while PostgreSQL is away for five seconds under load, requests are told to come again, and nothing is lost', async () => {
  const campus = await tinyCampus();
  await using place = await openServerPlace();
  await using opened = await startOpened(place);
  const { client } = opened;
  const url = { dataDirectory: place.dataDirectory, databaseUrl: place.databaseUrl };
  const worker = await startWorkerProcess(
    url,
    { concurrency: 1, threads: 1, solving: sharedThreads().solving },
    () => undefined,
  );
  await using _ = { [Symbol.asyncDispose]: worker.close };
  // At work when the database goes: one whose end must be written after it is back, others that wait or are solved.
  const solved = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  opened.faults.publish = async (prefix, draft) => {
    solved.resolve();
    await gone.promise;
    await opened.objects.publish(prefix, draft);
  };
  const first = await submit(client, campus, { options: UNSOLVED });
  const accepted = new Map<string, RunDocument>([['first', first]]);
  const refused: Told[] = [];
  const load = new AbortController();
  const send = async (key: string): Promise<void> => {
    const body = { scenario: campus.scenario, options: { timeLimitSeconds: 1e-6 * (1 + accepted.size) } };
    const answer = await client.send('POST', '/v1/runs', body, { 'idempotency-key': key });
    if (answer.status === 202) {
      accepted.set(key, (await answer.json()) as RunDocument);
      return;
    }
    const { code } = (await answer.json()) as { code: string };
    refused.push({ status: answer.status, retryAfter: answer.headers.get('retry-after'), code });
  };
  const reading = async () => {
    while (!load.signal.aborted) {
      const answer = await client.get(first.links.self);
      await answer.arrayBuffer();
      if (!answer.ok) refused.push({ status: answer.status, retryAfter: answer.headers.get('retry-after') });
      await pause(100);
    }
  };
  const writing = async () => {
    for (let at = 0; !load.signal.aborted; at++) {
      // Under its key until it is answered.
      while (!accepted.has(`run-${at}`)) {
        await send(`run-${at}`);
        await pause(accepted.has(`run-${at}`) ? 1_000 : 200);
      }
    }
  };
  const all = Promise.all([reading(), reading(), writing()]);
  await expect.poll(() => accepted.size, { timeout: 20_000 }).toBeGreaterThan(2);
  await solved.promise;
  await place.stopDatabase();
  gone.resolve();
  await pause(AWAY_MILLISECONDS);
  expect(await (await client.get('/healthz')).json()).toEqual({ status: 'alive' });
  expect((await client.get('/readyz')).status).toBe(503);
  const before = accepted.size;
  await place.startDatabase();
  await expect.poll(() => accepted.size, { timeout: 20_000 }).toBeGreaterThan(before + 2);
  load.abort();
  await all;

  expect(refused.length).toBeGreaterThan(20);
  const kinds = new Set(refused.map((told) => JSON.stringify(told)));
  expect([...kinds].toSorted()).toEqual([
    '{"status":503,"retryAfter":"5","code":"store.unavailable"}',
    '{"status":503,"retryAfter":"5"}',
  ]);
  for (const { id } of accepted.values()) {
    expect(await client.ended(id)).toMatchObject({ status: 'succeeded', reused: false });
  }
  // What was solved before is not solved again: then a result would lie there that no run has.
  const results = join(place.dataDirectory, 'objects', 'results');
  await expect.poll(async () => (await readdir(results)).length).toBe(accepted.size);
  const { items } = (await (await client.get('/v1/runs?limit=200')).json()) as { items: RunDocument[] };
  expect(items.map(({ id }) => id).toSorted()).toEqual([...accepted.values()].map(({ id }) => id).toSorted());
});
