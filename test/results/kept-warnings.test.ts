import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Warning } from '../../src/errors.ts';
import { keptWarnings } from '../../src/results/inputs/kept-warnings.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { example, freshDirectory, loadCampus, writeMadeUp } from './campus.ts';

const doubtful = example.replace('technology: battery,', 'technology: battery, committedMW: 10, committedMWh: 500,');

test('the warnings of a result are found again from its files alone, though its text and its places are gone', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  const loaded = await loadCampus(campus, doubtful);
  const { document } = await writeMadeUp(directory, campus, { loaded });
  expect(document.warnings).toMatchObject([{ code: 'scenario.unlikely', where: 'storages[0].committedMWh' }]);
  expect(document.warnings[0]).not.toHaveProperty('line');
  const read = await readResultDirectory(directory);
  expect(read.loaded.warnings).toEqual(document.warnings);
});

test('a file that is stored twice is doubted once, under the name the user gave', () => {
  const doubt = (file: string): Warning => ({
    code: 'profile.still',
    where: 'wind',
    problem: 'wind: 0',
    file,
    line: 9,
  });
  const kept = keptWarnings([doubt('inputs/1/2005.csv'), doubt('inputs/2/profile.csv')], () => 'weather/2005.csv');
  expect(kept).toEqual([doubt('weather/2005.csv')]);
});
