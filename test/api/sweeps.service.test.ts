import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { sweepSchema } from '../../src/index.ts';
import { tinyCampus } from './campus.ts';
import { type Client, startClient, submit } from './client.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let client: Client;

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  client = await startClient(place);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test('what the last points of target cost is asked for, told in the headline in both languages and on the page', async () => {
  const vary = [{ path: 'matching.target', values: [0.8, 0.9, 1] }];
  const begun = await submit(client, await tinyCampus(), { study: 'sweep', asked: { vary, lastPercent: true } });
  const run: RunDocument = await client.ended(begun.id);
  const { lastPercent, points } = sweepSchema.parse(await (await client.get(run.links.result!)).json());
  expect(lastPercent!.steps.map(({ from, to }) => [from, to])).toEqual([
    [0.8, 0.9],
    [0.9, 1],
  ]);
  const [before, last] = points.slice(1).map(({ answer }) => answer!.objective!);
  expect(lastPercent!.steps[1]!.costPerPoint).toBeCloseTo((last! - before!) / 10, 3);
  expect(lastPercent!.target).toBe(0.9);
  expect(run.headline!.en).toMatch(/From a target of 90(\.00)? % to 100(\.00)? % one more point costs EUR/);
  expect(run.headline!.fr).not.toContain('one more point');
  const page = (await (await client.get(run.links.report!)).text()).replaceAll('\u00a0', ' ');
  expect(page).toContain('one more point costs EUR');
});
