import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { withBattery, writeTinyScenario } from './tiny-scenario.ts';

// Seconds on a machine of its own, more beside other work.
vi.setConfig({ testTimeout: 300_000 });

test('a plan of an export read by saved answers is solved, verified, written to out/<name> and summed up on stdout', async () => {
  await using place = await temporaryDirectory();
  // The wind of the tiny campus as a control room writes it, in MW of 100.
  const rows = Array.from({ length: 8760 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2005, 0, 1, hour + 1)).toISOString();
    return `${stamp.slice(8, 10)}/${stamp.slice(5, 7)}/${stamp.slice(0, 4)} ${stamp.slice(11, 16)};${hour % 24 >= 12 ? 60 : 10}`;
  });
  await writeFile(join(place.path, 'coast.csv'), `Date;P [MW]\n${rows.join('\n')}\n`);
  const answers = ['--column', 'P', '--capacity', '100', '--zone', 'UTC', '--label', 'end'];
  const words = ['profiles', 'import', 'coast.csv', '--as', 'wind', ...answers, '-o', 'native.csv'];
  const kept = await told([...words, '--save-reading', 'coast.yaml'], { cwd: place.path });
  expect(kept).toMatchObject({ code: 0, stderr: '' });
  const scenario = await writeTinyScenario(place.path, [
    ["{ file: 'year.csv', column: wind }", '{ file: coast.csv, reading: coast.yaml }'],
  ]);
  const { code, stdout, stderr } = await told(['optimise', scenario, '--no-baselines'], { cwd: place.path });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(stdout).toMatch(/^Tiny campus\nEvery hour of every phase is matched/);
  // At midnight only the wind blows, with a capacity factor of 0.1, against 10 MW · 0.8 · 1.25: 100 MW.
  expect(stdout).toMatch(/Coast +MW +100\.0/);
  expect(stderr).toMatch(/^plan: formulating, 0 of 1 solved/);
  expect(stderr).toMatch(/Written to out\/tiny-campus\.\n$/);
  for (const text of [stdout, stderr]) expect(text).not.toContain('\u001b');
  expect(widest(stdout)).toBeLessThanOrEqual(80);
  expect((await readdir(join(place.path, 'out/tiny-campus'))).sort()).toEqual([
    'inputs',
    'proof',
    'report.html',
    'result.json',
    'scenario.json',
    'schedule',
  ]);

  const verified = await told(['verify', 'out/tiny-campus'], { cwd: place.path });
  expect(verified).toMatchObject({ code: 0, stderr: '' });
  expect(verified.stdout).toMatch(/^Tiny campus: verified\.\n/);
  expect(widest(verified.stdout)).toBeLessThanOrEqual(80);

  await plantFault(join(place.path, 'out/tiny-campus/result.json'));
  const doubted = await told(['verify', 'out/tiny-campus', '--json'], { cwd: place.path });
  expect(doubted).toMatchObject({ code: 3, stderr: '' });
  expect(JSON.parse(doubted.stdout)).toMatchObject({
    verified: false,
    disagreements: expect.arrayContaining([expect.objectContaining({ where: 'cost.objective' })]),
  });
  expect((await told(['verify', 'out/tiny-campus'], { cwd: place.path })).stdout).toMatch(/NOT VERIFIED/);
});

test('baselines that cannot be solved are told and change no exit code', async () => {
  await using place = await temporaryDirectory();
  // 8 MW of arrivals on average with peaks of 20 MW, more than the 10 MW that stand: firm, they are infeasible.
  const scenario = await writeTinyScenario(place.path, [
    ['deadlineHours: 0 }', "deadlineHours: 24, arrivalProfile: { file: 'year.csv', column: peaks } }"],
    ['{ kind: hourly, target: 1, over: everyYear }', '{ kind: none }'],
  ]);
  const { code, stdout } = await told(['optimise', scenario, '--json'], { cwd: place.path });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'optimal',
    baselines: expect.arrayContaining([expect.objectContaining({ kind: 'inflexibleLoad', status: 'infeasible' })]),
  });
});

test('where no plan exists the exit code is 2 and the missing energy is told, with its hours', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [
    ['{ name: Coast, technology: wind, siteMaximumMW: 500,', '{ name: Coast, technology: wind, siteMaximumMW: 20,'],
  ]);
  const { code, stdout } = await told(['optimise', scenario, '--method', 'one-lp', '-o', 'out'], { cwd: place.path });
  expect(code).toBe(2);
  const verified = await told(['verify', 'out'], { cwd: place.path });
  expect(verified).toMatchObject({ code: 2, stdout: expect.stringContaining('no plan to verify.') });
  expect(verified.stdout).not.toContain('violations');
  expect(stdout).toMatch(/first, weather year 2005: [\d,.]+ MWh unmatched in [\d,]+ hours/);
  expect(stdout).toMatch(/2005-\d\d-\d\dT\d\d:00Z:? +8\.0 MWh/);
});

test('a dispatch runs what is committed and reaches the best score it can; --json prints the document that is also written', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [['technology: wind,', 'technology: wind, committedMW: 50,']]);
  const words = ['optimise', scenario, '--study', 'dispatch', '--json', '-o', 'result', '--schedule', 'csv'];
  const { code, stdout } = await told([...words, '--workers', '1'], { cwd: place.path });
  expect(code).toBe(0);
  const result = join(place.path, 'result');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(await readFile(join(result, 'result.json'), 'utf8')));
  expect(await readdir(join(result, 'schedule'))).toEqual(['first--2005.csv']);
  const [year] = JSON.parse(stdout).phases[0].weatherYears;
  // Half of the day 5 of 10 MW come from the wind, half of the day all: three quarters.
  // As near as the gap that answers are proven to, 1e-6.
  expect(year.cfeScore).toBeCloseTo(0.75, 6);
});

test('a time limit is an answer with exit code 2', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [withBattery]);
  const { code, stdout } = await told(['optimise', scenario, '--time-limit', '0.1', '--json'], {
    cwd: place.path,
  });
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'limit', phases: [] });
});

test('a solver that cannot take the task fails with exit code 4', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const words = ['optimise', scenario, '--solver', 'javascript-lp-solver', '--no-baselines'];
  const { code, stdout, stderr } = await told(words, { cwd: place.path });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatch(/The solver failed\. .*highs/);
  expect(await readdir(place.path)).not.toContain('out');
});

test('what is no result is not replaced, and that is said before solving', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const { code, stdout, stderr } = await told(['optimise', scenario, '-o', place.path]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/holds scenario\.yaml, year\.csv, which would be lost/);
  expect(stderr).not.toMatch(/solved/);
  expect((await stat(scenario)).isFile()).toBe(true);
});

test('flags about building make no sense for a dispatch', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const { code, stderr } = await told(['optimise', scenario, '--study', 'dispatch', '--together']);
  expect(code).toBe(64);
  expect(stderr).toMatch(/a dispatch builds nothing/);
});

async function plantFault(path: string): Promise<void> {
  const document = JSON.parse(await readFile(path, 'utf8'));
  document.cost.objective *= 0.9;
  await writeFile(path, JSON.stringify(document));
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].length));
}
