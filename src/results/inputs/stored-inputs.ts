/** Copies of what a scenario was made from, and the scenario pointing at them, so that a result stands on its own. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { type Issue, ResultError } from '../../errors.ts';
import type { LoadedScenario } from '../../scenario/load.ts';
import type { ScenarioInput } from '../../scenario/scenario-input.ts';
import type { ScenarioDocument } from '../../scenario/schema/schema.ts';
import { fileFor } from '../../scenario/series/references.ts';
import { technologiesFor } from '../../scenario/technologies/places.ts';
import { INPUTS, TECHNOLOGIES } from '../files/file-names.ts';

/** A file the scenario was made from, and where its copy stands in the result directory. */
export interface StoredInput extends ScenarioInput {
  readonly storedAs: string;
}

/** `scenario.json`. */
export interface StoredScenario {
  readonly schemaVersion: 1;
  readonly contentHash: string;
  /** As solved, with references to the copies. */
  readonly scenario: ScenarioDocument;
  readonly inputs: readonly StoredInput[];
}

/** Gives the bytes of an input of a scenario. */
export type InputReader = (input: ScenarioInput) => Promise<Uint8Array>;

/** Reads the inputs of a scenario that was loaded from a directory. */
export function inputsOnDisk(scenarioDirectory: string): InputReader {
  return ({ kind, file }) => {
    if (kind === 'technologies') return readFile(join(technologiesFor(scenarioDirectory), file));
    return readFile(isAbsolute(file) ? file : join(scenarioDirectory, file));
  };
}

/**
 * References to profiles become `inputs/<number>/…`: by number, for two files of one name may come from two places. What
 * depends on the weather year still does.
 */
export function storedScenario({ document, contentHash, inputs }: LoadedScenario): StoredScenario {
  const templates = new Map<string, string>();
  const scenario = withReferences(document, (file) => {
    const stored = templates.get(file) ?? storedTemplate(file, templates.size + 1);
    templates.set(file, stored);
    return stored;
  }) as ScenarioDocument;
  const stored = inputs.flatMap((input): StoredInput[] => {
    if (input.kind === 'technologies') return [{ ...input, storedAs: `${TECHNOLOGIES}/${input.file}` }];
    // `{weatherYear}.csv` and `2005.csv` may be one file; each reference has its copy all the same.
    const places = [...templates].flatMap(([file, template]) =>
      document.weatherYears
        .filter(({ name }) => fileFor({ file, column: '' }, name) === input.file)
        .map(({ name }) => fileFor({ file: template, column: '' }, name)),
    );
    return [...new Set(places)].map((storedAs) => ({ ...input, storedAs }));
  });
  return { schemaVersion: 1, contentHash, scenario, inputs: stored };
}

function storedTemplate(file: string, number: number): string {
  return `${INPUTS}/${number}/${file.includes('{weatherYear}') ? '{weatherYear}' : 'profile'}.csv`;
}

/** A document whose references to files name others. */
export function withReferences(part: unknown, stored: (file: string) => string): unknown {
  if (Array.isArray(part)) return part.map((item) => withReferences(item, stored));
  if (typeof part !== 'object' || part === null) return part;
  const { file, column } = part as { file?: unknown; column?: unknown };
  if (typeof file === 'string' && typeof column === 'string') return { ...part, file: stored(file) };
  return Object.fromEntries(Object.entries(part).map(([field, value]) => [field, withReferences(value, stored)]));
}

/** Each reference with what its files are called, by weather year: `sun-2005.csv … sun-2024.csv`. */
export function underNames(document: ScenarioDocument, nameOf: (file: string) => string): ScenarioDocument {
  return withReferences(document, (template) => {
    const files = document.weatherYears.map(({ name }) => nameOf(fileFor({ file: template, column: '' }, name)));
    const names = [...new Set(files)];
    return names.length > 2 ? `${names[0]} … ${names.at(-1)}` : names.join(', ');
  }) as ScenarioDocument;
}

/**
 * The bytes of every input, as they were when the scenario was read.
 *
 * @throws ResultError with every file that is gone or has changed since.
 */
export async function copiedInputs(
  subject: string,
  inputs: readonly StoredInput[],
  read: InputReader,
): Promise<{ readonly storedAs: string; readonly bytes: Uint8Array }[]> {
  const issues: Issue[] = [];
  const copies = [];
  for (const input of inputs) {
    const { file, sha256, storedAs } = input;
    const bytes = await read(input).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (bytes instanceof Error) {
      issues.push({ code: 'result.unreadable', where: 'file', problem: `cannot be copied: ${bytes.message}`, file });
    } else if (sha256Of(bytes) !== sha256) {
      const problem = 'the file has changed since the scenario was read';
      issues.push({ code: 'result.changed', where: 'file', problem, expected: 'Solve again.', file });
    } else {
      copies.push({ storedAs, bytes });
    }
  }
  if (issues.length > 0) throw new ResultError(subject, issues);
  return copies;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
