/** What stands beside a result: its ledger and its studies, in the report and in what verify says. */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/results/inputs/stored-inputs.ts';
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { compareDirectory } from '../../src/results/recomputed/compare-directory.ts';
import { compareReports } from '../../src/results/recomputed/compare-reports.ts';
import { writeStudyOf } from '../../src/results/studies/write-study.ts';
import { writeReports } from '../../src/results/write-reports.ts';
import { exampleStudies } from '../report/example-studies.ts';
import { numberOf, plain, rowsOf, tableOf } from '../report/page.ts';
import { lawfulResult } from './lawful-result.ts';

const result = lawfulResult();
const html = [{ format: 'html', language: 'en' }] as const;

test('a ledger and studies of the result are told of, attached and listed; what is of another result is refused', async () => {
  const directory = result();
  const before = await readResultDirectory(directory);
  await writeReports(directory, html);
  const { places } = await writeLedger(directory, { order: 'fifo', format: 'csv' });
  // Made before there was a ledger, and still what the result gives.
  expect(await compareReports(await readResultDirectory(directory))).toEqual({ disagreements: [], notChecked: [] });

  const all = exampleStudies(before.loaded.scenario);
  const resultSha256 = sha256Of(before.resultJson);
  const own = { ...all.values.scenario, contentHash: before.loaded.contentHash };
  const values = { ...all.values, scenario: own, resultSha256 };
  const studies = join(directory, 'studies');
  await writeStudyOf(join(studies, 'values'), 'values', [directory], values);
  await writeStudyOf(join(studies, 'alternatives'), 'alternatives', [directory], {
    ...all.alternatives,
    scenario: own,
  });
  const [page, ...binaries] = await writeReports(directory, [
    ...html,
    { format: 'pdf', language: 'en', isArchived: true },
  ]);
  const found = await readResultDirectory(directory);
  expect(await compareReports(found)).toEqual({ disagreements: [], notChecked: [] });
  const text = await readFile(page!, 'utf8');

  const [{ totals, scope2 }] = places as [(typeof places)[number]];
  const served = rowsOf(text, 'What served the load').get('40 MW')!;
  expect(numberOf(served[1])).toBe(totals.load.loadWh / 1e6);
  expect(numberOf(served[3])).toBeCloseTo(totals.load.servedFromStorageWh / 1e6, 3);
  const plants = rowsOf(text, 'Plants in a year of 40 MW: energy');
  totals.plants.forEach(({ name, storedWh, usedDirectlyWh, usedFromStorageWh }) => {
    const cells = plants.get(name)!;
    expect(numberOf(cells[5])).toBe(Math.round(storedWh / 1e6));
    expect(numberOf(cells[6])).toBe(Math.round((usedDirectlyWh + usedFromStorageWh) / 1e6));
    expect(numberOf(cells[7])).toBeCloseTo((100 * (usedDirectlyWh + usedFromStorageWh)) / totals.load.loadWh, 1);
  });
  expect(numberOf(rowsOf(text, 'Scope 2').get('40 MW')?.[1])).toBeCloseTo(scope2.locationBasedTonnes, 1);
  expect(tableOf(text, 'Documents beside the result that this one tells of').map(([file]) => file)).toEqual([
    'File',
    'ledger/ledger.json',
    'studies/values/values.json',
    'studies/alternatives/alternatives.json',
  ]);
  expect(plain(text)).toContain('Must-have: Coast, north, at least 83.3 MW.');

  const archived = await readFile(binaries[0]!, 'latin1');
  expect(archived).toContain('pdfaid');
  expect(archived.match(/\/EmbeddedFile\b(?!s)/g)).toHaveLength(2);

  const { notChecked, disagreements } = compareDirectory(found, undefined);
  expect(notChecked).toContain('studies/values: hourmatch verify of that folder makes it again.');
  expect(disagreements.filter(({ where }) => where.startsWith('studies/'))).toEqual([]);

  // One digit of what a document was made from, and the document is otherwise.
  for (const path of binaries) await rm(path);
  await change(join(studies, 'values', 'values.json'), (json) => json.replace('43.21', '43.22'));
  const changed = await compareReports(await readResultDirectory(directory));
  expect(changed.disagreements).toHaveLength(1);
  expect(changed.disagreements[0]?.problem).toMatch(/43\.21.*43\.22/);

  await change(join(studies, 'values', 'values.json'), (json) => json.replace(resultSha256, 'ab'.repeat(32)));
  await change(join(studies, 'alternatives', 'alternatives.json'), (json) => json.replace('"sizes"', '"size"'));
  const damaged = await readResultDirectory(directory);
  const told = compareDirectory(damaged, undefined).disagreements.map(({ where }) => where);
  expect(told).toContain('studies/values/values.json');
  expect(told).toContain('studies/alternatives/alternatives.json sizes');
  await expect(writeReports(directory, html)).rejects.toMatchObject({ issues: { length: 3 } });
}, 60_000);

async function change(path: string, to: (before: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = to(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}
