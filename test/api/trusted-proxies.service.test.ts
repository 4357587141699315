import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeyManager } from '../../api/access/key-manager.ts';
import { trustedProxiesOf } from '../../api/access/trusted-proxies.ts';
import type { ServerOptions } from '../../api/server.ts';
import { told } from '../cli/in-process.ts';
import { startClient, type Visitor, visitor } from './client.ts';
import { sendRaw, statusesIn } from './raw-request.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

const A_MINUTE = 5;

let empty: StorePlace;
let place: StorePlace;
let secret: string;

beforeAll(async () => {
  empty = await openStorePlace(onceOn);
  place = await openStorePlace(onceOn);
  await using manager = await openKeyManager(place, { mayMakeStore: true });
  secret = (await manager.make({ name: 'admin', scopes: ['admin'] })).secret;
});
afterAll(async () => {
  await empty[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

async function startLogging(proxies: string | undefined) {
  const lines: string[] = [];
  const more: Partial<ServerOptions> = {
    requestsPerMinute: A_MINUTE,
    logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } },
    ...(proxies === undefined ? {} : { proxies: trustedProxiesOf(proxies) }),
  };
  const client = await startClient(place, 0, more);
  const requests = () =>
    lines.flatMap((line) => (JSON.parse(line) as { req?: { remoteAddress: string; host: string } }).req ?? []);
  return { client, requests, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

const guess = (client: Visitor, chain: string) =>
  visitor(client.url, `hourmatch_${'A'.repeat(64)}`).get('/v1/runs', {
    'x-forwarded-for': chain,
    'x-forwarded-host': 'plans.example',
  });
const guesses = async (client: Visitor, chains: readonly string[]) => {
  const statuses = [];
  for (const chain of chains) statuses.push((await guess(client, chain)).status);
  return statuses;
};
const strangers = Array.from({ length: A_MINUTE + 1 }, (_, index) => `198.51.100.${index}`);

test('nobody is believed who was not named: forged addresses neither get round the limit nor into the log', async () => {
  for (const proxies of [undefined, '10.0.0.0/8']) {
    await using logging = await startLogging(proxies);
    const { client, requests } = logging;
    const statuses = await guesses(client, strangers);
    expect(statuses).toEqual([...Array.from({ length: A_MINUTE }, () => 401), 429]);
    const { host } = new URL(client.url);
    expect(requests()).toEqual(strangers.map(() => expect.objectContaining({ remoteAddress: '127.0.0.1', host })));
  }
});

test('behind a proxy that was named each client has its own limit, and the log has its address', async () => {
  await using logging = await startLogging('127.0.0.1, 10.0.3.0/24');
  const { client, requests } = logging;
  expect(await guesses(client, strangers)).toEqual(strangers.map(() => 401));
  expect(requests().map(({ remoteAddress, host }) => [remoteAddress, host])).toEqual(
    strangers.map((address) => [address, 'plans.example']),
  );
  // What the client wrote itself stands before what the proxies added.
  const forged = strangers.map((address) => `${address}, 203.0.113.7, 10.0.3.5`);
  expect((await guesses(client, forged)).at(-1)).toBe(429);
  expect(requests().at(-1)).toMatchObject({ remoteAddress: '203.0.113.7' });
  // What is no address is the proxy's own fault.
  await guess(client, '<script>');
  expect(requests().at(-1)).toMatchObject({ remoteAddress: '127.0.0.1' });
});

const forgeries: readonly Record<string, string>[] = [
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-for': '203.0.113.7, 127.0.0.1' },
  { forwarded: 'for=127.0.0.1;host=localhost' },
  { 'x-real-ip': '127.0.0.1' },
  { 'x-forwarded-host': 'localhost' },
  { 'x-forwarded-proto': 'http' },
  { 'x-client-ip': '::1' },
  { 'true-client-ip': '127.0.0.1' },
  { via: '1.1 proxy' },
];

test('a server without keys is closed to whatever came through a proxy, whoever it says that asks', async () => {
  await using client = await startClient(empty, 0);
  expect((await client.get('/v1/runs')).status).toBe(200);
  for (const headers of forgeries) {
    const answer = await client.get('/v1/runs', headers);
    const { code } = (await answer.json()) as { code: string };
    expect({ headers, status: answer.status, code }).toEqual({ headers, status: 403, code: 'access.foreign' });
  }
});

test('a server behind a proxy is never open: without a key it does not start, and its metrics need one', async () => {
  const proxies = trustedProxiesOf('127.0.0.1,::1');
  await expect(startClient(empty, 0, { proxies })).rejects.toThrow(/behind a proxy can be reached.*no key yet/s);
  await using client = await startClient(place, 0, { proxies });
  // A proxy that tells nothing of its clients is still a proxy.
  for (const headers of [{}, ...forgeries]) {
    expect({ headers, status: (await client.get('/metrics', headers)).status }).toEqual({ headers, status: 401 });
    expect({ headers, status: (await client.get('/v1/runs', headers)).status }).toEqual({ headers, status: 401 });
  }
  expect((await visitor(client.url, secret).get('/metrics')).status).toBe(200);
});

test('with a proxy elsewhere the machine itself still sees the metrics, and nobody who only says to be here', async () => {
  await using client = await startClient(place, 0, { proxies: trustedProxiesOf('10.0.0.0/8') });
  expect((await client.get('/metrics')).status).toBe(200);
  for (const headers of forgeries) expect((await client.get('/metrics', headers)).status).toBe(401);
  for (const host of ['plans.example', 'localhost.plans.example', '127.0.0.1@plans.example']) {
    const head = `GET /metrics HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
    const { text } = await sendRaw(Number(new URL(client.url).port), [head]);
    expect({ host, statuses: statusesIn(text) }).toEqual({ host, statuses: [401] });
  }
});

test('who would trust everybody is refused and told why, also from the environment', async () => {
  const everybody = ['*', 'true', '1', '0.0.0.0/0', '::/0', '0.0.0.0/1,128.0.0.0/1', '::/32', '::ffff:0:0/96'];
  for (const list of [...everybody, 'localhost', '10.0.0.1/33', 'fe80::1%eth0', '127.0.0.1,', '']) {
    expect(() => trustedProxiesOf(list), list).toThrow(/name the addresses of your proxies only/);
  }
  const words = ['serve', '--port', '0', '--data-dir', empty.dataDirectory];
  const byOption = await told([...words, '--trust-proxy', '*,0.0.0.0/0']);
  const byEnvironment = await told(words, { env: { HOURMATCH_TRUST_PROXY: '*,0.0.0.0/0' } });
  for (const { code, stderr } of [byOption, byEnvironment]) {
    expect(code).toBe(64);
    expect(stderr).toContain('"*" is no address');
    expect(stderr).toContain('0.0.0.0/0 is too wide');
  }
});

test('a named proxy is known by its address however the system writes it, and by no other', () => {
  const trusts = trustedProxiesOf('127.0.0.1, 10.0.3.0/24,2001:db8::/32');
  const known = ['127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '10.0.3.9', '2001:db8::1'];
  const others = ['10.0.4.1', '2001:db9::1', '::1', 'localhost', '127.0.0.1, 10.0.3.9', '', undefined];
  expect(known.filter((address) => !trusts(address))).toEqual([]);
  expect(others.filter((address) => trusts(address))).toEqual([]);
});
