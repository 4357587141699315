/** The directory of a study of results: its document, the page that tells it, and perhaps tables and charts. */

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ResultError } from '../../errors.ts';
import { studyPageFiles } from '../files/report-files.ts';
import { type ResultFile, tryWholeDirectory, writeWholeDirectory } from '../files/whole-directory.ts';

/** What each study calls its document. */
export const studyFiles = {
  comparison: 'comparison.json',
  values: 'values.json',
  sweep: 'sweep.json',
  outsample: 'outsample.json',
  repair: 'repair.json',
  alternatives: 'alternatives.json',
  operate: 'operate.json',
} as const;

export type StudyName = keyof typeof studyFiles;

/**
 * Writes it whole or not at all.
 *
 * @param files by path; the document and the report among them
 * @throws ResultError where something other than such a study stands at the place
 */
export function writeStudyDirectory(
  directory: string,
  study: StudyName,
  files: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<void> {
  const list = Object.entries(files).map(([path, text]): ResultFile => ({ path, content: () => text }));
  return writeWholeDirectory(directory, list, judgeOf(study), signal);
}

/** Whether it could be written there now; nothing is left behind. @throws as `writeStudyDirectory` */
export function tryStudyDirectory(directory: string, study: StudyName): Promise<void> {
  return tryWholeDirectory(directory, judgeOf(study));
}

/** The study that stands in a directory; undefined where there is none. */
export async function studyIn(directory: string): Promise<StudyName | undefined> {
  for (const [study, file] of Object.entries(studyFiles)) {
    const text = await readFile(join(directory, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return study as StudyName;
  }
  return undefined;
}

function judgeOf(study: StudyName) {
  return async (place: string, found: readonly string[] | 'no directory') => {
    const own = new Set<string>([studyFiles[study], ...studyPageFiles]);
    if (found !== 'no directory' && found.includes(studyFiles[study]) && found.every((name) => own.has(name))) return;
    const problem =
      found === 'no directory' ? 'a file stands there' : `holds something other than a ${study}, which would be lost`;
    const expected = `Name a directory that is new, empty, or holds a ${study} and nothing else.`;
    throw new ResultError(basename(place), [{ code: 'result.occupied', where: place, problem, expected }]);
  };
}
