import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ResultError } from '../../src/errors.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { freshDirectory, writeMadeUp } from './campus.ts';

type Brief = readonly (string | undefined)[];

/** File, place and problem of every issue. */
async function faultsOf(directory: string): Promise<Brief[]> {
  try {
    await readResultDirectory(directory);
  } catch (error) {
    if (error instanceof ResultError) return error.issues.map(({ file, where, problem }) => [file, where, problem]);
    throw error;
  }
  return [];
}

/** Holds a sound result in each format. */
let sound: string;

beforeAll(async () => {
  sound = await mkdtemp(join(tmpdir(), 'hourmatch-sound-'));
  for (const scheduleFormat of ['csv', 'parquet'] as const) {
    await writeMadeUp(join(sound, scheduleFormat), sound, { scheduleFormat });
  }
});
afterAll(() => rm(sound, { recursive: true, force: true }));

async function madeUp(scheduleFormat: 'csv' | 'parquet' = 'csv'): Promise<string> {
  const directory = join(await freshDirectory(), 'out');
  await cp(join(sound, scheduleFormat), directory, { recursive: true });
  return directory;
}

async function change(directory: string, file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(directory, file), 'utf8');
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} does not hold ${from}.`);
  await writeFile(join(directory, file), changed);
}

const first = 'schedule/40-mw--2005.csv';

test('every file that is missing or damaged is told at once', async () => {
  const directory = await madeUp('parquet');
  await change(directory, 'result.json', '"study": "plan"', '"study": "guess"');
  await rm(join(directory, 'schedule/40-mw--2005.parquet'));
  await truncate(join(directory, 'schedule/2-x-40-mw--2005.parquet'), 1000);
  await truncate(join(directory, 'proof/2.bin'), 12);
  await rm(join(directory, 'inputs/1/profile.csv'));
  const files = (await faultsOf(directory)).map(([file]) => file);
  // The hours are judged by scenario and result, so while those are damaged they are not.
  expect(files).toEqual(['result.json', 'inputs/1/profile.csv', 'proof/2.bin']);
  const torn = await madeUp('parquet');
  await rm(join(torn, 'schedule/40-mw--2005.parquet'));
  await truncate(join(torn, 'schedule/2-x-40-mw--2005.parquet'), 1000);
  await truncate(join(torn, 'proof/2.bin'), 12);
  await truncate(join(torn, 'proof/4-1.bin'), 8);
  await rm(join(torn, 'proof/4-3.bin'));
  const faults = await faultsOf(torn);
  expect(faults.map(([file, , problem]) => [file, problem!.slice(0, 15)])).toEqual([
    ['proof/2.bin', '12 bytes'],
    ['proof/4-1.bin', '8 bytes'],
    ['proof/4-3.bin', 'the file is mis'],
    ['schedule/40-mw--2005.parquet', 'the file is mis'],
    ['schedule/2-x-40-mw--2005.parquet', 'cannot be read:'],
  ]);
});

test('a directory that is not there, or holds nothing, says so', async () => {
  const empty = await freshDirectory();
  expect((await faultsOf(join(empty, 'nowhere'))).map(([, , problem]) => problem)).toEqual([
    expect.stringContaining('ENOENT'),
  ]);
  expect(await faultsOf(empty)).toEqual([
    ['result.json', 'file', 'the file is missing'],
    ['scenario.json', 'file', 'the file is missing'],
  ]);
});

test('columns, stamps and numbers of the hours are judged one by one', async () => {
  const directory = await madeUp();
  const lines = (await readFile(join(directory, first), 'utf8')).split('\n');
  lines[0] = lines[0]!.replace('importMW', 'imports').replace('generationMW:constructor', 'loadMW');
  lines[3] = lines[3]!.replace('2005-01-01T02:00Z', '2005-01-01T02:00');
  lines[9] = lines[9]!.replace(/,[^,]*,/, ',1_000,');
  lines[10] = lines[10]!.replace(/,[^,]*,/, ',NaN,');
  lines.splice(-2, 1);
  await writeFile(join(directory, first), lines.join('\n'));
  expect(await faultsOf(directory)).toEqual([
    [first, 'rows', '8759 rows'],
    [first, 'generationMW:constructor', 'the column is missing'],
    [first, 'importMW', 'the column is missing'],
    [first, 'hour', 'row 3 is stamped "2005-01-01T02:00"'],
    [first, 'loadMW', '"1_000" at 2005-01-01T08:00Z, and 1 more'],
    [first, 'loadMW', 'the column stands twice'],
    [first, 'imports', 'the scenario knows no such column'],
  ]);
});

test('hours that stand there in two formats are refused: one of them would be believed', async () => {
  const directory = await madeUp();
  await writeFile(join(directory, first.replace('csv', 'parquet')), 'x');
  expect(await faultsOf(directory)).toEqual([
    ['schedule/40-mw--2005.parquet', 'file', 'stands there as Parquet and as CSV'],
  ]);
});

test('a changed copy of a profile is told, and so is a changed scenario', async () => {
  const directory = await madeUp();
  await change(directory, 'inputs/2/2005.csv', '2005-03-01T05:00Z,0.5', '2005-03-01T05:00Z,0.6');
  expect(await faultsOf(directory)).toEqual([
    ['inputs/2/2005.csv', 'file', 'not the weather/2005.csv that the result was made from'],
    ['result.json', 'scenario.contentHash', expect.stringContaining('is not the hash of the scenario beside it')],
  ]);
  const other = await madeUp();
  await change(other, 'scenario.json', '"pue": 1.25', '"pue": 1.2');
  expect((await faultsOf(other))[0]).toEqual([
    'scenario.json',
    'file',
    expect.stringContaining('asks for something else'),
  ]);
  const costs = await madeUp();
  await change(costs, 'inputs/technologies/dea.yaml', /value: \d/, 'value: 9');
  expect((await faultsOf(costs))[0]![0]).toBe('inputs/technologies/dea.yaml');
});

test('what is synthetic stays labelled so', async () => {
  const directory = await madeUp();
  await change(directory, 'result.json', '"synthetic": true', '"synthetic": false');
  expect(await faultsOf(directory)).toEqual([['result.json', 'synthetic', 'false, but the profiles say otherwise']]);
});

test('sizes of strangers and sizes that are missing are told', async () => {
  const directory = await madeUp();
  await change(directory, 'result.json', '"constructor": {', '"toString": {');
  expect(await faultsOf(directory)).toEqual([
    ['result.json', 'phases[0].renewables.toString', 'the scenario knows no such thing'],
    ['result.json', 'phases[0].renewables.constructor', 'its size is missing'],
  ]);
});

for (const path of [
  '../secret.csv',
  '/etc/hostname',
  'inputs/../../secret.csv',
  'inputs\\..\\x',
  'inputs//1/profile.csv',
]) {
  test(`a path such as ${path} is not followed`, async () => {
    const directory = await madeUp();
    await writeFile(join(directory, '../secret.csv'), 'secret');
    const asJson = JSON.stringify(path);
    await change(directory, 'scenario.json', '"storedAs": "inputs/1/profile.csv"', `"storedAs": ${asJson}`);
    await change(directory, 'scenario.json', '"file": "inputs/1/profile.csv"', `"file": ${asJson}`);
    const problems = (await faultsOf(directory)).map(([, , problem]) => problem);
    expect(problems).toEqual(['the path leads out of the result directory']);
  });
}

test('a reference that is not among the inputs is not opened', async () => {
  const directory = await madeUp();
  await writeFile(join(directory, '../secret.csv'), await readFile(join(directory, 'inputs/1/profile.csv')));
  await change(directory, 'scenario.json', '"file": "inputs/1/profile.csv"', '"file": "../secret.csv"');
  const problems = (await faultsOf(directory)).map(([, , problem]) => problem);
  expect(problems).toEqual(['../secret.csv is not among its inputs']);
});

test('another set of technology data is not opened by its name alone', async () => {
  const directory = await madeUp();
  await symlink('/dev/zero', join(directory, 'inputs/technologies/market-2025.yaml'));
  await change(directory, 'scenario.json', '"costSet": "dea"', '"costSet": "market-2025"');
  const problems = (await faultsOf(directory)).map(([, , problem]) => problem);
  expect(problems).toEqual(['inputs/technologies/market-2025.yaml is not among its inputs']);
});

test('links are not followed, neither of files nor of directories', async () => {
  const directory = await madeUp();
  const outside = join(directory, '..', 'outside');
  await mkdir(outside);
  for (const file of ['result.json', first]) {
    await rename(join(directory, file), join(outside, 'file'));
    await symlink(join(outside, 'file'), join(directory, file));
    expect((await faultsOf(directory))[0]).toEqual([file, 'file', 'a link stands on the way']);
    await rm(join(directory, file));
    await rename(join(outside, 'file'), join(directory, file));
  }
  await rename(join(directory, 'inputs'), join(outside, 'inputs'));
  await symlink(join(outside, 'inputs'), join(directory, 'inputs'));
  expect((await faultsOf(directory))[0]).toEqual(['inputs/1/profile.csv', 'file', 'a link stands on the way']);
});
