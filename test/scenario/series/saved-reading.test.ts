/** References of a scenario take their answers from a file beside it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/errors.ts';
import { checkScenarioDocument } from '../../../src/scenario/document/parse.ts';
import { readSource } from '../../../src/scenario/document/source.ts';
import { withSavedReadings } from '../../../src/scenario/series/saved-reading.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-reading-'));
  await writeFile(join(directory, 'onee.yaml'), 'column: P\nzone: Africa/Casablanca\nlabel: end\nmissing: [9999]\n');
  await writeFile(join(directory, 'wrong.yaml'), 'lable: end\n');
});
afterAll(() => rm(directory, { recursive: true }));

const scenario = (reading: string) => `
renewables:
  - capacityFactor: { file: tarfaya.csv, reading: ${reading}, label: start }
load: { pue: 1.25, reading: kept }
`;

test('answers of the file stand in place of its name, and what the reference says itself is kept', async () => {
  const { value } = await withSavedReadings(readSource(scenario('onee.yaml'), 's.yaml'), directory);
  expect(value).toEqual({
    renewables: [
      {
        capacityFactor: {
          file: 'tarfaya.csv',
          column: 'P',
          zone: 'Africa/Casablanca',
          label: 'start',
          missing: [9999],
        },
      },
    ],
    load: { pue: 1.25, reading: 'kept' },
  });
});

test('a file that is absent or has other fields is refused', async () => {
  for (const name of ['absent.yaml', 'wrong.yaml']) {
    const error = await withSavedReadings(readSource(scenario(name), 's.yaml'), directory).catch((reason) => reason);
    expect(error).toBeInstanceOf(ScenarioError);
  }
});

test('where no files are at hand, a reference that names one is told to give its answers', () => {
  const document = { load: { pue: { file: 'pue.csv', column: 'pue', reading: 'onee.yaml' } } };
  const told = () => checkScenarioDocument(document, { file: 's.yaml' });
  expect(told).toThrow(ScenarioError);
  try {
    told();
  } catch (error) {
    expect((error as ScenarioError).issues.map(({ problem }) => problem)).toContain(
      'onee.yaml is a file beside the scenario, which is not at hand here',
    );
  }
});
