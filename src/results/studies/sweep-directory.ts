/**
 * The directory of a sweep: `points/`, a result directory for each value that was solved, named by its content hash; and
 * `sweep.json`, `sweep.csv` and its pages, which follow from them and are written anew after each.
 */

import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ResultError } from '../../errors.ts';
import { sweepCsv } from '../../report/studies/sweep-table.ts';
import { type Sweep, type SweepAnswer, sweepSchema } from '../../studies/sweep/document.ts';
import { sizesIn } from '../../studies/sweep/sizes.ts';
import { exactJson } from '../files/exact-json.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { replaceFiles } from '../files/replace-files.ts';
import { studyPageFiles } from '../files/report-files.ts';
import type { ResultDirectory } from '../read-directory.ts';
import { studyFiles } from './study-directory.ts';
import { studyPages } from './study-pages.ts';

export const POINTS = 'points';
export const CSV_FILE = 'sweep.csv';
const HASH_LETTERS = 16;

/** Where the result of a scenario stands, from the directory of the sweep. */
export function placeOfPoint(contentHash: string): string {
  return `${POINTS}/${contentHash.slice(0, HASH_LETTERS)}`;
}

/** @throws ResultError where something other than a sweep stands there */
export async function requireSweepPlace(directory: string): Promise<void> {
  const found = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return ['a file'];
    throw error;
  });
  const own = new Set<string>([studyFiles.sweep, CSV_FILE, POINTS, ...studyPageFiles]);
  const strangers = found.filter((name) => !own.has(name) && !isDraft(name));
  if (strangers.length === 0) return;
  const problem = `holds ${strangers.slice(0, 3).join(', ')}, which is no part of a sweep`;
  const expected = 'Name a directory that is new, empty, or holds a sweep and nothing else.';
  throw new ResultError(basename(directory), [{ code: 'result.occupied', where: directory, problem, expected }]);
}

const isDraft = (name: string) => name.endsWith('.partial') || name.endsWith('.partial.old');

/** What writers that were killed left behind. Only when nobody else writes there. */
export async function removeDrafts(directory: string): Promise<void> {
  for (const place of [directory, join(directory, POINTS)]) {
    const names = await readdir(place).catch(() => []);
    for (const name of names.filter(isDraft)) await rm(join(place, name), { recursive: true, force: true });
  }
}

/** Each file whole or not at all, the document last. */
export async function writeSweep(directory: string, sweep: Sweep): Promise<void> {
  await replaceFiles(directory, {
    [CSV_FILE]: sweepCsv(sweep),
    ...(await studyPages('sweep', sweep)),
    [studyFiles.sweep]: exactJson(sweep),
  });
}

/** @throws ResultError where there is no readable sweep */
export async function readSweep(directory: string): Promise<{ readonly sweep: Sweep; readonly csv: string }> {
  const text = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  const file = studyFiles.sweep;
  const refuse = (problems: readonly string[]) => {
    const expected = 'a sweep of this version of hourmatch';
    const issues = problems.map((problem) => ({
      code: 'result.unreadable' as const,
      where: 'file',
      problem,
      expected,
      file,
    }));
    return new ResultError(basename(directory), issues);
  };
  let value: unknown;
  try {
    value = JSON.parse(await text(file));
  } catch (error) {
    throw refuse([error instanceof Error ? error.message : String(error)]);
  }
  const read = sweepSchema.safeParse(value);
  if (!read.success) throw refuse(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  return { sweep: read.data, csv: await text(CSV_FILE) };
}

/** What a sweep tells of a result. */
export function answerOf({ document, hashes, schedule }: ResultDirectory): SweepAnswer {
  const { status, phases, cost, certificate } = document;
  const scores = phases.flatMap(({ weatherYears = [] }) => weatherYears.flatMap(({ cfeScore }) => cfeScore ?? []));
  const levelised = phases.at(-1)?.levelisedCostPerMWh;
  return {
    status: status ?? 'limit',
    ...(cost?.objective !== undefined && { objective: cost.objective }),
    ...(certificate?.dualBound !== undefined && { dualBound: certificate.dualBound }),
    ...(levelised !== undefined && { levelisedCostPerMWh: levelised }),
    ...(scores.length > 0 && { lowestCfeScore: Math.min(...scores) }),
    sizes: schedule === undefined ? [] : sizesIn(schedule),
    resultSha256: hashes.get(RESULT_FILE)!,
  };
}
