import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

// Seconds on a machine of its own, more beside other work.
vi.setConfig({ testTimeout: 300_000 });

/** Solves without twins into a directory; gives what stands in its result.json. */
async function solved(cwd: string, scenario: string, directory: string, ...words: readonly string[]) {
  const { code, stderr } = await told(['optimise', scenario, '--no-baselines', '-o', directory, ...words], {
    cwd,
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return JSON.parse(await readFile(join(cwd, directory, 'result.json'), 'utf8'));
}

test('both methods find the same cost, say which they are, and are proven', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const whole = await solved(place.path, scenario, 'whole', '--method', 'one-lp');
  const parts = await solved(place.path, scenario, 'parts', '--method', 'decomposed');
  expect(whole.solver).toMatchObject({ name: 'highs', method: 'one-lp' });
  expect(parts.solver).toMatchObject({ name: 'interior-point', method: 'decomposed' });
  expect(parts.cost.objective / whole.cost.objective - 1).toBeLessThan(1e-6);
  expect(whole.cost.objective / parts.cost.objective - 1).toBeLessThan(1e-6);
  for (const { certificate } of [whole, parts]) {
    expect(certificate).toMatchObject({ verified: true });
    expect(certificate).not.toHaveProperty('requiredGap');
    expect(certificate.relativeGap).toBeLessThan(1e-6);
  }
});

test('a gap that was asked for is recorded, and the result is verified by it', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [withBattery]);
  const { certificate, solver } = await solved(place.path, scenario, 'result', '--gap', '1e-4');
  expect(solver).toMatchObject({ method: 'decomposed' });
  expect(certificate).toMatchObject({ verified: true, requiredGap: 1e-4 });
  // Closed as far as was asked for, and hardly further: otherwise the gap would have been asked for in vain.
  expect(certificate.relativeGap).toBeLessThan(1e-4);
  expect(certificate.relativeGap).toBeGreaterThan(1e-6);
  expect(await told(['verify', 'result'], { cwd: place.path })).toMatchObject({ code: 0, stderr: '' });
});

test.for([
  [['--gap', '2'], /share of the cost from 1e-9 to below 1/],
  [['--gap', '0'], /share of the cost from 1e-9 to below 1/],
  [['--gap', '1e-10'], /share of the cost from 1e-9 to below 1/],
  [['--gap', '-1e-4'], /share of the cost from 1e-9 to below 1/],
  [['--gap', 'x'], /share of the cost from 1e-9 to below 1/],
  [['--method', 'simplex'], /Allowed choices are auto, one-lp, decomposed/],
] as const)('%s is not understood', async ([words, message]) => {
  const { code, stdout, stderr } = await told(['optimise', 'x.yaml', ...words]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(message);
});

test('a solver of whole programmes is not asked for parts', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const words = ['optimise', scenario, '--method', 'decomposed', '--solver', 'highs'];
  const { code, stdout, stderr } = await told(words, { cwd: place.path });
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/--solver highs solves a programme as a whole/);
  expect(await readdir(place.path)).not.toContain('out');
});

test('the help names both options with what they take', async () => {
  const { code, stdout } = await told(['optimise', '--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/--method <method>[\s\S]*?"auto", "one-lp",\s+"decomposed", default: "auto"/);
  expect(stdout).toMatch(/--gap <share>[\s\S]*default: 1e-6/);
});
