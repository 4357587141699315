/** What may stand beside a result and tells of it: the document of its ledger, and studies, each in its folder. */

import type { StudyDocuments } from '../report/studies/studies.ts';
import type { Disagreement } from '../studies/compare-claims.ts';
import { sweepSchema } from '../studies/sweep/document.ts';
import { exactJson } from './files/exact-json.ts';
import { RESULT_FILE, SCENARIO_FILE, STUDIES_FOLDER } from './files/file-names.ts';
import { type Inside, readInside } from './files/inside-directory.ts';
import { readJson } from './files/read-json.ts';
import { LEDGER_FILE } from './ledger/ledger-document.ts';
import { type LedgerSummary, ledgerSummarySchema } from './ledger/ledger-summary.ts';
import { type DayOfPlace, extractOf } from './ledger/read-extract.ts';
import { studyFiles } from './studies/study-directory.ts';
import {
  alternativesFileSchema,
  outsampleFileSchema,
  repairFileSchema,
  valuesFileSchema,
} from './studies/study-files.ts';

type StudiesOfResult = Partial<Omit<StudyDocuments, 'comparison' | 'operate'>>;

export interface Companions {
  readonly ledger?: {
    readonly summary: LedgerSummary;
    readonly json: Uint8Array;
    extract(day: DayOfPlace): ReturnType<typeof extractOf>;
  };
  readonly studies: StudiesOfResult;
  /** SHA-256 of their documents, by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What is damaged, or of another result: no report is made of it. */
  readonly problems: readonly Disagreement[];
}

const schemas = {
  values: valuesFileSchema,
  alternatives: alternativesFileSchema,
  sweep: sweepSchema,
  outsample: outsampleFileSchema,
  repair: repairFileSchema,
} as const;
export type ReportedStudy = keyof typeof schemas;
type Name = ReportedStudy;
const names = Object.keys(schemas) as readonly Name[];
/** Studies that the report of a result tells of. */
export const reportedStudies: readonly string[] = names;

/** `studies/values` */
const folderOf = (name: Name) => `${STUDIES_FOLDER}/${name}`;

/** The document of a study of the result that stands in a directory, as its command would leave it there: path and text. */
export function companionOf(study: ReportedStudy, document: object): readonly [path: string, text: string] {
  const place = study === 'values' || study === 'outsample' ? '../..' : `../../${SCENARIO_FILE}`;
  const places = study === 'sweep' ? {} : { places: [place] };
  return [`${folderOf(study)}/${studyFiles[study]}`, exactJson({ ...document, ...places })];
}

export const isStudyFile = (path: string): boolean => names.some((name) => path.startsWith(`${folderOf(name)}/`));

/** Studies that stand there, by their folders. */
export function studyFolders(found: readonly string[]): string[] {
  return names.map(folderOf).filter((folder) => found.some((path) => path.startsWith(`${folder}/`)));
}

/** The documents of what a report tells of beside the result, with their hashes. */
export function documentsOf({ ledger, studies }: Pick<Companions, 'ledger' | 'studies'>, { hashes }: Companions) {
  const told = (Object.keys(studies) as Name[]).map((name) => `${folderOf(name)}/${studyFiles[name]}`);
  return [...(ledger === undefined ? [] : [LEDGER_FILE]), ...told].map((file) => ({ file, sha256: hashes.get(file)! }));
}

/** @param inside with the hash of `result.json` in it; issues of its own are told as problems */
export async function readCompanions(inside: Inside, contentHash: string): Promise<Companions> {
  const own: Inside = { ...inside, issues: [], laidOutOtherwise: [], hashes: new Map() };
  const resultSha256 = inside.hashes.get(RESULT_FILE);
  const problems: Disagreement[] = [];
  const other = (where: string, remedy: string) =>
    problems.push({ where, problem: `tells of another result than the one it stands in; ${remedy}` });
  const ledger = await readJson(own, LEDGER_FILE, ledgerSummarySchema, true);
  if (ledger !== undefined && ledger.scenario.contentHash !== contentHash) {
    other(LEDGER_FILE, 'hourmatch ledger makes it again');
  }
  const studies: Record<string, object> = {};
  for (const name of names) {
    const file = `${folderOf(name)}/${studyFiles[name]}`;
    const document = await readJson(own, file, schemas[name], true);
    if (document === undefined) continue;
    const isOfResult =
      'resultSha256' in document
        ? document.resultSha256 === resultSha256
        : 'points' in document
          ? document.points.some((point) => point.contentHash === contentHash)
          : document.scenario.contentHash === contentHash;
    if (isOfResult) studies[name] = document;
    else other(file, `hourmatch ${name} makes it again`);
  }
  problems.push(...own.issues.map(({ file, where, problem }) => ({ where: `${file} ${where}`, problem })));
  return {
    ...(ledger && {
      ledger: {
        summary: ledger,
        json: (await readInside(own, LEDGER_FILE))!,
        extract: (day) => extractOf({ ...own, hashes: new Map() }, ledger, day),
      },
    }),
    // The cast: each was read by the schema of its name.
    studies: studies as StudiesOfResult,
    hashes: own.hashes,
    problems,
  };
}
