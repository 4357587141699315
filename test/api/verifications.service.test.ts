import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readHoursOfParquet, stampedTableToParquet } from '../../src/index.ts';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { told } from '../cli/in-process.ts';
import { writeTinyScenario } from '../cli/tiny-scenario.ts';
import { type Client, startClient } from './client.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

interface Verification {
  readonly verified: boolean;
  readonly laws: readonly { readonly law: string; readonly broken: number; readonly checks: number }[];
  readonly violations: readonly { readonly law: string; readonly hour: number; readonly amountMWh: number }[];
  readonly certificate?: { readonly relativeGap: number };
  readonly notChecked: readonly string[];
}
type Files = Map<string, Uint8Array>;

let place: StorePlace;
let client: Client;
const result: Files = new Map();
const schedule = 'schedule/first--2005.parquet';

beforeAll(async () => {
  await using directory = await temporaryDirectory();
  const path = await writeTinyScenario(directory.path);
  const out = join(directory.path, 'out');
  const { code, stderr } = await told(['optimise', path, '-o', out, '--no-baselines']);
  if (code !== 0) throw new Error(stderr);
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    result.set(file.slice(out.length + 1), await readFile(file));
  }
  place = await openStorePlace(onceOn);
  client = await startClient(place, 0);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

async function verify(files: Iterable<readonly [string, Uint8Array]>) {
  const form = new FormData();
  for (const [name, bytes] of files) form.append(name, new Blob([new Uint8Array(bytes)]), 'file');
  const answer = await fetch(`${client.url}/v1/verifications`, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Verification };
}

const changed = (name: string, bytes: Uint8Array): Files => new Map([...result, [name, bytes]]);
const without = (start: string) => [...result].filter(([name]) => !name.startsWith(start));

test('a result as it was written holds, its bound recomputed', async () => {
  const { status, body } = await verify(result);
  expect(status).toBe(200);
  expect(body).toMatchObject({ verified: true, violations: [], scenario: { name: 'Tiny campus' } });
  expect(body.certificate!.relativeGap).toBeLessThan(1e-6);
  expect(body.laws.reduce((sum, { checks }) => sum + checks, 0)).toBeGreaterThan(8_760);
});

test('a schedule made elsewhere needs no proof and few claims, and is told what was not checked', async () => {
  const claimed = JSON.parse(Buffer.from(result.get('result.json')!).toString()) as Record<string, unknown>;
  const { certificate: _, cost: __, baselines: ___, solver: ____, files: _____, ...rest } = claimed;
  const files = new Map(without('proof/')).set('result.json', Buffer.from(JSON.stringify(rest)));
  const { status, body } = await verify(files);
  expect({ status, verified: body.verified, certificate: body.certificate }).toEqual({ status: 200, verified: true });
  expect(body.notChecked.join('\n')).toContain('without proofs nothing says how much cheaper a plan could be');
});

test('a schedule that serves 1 MW less than the load in one hour is told the law, the hour and the MWh', async () => {
  const { stamps, columns } = await readHoursOfParquet(result.get(schedule)!);
  const wind = columns.find(({ name }) => name === 'generationMW:Coast')!;
  const hour = wind.values.findIndex((value, at) => at % 24 === 2 && value > 1);
  wind.values[hour]! -= 1;
  const { status, body } = await verify(changed(schedule, stampedTableToParquet(stamps, columns)));
  expect({ status, verified: body.verified }).toEqual({ status: 200, verified: false });
  const missing = body.violations.find((violation) => violation.hour === hour);
  expect(missing?.law).toMatch(/balance/i);
  expect(missing!.amountMWh).toBeCloseTo(1, 6);
});

test('files that are missing, broken, strange or twice are refused with each of them', async () => {
  const lame = await verify(without('scenario.json'));
  expect({ status: lame.status, body: lame.body }).toMatchObject({
    status: 422,
    body: { code: 'result.invalid', issues: [{ file: 'scenario.json' }] },
  });
  expect(await verify(changed(schedule, Buffer.from('PAR1')))).toMatchObject({ status: 422 });
  for (const path of ['../out.json', '/etc/passwd', 'a/../../b', 'schedule/.hidden', 'a\\b', 'result.json/x']) {
    expect({ path, ...(await verify([...result, [path, Buffer.from('x')]])) }).toMatchObject({ status: 400 });
  }
  expect(await verify([...result, ['result.json', Buffer.from('{}')]])).toMatchObject({ status: 400 });
  expect((await client.send('POST', '/v1/verifications', {})).status).toBe(415);
  expect((await verify([])).status).toBeGreaterThanOrEqual(400);
});
