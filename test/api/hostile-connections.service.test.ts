import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runNode } from '../cli/hourmatch.ts';
import { sendRaw, statusesIn } from './raw-request.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

let place: StorePlace;
let server: ServerProcess;
let other: StorePlace;
/** May hold few files open, of which its store needs some. */
let small: ServerProcess;

beforeAll(async () => {
  [place, other] = await Promise.all([openStorePlace(onceOn), openStorePlace('embedded')]);
  [server, small] = await Promise.all([startServerProcess(place), startServerProcess(other, 400)]);
});
afterEach(async () => {
  expect(await server.beat()).toBeLessThan(5_000);
});
afterAll(async () => {
  for (const one of [server, small, place, other]) await one[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers, signal: AbortSignal.timeout(20_000) });
const raw = async (text: string) => (await sendRaw(server.port, [text])).text;

test('a request whose length or lines can be read in two ways is refused, and what hides in it is not answered', async () => {
  const hidden = 'GET /v1/runs HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const post = (head: string, body = '') =>
    `POST /v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`;
  const ambiguous = {
    'two lengths': post('Content-Length: 2\r\nContent-Length: 40', `{}${hidden}`),
    'length and chunks': post('Content-Length: 4\r\nTransfer-Encoding: chunked', `0\r\n\r\n${hidden}`),
    'chunks and length': post('Transfer-Encoding: chunked\r\nContent-Length: 4', `0\r\n\r\n${hidden}`),
    'chunks that are not last': post('Transfer-Encoding: chunked, identity', `0\r\n\r\n${hidden}`),
    'an unknown encoding': post('Transfer-Encoding: xchunked', `0\r\n\r\n${hidden}`),
    'a folded line': post('X-A: 1\r\n Transfer-Encoding: chunked\r\nContent-Length: 2', `{}${hidden}`),
    'a space before the colon': post('Content-Length : 2', `{}${hidden}`),
    'a signed length': post('Content-Length: +2', `{}${hidden}`),
    'a length that is no number': post('Content-Length: 2e0', `{}${hidden}`),
    'a bare line feed': `GET /healthz HTTP/1.1\nHost: localhost\n\n${hidden}`,
    'NUL in a value': `GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n${hidden}`,
    'a chunk of a size that is none': post('Transfer-Encoding: chunked', `zz\r\n{}\r\n0\r\n\r\n${hidden}`),
    'no HTTP': `\x16\x03\x01\x02\x00\r\n\r\n`,
  };
  for (const [name, text] of Object.entries(ambiguous)) {
    const answer = await raw(text);
    expect({ name, statuses: statusesIn(answer) }).toEqual({ name, statuses: [400] });
    expect(answer).toContain('Content-Type: application/problem+json');
  }
});

test('a head that is too large is refused as such', async () => {
  const answer = await raw(`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`);
  expect(statusesIn(answer)).toEqual([431]);
  expect(answer).toContain('"code":"head.too-large"');
});

test('paths that climb, hide or mean nothing find nothing, and show no file', async () => {
  const climbs = ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/etc/passwd', '....//etc/passwd', '..%5c..%5cpackage.json'];
  const inside = ['/v1/runs/', '/v1/profiles/', '/v1/batches/', '/v1/scenarios/', '/docs/static/', '/docs/', '/'];
  for (const path of inside.flatMap((start) => climbs.map((climb) => `${start}${climb}`))) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    const [status] = statusesIn(answer);
    expect({ path, status, isRefused: status === 400 || status === 404 }).toMatchObject({ isRefused: true });
    expect(answer).not.toMatch(/root:|"dependencies"/);
  }
  for (const id of [
    '%00',
    '%ff',
    '%',
    `${'a'.repeat(5_000)}`,
    "1'--",
    '__proto__',
    '00000000-0000-4000-8000-00000000000g',
  ]) {
    const { status } = await get(`/v1/runs/${id}`).then(async (answer) => ({ status: answer.status }));
    expect({ id, isRefused: status >= 400 && status < 500 }).toEqual({ id, isRefused: true });
  }
});

