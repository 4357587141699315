import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStorePlace, type StorePlace } from '../api/stores.ts';
import { hourmatch, temporaryDirectory } from './hourmatch.ts';

let server: StorePlace;
beforeAll(async () => {
  server = await openStorePlace('PostgreSQL');
});
afterAll(() => server[Symbol.asyncDispose]());

test('a server without keys does not listen where others reach it, and says what to do', async () => {
  await using place = await temporaryDirectory();
  for (const host of ['0.0.0.0', '::']) {
    const { code, stdout, stderr } = await hourmatch([
      'serve',
      '--host',
      host,
      '--port',
      '0',
      '--data-dir',
      place.path,
    ]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(`${host} can be reached from elsewhere, and there is no key yet`);
    expect(stderr).toContain('hourmatch keys create');
  }
});

test.for(['SIGTERM', 'SIGINT'] as const)(
  'a server with a key listens elsewhere, and %s ends it with 0',
  async (signal) => {
    await using place = await temporaryDirectory();
    const data = ['--data-dir', place.path];
    const made = await hourmatch(['keys', 'create', '--name', 'mine', '--scopes', 'admin', ...data]);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^hourmatch_[\w-]{64}\n$/) });
    expect(made.stderr).not.toContain('hourmatch_');
    // Every address of this machine, but nobody is let in without the key.
    const { code, stdout, stderr } = await hourmatch(['serve', '--host', '0.0.0.0', '--port', '0', ...data], {
      onNote: (text, child) => {
        if (text.includes('Server listening')) child.kill(signal);
      },
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/listens at http:\/\/0\.0\.0\.0:\d+/) });
    expect(stderr).toContain('Stopping: runs under way go back to the queue.');
    const listed = await hourmatch(['keys', 'list', ...data]);
    expect(listed.stdout).toMatch(/^[0-9a-f-]{36} {2}admin {2}mine {2}\(owner .*last used never\)\n$/);
    expect(listed.stdout).not.toContain('hourmatch_');
  },
);

test('keys of a shared PostgreSQL are managed beside its servers, and a worker that is told to end ends with 0', async () => {
  const env = { DATABASE_URL: server.databaseUrl! };
  const data = ['--data-dir', server.dataDirectory];
  const made = await hourmatch(['keys', 'create', '--name', 'ci', '--owner', 'acme', '--json', ...data], { env });
  const key = JSON.parse(made.stdout) as { id: string; owner: string; secret: string };
  expect(key).toMatchObject({ owner: 'acme', scopes: ['run'], secret: expect.stringMatching(/^hourmatch_/) });
  const revoked = await hourmatch(['keys', 'revoke', key.id, ...data], { env });
  expect(revoked).toMatchObject({ code: 0, stdout: `Revoked ${key.id}, ci.\n` });
  expect((await hourmatch(['keys', 'revoke', key.id, ...data], { env })).code).toBe(1);
  const worker = await hourmatch(['worker', ...data], {
    env,
    onAnswer: (text, child) => {
      if (text.includes('Waiting for runs.')) child.kill('SIGTERM');
    },
  });
  expect(worker).toMatchObject({ code: 0, stdout: 'Waiting for runs.\n' });
});

test('a key in the place of its id is refused and not repeated', async () => {
  const secret = `hourmatch_${'k'.repeat(64)}`;
  const { code, stderr } = await hourmatch(['keys', 'revoke', secret]);
  expect(code).toBe(64);
  expect(stderr).toContain('not the key');
  expect(stderr).not.toContain(secret);
});

test.for([
  [['--issuer', 'https://login.example'], /say with --audience or HOURMATCH_AUDIENCE/],
  [['--audience', 'mine'], /An audience without an issuer/],
  [['--issuer', 'http://login.example', '--audience', 'mine'], /https is needed/],
  [['--issuer', 'https://login.example', '--audience', 'mine', '--algorithms', 'HS256'], /HS256 is not taken/],
  [['--issuer', 'https://login.example', '--audience', 'mine', '--algorithms', 'none'], /none is not taken/],
] as const)('%s says not enough about whose tokens to trust', async ([words, message]) => {
  const { code, stderr } = await hourmatch(['serve', '--port', '0', ...words]);
  expect(code).toBe(64);
  expect(stderr).toMatch(message);
});
