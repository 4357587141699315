/** A real result, altered in every way that is thought of: each alteration is caught, or told as not checked. */

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ResultError } from '../../src/errors.ts';
import { claimedSchema } from '../../src/results/document/claimed-document.ts';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { exactJson } from '../../src/results/files/exact-json.ts';
import { REPORT_FILE } from '../../src/results/files/file-names.ts';
import { sha256Of } from '../../src/results/inputs/stored-inputs.ts';
import { type ResultDirectory, readResultDirectory } from '../../src/results/read-directory.ts';
import { compareDirectory, documentAgain } from '../../src/results/recomputed/compare-directory.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import { plan } from '../../src/studies/plan.ts';
import { type ResultVerification, verifyResult } from '../../src/studies/verify-result.ts';
import { engineOf } from '../fixtures/answers.ts';
import { example, loadCampus, writeMadeUp } from './campus.ts';
import { draws, type Mutation, mutationsOf, otherDigit } from './mutate.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const link =
  '{ name: line, capacityMW: 20, loss: 0.05, capexPerMW: 100000, lifetimeYears: 40, fixedOpexPerMWYear: 0, maximumMW: 400, wheelingPerMWh: 2 }';
const text = example
  .replace(/ {2}- \{ name: 2 x 40 MW.*\n/, '')
  .replace(
    'siteMaximumMW: 900 }',
    'siteMaximumMW: 900, link: line, fadePerYear: 0.005, availability: 0.98, purchase: { kind: ppa, pricePerMWh: 30, pays: used, takeOrPayMWhPerYear: 1000 } }',
  )
  .replace('max: 12 } }', 'max: 12 }, energyFadePerYear: 0.02 }')
  .replace('storages:', `links: [${link}]\nstorages:`)
  .replace(
    'carbonIntensityKgPerMWh: 607 }',
    'carbonIntensityKgPerMWh: 607, carbonPricePerTonne: 80, carbonFreeShare: 0.2, emissionsLimitTonnesPerYear: 9000 }',
  )
  .replace('target: 1,', 'target: 0.98,');
const HOURS_FILE = 'schedule/40-mw--2005.csv';

let place: string;
let out: string;
/** Without its report, which would tell of nearly every change by itself, and takes as long to make as all laws. */
let bare: string;
/** The same with its hours as CSV, which takes half as long again to read and check as Parquet. */
let bareCsv: string;
let sound: ResultDirectory;
let found: ResultVerification;
let again: object | undefined;
const table = { caught: 0, disclosed: 0, passed: [] as string[] };

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'hourmatch-mutations-'));
  out = join(place, 'out');
  const loaded = await loadCampus(place, text);
  const answer = await plan(loaded.scenario, engineOf(undefined, 'decomposed'), 'together');
  if (answer.status !== 'optimal') throw new Error(`The campus is ${answer.status}.`);
  const { scenario } = loaded;
  const baselines = [{ kind: 'annualMatching' as const, scenario, answer }];
  const document = resultDocument({ loaded, study: 'plan', answer, baselines, createdAt: new Date(0) });
  await writeMadeUp(out, place, { loaded, answer, document, hasReport: true, scheduleFormat: 'csv' });
  const verified = await verifyResultDirectory(out, verifyResult);
  expect(verified).toMatchObject({ verified: true, disagreements: [] });
  found = verified.found!;
  bareCsv = join(place, 'bare-csv');
  await cp(out, bareCsv, { recursive: true });
  await rm(join(bareCsv, REPORT_FILE));
  bare = join(place, 'bare');
  await writeMadeUp(bare, place, { loaded, answer, document, hasReport: false, scheduleFormat: 'parquet' });
  for (const directory of [bareCsv, bare]) {
    expect(await verifyResultDirectory(directory, verifyResult)).toMatchObject({ verified: true, disagreements: [] });
  }
  sound = await readResultDirectory(bare);
  again = documentAgain(sound, found);
});
afterAll(() => rm(place, { recursive: true, force: true }));

type Outcome = 'caught' | 'disclosed' | 'passed';

