import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isComplete } from '../../src/results/document/claimed-document.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import type { Answer, Proven } from '../../src/studies/answer.ts';
import { example, freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';

const formats = ['parquet', 'csv'] as const;

/** Every array of an answer in order, as bits: NaN, −0 and the last digit count. */
function bitsOf(value: unknown): string[] {
  if (value instanceof Float64Array)
    return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(bitsOf);
}

/** One more column, for the tier whose work and power are apart. */
const apart = example.replace('deadlineHours: 1 }', 'deadlineHours: 1, throughput: {} }');

for (const scheduleFormat of formats) {
  test(`a result reads back from ${scheduleFormat} bit by bit`, async () => {
    const campus = await freshDirectory();
    const directory = join(campus, 'out');
    const asked = await loadCampus(campus, apart);
    const { document, loaded, answer } = await writeMadeUp(directory, campus, { scheduleFormat, loaded: asked });
    const back = await readResultDirectory(directory);
    const { schedule, buildOut, proofs } = answer as Proven;
    expect(back.schedule).toEqual(schedule);
    // Per phase: load, 2 generations, 3 of the storage, 3 of each tier and 1 of one, import, export, price.
    expect(bitsOf(schedule)).toHaveLength(2 * (1 + 2 + 3 + 2 * 3 + 1 + 3));
    expect(bitsOf(back.schedule)).toEqual(bitsOf(schedule));
    expect(back.buildOut).toEqual(buildOut);
    expect(back.proofs).toEqual(proofs);
    expect(bitsOf(back.proofs)).toEqual(bitsOf(proofs));
    expect(back.document).toEqual(document);
    expect(isComplete(back.document)).toBe(true);
    expect(back.loaded.contentHash).toBe(loaded.contentHash);
    expect(back.loaded.scenario).toEqual(loaded.scenario);
  });
}

test('sizes under names such as __proto__ survive the way through JSON', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  const { answer } = await writeMadeUp(directory, campus);
  const { document } = await readResultDirectory(directory);
  const [first] = (answer as Proven).schedule.phases;
  expect(Object.entries(document.phases[0]!.renewables)).toEqual(
    first!.capacities.renewables.map(({ name, capacityMW }) => [name, expect.objectContaining({ capacityMW })]),
  );
  expect(Object.keys(document.phases[0]!.storages)).toEqual(['toString']);
});

test('the directory holds what is needed and names the inputs as the user did', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus);
  const files = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(directory.length + 1));
  expect(files.sort()).toEqual([
    'inputs/1/profile.csv',
    'inputs/2/2005.csv',
    'inputs/3/profile.csv',
    'inputs/technologies/dea.yaml',
    'proof/1.bin',
    'proof/2.bin',
    'proof/3.bin',
    'proof/4-1.bin',
    'proof/4-2.bin',
    'proof/4-3.bin',
    'proof/4.bin',
    'proof/proof.json',
    'result.json',
    'scenario.json',
    'schedule/2-x-40-mw--2005.parquet',
    'schedule/40-mw--2005.parquet',
  ]);
  const { inputs } = await readResultDirectory(directory);
  expect(inputs.map(({ file, storedAs }) => [file, storedAs])).toEqual([
    ['load.csv', 'inputs/1/profile.csv'],
    ['weather/2005.csv', 'inputs/2/2005.csv'],
    ['weather/2005.csv', 'inputs/3/profile.csv'],
    ['dea.yaml', 'inputs/technologies/dea.yaml'],
  ]);
  expect(await readFile(join(directory, 'inputs/2/2005.csv'))).toEqual(
    await readFile(join(campus, 'weather/2005.csv')),
  );
});

test('a result that is read can be written again', async () => {
  const campus = await freshDirectory();
  const [once, twice] = [join(campus, 'once'), join(campus, 'twice')];
  const { answer } = await writeMadeUp(once, campus);
  const { loaded } = await readResultDirectory(once);
  const readInput = ({ file, kind }: { file: string; kind: string }) =>
    readFile(join(once, kind === 'technologies' ? `inputs/technologies/${file}` : file));
  await writeMadeUp(twice, campus, { loaded, answer, readInput });
  const back = await readResultDirectory(twice);
  expect(back.loaded.contentHash).toBe(loaded.contentHash);
  expect(bitsOf(back.schedule)).toEqual(bitsOf((answer as Proven).schedule));
});

test('what has no schedule has no hours to write', async () => {
  const campus = await freshDirectory();
  const loaded = await loadCampus(campus);
  const { solver } = madeUpAnswer(loaded);
  const hours = Array.from({ length: 30 }, (_, at) => ({ hour: 24 + at, unmatchedMWh: 30 - at }));
  const shortage = { phase: '40 MW', weatherYear: '2005', unmatchedMWh: 465, loadMWh: 465, permittedMWh: 0, hours };
  const answer: Answer = { status: 'infeasible', shortages: [shortage], solver };
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus, { loaded, answer });
  const { document, schedule, proofs } = await readResultDirectory(directory);
  expect([schedule, proofs]).toEqual([undefined, undefined]);
  expect(document.shortages![0]).toMatchObject({ phase: '40 MW', unmatchedHours: 30, unmatchedMWh: 465 });
  expect(document.shortages![0]!.worstHours).toHaveLength(20);
  expect(document.shortages![0]!.worstHours[0]).toEqual({ hour: 24, stamp: '2005-01-02T00:00Z', unmatchedMWh: 30 });
});

test('a name too long for a file system still makes files that can be told apart', async () => {
  const campus = await freshDirectory();
  const long = '𠀀'.repeat(79);
  const text = example.replace('name: 40 MW', `name: ${long}一`).replace('name: 2 x 40 MW', `name: ${long}二`);
  const directory = join(campus, 'out');
  const { answer } = await writeMadeUp(directory, campus, { loaded: await loadCampus(campus, text) });
  const { schedule } = await readResultDirectory(directory);
  expect(bitsOf(schedule)).toEqual(bitsOf((answer as Proven).schedule));
});
