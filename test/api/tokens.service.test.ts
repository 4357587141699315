import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startClient, visitor } from './client.ts';
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
  const csv = await import('./campus.ts').then(({ tinyCampus }) => tinyCampus());
  expect((await visitor(client.url, ada).upload({ file: csv.profile, name: 'year' })).status).toBe(201);
  expect((await told(ada, 'GET', '/v1/profiles/year')).status).toBe(200);
  expect((await told(ben, 'GET', '/v1/profiles/year')).status).toBe(404);
});
