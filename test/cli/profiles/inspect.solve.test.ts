import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../hourmatch.ts';
import { told } from '../in-process.ts';

const shipped = fileURLToPath(new URL('../../../data/profiles/synthetic-2005.csv', import.meta.url));

test('a shipped year is told with range, months, weeks and day, in 80 columns', async () => {
  const { code, stdout, stderr } = await told(['profiles', 'inspect', shipped]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/synthetic-2005\.csv: native$/m);
  expect(stdout).toMatch(/^ {2}hours {2}2005-01-01T00:00Z … 2005-12-31T23:00Z$/m);
  expect(stdout).toMatch(/^ouarzazate_solar: capacity factor$/m);
  expect(stdout).toMatch(/^ {2}range {2}0 … 0\.803, mean 0\.27\d+$/m);
  expect(stdout).toMatch(/^ {2}months( +0\.\d{1,3}){12}$/m);
  expect(stdout).toMatch(/^ {2}weeks {2}[▁▂▃▄▅▆▇█]{52}$/m);
  expect(stdout).toMatch(/^ {2}day {4}▁{5,7}[▂▃▄▅▆▇█]+▁{4,6}$/m);
  expect(stdout).toMatch(/- the file says that its series were generated, not measured/);
  const body = stdout.split('\n').slice(1);
  expect(Math.max(...body.map((line) => [...line].length))).toBeLessThanOrEqual(80);
});

test('--json has the fields that scripts rely on', async () => {
  const { code, stdout } = await told(['profiles', 'inspect', shipped, '--json']);
  expect(code).toBe(0);
  const inspection = JSON.parse(stdout);
  expect(inspection).toMatchObject({
    format: 'native',
    why: expect.any(String),
    zone: 'UTC',
    label: 'start',
    stepMinutes: 60,
    rows: 8760,
    firstHour: '2005-01-01T00:00Z',
    lastHour: '2005-12-31T23:00Z',
    typicalYear: false,
    warnings: [{ code: 'synthetic', message: expect.any(String) }],
    questions: [],
  });
  expect(inspection.columns[0]).toMatchObject({
    ...{ name: 'boujdour_wind', quantity: 'capacityFactor', unit: '1' },
    ...{ hours: 8760, missingHours: 0, duplicateHours: 0, min: 0, max: 0.95 },
  });
});

test('a file with faults is told as far as it goes, and the exit code is 1', async () => {
  await using place = await temporaryDirectory();
  const torn = (await readFile(shipped, 'utf8')).replace('2005-01-01T03:00Z,0.009', '2005-01-01T03:00Z,1.27');
  await writeFile(join(place.path, 'torn.csv'), torn);
  const { code, stdout, stderr } = await told(['profiles', 'inspect', 'torn.csv'], { cwd: place.path });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^torn\.csv: native\n/);
  // The header is line 12, so hour 3 stands in line 16.
  expect(stderr).toMatch(/boujdour_wind +16:2 +1\.27 is outside/);
});

test('a table of something else, no file and a zone of nowhere are input faults', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'costs.csv'), 'technology,cost\nwind,1200\n');
  for (const words of [['costs.csv'], ['nowhere.csv'], ['.']]) {
    const { code, stdout, stderr } = await told(['profiles', 'inspect', ...words], { cwd: place.path });
    expect({ words, code, stdout }).toEqual({ words, code: 1, stdout: '' });
    expect(stderr).toMatch(/is not a valid profile: 1 problem/);
  }
});

test('names in a file cannot write to the terminal', async () => {
  await using place = await temporaryDirectory();
  const hostile = (await readFile(shipped, 'utf8')).replace('boujdour_wind [', 'b\u001b[31moujdour [');
  await writeFile(join(place.path, 'hostile.csv'), hostile);
  const { stdout, stderr } = await told(['profiles', 'inspect', 'hostile.csv'], { cwd: place.path });
  expect(stdout + stderr).not.toContain('\u001b');
});
