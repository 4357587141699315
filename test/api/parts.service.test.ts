import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSolvingThreads } from '../../api/jobs/solving-threads.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { alternativesSchema, operationSchema, outsampleSchema, repairSchema, sweepSchema } from '../../src/index.ts';
import { withBattery } from '../cli/tiny-scenario.ts';
import { tinyCampus } from './campus.ts';
import { type Client, clientAt, startClient, submit, uploadYear, type Visitor } from './client.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';
import { openVictims } from './victims.ts';

let place: StorePlace;
let client: Client;
let plan: RunDocument;

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  client = await startClient(place);
  plan = await client.ended((await submit(client, await tinyCampus())).id);
}, 120_000);
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

function resultsIn({ dataDirectory }: StorePlace): string[] {
  const place = join(dataDirectory, 'objects', 'results');
  return existsSync(place) ? readdirSync(place) : [];
}

async function begun(by: Visitor, question: object): Promise<RunDocument> {
  const answer = await by.send('POST', '/v1/runs', question);
  if (answer.status !== 202) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as RunDocument;
}

/** Once something of it is surely kept: what is published next comes after the run has named what was published first. */
async function begunAndKept(by: Visitor, where: StorePlace, question: object): Promise<RunDocument> {
  const before = resultsIn(where);
  const seen = new Set<string>();
  const run = await begun(by, question);
  const look = () => {
    for (const name of resultsIn(where)) if (!before.includes(name)) seen.add(name);
    return seen.size;
  };
  await expect.poll(look, { timeout: 60_000, interval: 10 }).toBeGreaterThan(1);
  return run;
}

async function cancelled(by: Visitor, { links }: RunDocument): Promise<RunDocument> {
  const answer = await by.send('DELETE', links.self);
  expect(answer.status).toBe(200);
  return (await answer.json()) as RunDocument;
}

/** Its document, page and headline say the same of what is missing. */
async function expectPart(by: Visitor, { links, headline, answer, status, id }: RunDocument, missing: RegExp) {
  expect(answer).toBe('partial');
  expect(headline!.en).toMatch(missing);
  expect(headline!.fr).not.toBe(headline!.en);
  const [words] = missing.exec(headline!.en)!;
  const page = await (await by.get(links.report!)).text();
  expect(page.replaceAll('\u00a0', ' ')).toContain(words);
  const listed = (await (await by.get(`/v1/runs?status=${status}`)).json()) as { items: RunDocument[] };
  expect(listed.items.find((one) => one.id === id)).toMatchObject({ headline, answer });
  return (await by.get(links.result!)).json();
}

const hardCampus = () => tinyCampus([withBattery]);
const battery = { name: 'power', members: ['Battery power'] };

/** Each longer than the test looks at it. */
const long = {
  outsample: async () => ({ onRun: plan.id, asked: { weatherYears: ['2005'], fold: 2, grow: true } }),
  operate: async () => ({ onRun: plan.id, asked: { windowHours: 336, stepHours: 1 } }),
  alternatives: async () => ({
    scenario: (await hardCampus()).scenario,
    asked: { slack: [0.01, 0.02, 0.03, 0.04, 0.05], groups: [battery] },
  }),
  repair: async () => {
    const small = [
      'Coast, technology: wind, siteMaximumMW: 500',
      'Coast, technology: wind, siteMaximumMW: 60',
    ] as const;
    return { scenario: (await tinyCampus([small])).scenario };
  },
  sweep: async () => ({
    scenario: (await hardCampus()).scenario,
    asked: { vary: [{ path: 'discountRate', values: { from: 0.01, to: 0.05, step: 0.001 } }] },
  }),
};

const documents = {
  outsample: [outsampleSchema, /Stopped before all of it was found out\. Missing: [^.]+\./],
  operate: [operationSchema, /The first \S+ hours?/],
  alternatives: [alternativesSchema, /Stopped before all of it was found out\. Missing: [^.]+\./],
  repair: [repairSchema, /Stopped before all of it was found out\. Missing: [^.]+\./],
  sweep: [sweepSchema, /\d+ of 41 values/],
} as const;

test.for(Object.keys(long) as (keyof typeof long)[])(
  '%s that is cancelled in its midst keeps what is finished, and says what is missing',
  async (study) => {
    const before = resultsIn(place).length;
    const run = await begunAndKept(client, place, { study, ...(await long[study]()) });
    expect(((await (await client.get(run.links.self)).json()) as RunDocument).answer).toBeUndefined();
    expect((await client.get(`${run.links.self}/result`)).status).toBe(409);
    const [schema, missing] = documents[study];
    const ended = await cancelled(client, run);
    expect(ended.status).toBe('cancelled');
    schema.parse(await expectPart(client, ended, missing));
    // One part, however many there were, and none once its run is deleted.
    await expect.poll(() => resultsIn(place).length).toBe(before + 1);
    expect((await client.send('DELETE', run.links.self)).status).toBe(204);
    expect(resultsIn(place)).toHaveLength(before);
  },
);

test('what is finished of a study stays when its process is killed, and the next is cancelled before it has as much', async () => {
  await using own = await openStorePlace('embedded');
  await using victims = openVictims(2);
  const order = { role: 'server', place: { dataDirectory: own.dataDirectory }, concurrency: 1 } as const;
  const first = victims.start(order);
  const by = clientAt((await first.started)!, async () => undefined);
  const { scenario } = await hardCampus();
  await uploadYear(by, await tinyCampus());
  const run = await begunAndKept(by, own, { study: 'alternatives', scenario });
  await first.kill();
  const again = clientAt((await victims.start(order).started)!, async () => undefined);
  const ended = await cancelled(again, run);
  alternativesSchema.parse(await expectPart(again, ended, documents.alternatives[1]));
}, 120_000);

test('what is finished of a study stays when its thread runs out of memory, and it is not tried again', async () => {
  await using own = await openStorePlace(onceOn);
  const solving = openSolvingThreads(1_000, () => {
    const script = new URL('./jobs/forgetful-thread.ts', import.meta.url);
    return new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 96 } });
  });
  await using by = await startClient(own, 1, { worker: { concurrency: 1, threads: 1, solving } });
  const run = await by.ended((await submit(by, await tinyCampus(), { study: 'repair' })).id);
  expect(run).toMatchObject({ status: 'failed', failure: { code: 'run.out-of-memory' } });
  repairSchema.parse(await expectPart(by, run, /Missing: Battery\./));
});

test('where the time is up, what is finished by then is the answer', async () => {
  const question = { study: 'operate', ...(await long.operate()), options: { timeLimitSeconds: 8 } };
  const run = await client.ended((await begun(client, question)).id);
  expect(run.status).toBe('succeeded');
  operationSchema.parse(await expectPart(client, run, documents.operate[1]));
});
