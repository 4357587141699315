import { expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { told } from '../cli/in-process.ts';
import { tinyCampus } from './campus.ts';
import { startClient, uploadYear } from './client.ts';
import { onceOn, openStorePlace } from './stores.ts';

test('a run that asks for more time than the operator allows is refused, and one that says nothing has what is allowed', async () => {
  const campus = await tinyCampus();
  await using place = await openStorePlace(onceOn);
  await using client = await startClient(place, 0, { longestSeconds: 90 });
  await uploadYear(client, campus);
  const asking = (timeLimitSeconds?: number) => ({ scenario: campus.scenario, options: { timeLimitSeconds } });
  const refusal = {
    status: 400,
    issues: [
      {
        code: 'request.out-of-range',
        problem: expect.stringContaining('90.5'),
        expected: expect.stringContaining('90'),
      },
    ],
  };
  const alone = await client.send('POST', '/v1/runs', asking(90.5));
  expect(await alone.json()).toMatchObject(refusal);
  const together = await client.send('POST', '/v1/batches', { runs: [asking(1), asking(90.5)] });
  expect(await together.json()).toMatchObject(refusal);
  for (const [asked, given] of [
    [90, 90],
    [undefined, 90],
    [7, 7],
  ] as const) {
    const run = (await (await client.send('POST', '/v1/runs', asking(asked))).json()) as RunDocument;
    expect(run.options.timeLimitSeconds).toBe(given);
  }
});

test.for(['0', '-1', '80001', 'an hour'])('--longest-run %s is refused', async (text) => {
  const { code, stderr } = await told(['serve', '--longest-run', text]);
  expect(code).toBe(64);
  expect(stderr).toContain('longest-run');
});
