import { expect, test } from 'vitest';
import { renderWarnings } from '../../../src/report/issues.ts';
import { changed, files, load } from '../example.ts';

const committed = ['technology: battery,', 'technology: battery, committedMW: 20, committedMWh: 1000,'] as const;

test('nothing about the example is doubted', async () => {
  expect((await load(changed())).warnings).toEqual([]);
});

test('committed energy that committed power cannot empty within the longest duration is asked about', async () => {
  const { warnings } = await load(changed(committed));
  expect(warnings).toEqual([
    {
      code: 'scenario.unlikely',
      where: 'storages[0].committedMWh',
      pointer: '/storages/0/committedMWh',
      problem: '1,000 MWh for 20 MW is 50 h, beyond the longest duration of 12 h',
      expected: expect.stringContaining('Expected at most 240 MWh'),
      file: 'example.yaml',
      line: 23,
      column: 73,
    },
  ]);
});

test('what the reader of a file doubts is a warning under the name that the scenario gives the file, once', async () => {
  const doubt = { code: 'sun-at-night', message: 'sun: 0.5 at midnight', line: 12, column: 'sun' };
  const noted = { ...files['2005.csv']!, warnings: [doubt, doubt] };
  // Both sites and the PUE take columns of it.
  const text = changed(['pue: 1.25', 'pue: { file: 2005.csv, column: pue }']);
  const { warnings } = await load(text, { ...files, '2005.csv': noted });
  expect(warnings).toEqual([
    { code: 'profile.sun-at-night', where: 'sun', problem: doubt.message, file: '2005.csv', line: 12 },
  ]);
});

test('warnings have the layout of faults, and a file of their own where they are about one', async () => {
  const noted = { ...files['2005.csv']!, warnings: [{ code: 'still', message: 'wind: 0 for a month' }] };
  const { warnings } = await load(changed(committed), { ...files, '2005.csv': noted });
  const lines = renderWarnings(warnings, 'example.yaml', { width: 300 }).split('\n');
  expect(lines[0]).toBe('2 warnings about example.yaml');
  expect(lines[1]).toMatch(/^ {2}storages\[0\]\.committedMWh {3}23:73 {6}1,000 MWh for 20 MW is 50 h, /);
  expect(lines[2]).toBe('  file                       2005.csv   wind: 0 for a month.');
});
