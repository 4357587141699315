import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf, withoutSecrets } from '../../api/operations/log.ts';
import { tinyCampus } from './campus.ts';
import { type Client, startClient, submit, UNSOLVED, type Visitor, visitor } from './client.ts';
import { type NewKey, newKey } from './key-holders.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let client: Client;
let admin: Visitor;
let adminSecret: string;
let log = '';

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  const write = (line: string) => {
    log += line;
  };
  client = await startClient(place, 1, { logger: { level: 'trace', stream: { write } } });
  adminSecret = (await newKey(client, 'admin', 'admin')).secret;
  admin = visitor(client.url, adminSecret);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const lines = () =>
  log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('what is secret in heads, queries, paths and bodies is not in the log, which finds every request by its id', async () => {
  const token = `eyJhbGciOiJFUzI1NiJ9.${'b'.repeat(40)}.${'c'.repeat(40)}`;
  const secrets = [
    adminSecret,
    `hourmatch_${'Z'.repeat(64)}`,
    token,
    'secret-in-query',
    'secret-in-body',
    'secret-cookie',
  ];
  const [, unknownKey] = secrets;
  const answers = [
    await admin.get('/v1/runs?access_token=secret-in-query'),
    await admin.get(`/v1/runs/${unknownKey}`),
    await admin.get(`/${token}/x?${adminSecret}`),
    await client.get('/v1/runs', { authorization: `Bearer ${unknownKey}`, cookie: 'session=secret-cookie' }),
    await client.get('/v1/runs', { authorization: `Bearer ${token}`, 'x-api-key': 'secret-cookie' }),
    await admin.send('POST', '/v1/runs', { password: 'secret-in-body' }),
    await admin.send('POST', '/v1/runs', '{"password":"secret-in-body', { 'content-type': 'application/json' }),
    await admin.send('POST', '/v1/keys', { name: 'secret-in-body', scopes: ['read'] }),
  ];
  secrets.push(((await answers.at(-1)!.clone().json()) as { secret: string }).secret);
  const requests = lines();
  for (const answer of answers) {
    const id = answer.headers.get('x-request-id');
    const own = requests.filter(({ reqId }) => reqId === id);
    expect(own.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['incoming request', 'request completed']));
  }
  expect(requests.length).toBeGreaterThan(2 * answers.length);
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('addresses of databases lose their passwords, and errors the rows they show', () => {
  expect(withoutSecrets('postgres://ada:lovelace@host/db')).toBe('postgres://ada:***@host/db');
  const error = Object.assign(new Error('at postgres://ada:lovelace@host/db'), {
    detail: 'Key (hash)=(abc)',
    code: '23505',
  });
  const line = lineOf(error, 'queue');
  expect(line).not.toMatch(/lovelace|abc/);
  expect(JSON.parse(line)).toMatchObject({ level: 50, msg: 'queue', err: { type: 'Error', code: '23505' } });
});

const codeOf = async (answer: Response) => {
  const { code } = (await answer.json()) as { code?: string };
  return `${answer.status} ${code}`;
};
const auditOf = async (who: Visitor) =>
  ((await (await who.get('/v1/audit')).json()) as { items: { action: string }[] }).items;

const figure = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length),
  );

