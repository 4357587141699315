import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyCampus } from './campus.ts';
import { type Client, startClient, submit, UNSOLVED, visitor } from './client.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

const AUDIENCE = 'hourmatch-test';

let place: StorePlace;
let client: Client;
let issuer: Server;
let issuerUrl: string;
let fetched = 0;
let isIssuerAway = false;
let pair: GenerateKeyPairResult;

beforeAll(async () => {
  pair = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  issuer = createServer((_, answer) => {
    fetched += 1;
    if (isIssuerAway) answer.writeHead(500).end();
    else answer.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  issuerUrl = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  place = await openStorePlace(onceOn);
  client = await startClient(place, 0, {
    issuer: { issuer: issuerUrl, audience: AUDIENCE, jwksUrl: `${issuerUrl}/keys`, algorithms: ['ES256'] },
  });
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
  issuer.close();
});

const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600;
const good = (): JWTPayload => ({ iss: issuerUrl, aud: AUDIENCE, sub: 'ada', exp: inAnHour(), scope: 'hourmatch:run' });

const signed = (claims: JWTPayload, key: CryptoKey | Uint8Array = pair.privateKey, alg = 'ES256') =>
  new SignJWT(claims).setProtectedHeader({ alg, kid: 'one' }).sign(key);

async function told(token: string, method = 'GET', path = '/v1/runs', body?: object) {
  const answer = await visitor(client.url, token).send(method, path, body);
  const { code = 'fine', detail = '' } = (await answer.json()) as { code?: string; detail?: string };
  return { status: answer.status, code, detail };
}

test('while the issuer is away tokens are answered 503, and its keys are fetched when they are first needed', async () => {
  expect(fetched).toBe(0);
  isIssuerAway = true;
  expect(await told(await signed(good()))).toMatchObject({ status: 503, code: 'access.issuer-away' });
  isIssuerAway = false;
  expect(await told(await signed(good()))).toMatchObject({ status: 200 });
  expect(fetched).toBe(2);
  expect(await told(await signed(good()))).toMatchObject({ status: 200 });
  expect(fetched).toBe(2);
});

test('an issuer closes the server to those without a token', async () => {
  expect((await client.get('/v1/runs')).status).toBe(401);
});

test('a token is refused for another audience or issuer, too late, without an end, a name or a good signature', async () => {
  const { exp: _, ...endless } = good();
  const { sub: __, ...nameless } = good();
  const stranger = await generateKeyPair('ES256');
  const past = Math.floor(Date.now() / 1000) - 60;
  const unsigned = (await signed(good())).split('.');
  const none = [Buffer.from('{"alg":"none"}').toString('base64url'), unsigned[1], ''].join('.');
  const jwk = Buffer.from(JSON.stringify(await exportJWK(pair.publicKey)));
  const bad: Record<string, string> = {
    '"aud" claim': await signed({ ...good(), aud: 'another' }),
    '"iss" claim': await signed({ ...good(), iss: 'http://elsewhere' }),
    '"exp" claim timestamp': await signed({ ...good(), exp: past }),
    '"nbf" claim': await signed({ ...good(), nbf: inAnHour() }),
    'missing required "exp"': await signed(endless),
    'missing required "sub"': await signed(nameless),
    'signature verification failed': await signed(good(), stranger.privateKey),
    '"alg" (Algorithm)': await signed(good(), jwk, 'HS256'),
    'must name somebody': await signed({ ...good(), sub: 'x'.repeat(201) }),
  };
  for (const [reason, token] of Object.entries(bad)) {
    expect(await told(token)).toMatchObject({
      status: 401,
      code: 'access.unknown',
      detail: expect.stringContaining(reason),
    });
  }
  for (const token of [none, `${unsigned[0]}.${unsigned[1]}.`, 'a.b.c', 'eyJ'])
    expect((await told(token)).status).toBe(401);
});

test('the scopes of a token are those it says, as a text or a list, and no others', async () => {
  const validate = async (claims: JWTPayload) =>
    (await told(await signed(claims), 'POST', '/v1/scenarios/validate', {})).status;
  const { scope: _, ...scopeless } = good();
  expect(await validate(good())).toBe(200);
  expect(await validate({ ...scopeless, scp: ['hourmatch:run', 'other:admin'] })).toBe(200);
  expect(await validate({ ...scopeless, scope: 'openid hourmatch:read' })).toBe(403);
  expect((await told(await signed(scopeless))).code).toBe('access.scope');
  expect((await told(await signed({ ...scopeless, scope: 'other:admin constructor' }))).status).toBe(403);
});

test('each subject is an owner by itself', async () => {
  const [ada, ben] = [await signed(good()), await signed({ ...good(), sub: 'ben' })];
  const csv = await tinyCampus();
  expect((await visitor(client.url, ada).upload({ file: csv.profile, name: 'year' })).status).toBe(201);
  expect((await told(ada, 'GET', '/v1/profiles/year')).status).toBe(200);
  expect((await told(ben, 'GET', '/v1/profiles/year')).status).toBe(404);
});

test('a token opens a session of its owner, no longer than itself; events that are listened to end with the session', async () => {
  const token = await signed(good());
  const run = await submit(visitor(client.url, token), await tinyCampus(), { options: UNSOLVED });
  const own = { 'sec-fetch-site': 'same-origin' };
  const signIn = async (secret: string) => {
    const { status, headers } = await visitor(client.url, secret).send('POST', '/v1/session');
    expect(status).toBe(204);
    return { ...own, cookie: headers.get('set-cookie')!.split(';')[0]! };
  };
  const listen = (headers: Record<string, string>) =>
    client.get(run.links.events, { ...headers, accept: 'text/event-stream' });

  const ada = await signIn(token);
  expect(await (await client.get('/v1/session', ada)).json()).toEqual({
    kind: 'session',
    owner: 'token:ada',
    scopes: ['run'],
  });
  const inThreeSeconds = Math.floor(Date.now() / 1000) + 3;
  const brief = await signIn(await signed({ ...good(), exp: inThreeSeconds }));
  // Nobody works here, so nothing is told and nothing else ends them.
  const [heard, heardBriefly] = [await listen(ada), await listen(brief)];
  expect(Date.now()).toBeLessThan((inThreeSeconds + 12) * 1000);
  expect((await client.send('DELETE', '/v1/session', undefined, ada)).status).toBe(204);
  for (const stream of [heard, heardBriefly]) expect(await stream.text()).not.toContain('event: done');
  expect(Date.now()).toBeGreaterThan(inThreeSeconds * 1000);
  for (const session of [ada, brief]) expect((await listen(session)).status).toBe(401);
  expect((await told(token, 'GET', run.links.self)).status).toBe(200);
});
