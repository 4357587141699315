import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { holdsVerified, type Sweep, verifyResult } from '../../src/index.ts';
import { hourmatch, temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { writeTinyScenario } from './tiny-scenario.ts';

vi.setConfig({ testTimeout: 300_000 });

const sweepOf = async (directory: string) => JSON.parse(await readFile(join(directory, 'sweep.json'), 'utf8')) as Sweep;

test('a sweep that is killed keeps what was solved and goes on from there; what it writes is verified until it is altered', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [['kind: hourly, target: 1', 'kind: hourly, target: 0.9']]);
  const out = join(place.path, 'sweep');
  const words = ['sweep', scenario, '--vary', 'matching.target=0.8,0.5', '-o', out, '--jobs', '1'];
  const killed = await hourmatch(words, {
    onNote: (text, child) => {
      if (/^matching\.target 0\.5: optimal/m.test(text)) child.kill('SIGKILL');
    },
  });
  expect(killed.code).toBeNull();
  const half = await sweepOf(out);
  expect(half.complete).toBe(false);
  const kept = half.points.filter(({ answer }) => answer !== undefined);
  expect(kept).toHaveLength(1);
  const file = join(out, kept[0]!.place!, 'result.json');
  const before = await stat(file);

  const { code, stdout, stderr } = await told([...words, '--json']);
  expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('there already and verified') });
  expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  const sweep = await sweepOf(out);
  expect(JSON.parse(stdout)).toEqual(sweep);
  const costs = sweep.points.map(({ answer }) => answer!.objective!);
  expect(sweep.points.map(({ values }) => values)).toEqual([[0.5], [0.8]]);
  expect(costs.toSorted((a, b) => a - b)).toEqual(costs);
  expect((await readdir(out)).sort()).toEqual(['points', 'report.fr.html', 'report.html', 'sweep.csv', 'sweep.json']);
  expect((await readFile(join(out, 'sweep.csv'), 'utf8')).split('\n')[1]).toMatch(/^0\.5,optimal,\d/);

  const [point] = sweep.points;
  const { certificate } = JSON.parse(await readFile(join(out, point!.place!, 'result.json'), 'utf8'));
  const isGood = (gap: number) => holdsVerified(join(out, point!.place!), gap, verifyResult);
  expect(certificate.relativeGap).toBeGreaterThan(0);
  // Of a sweep that left values in bands, plans are no nearer than those needed: who asks for more has them solved again.
  expect([await isGood(certificate.relativeGap), await isGood(certificate.relativeGap / 2)]).toEqual([true, false]);

  const worth = join(place.path, 'values');
  const valued = await told(['values', join(out, sweep.points[1]!.place!), '-o', worth]);
  expect(valued).toMatchObject({ code: 0, stdout: expect.stringContaining('Both audits hold') });
  expect(await told(['verify', worth])).toMatchObject({ code: 0, stderr: '' });

  expect(await told(['verify', out])).toMatchObject({ code: 0, stderr: '' });
  await writeFile(
    join(out, 'sweep.json'),
    JSON.stringify({ ...sweep, vary: [{ path: 'matching.target', values: [1] }] }),
  );
  const doubted = await told(['verify', out, '--json']);
  expect(doubted.code).toBe(3);
});