/** Whether a sentence about what was not checked begins with the path, or with one above it. */
function isDisclosed(path: string, notChecked: readonly string[]): boolean {
  const heads = notChecked.flatMap((sentence) => sentence.split(': ')[0]!.split(', '));
  return heads.some((head) => {
    const pattern = head.replaceAll(/[.[\]]/g, '\\$&').replaceAll('*', '[^/]*');
    return new RegExp(`^${pattern}($|[.[])`).test(path);
  });
}

function note(mutation: string, outcome: Outcome): void {
  if (outcome === 'passed') table.passed.push(mutation);
  else table[outcome]++;
}

/** On the disk, all of it recomputed. */
async function outcomeOf(path: string, alter: (directory: string) => Promise<unknown>, from = bare): Promise<Outcome> {
  const directory = join(place, 'altered');
  await cp(from, directory, { recursive: true });
  try {
    await alter(directory);
    const { verified, notChecked } = await verifyResultDirectory(directory, verifyResult);
    if (!verified) return 'caught';
    return isDisclosed(path, notChecked) ? 'disclosed' : 'passed';
  } catch (error) {
    if (error instanceof ResultError) return 'caught';
    throw error;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** In memory, with what the untouched files gave: for fields that nothing is recomputed from, as the first test shows. */
function comparedOutcomeOf({ path, document: raw }: Mutation): Outcome {
  const read = claimedSchema.safeParse(raw);
  if (!read.success) return 'caught';
  const altered = { ...sound, raw: raw as object, document: read.data };
  const own = /^(study|solver)\b/.test(path) ? documentAgain(altered, found) : again;
  const { disagreements, notChecked } = compareDirectory(altered, found, own);
  if (disagreements.length > 0) return 'caught';
  return isDisclosed(path, notChecked) ? 'disclosed' : 'passed';
}

/** Sizes belong to the schedule, the study says what was solved, and the duals alone decide about the status. */
const isRecomputedFrom = ({ path, document }: Mutation) =>
  /^(study|status|phases|phases\[0\](\.(name|grid|renewables|storages|links)\b.*)?)$/.test(path) &&
  // What of a size was committed is a claim like any other.
  !/\.(committed|new)MWh?$/.test(path) &&
  claimedSchema.safeParse(document).success;

const writeResult = (directory: string, raw: unknown) =>
  writeFile(join(directory, 'result.json'), JSON.stringify(raw, null, 2));

/** Writes a file and its new hash, as somebody would who knows of the list. */
const forged = (file: string, bytes: string | Uint8Array) => async (directory: string) => {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  await writeFile(join(directory, file), bytes);
  const raw = JSON.parse(await readFile(join(directory, 'result.json'), 'utf8')) as { files: Record<string, string> };
  raw.files[file] = sha256Of(Buffer.from(bytes));
  await writeResult(directory, raw);
};

test('of all that is claimed, what is recomputed from the files reads the study and what is said of the solver alone', () => {
  const read = new Set<string>();
  const watched = <T extends object>(owner: T, within: string): T =>
    new Proxy(owner, {
      get: (target, field) => {
        read.add(`${within}${String(field)}`);
        return Reflect.get(target, field);
      },
      ownKeys: (target) => {
        read.add(`${within}*`);
        return Reflect.ownKeys(target);
      },
    });
  const document = watched(sound.document, 'document.');
  expect(documentAgain(watched({ ...sound, document }, ''), found)).toEqual(again);
  const claims = [...read].filter((field) => /^(\*|raw|resultJson|document\.)/.test(field));
  expect(claims.sort()).toEqual(['document.solver', 'document.study']);
});

test('every field and value of result.json, changed, taken away or added', async () => {
  let fields = 0;
  for (const mutation of mutationsOf(sound.raw as Parameters<typeof mutationsOf>[0])) {
    const outcome = isRecomputedFrom(mutation)
      ? await outcomeOf(mutation.path, (directory) => writeResult(directory, mutation.document))
      : comparedOutcomeOf(mutation);
    note(`${mutation.path}: ${mutation.what}`, outcome);
    fields++;
  }
  expect(fields).toBeGreaterThan(400);
  expect(table.passed).toEqual([]);
});

test('what somebody would alter to make a result look better', async () => {
  const document = sound.raw as { certificate: object; phases: readonly object[] };
  const unmatched = { unmatchedMWh: 9, permittedMWh: 0, unmatchedHours: 1, worstHours: [] };
  const asked: [path: string, change: object][] = [
    ['status', { status: 'infeasible' }],
    ['status', { status: 'unbounded' }],
    ['status', { status: 'limit' }],
    ['shortages', { shortages: [{ phase: '40 MW', weatherYear: '2005', ...unmatched }] }],
    ['certificate.requiredGap', { certificate: { ...document.certificate, requiredGap: 1 } }],
    ['warnings', { warnings: [{ code: 'scenario.unlikely', where: 'x', problem: 'y' }] }],
    ['scenario', { scenario: undefined }],
    ['files', { files: undefined }],
    ['phases', { phases: [{ ...document.phases[0], weatherYears: [] }] }],
    ['phases[0].grid.subscribedPowerMW', { phases: [{ ...document.phases[0], grid: { subscribedPowerMW: 1e4 } }] }],
  ];
  for (const [path, change] of asked) {
    note(path, await outcomeOf(path, (directory) => writeResult(directory, { ...document, ...change })));
  }
  const page = await readFile(join(out, REPORT_FILE), 'utf8');
  const better = page.replace('synthetic', 'measured');
  expect(better).not.toBe(page);
  note('report forged', await outcomeOf(REPORT_FILE, forged(REPORT_FILE, better), out));
  const added = 'schedule/40-mw--2006.csv';
  note('schedule added', await outcomeOf(added, (directory) => writeFile(join(directory, added), 'hour\n')));
  note('folder added', await outcomeOf('more', (directory) => mkdir(join(directory, 'more'))));
  note('schedule added and listed', await outcomeOf(added, forged(added, 'hour\n')));
  expect(table.passed).toEqual([]);
});

test('every file with another byte, and without it', async () => {
  const draw = draws();
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(9);
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name).slice(out.length + 1);
    const from = file === REPORT_FILE ? out : bareCsv;
    note(`${file} gone`, await outcomeOf(file, (directory) => rm(join(directory, file)), from));
    const bytes = await readFile(join(from, file));
    const at = draw(bytes.length);
    bytes[at] = bytes[at]! ^ 1;
    note(`${file}, byte ${at}`, await outcomeOf(file, (directory) => writeFile(join(directory, file), bytes), from));
  }
  expect(table.passed).toEqual([]);
});

