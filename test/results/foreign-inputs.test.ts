import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResultError } from '../../src/errors.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { opsdCsv } from '../fixtures/foreign-files.ts';
import { reportHtml } from '../report/page-of.ts';
import { example, freshDirectory, loadCampus, writeMadeUp } from './campus.ts';

const text = example.replace(
  '{ file: weather/2005.csv, column: sun }',
  '{ file: opsd.csv, column: MA_solar_profile, fill: "linear:3h" }',
);

async function writeForeign() {
  const campus = await freshDirectory();
  await writeFile(
    join(campus, 'opsd.csv'),
    opsdCsv([2005], (_, hour) => (hour === 100 || hour === 101 ? '' : 0.25)),
  );
  const loaded = await loadCampus(campus, text);
  const directory = join(campus, 'out');
  return { directory, ...(await writeMadeUp(directory, campus, { loaded })) };
}

test('a result keeps how its foreign files were understood, and reads back the same series', async () => {
  const { directory, loaded } = await writeForeign();
  const back = await readResultDirectory(directory);
  expect(back.loaded.scenario).toEqual(loaded.scenario);
  expect(back.loaded.contentHash).toBe(loaded.contentHash);
  const input = back.inputs.find(({ file }) => file === 'opsd.csv')!;
  expect(input.format).toBe('opsd');
  expect(input.readings).toEqual(loaded.inputs.find(({ file }) => file === 'opsd.csv')!.readings);
  expect(input.readings![0]!.columns[0]!.filled).toEqual([
    { column: 'MA_solar_profile', method: 'linear', first: '2005-01-05T04:00Z', hours: 2 },
  ]);
});

test.each([
  ['fewer filled hours', (stored: string) => stored.replace(/"hours":\s*2\b/, '"hours": 1')],
  ['another format', (stored: string) => stored.replace(/"format":\s*"opsd"/, '"format": "native"')],
  ['synthetic series', (stored: string) => stored.replace(/("file":\s*"opsd.csv"[^}]*"synthetic":\s*)false/, '$1true')],
])('a result that claims %s is not believed', async (_, tamper) => {
  const { directory } = await writeForeign();
  const path = join(directory, 'scenario.json');
  const stored = await readFile(path, 'utf8');
  const changed = tamper(stored);
  expect(changed).not.toBe(stored);
  await writeFile(path, changed);
  const error = await readResultDirectory(directory).catch((reason: unknown) => reason);
  if (!(error instanceof ResultError)) throw new Error('accepted');
  expect(error.issues).toMatchObject([{ code: 'result.changed', file: 'scenario.json' }]);
  expect(error.issues[0]!.problem).toContain('opsd.csv');
});

test('the report shows the format, each transformation and the number of hours filled in', async () => {
  const { document, loaded, answer } = await writeForeign();
  if (answer.status !== 'optimal') throw new Error('made up');
  const { scenario, document: asked, provenance, inputs } = loaded;
  const page = reportHtml({ document, scenario, asked, schedule: answer.schedule, provenance, inputs });
  const row = /<tr[^>]*><th scope="row">opsd\.csv<\/th>(.*?)<\/tr>/s.exec(page)![1]!;
  expect(
    row
      .match(/<td[^>]*>(.*?)<\/td>/g)!
      .slice(0, 4)
      .map((cell) => cell.replace(/<[^>]*>/g, '')),
  ).toEqual(['hourly profiles', 'opsd', 'not marked synthetic', '2']);
  expect(page).toContain('MA_solar_profile: 2 hours from 2005-01-05T04:00Z filled in (linear)');
  expect(page).toContain('capacity factors as recorded');
  expect(page).toContain('Clock: UTC');
});
