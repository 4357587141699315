import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Campus, formOf, tinyCampus } from './campus.ts';
import { sendRaw, statusesIn } from './raw-request.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

const MB = 2 ** 20;
let place: StorePlace;
let server: ServerProcess;
let campus: Campus;

beforeAll(async () => {
  place = await openStorePlace(onceOn);
  server = await startServerProcess(place);
  campus = await tinyCampus();
  await upload({ file: campus.profile, name: 'year' });
});
afterEach(async () => {
  expect(await server.beat()).toBeLessThan(5_000);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const upload = (parts: Parameters<typeof formOf>[0]) =>
  fetch(`${server.url}/v1/profiles`, { method: 'POST', body: formOf(parts), signal: AbortSignal.timeout(40_000) });

async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
    signal: AbortSignal.timeout(20_000),
  });
  const problem = (await answer.json()) as { code: string; detail: string };
  return { status: answer.status, code: problem.code };
}

test('JSON that is broken, poisoned, endless in depth or not text is refused as malformed', async () => {
  const deep = (open: string, close: string, count: number) => `${open.repeat(count)}1${close.repeat(count)}`;
  const bodies = {
    cut: '{"scenario":',
    'no value': '{"scenario":}',
    'not one': '{}{}',
    empty: '',
    prototype: '{"scenario":{"__proto__":{"study":"plan"}}}',
    constructor: '{"scenario":{"constructor":{"prototype":{"a":1}}}}',
    'deep lists': deep('[', ']', 500_000),
    'deep objects': `{"scenario":${deep('{"a":', '}', 100_000)}}`,
    'never closed': '['.repeat(1_000_000),
  };
  for (const [name, body] of Object.entries(bodies)) {
    for (const path of ['/v1/runs', '/v1/scenarios', '/v1/batches']) {
      const answer = await post(path, body);
      expect({ name, path, ...answer }).toMatchObject({ status: 400, code: 'request.malformed' });
    }
  }
});

