import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf, withoutSecrets } from '../../api/operations/log.ts';
import { tinyCampus } from './campus.ts';
import { type Client, startClient, submit, UNSOLVED, type Visitor, visitor } from './client.ts';
import { newKey } from './key-holders.ts';
import { openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let client: Client;
let admin: Visitor;
let adminSecret: string;
let log = '';

beforeAll(async () => {
  place = await openStorePlace('embedded');
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
