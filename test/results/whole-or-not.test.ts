import { appendFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResultError } from '../../src/errors.ts';
import { syncDirectory } from '../../src/results/files/sync-directory.ts';
import { inputsOnDisk } from '../../src/results/inputs/stored-inputs.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';

/** Everything below a directory, hidden or not. */
async function everything(directory: string): Promise<string[]> {
  return (await readdir(directory, { recursive: true })).sort();
}

async function issuesOf(attempt: Promise<unknown>): Promise<readonly (readonly [string, string])[]> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ResultError)) throw new Error('There is no ResultError.', { cause: error });
  return error.issues.map(({ code, problem }) => [code, problem]);
}

/** An answer whose second phase cannot be written: its first is on the disk by then. */
async function breakingAnswer(campus: string) {
  const loaded = await loadCampus(campus);
  const answer = madeUpAnswer(loaded);
  answer.schedule.phases[1]!.weatherYears[0]!.tiers[1]!.shedMW[7] = Number.NaN;
  return { loaded, answer };
}

test('a write that fails in the middle leaves nothing, not even the directories on the way', async () => {
  const campus = await freshDirectory();
  const { loaded, answer } = await breakingAnswer(campus);
  const before = await everything(campus);
  const sound = { ...answer, schedule: madeUpAnswer(loaded).schedule };
  const document = (await writeMadeUp(join(await freshDirectory(), 'out'), campus, { loaded, answer: sound })).document;
  const attempt = writeMadeUp(join(campus, 'a', 'b', 'out'), campus, { loaded, answer, document });
  await expect(attempt).rejects.toThrow('shedMW:a, b: c is NaN in hour 7');
  expect(await everything(campus)).toEqual(before);
});

test('a write that is broken off between two files leaves nothing', async () => {
  const campus = await freshDirectory();
  await loadCampus(campus);
  const before = await everything(campus);
  let asked = 0;
  const signal = new Proxy(new AbortController().signal, {
    get: (_, field) =>
      field === 'throwIfAborted'
        ? () => {
            if (asked++ === 6) throw new Error('stopped');
          }
        : undefined,
  });
  await expect(writeMadeUp(join(campus, 'out'), campus, { signal })).rejects.toThrow('stopped');
  expect(asked).toBe(7);
  expect(await everything(campus)).toEqual(before);
});

test('a write that fails leaves the result that stood there as it was', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  const { document } = await writeMadeUp(directory, campus);
  const before = await everything(campus);
  const text = await readFile(join(directory, 'result.json'));
  await expect(writeMadeUp(directory, campus, { ...(await breakingAnswer(campus)), document })).rejects.toThrow('NaN');
  expect(await everything(campus)).toEqual(before);
  expect(await readFile(join(directory, 'result.json'))).toEqual(text);
});

test('a result is replaced as a whole: nothing of the old one stays', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus, { scheduleFormat: 'csv' });
  await writeFile(join(directory, 'report.fr.pdf'), 'an older report');
  await writeMadeUp(directory, campus, { scheduleFormat: 'parquet', hasReport: true });
  expect(await everything(directory)).not.toContain('report.fr.pdf');
  expect((await readdir(join(directory, 'schedule'))).every((name) => name.endsWith('.parquet'))).toBe(true);
  expect(await readFile(join(directory, 'report.html'), 'utf8')).toContain('<!doctype html>');
  expect((await readdir(campus)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a directory may be empty or a link to one', async () => {
  const campus = await freshDirectory();
  await mkdir(join(campus, 'real'));
  await symlink(join(campus, 'real'), join(campus, 'link'));
  await writeMadeUp(join(campus, 'link'), campus);
  expect((await readResultDirectory(join(campus, 'real'))).document.status).toBe('optimal');
  expect((await readdir(campus, { withFileTypes: true })).find(({ name }) => name === 'link')!.isSymbolicLink()).toBe(
    true,
  );
});

test('whatever else stands at the place is refused and kept', async () => {
  const campus = await freshDirectory();
  await loadCampus(campus);
  const notes = join(campus, 'notes');
  await mkdir(notes);
  await writeFile(join(notes, 'diary.txt'), 'dear diary');
  const foreign = join(campus, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, 'result.json'), '[1, 2]');
  const file = join(campus, 'file');
  await writeFile(file, 'a file');
  const mixed = join(campus, 'mixed');
  await writeMadeUp(mixed, campus);
  await writeFile(join(mixed, 'thoughts.md'), 'of mine');
  const before = await everything(campus);
  const occupied = 'result.occupied';
  expect(await issuesOf(writeMadeUp(notes, campus))).toEqual([[occupied, 'holds diary.txt, which would be lost']]);
  expect(await issuesOf(writeMadeUp(mixed, campus))).toEqual([[occupied, 'holds thoughts.md, which would be lost']]);
  expect(await issuesOf(writeMadeUp(file, campus))).toEqual([[occupied, 'a file stands there']]);
  expect(await issuesOf(writeMadeUp(foreign, campus))).toEqual([
    [occupied, 'holds no result.json of ours, and what it holds would be lost'],
  ]);
  expect(await everything(campus)).toEqual(before);
});

test('inputs that changed or went since the scenario was read are all told, and nothing is written', async () => {
  const campus = await freshDirectory();
  const loaded = await loadCampus(campus);
  await appendFile(join(campus, 'load.csv'), '# later\n');
  const elsewhere = await freshDirectory();
  await mkdir(join(elsewhere, 'weather'));
  await writeFile(join(elsewhere, 'load.csv'), await readFile(join(campus, 'load.csv')));
  const answer = madeUpAnswer(loaded);
  const readInput = inputsOnDisk(elsewhere);
  const issues = await issuesOf(writeMadeUp(join(campus, 'out'), campus, { loaded, answer, readInput }));
  expect(issues.map(([code]) => code)).toEqual(['result.changed', 'result.unreadable', 'result.unreadable']);
  expect(await readdir(campus)).not.toContain('out');
});

test('a directory is forced to the disk, but for Windows, which does so by itself and refuses', async () => {
  const directory = await freshDirectory();
  await expect(syncDirectory(directory, 'linux')).resolves.toBeUndefined();
  await expect(syncDirectory(join(directory, 'none'), 'linux')).rejects.toThrow('ENOENT');
  await expect(syncDirectory(join(directory, 'none'), 'win32')).resolves.toBeUndefined();
});
