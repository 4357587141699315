import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, sharedThreads, startClient, UNSOLVED, uploadYear, type Visitor, visitor } from './client.ts';
import { newKey } from './key-holders.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let campus: Campus;

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  campus = await tinyCampus();
});
afterAll(async () => place[Symbol.asyncDispose]());

async function open(more: Parameters<typeof startClient>[2]): Promise<Client> {
  // As many threads as ever: batches leave one to others.
  const client = await startClient(place, 0, { pool: undefined, ...more });
  await uploadYear(client, campus);
  return client;
}

/** Takes many seconds to be checked: a thousand scenarios with sixty plants each. */
function slowBatch(): string {
  const renewables = Array.from({ length: 60 }, (_, at) => ({
    ...{ name: `Coast ${at}`, technology: 'wind', siteMaximumMW: 500 },
    capacityFactor: { file: 'profile:year', column: 'wind' },
  }));
  const values = { from: 0.05, to: 0.05999, step: 0.00001 };
  return JSON.stringify({ sweep: { scenario: { ...campus.scenario, renewables }, path: 'discountRate', values } });
}

const quickBatch = () => JSON.stringify({ runs: [{ scenario: campus.scenario }] });
const send = ({ url }: Visitor, body: string, secret?: string, signal?: AbortSignal) => {
  const access: Record<string, string> = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
  const headers = { 'content-type': 'application/json', ...access };
  return fetch(`${url}/v1/batches`, { method: 'POST', headers, body, signal: signal ?? null });
};

test('a batch that takes longer to check than it may is refused, and nothing of it is kept', async () => {
  await using slow = await open({ batchMilliseconds: 700 });
  const answer = await send(slow, slowBatch());
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({
    code: 'check.too-long',
    detail: 'Not every scenario of the batch is checked after 0.7 s. Send less at once.',
  });
  expect(await (await slow.get('/v1/batches')).json()).toEqual({ items: [] });
  expect(await (await slow.get('/v1/runs')).json()).toEqual({ items: [], total: 0 });
});

test('a batch is checked in pieces, of twenty scenarios or a million letters at most, so that no answer keeps the main thread', async () => {
  const pieces: { readonly scenarios: number; readonly letters: number }[] = [];
  const { pool } = sharedThreads();
  const check: typeof pool.check = (asked, ...rest) => {
    const times = asked.varied?.values.length ?? 1;
    const letters = asked.scenarios.reduce((sum, text) => sum + text.length, 0);
    pieces.push({ scenarios: times * asked.scenarios.length, letters: times * letters });
    return pool.check(asked, ...rest);
  };
  await using client = await open({ pool: { ...pool, check } });
  const accepted = async (body: object, count: number) => {
    pieces.length = 0;
    const answer = await client.send('POST', '/v1/batches', body);
    expect({ status: answer.status, text: answer.status === 202 ? '' : await answer.text() }).toMatchObject({
      status: 202,
    });
    for (const { letters } of pieces) expect(letters).toBeLessThanOrEqual(2 ** 20);
    expect(pieces.reduce((sum, { scenarios }) => sum + scenarios, 0)).toBe(count);
    return pieces.map(({ scenarios }) => scenarios);
  };
  const values = Array.from({ length: 45 }, (_, at) => 0.05 + 0.001 * at);
  const sweep = (scenario: object) => ({ sweep: { scenario, path: 'discountRate', values } });
  const runs = values.map((discountRate) => ({ scenario: { ...campus.scenario, discountRate }, options: UNSOLVED }));
  expect(await accepted(sweep(campus.scenario), 45)).toEqual([20, 20, 5]);
  expect(await accepted({ runs }, 45)).toEqual([20, 20, 5]);
  // Twenty of them are more than a million letters.
  const renewables = Array.from({ length: 450 }, (_, at) => ({
    ...{ name: `Coast ${at}`, technology: 'wind', siteMaximumMW: 500 },
    capacityFactor: { file: 'profile:year', column: 'wind' },
  }));
  const most = Math.max(
    ...(await accepted(sweep({ ...campus.scenario, description: 'x'.repeat(9_900), renewables }), 45)),
  );
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThan(20);
});

// Last: once there is a key, nobody is let in without one.
test('two batches of one owner are checked at a time, a third is told when to come again, and who has gone holds no place', async () => {
  await using slow = await open({});
  const admin = visitor(slow.url, (await newKey(slow, 'admin', 'admin')).secret);
  const [ada, ben] = [await newKey(admin, 'ada', 'run'), await newKey(admin, 'ben', 'run')];
  for (const { secret } of [ada, ben]) {
    await visitor(slow.url, secret).upload({ file: campus.profile, name: 'year' });
  }
  const gone = new AbortController();
  const heavy = [1, 2].map(() => send(slow, slowBatch(), ada.secret, gone.signal));
  for (const one of heavy) one.catch(() => undefined);
  let refused = await send(slow, quickBatch(), ada.secret);
  for (let count = 0; refused.status === 202 && count < 20; count++) {
    await pause(20);
    refused = await send(slow, quickBatch(), ada.secret);
  }
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(await refused.json()).toMatchObject({
    code: 'rate.exceeded',
    detail: '2 batches of yours are being checked. Send this one when one of them is answered.',
  });
  // Another owner has a place of their own, and waits for no more than the piece that is just being checked.
  expect((await send(slow, quickBatch(), ben.secret)).status).toBe(202);
  expect((await send(slow, quickBatch(), ada.secret)).status).toBe(429);
  gone.abort();
  await expect(Promise.all(heavy)).rejects.toThrow();
  const left = performance.now();
  let after = await send(slow, quickBatch(), ada.secret);
  while (after.status === 429 && performance.now() - left < 10_000) {
    await pause(50);
    after = await send(slow, quickBatch(), ada.secret);
  }
  expect(after.status).toBe(202);
  const kept = (await (await visitor(slow.url, ada.secret).get('/v1/batches')).json()) as { items: { runs: number }[] };
  expect(kept.items.filter(({ runs }) => runs > 1)).toEqual([]);
});
