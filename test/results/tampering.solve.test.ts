import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { plan } from '../../src/studies/plan.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { engineOf } from '../fixtures/answers.ts';
import { example, freshDirectory, loadCampus, writeMadeUp } from './campus.ts';

const engine = engineOf();

/** One phase without storage: a year is solved within a second or two. */
const oneYear = example.replace(/ {2}- \{ name: 2 x 40 MW.*\n/, '').replace(/storages:\n.*\n/, '');
const hours = 'schedule/40-mw--2005.csv';
let sound: string;

beforeAll(async () => {
  sound = await mkdtemp(join(tmpdir(), 'hourmatch-tampering-'));
  const campus = join(sound, 'campus');
  const loaded = await loadCampus(campus, oneYear);
  const answer = await plan(loaded.scenario, engine, 'together');
  if (answer.status !== 'optimal') throw new Error(`The campus is ${answer.status}.`);
  await writeMadeUp(join(sound, 'out'), campus, { loaded, answer, scheduleFormat: 'csv' });
}, 60_000);
afterAll(() => rm(sound, { recursive: true, force: true }));

async function copyOfResult(): Promise<string> {
  const directory = join(await freshDirectory(), 'out');
  await cp(join(sound, 'out'), directory, { recursive: true });
  return directory;
}

async function verified(directory: string) {
  const { loaded, schedule, buildOut, proofs, document } = await readResultDirectory(directory);
  return verifyResult({
    scenario: loaded.scenario,
    schedule: schedule!,
    ...(buildOut === undefined ? {} : { buildOut }),
    ...(proofs === undefined ? {} : { proofs }),
    claimed: document,
  });
}

test('a year that is read from its files is proven again, without solving', async () => {
  const { verification, certificate, disagreements } = await verified(await copyOfResult());
  expect(verification.violations).toEqual([]);
  expect(disagreements).toEqual([]);
  expect(certificate!.relativeGap).toBeLessThan(1e-6);
});

test('another value in any column of the hours is found, and the hour named', async () => {
  const directory = await copyOfResult();
  const lines = (await readFile(join(directory, hours), 'utf8')).split('\n');
  // A header of which one name holds a comma.
  const columns = lines[0]!.match(/"[^"]*"|[^,]+/g)!.slice(1);
  expect(columns).toHaveLength(12);
  for (const [at, column] of columns.entries()) {
    const hour = (at * 733 + 4001) % 8760;
    const cells = lines[hour + 1]!.split(',');
    cells[at + 1] = String(Number(cells[at + 1]) * 1.01 + 0.5);
    await writeFile(join(directory, hours), lines.with(hour + 1, cells.join(',')).join('\n'));
    const { verification, disagreements } = await verified(directory);
    const places = [
      ...verification.violations.map((violation) => violation.hour),
      ...disagreements.map(({ problem }) => Number(/^hour (\d+) /.exec(problem)?.[1])),
    ];
    expect({ column, places }).toEqual({ column, places: expect.arrayContaining([hour]) });
  }
});

test('another size, cost or cap in result.json is found, and its place named', async () => {
  const places: [field: string, where: string | RegExp][] = [
    ['"capacityMW"', /^phases\[0\]\.|^build-out /],
    ['"committedMW"', /^phases\[0\]\.renewables\..*\.committedMW/],
    ['"newMW"', /^phases\[0\]\.renewables\..*\.newMW/],
    ['"fullCostPerMWh"', 'phases[0].fullCostPerMWh'],
    ['"objective"', 'cost.objective'],
    ['"value"', /^cost\.items\[0\]\.value/],
    ['"cfeScore"', 'phases[0].weatherYears[0].cfeScore'],
    ['"dualBound"', 'certificate.dualBound'],
  ];
  for (const [field, where] of places) {
    const directory = await copyOfResult();
    const text = await readFile(join(directory, 'result.json'), 'utf8');
    const pattern = new RegExp(`${field}: ([^,\\n]+)`);
    await writeFile(
      join(directory, 'result.json'),
      text.replace(pattern, (_, value) => `${field}: ${Number(value) * 0.99}`),
    );
    const { verification, disagreements } = await verified(directory);
    const found = [
      ...disagreements.map((disagreement) => disagreement.where),
      ...verification.violations.map(({ law, phase, subject }) => `${law} ${phase} ${subject}`),
    ];
    expect(found).toContainEqual(typeof where === 'string' ? where : expect.stringMatching(where));
  }
});

test('duals of noise leave a bound that is lower, not one that is wrong', async () => {
  const directory = await copyOfResult();
  const { cost } = await verified(directory);
  const bytes = await readFile(join(directory, 'proof/1.bin'));
  for (let at = 0; at + 8 <= bytes.length; at += 800) bytes.writeDoubleLE(bytes.readDoubleLE(at) * 1.5 + 1, at);
  await writeFile(join(directory, 'proof/1.bin'), bytes);
  const { certificate, disagreements } = await verified(directory);
  expect(certificate!.dualBound).toBeLessThan(cost!.objective * (1 - 1e-4));
  expect(disagreements.map(({ where }) => where)).toContain('status');
});

test('what a phase is said to have built is held against what stands', async () => {
  const directory = await copyOfResult();
  const text = await readFile(join(directory, 'proof/proof.json'), 'utf8');
  await writeFile(
    join(directory, 'proof/proof.json'),
    text.replace(/"builtMW": ([\d.]+)/, (_, value) => `"builtMW": ${Number(value) + 1}`),
  );
  const { verification, disagreements } = await verified(directory);
  expect(verification.violations).toMatchObject([{ law: 'build-out', phase: '40 MW', subject: '__proto__' }]);
  expect(disagreements.map(({ where }) => where)).toContain('cost.objective');
});
