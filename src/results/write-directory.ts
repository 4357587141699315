/** A result → its directory: everything of it, its hours, what it was made from and what proves it. */

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ResultError } from '../errors.ts';
import { makeReport } from '../report/report-on-demand.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Answer, VerifiedPlan } from '../studies/answer.ts';
import { planIn } from './document/plan-in.ts';
import type { ResultDocument } from './document/result-document.ts';
import { exactJson } from './files/exact-json.ts';
import {
  INPUTS,
  LEDGER_FOLDER,
  REPORT_FILE,
  RESULT_FILE,
  SCENARIO_FILE,
  type ScheduleFormat,
  scheduleFile,
} from './files/file-names.ts';
import { type HashedFile, type ResultFile, tryWholeDirectory, writeWholeDirectory } from './files/whole-directory.ts';
import { type Column, columnsOf } from './hours/schedule-columns.ts';
import { tableToCsv } from './hours/schedule-csv.ts';
import { tableToParquet } from './hours/schedule-parquet.ts';
import { copiedInputs, type InputReader, sha256Of, storedScenario, underNames } from './inputs/stored-inputs.ts';
import { proofFiles } from './proof-files.ts';

export interface ResultToWrite {
  readonly document: ResultDocument;
  readonly loaded: LoadedScenario;
  readonly answer: Answer;
  /** Gives the files that the scenario was made from; see `inputsOnDisk`. */
  readonly readInput: InputReader;
  /** Whether `report.html` is made of it too. */
  readonly hasReport?: boolean;
  readonly scheduleFormat?: ScheduleFormat;
  readonly signal?: AbortSignal;
}

/**
 * Writes a result directory, whole or not at all: `result.json`; `schedule/` (see `schedule-columns.ts`); `scenario.json`
 * and `inputs/`, the scenario as solved and copies of all it was made from; `proof/` (see `proof-files.ts`); `report.html`,
 * which carries the hash of `result.json` and so is not listed in it.
 *
 * @returns the document as written: with the hashes of all other files but the report
 * @throws ResultError where something other than a result stands at the place, or an input is gone or has changed.
 */
export async function writeResultDirectory(directory: string, result: ResultToWrite): Promise<ResultDocument> {
  const { document, loaded, answer, hasReport = false, signal } = result;
  const plan = planIn(answer);
  const stored = storedScenario(loaded);
  const inputs = await copiedInputs(basename(directory), stored.inputs, result.readInput);
  const hashes = new Map<string, string>();
  let written = document;
  const files: HashedFile[] = [
    ...inputs.map(({ storedAs, bytes }) => ({ path: storedAs, content: () => bytes })),
    { path: SCENARIO_FILE, content: () => exactJson(stored) },
    ...(plan ? planFiles(loaded, plan, result.scheduleFormat ?? 'parquet') : []),
  ].map((file) => hashed(file, hashes));
  let resultJson = '';
  const last: ResultFile = {
    path: RESULT_FILE,
    content: () => {
      written = { ...document, files: Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) };
      resultJson = exactJson(written);
      return resultJson;
    },
  };
  const { scenario, provenance, inputs: sources } = loaded;
  const asked = underNames(loaded.document, (file) => file);
  const report: ResultFile = {
    path: REPORT_FILE,
    content: () =>
      makeReport({
        data: { document: written, scenario, asked, schedule: plan?.schedule, provenance, inputs: sources },
        resultJson: Buffer.from(resultJson),
        format: 'html',
        language: 'en',
      }),
  };
  const all = [...files, last, ...(hasReport ? [report] : [])];
  await writeWholeDirectory(directory, all, refuseStrangers, signal);
  return written;
}

function hashed({ path, content }: HashedFile, hashes: Map<string, string>): HashedFile {
  return {
    path,
    content: () => {
      const written = content();
      hashes.set(path, sha256Of(typeof written === 'string' ? Buffer.from(written) : written));
      return written;
    },
  };
}

/**
 * Whether a result could be written there now; nothing is left behind.
 *
 * @throws ResultError where something other than a result stands there, or whatever the system refuses with
 */
export function tryResultDirectory(directory: string): Promise<void> {
  return tryWholeDirectory(directory, refuseStrangers);
}

function planFiles({ scenario }: LoadedScenario, plan: VerifiedPlan, format: ScheduleFormat): HashedFile[] {
  const { schedule, buildOut, proofs } = plan;
  const tables = schedule.phases.flatMap((phase) =>
    phase.weatherYears.map((flows, at): HashedFile => {
      const { year } = scenario.weatherYears[at]!;
      const path = scheduleFile(phase.name, flows.name, format);
      return {
        path,
        content: () => {
          const columns = finite(path, columnsOf(flows));
          return format === 'csv' ? tableToCsv(year, columns) : tableToParquet(year, columns);
        },
      };
    }),
  );
  return [...tables, ...proofFiles(buildOut, proofs)];
}

function finite(path: string, columns: Column[]): Column[] {
  for (const { name, values } of columns) {
    const hour = values.findIndex((value) => !Number.isFinite(value));
    if (hour !== -1) throw new RangeError(`${path}: ${name} is ${values[hour]} in hour ${hour}.`);
  }
  return columns;
}

const ours = new Set([RESULT_FILE, SCENARIO_FILE, INPUTS, LEDGER_FOLDER, 'schedule', 'proof']);
const isReport = (name: string) => /^report\.[\w.]+$/.test(name);

/** A result is replaced; notes, profiles or a home directory are not. */
async function refuseStrangers(place: string, found: readonly string[] | 'no directory'): Promise<void> {
  const problem = await strangeness(place, found);
  if (problem === undefined) return;
  const expected = 'Name a directory that is new, empty, or holds a result and nothing else.';
  throw new ResultError(basename(place), [{ code: 'result.occupied', where: place, problem, expected }]);
}

async function strangeness(place: string, found: readonly string[] | 'no directory'): Promise<string | undefined> {
  if (found === 'no directory') return 'a file stands there';
  const strangers = found.filter((name) => !ours.has(name) && !isReport(name));
  if (strangers.length > 0) {
    return `holds ${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''}, which would be lost`;
  }
  return (await isResult(place)) ? undefined : `holds no ${RESULT_FILE} of ours, and what it holds would be lost`;
}

async function isResult(directory: string): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(await readFile(join(directory, RESULT_FILE), 'utf8'));
    return typeof value === 'object' && value !== null && 'schemaVersion' in value;
  } catch {
    return false;
  }
}
