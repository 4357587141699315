/** What a result says of the files it was made from, altered with every hash made to fit. */

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ResultError } from '../../src/errors.ts';
import { sha256Of } from '../../src/results/inputs/stored-inputs.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { compareDirectory } from '../../src/results/recomputed/compare-directory.ts';
import { example, freshDirectory, loadCampus, writeMadeUp } from './campus.ts';

type Inputs = Record<string, unknown>[];

let sound: string;

beforeAll(async () => {
  sound = await mkdtemp(join(tmpdir(), 'hourmatch-inputs-'));
  const loaded = await loadCampus(sound, example.replace(/ {2}- \{ name: 2 x 40 MW.*\n/, ''));
  await writeMadeUp(join(sound, 'out'), sound, { loaded });
}, 60_000);
afterAll(() => rm(sound, { recursive: true, force: true }));

async function written(): Promise<string> {
  const directory = join(await freshDirectory(), 'out');
  await cp(join(sound, 'out'), directory, { recursive: true });
  return directory;
}

async function writeInputs(directory: string, alter: (inputs: Inputs) => unknown): Promise<void> {
  const path = join(directory, 'scenario.json');
  const stored = JSON.parse(await readFile(path, 'utf8'));
  alter(stored.inputs);
  await writeFile(path, JSON.stringify(stored, null, 2));
}

const technologiesOf = (inputs: Inputs) => inputs.find(({ kind }) => kind === 'technologies')!;

test.each<[string, (inputs: Inputs) => unknown, RegExp]>([
  [
    'an input that the scenario does not read',
    (inputs) => {
      const input = { ...technologiesOf(inputs), kind: 'profile', storedAs: 'inputs/audit.csv', file: 'audit.csv' };
      inputs.push({ ...input, sha256: sha256Of(Buffer.from('audited')) });
    },
    /audit\.csv/,
  ],
  ['another cost set', (inputs) => Object.assign(technologiesOf(inputs), { file: 'audited.yaml' }), /audited\.yaml/],
  ['synthetic costs', (inputs) => Object.assign(technologiesOf(inputs), { synthetic: true }), /synthetic/],
])('%s is refused', async (_, alter, problem) => {
  const directory = await written();
  await writeFile(join(directory, 'inputs/audit.csv'), 'audited');
  await writeInputs(directory, alter);
  const error = await readResultDirectory(directory).catch((reason: unknown) => reason);
  if (!(error instanceof ResultError)) throw new Error('accepted');
  expect(error.issues).toMatchObject([{ code: 'result.changed', file: 'scenario.json' }]);
  expect(error.issues[0]!.problem).toMatch(problem);
});

async function notCheckedOf(directory: string): Promise<readonly string[]> {
  return compareDirectory(await readResultDirectory(directory), undefined).notChecked;
}

test('what the files were called is told as not checked', async () => {
  expect(await notCheckedOf(await written())).toContainEqual(expect.stringMatching(/^scenario\.json inputs: /));
});

test.each(['result.json', 'scenario.json', 'proof/proof.json'])(
  'a field that stands twice in %s, of which the last counts, is told',
  async (file) => {
    const directory = await written();
    const isTold = /: its text is not laid out/;
    expect((await notCheckedOf(directory)).filter((sentence) => isTold.test(sentence))).toEqual([]);
    const text = await readFile(join(directory, file), 'utf8');
    await writeFile(join(directory, file), text.replace('{', '{ "schemaVersion": 7,'));
    const told = (await notCheckedOf(directory)).filter((sentence) => isTold.test(sentence));
    expect(told).toEqual([`${file}: its text is not laid out as hourmatch does; what it says was compared.`]);
  },
);