test('a digit in any column of the hours, of the duals and of what was built, with the hash made to fit', async () => {
  const draw = draws();
  const lines = (await readFile(join(out, HOURS_FILE), 'utf8')).split('\n');
  const columns = lines[0]!.match(/"[^"]*"|[^,]+/g)!;
  for (const [at, column] of columns.entries()) {
    const hour = 1 + draw(8760);
    const cells = lines[hour]!.split(',');
    cells[at] = at === 0 ? cells[0]!.replace('2005', '2006') : String(otherDigit(Number(cells[at]), draw));
    const altered = lines.with(hour, cells.join(',')).join('\n');
    note(`${column}, row ${hour}`, await outcomeOf(HOURS_FILE, forged(HOURS_FILE, altered), bareCsv));
  }
  const proof = JSON.parse(await readFile(join(out, 'proof/proof.json'), 'utf8'));
  const changes = [...mutationsOf(proof)];
  for (let drawn = 0; drawn < 12; drawn++) {
    const { path, what, document } = changes[draw(changes.length)]!;
    const altered = exactJson(document);
    const outcome = await outcomeOf('proof/proof.json', forged('proof/proof.json', altered));
    note(`proof.json ${path}: ${what}`, outcome);
  }
  const duals = await readFile(join(out, 'proof/1.bin'));
  duals.writeDoubleLE(otherDigit(duals.readDoubleLE(0), draw) + 1, 0);
  note('duals', await outcomeOf('proof/1.bin', forged('proof/1.bin', duals)));
  expect(table.passed).toEqual([]);
});

test('none of them passed', () => {
  console.log(
    `mutations of a result: ${table.caught} caught, ${table.disclosed} told as not checked, ${table.passed.length} passed`,
  );
  expect(table.passed).toEqual([]);
  expect(table.caught).toBeGreaterThan(400);
  expect(table.disclosed).toBeLessThan(table.caught / 4);
});
