import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Campus, tinyCampus } from './campus.ts';
import { uploadYear } from './client.ts';
import { openStorePlace, type StorePlace } from './stores.ts';
import { startWatched, type WatchedClient } from './watched-server.ts';

/** Of the processor, in one turn of the event loop. */
const LONGEST_TURN_MILLISECONDS = 50;
/** A request that is always too long is so each time; the collector of garbage and other programs are not. */
const MOST_ATTEMPTS = 5;

let place: StorePlace;
let client: WatchedClient;
let campus: Campus;

beforeAll(async () => {
  place = await openStorePlace('embedded');
  client = await startWatched(place.dataDirectory);
  campus = await tinyCampus();
  await uploadYear(client, campus);
  // What is compiled at its first use is no part of any later one.
  await client.send('POST', '/v1/batches', { runs: [{ scenario: campus.scenario }] });
  const validate = () => client.send('POST', '/v1/scenarios/validate', campus.scenario);
  await Promise.all(Array.from({ length: 8 }, validate));
  await client.get('/openapi.json');
  await client.longestTurn();
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

/** Asks whether the server lives as long as it works on something. @returns slowest answer in milliseconds */
async function beatsDuring<T>(work: Promise<T>): Promise<{ readonly done: T; readonly slowest: number }> {
  let isDone = false;
  let slowest = 0;
  const ended = work.finally(() => {
    isDone = true;
  });
  ended.catch(() => undefined);
  while (!isDone) {
    const began = performance.now();
    expect((await client.get('/healthz')).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - began);
    // Who asks more often than 20 times a second is sent away.
    await pause(60);
  }
  return { done: await ended, slowest };
}

/** How many times as long as it takes a processor something takes here, beside all other programs; 1 where there are none. */
function stretchNow(): number {
  const [began, used] = [performance.now(), process.threadCpuUsage()];
  const busy = () => {
    const { user, system } = process.threadCpuUsage(used);
    return (user + system) / 1000;
  };
  while (busy() < 60);
  return Math.max(1, (performance.now() - began) / busy());
}

/** Asks until no turn was too long, and tells the longest of the best attempt. */
async function expectShortTurns(what: string, ask: () => Promise<unknown>): Promise<void> {
  const turns: number[] = [];
  do {
    await client.longestTurn();
    await ask();
    turns.push(await client.longestTurn());
  } while (Math.min(...turns) >= LONGEST_TURN_MILLISECONDS && turns.length < MOST_ATTEMPTS);
  console.info(`${what}: longest turn ${turns.map((turn) => turn.toFixed(1)).join(', ')} ms`);
  expect(Math.min(...turns)).toBeLessThan(LONGEST_TURN_MILLISECONDS);
}

/** Distinct from each other by their names. */
const renewables = (count: number, coast = 'Coast') =>
  Array.from({ length: count }, (_, at) => ({
    ...{ name: `${coast} ${at}`, technology: 'wind', siteMaximumMW: 500 },
    capacityFactor: { file: 'profile:year', column: 'wind' },
  }));

test('a sweep of a thousand values over 4 MB is refused at once, and everybody else is answered meanwhile', async () => {
  const description = 'x'.repeat(4_000_000);
  const values = { from: 0.05, to: 0.0599, step: 0.00001 };
  const body = JSON.stringify({
    sweep: { scenario: { ...campus.scenario, description }, path: 'discountRate', values },
  });
  const attempts: { milliseconds: number; slowest: number; turn: number; stretch: number }[] = [];
  const isQuick = () =>
    attempts.some(
      ({ milliseconds, slowest, turn, stretch }) =>
        milliseconds < 1_000 * stretch && slowest < 100 * stretch && turn < LONGEST_TURN_MILLISECONDS,
    );
  while (!isQuick() && attempts.length < MOST_ATTEMPTS) {
    await client.longestTurn();
    const before = stretchNow();
    const began = performance.now();
    const { done, slowest } = await beatsDuring(client.send('POST', '/v1/batches', body));
    const milliseconds = performance.now() - began;
    attempts.push({ milliseconds, slowest, turn: await client.longestTurn(), stretch: Math.max(before, stretchNow()) });
    expect(done.status).toBe(400);
    expect(await done.json()).toMatchObject({ code: 'request.invalid', issues: [{ code: 'request.out-of-range' }] });
  }
  console.info('4 MB: answered, slowest /healthz meanwhile and longest turn in ms, stretch of time:', attempts);
  expect(isQuick()).toBe(true);
});

test('a sweep whose scenarios together are more than can be stored is refused at once', async () => {
  const scenario = { ...campus.scenario, renewables: renewables(700) };
  const sweep = { scenario, path: 'discountRate', values: { from: 0.05, to: 0.05999, step: 0.00001 } };
  const answer = await client.send('POST', '/v1/batches', { sweep });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    issues: [{ where: 'sweep', expected: expect.stringContaining('64 MB') }],
  });
});

test('a batch of a thousand large scenarios is accepted and never keeps the main thread', async () => {
  const values = { from: 0.05, to: 0.05999, step: 0.00001 };
  let attempts = 0;
  await expectShortTurns('a thousand scenarios', async () => {
    attempts += 1;
    // New ones each time: what is stored already is not stored again, and takes no turn.
    const scenario = { ...campus.scenario, renewables: renewables(60, `Coast ${attempts},`) };
    const { done } = await beatsDuring(
      client.send('POST', '/v1/batches', { sweep: { scenario, path: 'discountRate', values } }),
    );
    expect({ status: done.status, text: done.status === 202 ? '' : await done.text() }).toEqual({
      status: 202,
      text: '',
    });
    const batch = (await done.json()) as { id: string };
    await client.get(`/v1/batches/${batch.id}/runs?limit=200`);
    await client.get('/v1/batches?limit=200');
    await client.send('DELETE', `/v1/batches/${batch.id}`);
  });
}, 300_000);

test.for([
  ['as large as it may be', () => ({ ...campus.scenario, renewables: renewables(4_000) })],
  [
    'of as many values as there may be',
    () => ({ ...campus.scenario, renewables: Array.from({ length: 24_000 }, () => [1]) }),
  ],
  ['of as many faults', () => Object.fromEntries(Array.from({ length: 24_000 }, (_, at) => [`a${at}`, 1]))],
  [
    'of as many names of profiles',
    () => ({
      ...campus.scenario,
      weatherYears: Array.from({ length: 9_000 }, (_, at) => ({ name: `${at}` })),
      renewables: renewables(2_000).map((one) => ({
        ...one,
        capacityFactor: { file: 'profile:{weatherYear}', column: 'wind' },
      })),
    }),
  ],
] as const)('a scenario %s is judged, and never keeps the main thread', async ([what, scenario]) => {
  await expectShortTurns(`a scenario ${what}`, async () => {
    const { done } = await beatsDuring(client.send('POST', '/v1/scenarios/validate', scenario()));
    expect([200, 400]).toContain(done.status);
  });
});

test('a profile as large as it may be is looked into beside the main thread', async () => {
  const file = Buffer.concat([campus.profile, Buffer.alloc(31 * 2 ** 20, '1,2,3\n')]);
  await expectShortTurns('32 MB of a profile', async () => {
    const { done } = await beatsDuring(client.upload({ file, name: 'large' }));
    expect(done.status).toBe(422);
  });
});
