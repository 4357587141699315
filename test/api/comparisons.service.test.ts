import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CostBand } from '../../api/schemas/band.ts';
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
  const between = { ...campus, scenario: { ...campus.scenario, discountRate: 0.065 } };
  const begun = [];
  for (const one of [campus, dearer, between]) begun.push(await submit(client, one));
  runs = await Promise.all(begun.map(({ id }) => client.ended(id)));
}, 120_000);
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test('two runs are compared in one call: the input that differs, and what it does to the cost', async () => {
  const answer = await client.send('POST', '/v1/comparisons', { runs: runs.slice(0, 2).map(({ id }) => id) });
  expect(answer.status).toBe(200);
  const { results, differences } = (await answer.json()) as Comparison;
  expect(results.map(({ label }) => label)).toEqual(runs.slice(0, 2).map(({ id }) => id));
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

test('a typo corrected in name and description costs no solve, and is corrected wherever the run is told of', async () => {
  const run = runs[0]!;
  const campus = await tinyCampus();
  const words = { name: 'Tiny campus, corrected', description: 'A sea breeze and a desert sun.' };
  const renamed = await submit(client, { ...campus, scenario: { ...campus.scenario, ...words } });
  expect(renamed).toMatchObject({ status: 'succeeded', reused: true, scenario: { name: words.name } });
  expect(renamed.scenario.contentHash).toBe(run.scenario.contentHash);
  const get = async (path: string, accept = 'application/json') => (await client.get(path, { accept })).text();
  expect(JSON.parse(await get(renamed.links.scenario))).toEqual({ ...campus.scenario, ...words });
  const [before, after] = await Promise.all([run, renamed].map(({ links }) => get(links.result!)));
  expect(JSON.parse(after!)).toMatchObject({ scenario: { name: words.name } });
  const numbers = ({ scenario: _, files: __, ...rest }: Record<string, unknown>) => rest;
  expect(numbers(JSON.parse(after!) as never)).toEqual(numbers(JSON.parse(before!) as never));
  const page = await get(renamed.links.report!, 'text/html');
  expect(page).toContain(words.name);
  expect(await get(renamed.links.report!, 'text/html')).toBe(page);
  expect(await get(run.links.report!, 'text/html')).not.toContain('corrected');
  expect(await get(`${renamed.links.ledger}?format=csv&kind=consumption`)).toContain('tiny-campus-corrected');
  const compared = await client.send('POST', '/v1/comparisons', { runs: [run.id, renamed.id] });
  expect(await compared.text()).toContain(words.name);
});

const bandOf = async (changes: Record<string, number>, solved: readonly RunDocument[] = []): Promise<Response> =>
  client.send('POST', `/v1/runs/${runs[0]!.id}/band`, { changes, solved: solved.map(({ id }) => id) });

test('what a change costs is proven from what was solved, and lies there when it is solved', async () => {
  const [base, dearer, between] = runs.map(({ id, figures }) => ({ id, cost: figures!.cost }));
  const own = (await (await bandOf({})).json()) as CostBand;
  expect(own.lower!.cost / base!.cost).toBeGreaterThan(1 - 1e-5);
  expect(own.upper!.cost / base!.cost).toBeCloseTo(1, 8);
  const alone = (await (await bandOf({ discountRate: 0.065 })).json()) as CostBand;
  const both = (await (await bandOf({ discountRate: 0.065 }, [runs[1]!])).json()) as CostBand;
  for (const { lower, upper } of [alone, both]) {
    expect(lower!.cost).toBeLessThanOrEqual(between!.cost * (1 + 1e-6));
    expect(upper!.cost).toBeGreaterThanOrEqual(between!.cost * (1 - 1e-6));
  }
  const widthOf = ({ lower, upper }: CostBand) => upper!.cost - lower!.cost;
  expect(widthOf(both)).toBeLessThan(widthOf(alone));
  expect(both.lower!.by).toEqual([base!.id, dearer!.id]);
});

test('a change that nobody could ask for is refused with its place', async () => {
  const asked = [
    [{ 'matching.tarjet.x': 0.9 }, 'matching.tarjet.x'],
    [{ 'matching.target': 1.2 }, 'matching.target'],
  ] as const;
  for (const [changes, where] of asked) {
    const answer = await bandOf(changes);
    expect(answer.status).toBe(400);
    expect((await answer.json()) as unknown).toMatchObject({ issues: [{ where }] });
  }
});

test('a band is told within 200 ms, at the 95th percentile of those that follow each other as a slider is moved', async () => {
  const taken: number[] = [];
  for (let at = 0; at < 40; at++) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    expect((await bandOf({ discountRate: 0.05 + 0.0005 * at }, [runs[1]!])).status).toBe(200);
    const { user, system } = process.cpuUsage(used);
    // The processor's time of all threads where others are at work on it, else the clock's.
    taken.push(Math.min(performance.now() - began, (user + system) / 1000));
  }
  const percentile = taken.sort((a, b) => a - b)[Math.ceil(0.95 * taken.length) - 1]!;
  console.info(`bands: ${taken.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect(percentile).toBeLessThan(200);
});
