import { afterAll, beforeAll, expect, test } from 'vitest';
import { needOf } from '../../api/access/scopes.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, submit, type Visitor } from './client.ts';
import { keyHolder } from './key-holders.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

interface Call {
  readonly method: string;
  readonly path: string;
  /** Formats of the answer. */
  readonly types: readonly string[];
  readonly isOpen: boolean;
}

interface Described {
  readonly responses: Record<string, { content?: object }>;
  readonly security?: readonly object[];
}

type Paths = Record<string, Record<string, Described>>;

async function callsOf(client: Visitor): Promise<Call[]> {
  const answer = await client.get('/openapi.json');
  if (!answer.ok) throw new Error(await answer.text());
  const { paths } = (await answer.json()) as { paths: Paths };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses, security }]) => ({
      method: method.toUpperCase(),
      path,
      types: Object.keys(responses['200']?.content ?? { 'application/json': {} }),
      isOpen: security?.length === 0,
    })),
  );
}

const isOfOwners = ({ method, path }: Call) => ['read', 'run'].includes(needOf(method, path));
const nameOf = ({ method, path }: Call) => `${method} ${path}`;
const isDeletion = ({ method, path }: Call) => method === 'DELETE' && path.includes('{');

let place: StorePlace;
let client: Client;
let campus: Campus;
let ada: Visitor;
let ben: Visitor;
let calls: Call[];
let run: RunDocument;
/** By the part of the path after /v1/: what of ada's to put where a parameter stands. */
let things: Readonly<Record<string, readonly string[]>>;
let changed: { readonly body: object; readonly etag: string };

