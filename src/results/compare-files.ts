/** The files of a directory beside those that its `result.json` lists with their hashes. */

import type { Disagreement } from '../studies/compare-claims.ts';
import { RESULT_FILE } from './file-names.ts';
import type { ResultDirectory } from './read-directory.ts';

type Files = Pick<ResultDirectory, 'document' | 'hashes' | 'found'>;

/** Nothing where no hashes are listed: then nobody says what should stand there, see `strangersOf`. */
export function compareFiles({ document: { files }, hashes, found }: Files): Disagreement[] {
  if (files === undefined) return [];
  const disagreements: Disagreement[] = [];
  for (const [path, listed] of Object.entries(files)) {
    const own = hashes.get(path);
    if (own === listed) continue;
    const problem =
      own === undefined ? 'is listed with the result, but is no file of it' : 'is not the file as it was written';
    disagreements.push({ where: path, problem });
  }
  for (const path of found) {
    if (path === RESULT_FILE || Object.hasOwn(files, path)) continue;
    disagreements.push({ where: path, problem: 'stands there and is not listed with the result' });
  }
  return disagreements;
}

/** What stands there and was not needed to read the result. */
export function strangersOf({ hashes, found }: Files): string[] {
  return found.filter((path) => !hashes.has(path));
}

/** Where two texts part, with what stands there; undefined where they are the same. */
export function differenceOf(stated: string, own: string): string | undefined {
  if (stated === own) return undefined;
  let at = 0;
  while (at < stated.length && stated[at] === own[at]) at++;
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - SHOWN), at + SHOWN));
  return `${around(stated)} stands where the files give ${around(own)}`;
}

const SHOWN = 24;
