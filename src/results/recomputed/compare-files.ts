/** The files of a directory beside those that its `result.json` lists with their hashes. */

import type { Disagreement } from '../../studies/compare-claims.ts';
import { isStudyFile, studyFolders } from '../companions.ts';
import { LEDGER_FOLDER, RESULT_FILE } from '../files/file-names.ts';
import { isReportFile } from '../files/report-files.ts';
import { isLedgerFile } from '../ledger/ledger-document.ts';
import type { ResultDirectory } from '../read-directory.ts';

type Files = Pick<ResultDirectory, 'document' | 'hashes' | 'found' | 'loaded'>;

/**
 * Nothing where no hashes are listed: then nobody says what should stand there, see `strangersOf`. A ledger is made of a
 * result that is there, so it is not listed with it, and so are reports, which `compareReports` makes anew.
 */
export function compareFiles(result: Files): Disagreement[] {
  const {
    document: { files },
    hashes,
    found,
  } = result;
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
    if (path === RESULT_FILE || Object.hasOwn(files, path) || isReportFile(path) || isBeside(result, path)) continue;
    disagreements.push({ where: path, problem: 'stands there and is not listed with the result' });
  }
  return disagreements;
}

/** What stands there and was not needed to read the result. */
export function strangersOf(result: Files): string[] {
  const { hashes, found } = result;
  return found.filter((path) => !hashes.has(path) && !isBeside(result, path));
}

/** Made of a result that is there: a ledger and studies. */
const isBeside = (result: Files, path: string) => isOfLedger(result, path) || isStudyFile(path);

const isOfLedger = ({ loaded }: Files, path: string) => isLedgerFile(path, loaded.scenario);

/** Sentences for "not checked" where there is a ledger, or a study. */
export function besideSentences(result: Files): string[] {
  const ledger = result.found.filter((path) => isOfLedger(result, path)).length;
  return [
    ...(ledger === 0 ? [] : [`${LEDGER_FOLDER}: ${ledger} files; hourmatch ledger verify recomputes them row by row.`]),
    ...studyFolders(result.found).map((folder) => `${folder}: hourmatch verify of that folder makes it again.`),
  ];
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
