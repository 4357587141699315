/** A result directory → what it holds, or all that is wrong with it. */

import { basename } from 'node:path';
import { ResultError } from '../errors.ts';
import type { LoadedScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import type { Proof } from '../studies/answer.ts';
import { type Companions, readCompanions } from './companions.ts';
import { type ClaimedDocument, claimedSchema } from './document/claimed-document.ts';
import { dualsFile, PROOF_FILE, partDualsFile, RESULT_FILE } from './files/file-names.ts';
import { type Inside, listInside, openInside, readInside, unreadable } from './files/inside-directory.ts';
import { readJson, readWholeJson } from './files/read-json.ts';
import { isReportFile } from './files/report-files.ts';
import { readSchedule } from './hours/read-schedule.ts';
import { readStoredScenario } from './inputs/read-scenario.ts';
import type { StoredInput } from './inputs/stored-inputs.ts';
import { dualsOfBytes, proofSchema, scopeOf } from './proof-files.ts';

export interface ResultDirectory {
  readonly document: ClaimedDocument;
  /** `result.json` with whatever else it says. */
  readonly raw: object;
  /** The scenario as solved; its files are the copies inside the directory. */
  readonly loaded: LoadedScenario;
  /** What it was made from, under the names the user gave. */
  readonly inputs: readonly StoredInput[];
  /** Absent where the result has no phases, as when it is infeasible. */
  readonly schedule?: Schedule;
  /** Absent, as the proofs, where the schedule was made elsewhere. */
  readonly buildOut?: readonly BuildOut[];
  readonly proofs?: readonly Proof[];
  /** `result.json` as it stands there. */
  readonly resultJson: Uint8Array;
  /** Bytes of the reports of it that stand there, by their path. */
  readonly reports: ReadonlyMap<string, Uint8Array>;
  /** Its ledger's document, and studies of it, as far as they stand there. */
  readonly companions: Companions;
  /** SHA-256 of each file that is a part of the result, by its path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Paths of those whose text is not laid out as hourmatch does. */
  readonly laidOutOtherwise: readonly string[];
  /** Paths of all that stands in the directory, read or not. */
  readonly found: readonly string[];
}

/**
 * Reads a result with all that is needed to verify it. Nothing outside the directory is opened, links are not followed.
 * A schedule made elsewhere may lack `proof/`, shadow prices and whatever of `result.json` can be recomputed.
 *
 * @throws ResultError with every file that is missing, damaged or changed.
 */
export async function readResultDirectory(directory: string): Promise<ResultDirectory> {
  const inside = await openInside(directory);
  if (inside.issues.length > 0) throw new ResultError(basename(directory), inside.issues);
  const result = await readWholeJson(inside, RESULT_FILE, claimedSchema);
  const document = result?.value;
  const stored = await readStoredScenario(inside);
  const proof = await readProofs(inside);
  const schedule = document && stored && (await readScheduleOf(inside, stored.loaded.scenario, document));
  if (document && stored) compareOrigin(inside, document, stored.loaded);
  const found = await listInside(inside);
  const reports = await readReports(inside, found);
  const resultJson = result && (await readInside(inside, RESULT_FILE));
  if (!result || !document || !stored || !resultJson || inside.issues.length > 0) {
    throw new ResultError(basename(directory), inside.issues);
  }
  const companions = await readCompanions(inside, stored.loaded.contentHash);
  return {
    document,
    raw: result.raw as object,
    ...stored,
    ...(schedule === undefined ? {} : { schedule }),
    ...proof,
    resultJson,
    reports,
    companions,
    hashes: inside.hashes,
    laidOutOtherwise: inside.laidOutOtherwise,
    found,
  };
}

async function readReports(inside: Inside, found: readonly string[]): Promise<Map<string, Uint8Array>> {
  const reports = new Map<string, Uint8Array>();
  for (const path of found.filter(isReportFile)) {
    const bytes = await readInside(inside, path);
    if (bytes !== undefined) reports.set(path, bytes);
  }
  return reports;
}

async function readScheduleOf(inside: Inside, scenario: Scenario, { phases }: ClaimedDocument) {
  return phases.length === 0 ? undefined : readSchedule(inside, scenario, phases);
}

/** Notes where a document says that it was made from another scenario. */
export function compareOrigin(
  inside: Inside,
  { scenario, synthetic }: ClaimedDocument,
  { contentHash, inputs }: LoadedScenario,
): void {
  const changed = (where: string, problem: string, expected: string) =>
    inside.issues.push({ code: 'result.changed', where, problem, expected, file: RESULT_FILE });
  if (scenario !== undefined && scenario.contentHash !== contentHash) {
    const problem = `${scenario.contentHash} is not the hash of the scenario beside it, ${contentHash}`;
    changed('scenario.contentHash', problem, 'the scenario that the result was made from');
  }
  const isSynthetic = inputs.some((input) => input.synthetic);
  if (synthetic !== undefined && synthetic !== isSynthetic) {
    changed('synthetic', `${synthetic}, but the profiles say otherwise`, `${isSynthetic}, as the profiles say`);
  }
}

async function readProofs(inside: Inside): Promise<{ buildOut?: readonly BuildOut[]; proofs?: readonly Proof[] }> {
  const stored = await readJson(inside, PROOF_FILE, proofSchema, true);
  if (stored === undefined) return {};
  const proofs: Proof[] = [];
  for (const [index, programme] of stored.programmes.entries()) {
    const scope = scopeOf(programme.scope);
    const rowDual = await readDuals(inside, dualsFile(index), programme.rows);
    const partDuals = 'partRows' in programme ? await readPartDuals(inside, index, programme.partRows) : undefined;
    // What is missing is an issue by now, with which nothing is answered.
    if (rowDual === undefined) continue;
    proofs.push(
      partDuals === undefined
        ? { kind: 'whole', scope, rowDual }
        : { kind: 'decomposed', scope, linkingDual: rowDual, partDuals },
    );
  }
  return { buildOut: stored.buildOut, proofs };
}

async function readPartDuals(inside: Inside, index: number, partRows: readonly number[]): Promise<Float64Array[]> {
  const partDuals: Float64Array[] = [];
  for (const [part, rows] of partRows.entries()) {
    const rowDual = await readDuals(inside, partDualsFile(index, part), rows);
    if (rowDual) partDuals.push(rowDual);
  }
  return partDuals;
}

async function readDuals(inside: Inside, file: string, rows: number): Promise<Float64Array | undefined> {
  const bytes = await readInside(inside, file);
  const rowDual = bytes && dualsOfBytes(bytes);
  if (rowDual?.length === rows) return rowDual;
  if (bytes) inside.issues.push(unreadable(file, `${bytes.length} bytes`, `${8 * rows} bytes, one Float64 a row`));
  return undefined;
}