test('the metrics tell of runs, solves and requests', async () => {
  const metrics = async () => (await admin.get('/metrics')).text();
  expect(figure(await metrics(), 'hourmatch_solve_seconds_count')).toBe(0);
  const campus = await tinyCampus();
  const run = await submit(admin, campus, { options: UNSOLVED });
  await admin.ended(run.id);
  let text = await metrics();
  // Solves are counted once the transactions that could still end among them have.
  while (figure(text, 'hourmatch_solve_seconds_count') === 0) text = await metrics();
  expect(figure(text, 'hourmatch_solve_seconds_count')).toBe(1);
  expect(figure(text, 'hourmatch_solve_seconds_sum')).toBeGreaterThan(0);
  expect(figure(text, 'hourmatch_runs{status="succeeded"}')).toBe(1);
  expect(figure(text, 'hourmatch_queue_depth')).toBe(0);
  const route = 'hourmatch_http_request_seconds_count{method="POST",route="/v1/runs",status="202"}';
  expect(figure(text, route)).toBe(1);
  expect(text).toContain('route="none",status="404"');
  expect(figure(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
  await admin.get('/v1/runs');
  expect(figure(await metrics(), 'hourmatch_solve_seconds_count')).toBe(1);
});

test('the metrics are for administrators, and for whoever asks on the machine itself', async () => {
  expect((await client.get('/metrics')).status).toBe(200);
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
    expect((await client.get('/metrics', { [header]: '10.0.0.1' })).status).toBe(401);
  }
  const reader = visitor(client.url, (await newKey(admin, 'reader', 'read')).secret);
  expect((await reader.get('/metrics')).status).toBe(403);
});

/** What a browser sends from a page of ours. */
const own = { 'sec-fetch-site': 'same-origin' };
const signIn = async (secret: string, headers: Record<string, string> = {}) => {
  const answer = await visitor(client.url, secret).send('POST', '/v1/session', undefined, headers);
  expect(answer.status).toBe(204);
  const [pair, ...attributes] = answer.headers.get('set-cookie')!.split('; ');
  return { cookie: pair!, attributes };
};

test('a person signs in with a key: the cookie opens what the key does, to pages of this server alone', async () => {
  const campus = await tinyCampus();
  const { secret } = await newKey(admin, 'planner', 'run', 'planner');
  const { cookie, attributes } = await signIn(secret);
  expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict']);
  expect(cookie).toMatch(/^hourmatch=hourmatch_/);
  expect(cookie).not.toContain(secret);
  const behindTls = await signIn(secret, { origin: 'https://plans.example' });
  expect([behindTls.cookie.split('=')[0], ...behindTls.attributes]).toEqual([
    '__Host-hourmatch',
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    'Secure',
  ]);
  const session = await client.get('/v1/session', { ...own, cookie });
  expect(await session.json()).toEqual({ kind: 'session', owner: 'planner', scopes: ['run'] });
  const sent = await client.send('POST', '/v1/scenarios/validate', campus.scenario, { ...own, cookie });
  expect(sent.status).toBe(200);
  expect(await codeOf(await client.get('/v1/keys', { ...own, cookie }))).toBe('403 access.scope');

  const foreign: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    // A page of another port of this machine, to which SameSite=Strict gives the cookie.
    { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];
  const before = (await auditOf(admin)).length;
  for (const headers of foreign) {
    for (const [method, path] of [
      ['POST', '/v1/scenarios'],
      ['DELETE', '/v1/session'],
      ['GET', '/v1/runs'],
    ] as const) {
      const body = method === 'POST' ? campus.scenario : undefined;
      const answer = await client.send(method, path, body, { ...headers, cookie });
      expect({ headers, method, code: await codeOf(answer) }).toMatchObject({ code: '403 access.foreign' });
    }
  }
  // No browser of today: it reads, and changes nothing.
  expect((await client.get('/v1/runs', { cookie })).status).toBe(200);
  expect(await codeOf(await client.send('POST', '/v1/scenarios', campus.scenario, { cookie }))).toContain('403');
  const typed = { 'sec-fetch-site': 'none', cookie };
  expect((await client.get('/v1/runs', typed)).status).toBe(200);
  expect((await client.send('DELETE', '/v1/session', undefined, typed)).status).toBe(403);
  const withOrigin = { origin: client.url, cookie };
  expect((await client.send('POST', '/v1/scenarios/validate', campus.scenario, withOrigin)).status).toBe(200);
  expect((await auditOf(admin)).length).toBe(before);
});

test('a session that was ended, guessed, made of a key or outlives its key opens nothing, and events answer it', async () => {
  const campus = await tinyCampus();
  const key = await newKey(admin, 'planner', 'run', 'planner');
  const { cookie } = await signIn(key.secret);
  const other = await signIn(key.secret);
  const run = await submit(visitor(client.url, key.secret), campus, { options: UNSOLVED });
  const events = { ...own, accept: 'text/event-stream', cookie };
  const stream = await client.get(run.links.events, events);
  expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  await stream.body?.cancel();
  const ended = await client.send('DELETE', '/v1/session', undefined, { ...own, cookie });
  expect(ended.headers.get('set-cookie')).toContain('hourmatch=; ');
  expect(ended.headers.get('set-cookie')).toContain('Max-Age=0');
  const opens = async (value: string) => (await client.get('/v1/runs', { ...own, cookie: value })).status;
  const lastLetter = other.cookie.endsWith('A') ? 'B' : 'A';
  expect({
    replayed: await opens(cookie),
    events: (await client.get(run.links.events, events)).status,
    guessed: await opens(other.cookie.replace(/.$/, lastLetter)),
    'of a key': await opens(`hourmatch=${key.secret}`),
    'as a key': (await visitor(client.url, other.cookie.split('=')[1]).get('/v1/runs')).status,
    another: await opens(other.cookie),
  }).toEqual({ replayed: 401, events: 401, guessed: 401, 'of a key': 401, 'as a key': 401, another: 200 });
  // A session opens no session, and so never lives on by itself.
  expect((await client.send('POST', '/v1/session', undefined, { ...own, cookie: other.cookie })).status).toBe(401);
  await admin.send('DELETE', key.links.self);
  expect(await opens(other.cookie)).toBe(401);

  const expiresAt = new Date(Date.now() + 2_000).toISOString();
  const made = await admin.send('POST', '/v1/keys', { name: 'guest', scopes: ['read'], expiresAt });
  const guest = await signIn(((await made.json()) as NewKey).secret);
  await expect.poll(() => opens(guest.cookie), { timeout: 10_000 }).toBe(401);
  const actions = (await auditOf(admin)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['session.opened', 'session.ended']));
  const secrets = [key.secret, cookie, other.cookie].map((secret) => secret.replace('hourmatch=', ''));
  expect(lines().filter((line) => secrets.some((secret) => JSON.stringify(line).includes(secret)))).toEqual([]);
});