test('absurd queries are refused, whatever is wrong with them', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `a${index}=1`).join('&');
  const queries = [
    'limit=0',
    'limit=-1',
    'limit=1e3',
    'limit=201',
    'limit=999',
    'limit=1&limit=2',
    'limit[]=1',
    'limit[__proto__]=1',
    '__proto__=1',
  ];
  const strange = [
    'cursor=x',
    `cursor=${'e'.repeat(10_000)}`,
    'cursor=W10',
    'status=%00',
    'constructor=1',
    'a&a=%E0%A4%A',
    many,
  ];
  for (const query of [...queries, ...strange]) {
    const answer = await get(`/v1/runs?${query}`);
    expect({ query: query.slice(0, 40), status: answer.status }).toMatchObject({ status: 400 });
    expect((await answer.text()).length).toBeLessThan(400_000);
  }
  for (const query of ['scenario=%00', 'scenario=%ED%A0%80', `scenario=${"'".repeat(5_000)}`]) {
    expect({ query, isOurFault: (await get(`/v1/runs?${query}`)).status >= 500 }).toMatchObject({ isOurFault: false });
  }
  const wild = Buffer.from(JSON.stringify(['9999-99-99T00:00:00Z', crypto.randomUUID()])).toString('base64url');
  expect((await get(`/v1/runs?cursor=${wild}`)).status).toBe(400);
});

test('a Last-Event-ID that is none is refused, and one beyond the end hears nothing', async () => {
  const run = `/v1/runs/${crypto.randomUUID()}/events`;
  for (const last of ['-1', '1e9', '9'.repeat(30), "1' or 1=1", '0x10', '1, 2', '\u00e9']) {
    const answer = await get(run, { accept: 'text/event-stream', 'last-event-id': last });
    expect({ last, status: answer.status }).toEqual({ last, status: 400 });
  }
  expect((await get(run, { accept: 'text/event-stream', 'last-event-id': '999999999' })).status).toBe(404);
});

/** Opens connections that say half a head and then nothing; tells how many were open at once and when the last was closed. */
const crowd = `
  import { connect } from 'node:net';
  const [port, count] = process.argv.slice(1).map(Number);
  const began = performance.now();
  let open = 0, most = 0, closed = 0, started = 0;
  const done = () => {
    if (++closed < count) return;
    console.log(JSON.stringify({ most, seconds: (performance.now() - began) / 1000 }));
    process.exit();
  };
  const start = () => {
    if (started === count) return;
    started += 1;
    const socket = connect(port, '127.0.0.1', () => {
      most = Math.max(most, ++open);
      socket.write('GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nX-Slow: ');
      start();
    });
    socket.on('error', () => undefined).on('close', () => { open -= 1; done(); start(); }).resume();
  };
  for (let first = 0; first < 200; first++) start();
  setTimeout(() => { console.log(JSON.stringify({ most, closed, late: true })); process.exit(); }, 50_000);
`;

test.concurrent('ten thousand connections that say half a word and wait are let go in bounded time, and others are served meanwhile', async () => {
  const slow = runNode(['--input-type=module', '-e', crowd, String(server.port), '10000']);
  const beats: number[] = [];
  let isOver = false;
  slow.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    beats.push(await server.beat());
    await pause(100);
  }
  const told = JSON.parse((await slow).stdout) as { most: number; seconds: number };
  // The first are let go while the last still come.
  expect(told.most).toBeGreaterThan(5_000);
  expect(told.seconds).toBeLessThan(40);
  expect(Math.max(...beats)).toBeLessThan(5_000);
  expect(server.residentMB()).toBeLessThan(1_500);
});

// Beside the other, since each waits for ten seconds.
test.concurrent('where few files may be open, connections are turned away before the store goes without', async () => {
  const slow = await runNode(['--input-type=module', '-e', crowd, String(small.port), '200']);
  expect(JSON.parse(slow.stdout)).not.toHaveProperty('late');
  expect(await small.beat()).toBeLessThan(5_000);
  expect(await (await fetch(`${small.url}/readyz`)).json()).toMatchObject({ status: 'ready' });
});
