/** A study of results recomputed from them, as long as they stand where they stood. */

import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type * as z from 'zod';
import { ResultError } from '../../errors.ts';
import type { StudyDocuments } from '../../report/studies/studies.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { unreadable } from '../files/inside-directory.ts';
import { compareDocument } from '../recomputed/compare-document.ts';
import type { AskedStudy, makeStudy, StudyToMake } from './asked-studies.ts';
import { compareDirectories } from './read-comparison.ts';
import { valuesOfDirectory } from './read-values.ts';
import { type StudyName, studyFiles } from './study-directory.ts';
import {
  alternativesFileSchema,
  comparisonFileSchema,
  operateFileSchema,
  outsampleFileSchema,
  repairFileSchema,
  valuesFileSchema,
} from './study-files.ts';
import { comparePages } from './study-pages.ts';

export interface StudyVerification {
  readonly title: string;
  readonly verified: boolean;
  readonly disagreements: readonly Disagreement[];
  readonly notChecked: readonly string[];
}

type OfPlaces = Exclude<StudyName, 'sweep'>;

interface StudyOf<Name extends OfPlaces> {
  readonly schema: z.ZodType<StudyDocuments[Name] & { readonly places: string[] }>;
  titleOf(document: StudyDocuments[Name]): string;
  /** The same from the results. */
  again(directories: readonly string[], document: StudyDocuments[Name], make: Make): Promise<StudyDocuments[Name]>;
}

/** Makes a study that solves: `makeStudy` with an engine, here or on a thread of its own. */
export type Make = (study: StudyToMake) => ReturnType<typeof makeStudy>;

const studies: { readonly [Name in OfPlaces]: StudyOf<Name> } = {
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
  outsample: {
    schema: outsampleFileSchema,
    titleOf: ({ scenario }) => `${scenario.name}: other weather`,
    again: solvedAgain('outsample'),
  },
  repair: {
    schema: repairFileSchema,
    titleOf: ({ scenario }) => `${scenario.name}: what would make it possible`,
    again: solvedAgain('repair'),
  },
  alternatives: {
    schema: alternativesFileSchema,
    titleOf: ({ scenario }) => `${scenario.name}: what else is nearly as good`,
    again: solvedAgain('alternatives'),
  },
  operate: {
    schema: operateFileSchema,
    titleOf: ({ scenario }) => `${scenario.name}: operated by forecasts`,
    again: solvedAgain('operate'),
  },
};

function solvedAgain<Name extends Exclude<AskedStudy, 'values'>>(study: Name): StudyOf<Name>['again'] {
  // The cast: what is made is the study that was asked for.
  return async (places, { asked }, make) => (await make({ study, places, asked })) as StudyDocuments[Name];
}

/** @throws ResultError where there is no readable document */
export async function verifyStudyOf<Name extends OfPlaces>(
  directory: string,
  name: Name,
  make: Make,
): Promise<StudyVerification> {
  const { schema, titleOf, again } = studies[name];
  const file = studyFiles[name];
  const { places, ...rest } = parse(schema, file, await readFile(join(directory, file), 'utf8'), directory);
  // The cast: what is left of a document without one of its fields, which a type with a parameter cannot say.
  const claimed = rest as unknown as StudyDocuments[Name];
  const title = titleOf(claimed);
  const directories = places.map((place) => resolve(directory, place));
  const missing = await Promise.all(directories.map(async (one) => !(await isThere(one))));
  const gone = places.filter((_, at) => missing[at]);
  if (gone.length > 0) {
    const notChecked = [`${file}: what it was made from stands no longer at ${gone.join(', ')}.`];
    return { title, verified: false, disagreements: [], notChecked };
  }
  if ('unfinished' in claimed && claimed.unfinished !== undefined) {
    const notChecked = [`${file}: it was stopped before all of it was found out. Make it again, and verify that.`];
    return { title, verified: false, disagreements: [], notChecked };
  }
  const own = await again(directories, claimed, make);
  const { disagreements, unsaid, rounded } = compareDocument(claimed, own, new Set(['hourmatchVersion']));
  const all = [
    ...disagreements,
    ...unsaid.map((where) => ({ where, problem: 'is missing, or holds too little' })),
    ...(await comparePages(directory, name, own)),
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

/** The file of a scenario, or a directory with a result in it. */
async function isThere(place: string): Promise<boolean> {
  const found = await Promise.all([place, join(place, RESULT_FILE)].map((path) => stat(path).catch(() => undefined)));
  return found.some((one) => one?.isFile());
}
