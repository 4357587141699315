/** A study of results recomputed from them, as long as they stand where they stood. */

import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import { ResultError } from '../errors.ts';
import { studyHtml } from '../report/report-on-demand.ts';
import type { StudyDocuments } from '../report/studies/studies.ts';
import type { Disagreement } from '../studies/compare-claims.ts';
import { comparisonSchema } from '../studies/comparison/document.ts';
import { valuesSchema } from '../studies/values/document.ts';
import { compareDocument } from './compare-document.ts';
import { differenceOf } from './compare-files.ts';
import { REPORT_FILE, RESULT_FILE } from './file-names.ts';
import { unreadable } from './inside-directory.ts';
import { compareDirectories } from './read-comparison.ts';
import { valuesOfDirectory } from './read-values.ts';
import { studyFiles } from './study-directory.ts';

export interface StudyVerification {
  readonly title: string;
  readonly verified: boolean;
  readonly disagreements: readonly Disagreement[];
  readonly notChecked: readonly string[];
}

const placesOf = (count: readonly [number, number]) =>
  z.array(z.string()).min(count[0]).max(count[1]).meta({ description: 'Of the results, from this directory.' });

/** The document in a directory: the study, and where its results stand from there. */
export const comparisonFileSchema = comparisonSchema.extend({ places: placesOf([2, 4]) });
export const valuesFileSchema = valuesSchema.extend({ places: placesOf([1, 1]) });

interface StudyOf<Name extends 'comparison' | 'values'> {
  readonly schema: z.ZodType<StudyDocuments[Name] & { readonly places: string[] }>;
  titleOf(document: StudyDocuments[Name]): string;
  /** The same from the results. */
  again(directories: readonly string[], document: StudyDocuments[Name]): Promise<StudyDocuments[Name]>;
}

const studies: { readonly [Name in 'comparison' | 'values']: StudyOf<Name> } = {
  comparison: {
    schema: comparisonFileSchema,
    titleOf: ({ results }) => results.map(({ label }) => label).join(', '),
    again: (directories, { results }) =>
      compareDirectories(directories.map((directory, at) => ({ directory, label: results[at]?.label ?? directory }))),
  },
  values: {
    schema: valuesFileSchema,
    titleOf: ({ scenario }) => `${scenario.name}: what things are worth`,
    again: ([directory]) => valuesOfDirectory(directory!),
  },
};

/** @throws ResultError where there is no readable document */
export async function verifyStudyOf<Name extends 'comparison' | 'values'>(
  directory: string,
  name: Name,
): Promise<StudyVerification> {
  const { schema, titleOf, again } = studies[name];
  const file = studyFiles[name];
  const { places, ...rest } = parse(schema, file, await readFile(join(directory, file), 'utf8'), directory);
  // The cast: what is left of a document without one of its fields, which a type with a parameter cannot say.
  const claimed = rest as unknown as StudyDocuments[Name];
  const title = titleOf(claimed);
  const directories = places.map((place) => resolve(directory, place));
  const missing = await Promise.all(directories.map(async (one) => !(await hasResult(one))));
  const gone = places.filter((_, at) => missing[at]);
  if (gone.length > 0) {
    const notChecked = [`${file}: the results it was made from stand no longer at ${gone.join(', ')}.`];
    return { title, verified: false, disagreements: [], notChecked };
  }
  const own = await again(directories, claimed);
  const { disagreements, unsaid, rounded } = compareDocument(claimed, own, new Set(['hourmatchVersion']));
  const report = await readFile(join(directory, REPORT_FILE), 'utf8').catch(() => '');
  const difference = differenceOf(report, await studyHtml(name, own));
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

function parse<T>(schema: z.ZodType<T>, file: string, text: string, directory: string): T {
  let faults: string[];
  try {
    const read = schema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  } catch (error) {
    faults = [error instanceof Error ? error.message : String(error)];
  }
  const expected = 'a study of this version of hourmatch';
  throw new ResultError(
    basename(directory),
    faults.map((problem) => unreadable(file, problem, expected)),
  );
}

function hasResult(directory: string): Promise<boolean> {
  return readFile(join(directory, RESULT_FILE)).then(
    () => true,
    () => false,
  );
}
