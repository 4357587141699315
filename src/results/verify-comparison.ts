/** A comparison recomputed from the results it compares, as long as they stand where they stood. */

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { ResultError } from '../errors.ts';
import { studyHtml } from '../report/report-on-demand.ts';
import type { Disagreement } from '../studies/compare-claims.ts';
import { type Comparison, comparisonSchema } from '../studies/comparison/document.ts';
import { compareDocument } from './compare-document.ts';
import { differenceOf } from './compare-files.ts';
import { REPORT_FILE, RESULT_FILE } from './file-names.ts';
import { unreadable } from './inside-directory.ts';
import { compareDirectories } from './read-comparison.ts';
import { studyFiles } from './study-directory.ts';

/** `comparison.json` in a directory: the comparison, and where its results stand from there. */
export const comparisonFileSchema = comparisonSchema.extend({
  places: z.array(z.string()).min(2).max(4).meta({ description: 'Of the results, from this directory.' }),
});

export interface StudyVerification {
  readonly title: string;
  readonly verified: boolean;
  readonly disagreements: readonly Disagreement[];
  readonly notChecked: readonly string[];
}

/** @throws ResultError where there is no readable comparison */
export async function verifyComparison(directory: string): Promise<StudyVerification> {
  const file = studyFiles.comparison;
  const text = await readFile(join(directory, file), 'utf8');
  const { claimed, faults } = parse(text);
  if (claimed === undefined) {
    const issues = faults.map((problem) => unreadable(file, problem, 'a comparison of this version of hourmatch'));
    throw new ResultError(directory, issues);
  }
  const { places, ...comparison } = claimed;
  const title = comparison.results.map(({ label }) => label).join(', ');
  const directories = places.map((place) => resolve(directory, place));
  const missing = await Promise.all(directories.map(async (one) => !(await hasResult(one))));
  const gone = places.filter((_, at) => missing[at]);
  if (gone.length > 0) {
    const notChecked = [`${file}: the results it compares stand no longer at ${gone.join(', ')}.`];
    return { title, verified: false, disagreements: [], notChecked };
  }
  const own = await compareDirectories(
    directories.map((one, at) => ({ directory: one, label: comparison.results[at]?.label ?? one })),
  );
  const { disagreements, unsaid, rounded } = compareDocument(comparison, own, new Set(['hourmatchVersion']));
  const report = await readFile(join(directory, REPORT_FILE), 'utf8').catch(() => '');
  const difference = differenceOf(report, await studyHtml('comparison', own));
  const all = [
    ...disagreements,
    ...unsaid.map((where) => ({ where, problem: 'is missing, or holds too little' })),
    ...(difference === undefined ? [] : [{ where: REPORT_FILE, problem: difference }]),
  ];
  const notChecked = [
    'hourmatchVersion: by which version it was written.',
    'whether the results themselves hold: verify each of them.',
    ...(rounded.length > 0 ? [`${rounded.slice(0, 5).join(', ')}: right to a billionth, not to the last digit.`] : []),
  ];
  return { title, verified: all.length === 0, disagreements: all, notChecked };
}

function parse(text: string): { claimed?: Comparison & { readonly places: string[] }; faults: string[] } {
  try {
    const read = comparisonFileSchema.safeParse(JSON.parse(text));
    if (read.success) return { claimed: read.data, faults: [] };
    return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  }
}

function hasResult(directory: string): Promise<boolean> {
  return readFile(join(directory, RESULT_FILE)).then(
    () => true,
    () => false,
  );
}
