import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import type { Comparison } from '../../src/index.ts';
import { tinyCampus } from './campus.ts';
import { type Client, startClient, submit } from './client.ts';
import { openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let client: Client;
let runs: RunDocument[];

beforeAll(async () => {
  place = await openStorePlace('embedded');
  client = await startClient(place);
  const campus = await tinyCampus();
  const dearer = { ...campus, scenario: { ...campus.scenario, discountRate: 0.08 } };
  const begun = [await submit(client, campus), await submit(client, dearer)];
  runs = await Promise.all(begun.map(({ id }) => client.ended(id)));
}, 120_000);
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test('two runs are compared in one call: the input that differs, and what it does to the cost', async () => {
  const answer = await client.send('POST', '/v1/comparisons', { runs: runs.map(({ id }) => id) });
  expect(answer.status).toBe(200);
  const { results, differences } = (await answer.json()) as Comparison;
  expect(results.map(({ label }) => label)).toEqual(runs.map(({ id }) => id));
  const [difference] = differences;
  expect(difference?.inputs).toEqual([{ path: 'discountRate', old: 0.05, new: 0.08 }]);
  const { old, oldAtNewPrices, new: now } = difference!.cost!;
  expect(oldAtNewPrices).toBeGreaterThan(old);
  // What is best at the new prices costs there no more than what was best at the old ones.
  expect(now).toBeLessThanOrEqual(oldAtNewPrices * (1 + 1e-6));
});

test('one run alone and runs that are not there are refused', async () => {
  const [run] = runs;
  expect((await client.send('POST', '/v1/comparisons', { runs: [run!.id] })).status).toBe(400);
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect((await client.send('POST', '/v1/comparisons', { runs: [run!.id, unknown] })).status).toBe(404);
});
