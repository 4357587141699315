/** A ledger made again from the profiles and the schedule of its result, and compared row by row. */

import { ResultError } from '../../errors.ts';
import { canonicalJson } from '../../scenario/document/canonical-json.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import { LEDGER_FOLDER } from '../files/file-names.ts';
import { type Inside, listInside, openInside, readInside } from '../files/inside-directory.ts';
import { readJson } from '../files/read-json.ts';
import { differencesOf } from './compare-tables.ts';
import { choiceSchema, LEDGER_DOCUMENT, LEDGER_FILE, type LedgerChoice } from './ledger-document.ts';
import { type LedgerFile, ledgerFiles } from './make-ledger.ts';
import { planInside } from './write-ledger.ts';

export interface LedgerVerification extends LedgerChoice {
  /** Every file is what the profiles and the schedule give. */
  readonly verified: boolean;
  readonly files: number;
  readonly disagreements: readonly Disagreement[];
}

/**
 * Takes nothing of a ledger for true but the order of its storages and its format. That the schedule keeps the laws is
 * for `verifyResultDirectory` to say.
 *
 * @throws ResultError where there is no ledger, or no schedule that can be accounted for
 */
export async function verifyLedger(directory: string): Promise<LedgerVerification> {
  const inside = await openInside(directory);
  const choice = await readJson(inside, LEDGER_FILE, choiceSchema);
  if (choice === undefined) throw new ResultError(directory, inside.issues.map(withRemedy));
  const source = await planInside(directory);
  const disagreements: Disagreement[] = [];
  const expected = new Set<string>();
  for await (const file of ledgerFiles(source, choice)) {
    expected.add(`${LEDGER_FOLDER}/${file.path}`);
    disagreements.push(...(await compareFile(inside, file, choice)));
  }
  for (const path of await listInside(inside)) {
    if (path.startsWith(`${LEDGER_FOLDER}/`) && !expected.has(path)) {
      disagreements.push({ where: path, problem: 'stands there and is no file of the ledger' });
    }
  }
  return { ...choice, verified: disagreements.length === 0, files: expected.size, disagreements };
}

function withRemedy<T extends { readonly expected?: string }>(issue: T): T {
  return { ...issue, expected: 'A ledger inside the result; hourmatch ledger <result-dir> writes one.' };
}

async function compareFile(
  inside: Inside,
  { path, bytes }: LedgerFile,
  { format }: LedgerChoice,
): Promise<Disagreement[]> {
  const where = `${LEDGER_FOLDER}/${path}`;
  const stated = await readInside(inside, where, true);
  if (stated === undefined) return [{ where, problem: 'is missing, or no file that can be read' }];
  if (Buffer.compare(stated, bytes) === 0) return [];
  if (path === LEDGER_DOCUMENT) return compareDocuments(where, stated, bytes);
  return (await differencesOf(stated, bytes, format)).map(({ place, problem }) => ({
    where: `${where} ${place}`,
    problem,
  }));
}

function compareDocuments(where: string, stated: Uint8Array, own: Uint8Array): Disagreement[] {
  const differences = [...fieldsThatDiffer(parsed(stated), parsed(own), '')];
  if (differences.length === 0) return [{ where, problem: 'every field is right, but laid out otherwise' }];
  return differences.map(({ path, problem }) => ({ where: `${where} ${path}`.trimEnd(), problem }));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

function* fieldsThatDiffer(stated: unknown, own: unknown, path: string): Generator<{ path: string; problem: string }> {
  if (canonicalJson(stated) === canonicalJson(own)) return;
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isRecord(stated) || !isRecord(own)) {
    const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 100));
    yield { path, problem: `${shown(stated)} stands where the files give ${shown(own)}` };
    return;
  }
  for (const field of new Set([...Object.keys(stated), ...Object.keys(own)])) {
    yield* fieldsThatDiffer(stated[field], own[field], path === '' ? field : `${path}.${field}`);
  }
}