beforeAll(async () => {
  campus = await tinyCampus();
  place = await openStorePlace(onceOn);
  client = await startClient(place);
  calls = await callsOf(client);
  const admin = await keyHolder(client, 'admin', 'admin');
  ada = await keyHolder(admin, 'ada', 'run');
  ben = await keyHolder(admin, 'ben', 'run');
  run = await ada.ended((await submit(ada, campus)).id);
  const stored = await ada.send('POST', '/v1/scenarios', campus.scenario);
  const { id, profiles } = (await stored.json()) as { id: string; profiles: Record<string, string> };
  changed = { body: { ...campus.scenario, discountRate: 0.06 }, etag: stored.headers.get('etag')! };
  const batch = (await (await ada.send('POST', '/v1/batches', { runs: [{ scenario: id }] })).json()) as {
    id: string;
  };
  things = { runs: [run.id], scenarios: [id], profiles: ['year', profiles.year!], batches: [batch.id] };
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

async function* answersTo(who: Visitor, call: Call) {
  const resource = call.path.split('/')[2]!;
  const known = things[resource];
  if (known === undefined) throw new Error(`${nameOf(call)}: nobody has said here what of an owner's it is about.`);
  const bodies: Readonly<Record<string, object>> = { PUT: changed.body, POST: { changes: {} } };
  for (const thing of known) {
    const path = call.path.replace(/\{\w+\}/, thing);
    for (const accept of call.types) {
      const headers = { accept, 'if-match': changed.etag };
      yield who.send(call.method, path, bodies[call.method], headers);
    }
  }
}

test('what is one owner’s is not found by another, on any route, while its owner finds it', async () => {
  const about = calls.filter((call) => isOfOwners(call) && call.path.includes('{'));
  expect(about.length).toBeGreaterThanOrEqual(9);
  expect(about.map(nameOf)).toContain('GET /v1/batches/{id}/events');
  const leaks: string[] = [];
  for (const call of about) {
    for await (const answer of answersTo(ben, call)) {
      const { status } = answer;
      const problem = (await answer.text()).replace(/"requestId":"[^"]*"/, '');
      const isLike = status === 404 && problem.includes('"code":"not-found"');
      if (!isLike) leaks.push(`${nameOf(call)} answered ${status} ${problem.slice(0, 200)}`);
    }
  }
  expect(leaks).toEqual([]);
  for (const call of about.filter((one) => !isDeletion(one))) {
    for await (const answer of answersTo(ada, call)) {
      expect(`${nameOf(call)} ${answer.status}`).toBe(`${nameOf(call)} 200`);
      await answer.body?.cancel();
    }
  }
});

test('no list shows what is another’s', async () => {
  // What ships is everybody's, and who asks is no list.
  const shipped = ['/v1/examples', '/v1/technologies', '/v1/equations', '/v1/session'];
  const lists = calls.filter(
    (call) => isOfOwners(call) && call.method === 'GET' && !call.path.includes('{') && !shipped.includes(call.path),
  );
  expect(lists.map(nameOf)).toEqual(
    expect.arrayContaining(['GET /v1/runs', 'GET /v1/scenarios', 'GET /v1/profiles', 'GET /v1/batches']),
  );
  for (const call of lists) {
    const [theirs, own] = await Promise.all([ben, ada].map(async (who) => (await who.get(call.path)).text()));
    expect(`${nameOf(call)} ${theirs}`).toMatch(/ \{"items":\[\](,"total":0)?\}$/);
    expect(own).not.toBe(theirs);
  }
});

test('nothing can be made from what is another’s, and nothing tells that it is there', async () => {
  const { scenario, profile } = campus;
  const byHash = JSON.parse(JSON.stringify(scenario).replaceAll('profile:year', `profile:${things.profiles![1]}`));
  const tries: Readonly<Record<string, () => Promise<[Response, number]>[]>> = {
    'POST /v1/runs': () => [
      as(ben.send('POST', '/v1/runs', { scenario: things.scenarios![0] }), 404),
      as(ben.send('POST', '/v1/runs', { scenario }), 400),
      as(ben.send('POST', '/v1/runs', { scenario: byHash }), 400),
    ],
    'POST /v1/scenarios': () => [as(ben.send('POST', '/v1/scenarios', byHash), 400)],
    'POST /v1/scenarios/validate': () => [as(ben.send('POST', '/v1/scenarios/validate', byHash), 200)],
    'POST /v1/batches': () => [
      as(ben.send('POST', '/v1/batches', { runs: [{ scenario: things.scenarios![0] }] }), 400),
      as(ben.send('POST', '/v1/batches', { runs: [{ scenario: byHash }] }), 400),
    ],
    'POST /v1/comparisons': () => [as(ben.send('POST', '/v1/comparisons', { runs: [run.id, run.id] }), 404)],
    // Stored for him alone, of what ships.
    'POST /v1/examples': () => [as(ben.send('POST', '/v1/examples', { name: 'first-phase' }), 201)],
    // A session of his own.
    'POST /v1/session': () => [as(ben.send('POST', '/v1/session'), 204)],
    // Everything it is about comes with the request.
    'POST /v1/verifications': () => [as(ben.send('POST', '/v1/verifications', { run: run.id }), 415)],
    // New for him, whoever has the same bytes.
    'POST /v1/profiles': () => [as(ben.upload({ file: profile, name: 'year' }), 201)],
  };
  const makers = calls.filter((call) => isOfOwners(call) && call.method === 'POST' && !call.path.includes('{'));
  expect(makers.map(nameOf).sort()).toEqual(Object.keys(tries).sort());
  for (const [name, answers] of Object.entries(tries)) {
    for (const answer of answers()) {
      const [given, expected] = await answer;
      expect(`${name} ${given.status}`).toBe(`${name} ${expected}`);
      expect(await given.text()).not.toContain('"valid":true');
    }
  }
});

test('an identical run of another owner is solved anew', async () => {
  expect((await submit(ada, campus)).reused).toBe(true);
  const same = await submit(ben, campus);
  expect(same).toMatchObject({ reused: false, scenario: run.scenario });
  await ben.send('DELETE', same.links.self);
});

test('what another may not delete its owner may', async () => {
  const about = calls.filter((call) => isOfOwners(call) && isDeletion(call));
  expect(about.length).toBeGreaterThanOrEqual(4);
  for (const call of about) {
    for await (const answer of answersTo(ada, call)) {
      // Cancelled, deleted, or still in use; what was deleted under one name is gone under another.
      expect([200, 204, 404, 409].map((status) => `${nameOf(call)} ${status}`)).toContain(
        `${nameOf(call)} ${answer.status}`,
      );
      await answer.body?.cancel();
    }
  }
});

test('without a key nothing but health and descriptions is answered, and keys are for administrators', async () => {
  const open = calls.filter(({ isOpen }) => isOpen).map(nameOf);
  expect(open.sort()).toEqual(['GET /healthz', 'GET /readyz', 'GET /v1/schema']);
  const id = '00000000-0000-4000-8000-000000000000';
  for (const call of calls.filter((one) => !open.includes(nameOf(one)) && one.path !== '/metrics')) {
    const path = call.path.replace(/\{\w+\}/, id);
    const answer = await client.send(call.method, path, ['POST', 'PUT'].includes(call.method) ? {} : undefined);
    expect(`${nameOf(call)} ${answer.status}`).toBe(`${nameOf(call)} 401`);
  }
  const administrative = calls.filter(({ method, path }) => ['admin', 'operator'].includes(needOf(method, path)));
  expect(administrative).toHaveLength(5);
  for (const call of administrative) {
    const answer = await ben.send(
      call.method,
      call.path.replace(/\{\w+\}/, id),
      call.method === 'POST' ? {} : undefined,
    );
    expect(`${nameOf(call)} ${answer.status}`).toBe(`${nameOf(call)} 403`);
  }
});

const as = async (answer: Promise<Response>, status: number): Promise<[Response, number]> => [await answer, status];
