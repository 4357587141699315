import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import type { Answer } from '../../src/studies/answer.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';

/** A result that says there is no plan. */
async function infeasible(): Promise<string> {
  const campus = await freshDirectory();
  const loaded = await loadCampus(campus);
  const { solver } = madeUpAnswer(loaded);
  const hours = [{ hour: 24, unmatchedMWh: 9 }];
  const shortage = { phase: '40 MW', weatherYear: '2005', unmatchedMWh: 9, loadMWh: 9, permittedMWh: 0, hours };
  const answer: Answer = { status: 'infeasible', shortages: [shortage], solver };
  const document = resultDocument({ loaded, study: 'plan', answer, baselines: [], createdAt: new Date(0) });
  await writeMadeUp(join(campus, 'out'), campus, { loaded, answer, document, hasReport: true });
  return join(campus, 'out');
}

async function change(directory: string, file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(directory, file), 'utf8');
  expect(text).toMatch(from);
  await writeFile(join(directory, file), text.replace(from, to));
}

const wheresOf = async (directory: string) =>
  (await verifyResultDirectory(directory, verifyResult)).disagreements.map(({ where }) => where);

test('without a schedule nothing is verified, and what is said all the same is compared', async () => {
  const directory = await infeasible();
  const { verified, found, disagreements, notChecked } = await verifyResultDirectory(directory, verifyResult);
  expect({ verified, found, disagreements }).toEqual({ verified: false, found: undefined, disagreements: [] });
  expect(notChecked[0]).toMatch(/^status, shortages: that no plan keeps the promise.*no proof of it is kept/);
  await change(directory, 'report.html', '40\u00a0MW', '50\u00a0MW');
  await change(directory, 'result.json', '"currency": "EUR"', '"currency": "MAD"');
  await change(directory, 'result.json', '"phases": []', '"phases": [], "invented": 1');
  const wheres = await wheresOf(directory);
  expect(wheres).toEqual(expect.arrayContaining(['scenario.currency', 'invented', 'report.html']));
});

test('energy that is said to be missing has to fit the scenario, and to add up', async () => {
  const shortage = { unmatchedMWh: 9, permittedMWh: 0, unmatchedHours: 1 };
  const hour = { hour: 24, stamp: '2005-01-02T00:00Z', unmatchedMWh: 9 };
  for (const [path, changed] of [
    ['shortages[0]', { phase: '41 MW' }],
    ['shortages[0]', { weatherYear: '2006' }],
    ['shortages[0].permittedMWh', { permittedMWh: 1 }],
    ['shortages[0].unmatchedMWh', { unmatchedMWh: 12_000 }],
    ['shortages[0].unmatchedMWh', { unmatchedMWh: 8 }],
    ['shortages[0].unmatchedMWh', { unmatchedMWh: 0 }],
    ['shortages[0].unmatchedHours', { unmatchedHours: 8761 }],
    ['shortages[0].worstHours', { unmatchedHours: 2 }],
    ['shortages[0].worstHours', { worstHours: [{ ...hour, hour: 25 }] }],
    ['shortages[0].worstHours', { worstHours: [{ ...hour, stamp: '2005-01-03T00:00Z' }] }],
    ['shortages[0].worstHours', { unmatchedMWh: 18, unmatchedHours: 2, worstHours: [hour, hour] }],
  ] as const) {
    const directory = await infeasible();
    const file = join(directory, 'result.json');
    const document = JSON.parse(await readFile(file, 'utf8'));
    expect(document.shortages).toEqual([expect.objectContaining({ ...shortage, worstHours: [hour] })]);
    Object.assign(document.shortages[0], changed);
    await writeFile(file, JSON.stringify(document));
    expect({ changed, wheres: await wheresOf(directory) }).toMatchObject({ wheres: expect.arrayContaining([path]) });
  }
});

test('a plan that is called optimal and is not there is no plan', async () => {
  const directory = await infeasible();
  await change(directory, 'result.json', '"status": "infeasible"', '"status": "optimal"');
  expect(await wheresOf(directory)).toContain('status');
});

test('a result of an earlier version, or made elsewhere, is compared as far as it says anything', async () => {
  const directory = await infeasible();
  const path = join(directory, 'result.json');
  const { files: _, hourmatchVersion: __, warnings: ___, scenario, ...rest } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...rest, scenario: { ...scenario, currency: 'MAD' } }));
  await writeFile(join(directory, 'notes.txt'), 'mine');
  const { disagreements, notChecked } = await verifyResultDirectory(directory, verifyResult);
  expect(disagreements).toEqual([{ where: 'scenario.currency', problem: 'MAD is claimed, recomputed it is EUR' }]);
  const heads = notChecked.map((sentence) => sentence.split(': ')[0]);
  expect(heads).toEqual([
    'status, shortages',
    'createdAt',
    'hourmatchVersion',
    'hourmatchVersion, warnings',
    'files',
    'notes.txt',
    'scenario.json inputs',
    'result.json',
    'report.html',
  ]);
});

test('another version may word its report otherwise: that is told', async () => {
  const directory = await infeasible();
  await change(directory, 'result.json', /"hourmatchVersion": "[^"]*"/, '"hourmatchVersion": "0.0.1"');
  const { disagreements, notChecked } = await verifyResultDirectory(directory, verifyResult);
  expect(disagreements).toEqual([]);
  expect(notChecked.join('\n')).toMatch(
    /hourmatchVersion: it says 0\.0\.1.*\n.*report\.html: written by version 0\.0\.1/s,
  );
});