test('YAML that multiplies itself, nests, repeats, names types or is no number is refused with its place, in bounded time', async () => {
  const laughs = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at},*a${at},*a${at}]`);
  const refusal = async (path: string, body: string) => {
    const headers = { 'content-type': 'application/yaml' };
    return (await fetch(`${server.url}${path}`, { method: 'POST', headers, body })).json();
  };
  const bodies: readonly (readonly [string, object])[] = [
    [`a0: &a0 [x]\n${laughs.join('\n')}`, { where: 'a1[0]', line: 2 }],
    ['name: !!js/function "x"', { where: 'name', line: 1 }],
    ['name: a\nname: b', { where: 'name', line: 2, column: 1 }],
    ['name: {', { line: 1 }],
    ['discountRate: .inf', { where: 'discountRate' }],
    [`a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`, { line: 1 }],
    [`a: [${'1,'.repeat(60_000)}1]`, { code: 'scenario.too-large' }],
    ['', { problem: 'the file is empty' }],
  ];
  for (const [body, issue] of bodies) {
    const began = performance.now();
    const { issues, ...problem } = (await refusal('/v1/scenarios', body)) as { issues: object[] };
    expect(problem).toMatchObject({ status: 400, code: 'scenario.invalid' });
    expect(issues[0]).toMatchObject(issue);
    expect(performance.now() - began).toBeLessThan(20_000);
  }
  const polluted = await refusal('/v1/scenarios', '__proto__: { study: plan }');
  expect(polluted).toMatchObject({ status: 400, code: 'request.malformed' });
  // Refused when it is announced: whoever still sends when the connection is cut may lose the answer.
  const large = `POST /v1/scenarios HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\nContent-Length: ${3 * MB}\r\n\r\n`;
  const { text } = await sendRaw(server.port, [large]);
  expect(statusesIn(text)).toEqual([413]);
  expect(text).toContain('"code":"body.too-large"');
  for (const path of ['/v1/keys', '/v1/batches']) {
    expect(await refusal(path, 'name: x')).toMatchObject({ status: 415, code: 'body.unsupported' });
  }
  expect(await refusal('/v1/runs', 'name: x')).toMatchObject({ status: 400, code: 'request.invalid' });
});

test('brackets inside of strings are no depth', async () => {
  const description = `${'[{"'.repeat(500)}\\`;
  const answer = await post('/v1/scenarios/validate', JSON.stringify({ ...campus.scenario, description }));
  expect(answer.status).toBe(200);
});

test('what the store cannot hold is refused, never a fault of ours', async () => {
  for (const description of ['a\u0000b', 'half \ud800 pair']) {
    const answer = await post('/v1/scenarios', JSON.stringify({ ...campus.scenario, description }));
    expect({ description, ...answer }).toMatchObject({ status: 400 });
  }
  const far = JSON.stringify(campus.scenario).replace('"discountRate":0.05', '"discountRate":1e999');
  expect(await post('/v1/scenarios', far)).toMatchObject({ status: 400, code: 'scenario.invalid' });
});

test('a body of 100 MB is refused before it has come, announced or not, and costs next to no memory', async () => {
  await server.beat();
  const before = server.residentMB();
  const piece = Buffer.alloc(64 * 1024, 'x');
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  function* body(head: string, part: Buffer) {
    yield `POST /v1/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${head}\r\n\r\n`;
    for (let sent = 0; sent < 100 * MB; sent += piece.length) yield part;
  }
  const announced = () => sendRaw(server.port, body(`Content-Length: ${100 * MB}`, piece));
  const chunked = () => sendRaw(server.port, body('Transfer-Encoding: chunked', chunk));
  const answers = await Promise.all([announced, announced, announced, chunked, chunked, chunked].map((send) => send()));
  for (const { text, sent } of answers) {
    // Whoever still sends when the connection is cut may lose the answer, but has sent in vain.
    for (const status of statusesIn(text)) expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * MB);
  }
  expect(answers.flatMap(({ text }) => statusesIn(text)).length).toBeGreaterThan(0);
  expect(server.residentMB() - before).toBeLessThan(100);
});

test('compressed bodies are not unpacked', async () => {
  const { gzipSync } = await import('node:zlib');
  const bomb = gzipSync(Buffer.alloc(50 * MB, ' '));
  expect(await post('/v1/runs', bomb, { 'content-encoding': 'gzip' })).toEqual({
    status: 415,
    code: 'body.unsupported',
  });
});

test('forms of thousands of parts, of nothing, cut off or without an end are refused', async () => {
  const type = { 'content-type': 'multipart/form-data; boundary=b' };
  const part = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n';
  expect((await post('/v1/profiles', `${part.repeat(5_000)}--b--\r\n`, type)).status).toBe(413);
  const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2\r\n';
  for (const body of ['', '--b--\r\n', file, `${file}--b`, '--b\r\n\r\n\r\n--b--\r\n', part]) {
    const { status } = await post('/v1/profiles', body, type);
    expect({ body, status }).toMatchObject({ status: 400 });
  }
  const long = `--b\r\nContent-Disposition: form-data; name="${'n'.repeat(100_000)}"\r\n\r\n1\r\n--b--\r\n`;
  expect((await post('/v1/profiles', long, type)).status).toBe(400);
  expect((await post('/v1/profiles', part, { 'content-type': 'multipart/form-data' })).status).toBeLessThan(500);
});

test('files that only look like CSV are refused in bounded time, while others are served', async () => {
  const bombs = {
    'one line': Buffer.alloc(30 * MB, '1,'),
    'one cell': Buffer.alloc(30 * MB, 'x'),
    'nothing but ends of lines': Buffer.alloc(30 * MB, '\n'),
    'nothing but quotes': Buffer.alloc(30 * MB, '"'),
    'a head of a million columns': Buffer.from(`# hourmatch profile\ntime [UTC]${',a [relative]'.repeat(1_000_000)}\n`),
    bytes: Buffer.alloc(5 * MB, Buffer.from([0, 255, 254, 10])),
  };
  for (const [name, file] of Object.entries(bombs)) {
    const began = performance.now();
    const beats: number[] = [];
    let isEnded = false;
    const refused = upload({ file, name: 'bomb' }).finally(() => {
      isEnded = true;
    });
    while (!isEnded) {
      beats.push(await server.beat());
      await pause(20);
    }
    const { status } = await refused;
    expect({ name, status }).toEqual({ name, status: 422 });
    expect({ name, seconds: (performance.now() - began) / 1000 < 20 }).toEqual({ name, seconds: true });
    expect({ name, slowest: Math.max(...beats) < 5_000 }).toEqual({ name, slowest: true });
  }
  expect((await upload({ file: Buffer.alloc(33 * MB, 'x'), name: 'large' })).status).toBe(413);
  expect(server.residentMB()).toBeLessThan(1_500);
});
