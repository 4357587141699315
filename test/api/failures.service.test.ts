import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeFailure } from '../../api/jobs/failures.ts';
import { SolveFailure } from '../../api/jobs/solving-threads.ts';
import { tinyCampus } from './campus.ts';
import { startClient, submit, UNSOLVED } from './client.ts';
import { onceOn, openStorePlace } from './stores.ts';

test('a run whose profile is gone from the disk fails with the reason, and the others are solved', async () => {
  await using place = await openStorePlace(onceOn);
  const campus = await tinyCampus();
  const waiting = await startClient(place, 0);
  const run = await submit(waiting, campus, { options: UNSOLVED });
  await waiting[Symbol.asyncDispose]();
  const profiles = join(place.dataDirectory, 'objects', 'profiles');
  expect(await readdir(profiles)).toHaveLength(1);
  await rm(profiles, { recursive: true });

  await using client = await startClient(place);
  const failed = await client.ended(run.id);
  expect(failed).toMatchObject({ status: 'failed', failure: { code: 'run.bad-input' } });
  expect(failed.failure?.message).toContain('profile:year cannot be read: there is no stored profile');
  const answer = await client.get(`${run.links.self}/result`);
  expect(await answer.json()).toMatchObject({ status: 409, code: 'run.no-result' });
  // The same bytes again put it right.
  const again = await submit(client, campus, { options: UNSOLVED });
  // A worker that waits may have it before it is answered.
  expect({ ...again, isUnderWay: ['queued', 'running'].includes(again.status) }).toMatchObject({
    isUnderWay: true,
    reused: false,
  });
  const { status, answer: found, links } = await client.ended(again.id);
  expect([status, found]).toEqual(['succeeded', 'limit']);
  // There is an answer, but no plan whose hours could be asked for.
  expect(Object.keys(links).sort()).toEqual(['events', 'report', 'result', 'scenario', 'self']);
  expect(await (await client.get(`${links.self}/schedule`)).json()).toMatchObject({ status: 409, code: 'run.no-plan' });
});

test('what another try may mend is tried again, and what it cannot is told at once', () => {
  const full = Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' });
  expect(judgeFailure(full)).toMatchObject({ code: 'run.not-stored', mayHelpToRetry: false });
  expect(judgeFailure(full).message).toBe(
    'The disk that files are written to is full. (no space left on device, write)',
  );
  for (const code of ['ENOTDIR', 'EEXIST', 'EFBIG']) {
    const refused = new SolveFailure('Error', `${code}: made by a test`, code);
    expect(judgeFailure(refused)).toMatchObject({ code: 'run.not-stored', mayHelpToRetry: false });
  }
  const onThread = new SolveFailure('Error', 'read-only file system, mkdir', 'EROFS');
  expect(judgeFailure(onThread)).toMatchObject({ code: 'run.not-stored', mayHelpToRetry: false });
  const unverified = new SolveFailure('VerificationError', 'the balance is broken');
  expect(judgeFailure(unverified)).toMatchObject({ code: 'run.not-verified', mayHelpToRetry: false });
  const died = new SolveFailure('ThreadEnded', 'the solving thread ended without an answer');
  expect(judgeFailure(died)).toMatchObject({ code: 'run.interrupted', mayHelpToRetry: true });
});
