import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startClient, type Visitor, visitor } from './client.ts';
import { keyHolder, newKey } from './key-holders.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

const A_MINUTE = 20;
const HEAD_MILLISECONDS = 1_000;

let place: StorePlace;
let client: Client;
let port: number;

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  client = await startClient(place, 0, { requestsPerMinute: A_MINUTE, headMilliseconds: HEAD_MILLISECONDS });
  port = Number(new URL(client.url).port);
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

/** What comes back for bytes as they are, until the server ends the connection. */
async function raw(text: string): Promise<string> {
  const socket = await connected();
  socket.write(text);
  let answer = '';
  socket.on('data', (piece) => {
    answer += piece;
  });
  await once(socket, 'close');
  return answer;
}

async function connected(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const asked = (headers: readonly string[], start = 'GET /v1/runs') =>
  raw([`${start} HTTP/1.1`, 'connection: close', ...headers, '', ''].join('\r\n'));

test('without keys a page that gives its name our address, or sends a form from elsewhere, is refused', async () => {
  expect(await asked([`host: localhost:${port}`])).toMatch(/^HTTP\/1.1 200 /);
  expect(await asked([`host: [::1]:${port}`])).toMatch(/^HTTP\/1.1 200 /);
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', '']) {
    expect(await asked([`host: ${host}`])).toMatch(/^HTTP\/1.1 403 .*"access.foreign"/s);
  }
  const own = `host: 127.0.0.1:${port}`;
  expect(await asked([own, `origin: http://127.0.0.1:${port}`])).toMatch(/^HTTP\/1.1 200 /);
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
    const answer = await asked([own, `origin: ${origin}`, 'content-length: 0'], 'POST /v1/profiles');
    expect(answer).toMatch(/^HTTP\/1.1 403 .*"access.foreign"/s);
  }
});

test('no page of another site is let in: no CORS header is ever sent', async () => {
  const origin = 'https://elsewhere.example';
  for (const method of ['GET', 'OPTIONS']) {
    for (const path of ['/v1/runs', '/healthz', '/openapi.json', '/nowhere']) {
      const headers = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      };
      const answer = await client.send(method, path, undefined, headers);
      const told = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect({ method, path, told }).toEqual({ method, path, told: [] });
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      if (method === 'OPTIONS') expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  }
});

test('whoever sits at the machine is not counted, as long as there are no keys', async () => {
  const answers = await Promise.all(Array.from({ length: A_MINUTE + 5 }, () => client.get('/v1/runs')));
  expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
});

test('a sender whose head does not come to its end is dropped, and others are answered meanwhile', async () => {
  const began = performance.now();
  const slow = await Promise.all(Array.from({ length: 50 }, connected));
  for (const socket of slow) socket.write('GET /v1/runs HTTP/1.1\r\nhost: ');
  const ended = Promise.all(slow.map((socket) => once(socket.resume(), 'close')));
  expect((await client.get('/healthz')).status).toBe(200);
  await ended;
  expect(performance.now() - began).toBeLessThan(HEAD_MILLISECONDS + 8_000);
});

async function untilRefused(
  who: Visitor,
  path: string,
): Promise<{ readonly count: number; readonly answer: Response }> {
  for (let count = 1; ; count++) {
    const answer = await who.get(path);
    if (answer.status === 429 || count > 2 * A_MINUTE) return { count, answer };
    await answer.body?.cancel();
  }
}

test('with a key so many requests a minute are answered, also for what is not there, and another key has its own', async () => {
  const admin = visitor(client.url, (await newKey(client, 'admin', 'admin')).secret);
  const [one, two] = [await keyHolder(admin, 'one', 'read', 'acme'), await keyHolder(admin, 'two', 'read', 'acme')];
  const { count, answer } = await untilRefused(one, '/nowhere');
  expect(count).toBe(A_MINUTE + 1);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const seconds = Number(answer.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await answer.json()).toMatchObject({ status: 429, code: 'rate.exceeded', issues: [] });
  expect((await two.get('/v1/runs')).status).toBe(200);

  // Guessing is counted by address, and does not lock out whoever has a key.
  const guess = visitor(client.url, `hourmatch_${'A'.repeat(64)}`);
  expect((await untilRefused(guess, '/v1/runs')).count).toBe(A_MINUTE + 1);
  expect((await two.get('/v1/runs')).status).toBe(200);
});

test('the body of a request without a key is not read', async () => {
  const socket = await connected();
  const body = 30 * 2 ** 20;
  socket.write(
    `POST /v1/runs HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body}\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1.1 (401|429) /);
  socket.destroy();
});
