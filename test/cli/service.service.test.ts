import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuerOf } from '../../src/cli/issuer-options.ts';
import { openStorePlace, type StorePlace } from '../api/stores.ts';
import { hourmatch, type Surroundings } from './hourmatch.ts';
import { told } from './in-process.ts';

let server: StorePlace;
beforeAll(async () => {
  server = await openStorePlace('PostgreSQL', 'empty');
});
afterAll(() => server[Symbol.asyncDispose]());

/** An address of nobody, so that nothing ever listens where others reach it. */
const ELSEWHERE = '192.0.2.1';

const where = (words: readonly string[]) =>
  [[...words, '--data-dir', server.dataDirectory], { env: { DATABASE_URL: server.databaseUrl! } }] as const;
const onServer = (words: readonly string[]) => told(...where(words));
/** In a process of its own, for what ends by a signal. */
const untilTold = (words: readonly string[], more: Surroundings) => {
  const [all, { env }] = where(words);
  return hourmatch(all, { env, ...more });
};

test('elsewhere than on this machine a server listens only once there is a key, and says what to do', async () => {
  const serve = () => onServer(['serve', '--host', ELSEWHERE, '--port', '0', '--runs', '0']);
  const refused = await serve();
  expect(refused).toMatchObject({ code: 64, stdout: '' });
  expect(refused.stderr).toContain(`${ELSEWHERE} can be reached from elsewhere, and there is no key yet`);
  expect(refused.stderr).toContain('hourmatch keys create');

  const made = await onServer(['keys', 'create', '--name', 'ci', '--owner', 'acme', '--json']);
  const key = JSON.parse(made.stdout) as { id: string; secret: string };
  expect(key).toMatchObject({ owner: 'acme', scopes: ['run'], secret: expect.stringMatching(/^hourmatch_[\w-]{64}$/) });
  // The system refuses it now, no longer we.
  expect((await serve()).stderr).toContain('EADDRNOTAVAIL');

  const revoked = await onServer(['keys', 'revoke', key.id]);
  expect(revoked).toMatchObject({ code: 0, stdout: `Revoked ${key.id}, ci.\n` });
  expect((await onServer(['keys', 'revoke', key.id])).code).toBe(1);
  expect((await onServer(['keys', 'list'])).stdout).toMatch(
    /^[0-9a-f-]{36} {2}run {4}ci {2}\(owner acme, revoked .*\)\n$/,
  );
  expect((await serve()).stderr).toContain('there is no key yet');
});

test.for(['SIGTERM', 'SIGINT'] as const)('a server that %s tells to end does so with 0', async (signal) => {
  const { code, stderr } = await untilTold(['serve', '--port', '0'], {
    onAnswer: (text, child) => {
      if (text.includes('listens at http://127.0.0.1:')) child.kill(signal);
    },
  });
  expect(code).toBe(0);
  expect(stderr).toContain('Stopping: runs under way go back to the queue.');
});

test('a worker that is told to end does so with 0', async () => {
  const { code, stdout } = await untilTold(['worker'], {
    onAnswer: (text, child) => {
      if (text.includes('Waiting for runs.')) child.kill('SIGTERM');
    },
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'Waiting for runs.\n' });
});

test('a key in the place of its id is refused and not repeated', async () => {
  const secret = `hourmatch_${'k'.repeat(64)}`;
  const { code, stderr } = await told(['keys', 'revoke', secret]);
  expect(code).toBe(64);
  expect(stderr).toContain('not the key');
  expect(stderr).not.toContain(secret);
});

test.for([
  [{ issuer: 'https://login.example' }, /say with --audience or HOURMATCH_AUDIENCE/],
  [{ audience: 'mine' }, /An audience without an issuer/],
  [{ issuer: 'http://login.example', audience: 'mine' }, /https is needed/],
  [{ issuer: 'https://login.example', audience: 'mine', algorithms: 'HS256' }, /HS256 is not taken/],
  [{ issuer: 'https://login.example', audience: 'mine', algorithms: 'RS256,none' }, /none is not taken/],
] as const)('%s says not enough about whose tokens to trust', async ([flags, message]) => {
  await expect(issuerOf(flags)).rejects.toThrow(message);
});

test('an issuer is taken with its usual place of keys, and signatures that need its private key', async () => {
  expect(await issuerOf({ issuer: 'https://login.example/', audience: 'mine' })).toEqual({
    issuer: 'https://login.example/',
    audience: 'mine',
    jwksUrl: 'https://login.example/.well-known/jwks.json',
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  });
});
