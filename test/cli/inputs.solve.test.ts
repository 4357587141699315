import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { writeTinyScenario } from './tiny-scenario.ts';

test('a valid scenario is told as it was understood, in 80 columns', async () => {
  await using place = await temporaryDirectory();
  const { code, stdout, stderr } = await told(['validate', await writeTinyScenario(place.path)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Tiny campus is a valid scenario in EUR/);
  expect(stdout).toMatch(/first: 2026–2027, 10 MW of IT capacity/);
  expect(stdout).toMatch(/Coast: wind, capacity factor 0\.35, 0 to 500 MW/);
  expect(stdout).toMatch(/Generated, not measured: year\.csv/);
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
});

test('every fault is told at once, with line and column, and the exit code is 1', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [
    ['discountRate: 0.05', 'discountRate: 7'],
    ['column: sun', 'column: moon'],
    ['utilisation: 0.8', 'utilization: 0.8'],
  ]);
  for (const command of [['validate'], ['optimise'], ['export', '--format', 'mps']]) {
    const [name = '', ...options] = command;
    const { code, stdout, stderr } = await told([name, scenario, ...options], { cwd: place.path });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^scenario\.yaml is not a valid scenario: \d problems/);
    expect(stderr).toMatch(/discountRate +3:15/);
    expect(stderr).toMatch(/Did you mean utilisation\?/);
    expect(stderr).toMatch(/moon/);
  }
  expect((await readdir(place.path)).sort()).toEqual(['scenario.yaml', 'year.csv']);
});

test('with --json the faults are data on stdout', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path, [['pue: 1.25', 'pue: 0.9']]);
  const { code, stdout } = await told(['validate', scenario, '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    error: { name: 'ScenarioError', exitCode: 1, issues: [{ where: 'load.pue', line: 8, column: 8 }] },
  });
  await writeTinyScenario(place.path);
  expect(JSON.parse((await told(['validate', scenario, '--json'])).stdout)).toMatchObject({
    valid: true,
    name: 'Tiny campus',
  });
});

test('what looks like a slip is asked about: in words with its place, as data, and on stderr before a programme is made', async () => {
  await using place = await temporaryDirectory();
  const battery = '{ name: Battery, technology: battery, durationHours: 4, committedMW: 20, committedMWh: 1000 }';
  const scenario = await writeTinyScenario(place.path, [['storages: []', `storages: [${battery}]`]]);
  const { code, stdout, stderr } = await told(['validate', scenario]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    '1 warning about scenario.yaml storages[0].committedMWh 14:99 1,000 MWh for 20 MW is 50 h',
  );
  expect(JSON.parse((await told(['validate', scenario, '--json'])).stdout)).toMatchObject({
    valid: true,
    warnings: [{ code: 'scenario.unlikely', where: 'storages[0].committedMWh', line: 14 }],
  });
  const written = await told(['export', scenario, '--format', 'mps', '-o', join(place.path, 'a.mps')]);
  expect(written.code).toBe(0);
  expect(written.stderr).toMatch(/^1 warning about scenario\.yaml/);
});

test('a file that is none, a directory and bytes that are no text are refused as input', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'bytes.yaml'), Uint8Array.of(0xff, 0xfe, 0, 1));
  for (const file of ['nowhere.yaml', '.', 'bytes.yaml']) {
    const { code, stdout } = await told(['validate', file], { cwd: place.path });
    expect({ file, code, stdout }).toEqual({ file, code: 1, stdout: '' });
  }
  for (const directory of ['nowhere', '.', 'bytes.yaml']) {
    const { code, stdout } = await told(['verify', directory], { cwd: place.path });
    expect({ directory, code, stdout }).toEqual({ directory, code: 1, stdout: '' });
  }
});

test('a programme goes to stdout or to a file, and an unknown phase is answered with the nearest', async () => {
  await using place = await temporaryDirectory();
  const scenario = await writeTinyScenario(place.path);
  const mps = await told(['export', scenario, '--format', 'mps']);
  expect(mps.code).toBe(0);
  expect(mps.stdout).toMatch(/\nNAME program FREE\nROWS\n/);
  expect(mps.stdout).toMatch(/\nENDATA\n$/);
  const file = join(place.path, 'first.lp');
  const lp = await told(['export', scenario, '--format', 'lp', '--phase', 'first', '-o', file]);
  expect(lp).toMatchObject({ code: 0, stdout: '' });
  expect(await readFile(file, 'utf8')).toMatch(/\nEnd\n$/);
  const folder = join(place.path, 'network');
  const pypsa = await told(['export', scenario, '--format', 'pypsa', '--strict', '-o', folder]);
  expect(pypsa).toMatchObject({ code: 0, stdout: '' });
  expect(await readFile(join(folder, 'generators.csv'), 'utf8')).toMatch(/^name,bus,.*\nCoast,renewables,/);
  expect((await told(['export', scenario, '--format', 'pypsa'])).code).toBe(64);
  const limited = await writeTinyScenario(place.path, [['kind: hourly', 'kind: annual']]);
  const refused = await told(['export', limited, '--format', 'pypsa', '--strict', '-o', join(place.path, 'none')]);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/matching\s+in PyPSA nothing has to be matched/);
  expect(await readdir(place.path)).not.toContain('none');
  const unknown = await told(['export', scenario, '--format', 'lp', '--phase', 'frist']);
  expect(unknown.code).toBe(64);
  expect(unknown.stderr).toMatch(/Did you mean "first"\?/);
});

test('init writes nothing where something stands', async () => {
  await using place = await temporaryDirectory();
  await mkdir(join(place.path, 'profiles'));
  await writeFile(join(place.path, 'scenario.yaml'), 'mine');
  const { code, stdout, stderr } = await told(['init', place.path]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/scenario\.yaml is already there; nothing is overwritten/);
  expect(await readFile(join(place.path, 'scenario.yaml'), 'utf8')).toBe('mine');
  expect(await readdir(join(place.path, 'profiles'))).toEqual([]);
});
