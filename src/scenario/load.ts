/**
 * A scenario file → the checked scenario with its series attached and its technologies filled in. On the way:
 * 1. `document/source.ts`: text → value, with the line of every field;
 * 2. `document/parse.ts`: value → draft, with what the schema (`faults/`) and rules across fields (`checks/`) find;
 * 3. `series/files.ts`: the profiles it names, each read once, and the set of technology data;
 * 4. `resolve.ts`: series on weather years (`series/attach.ts`), parameters filled in (`technologies/`), faults of both;
 * 5. `assemble.ts`: the scenario that everything else reads, and `doubts/` about it.
 */

import { basename, dirname } from 'node:path';
import { type Finding, ScenarioError, type Warning } from '../errors.ts';
import { assembleScenario } from './assemble.ts';
import { contentHash } from './document/content-hash.ts';
import { readScenario } from './document/parse.ts';
import { readSource } from './document/source.ts';
import { type Source, sourceOfValue } from './document/value-source.ts';
import { plausibilityDoubts } from './doubts/plausibility.ts';
import { issueOf } from './faults/fault.ts';
import { listedIssues } from './faults/listed-issues.ts';
import { resolveReading } from './resolve.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioInput } from './scenario-input.ts';
import { type ScenarioDocument, scenarioSchema } from './schema/schema.ts';
import { type LoadOptions, readNamedFiles, readText } from './series/files.ts';
import { withSavedReadings } from './series/saved-reading.ts';
import type { Provenance } from './technologies/fill.ts';

export interface LoadedScenario {
  readonly scenario: Scenario;
  /** As checked, defaults filled in. */
  readonly document: ScenarioDocument;
  readonly inputs: readonly ScenarioInput[];
  /** Equal for scenarios that ask for the same; see `contentHash`. */
  readonly contentHash: string;
  /** Where each parameter of each asset came from. */
  readonly provenance: readonly Provenance[];
  /** What is asked about before anything is solved: implausible magnitudes, and what the readers of its files doubt. */
  readonly warnings: readonly Warning[];
}

export interface TextOptions extends LoadOptions {
  /** What messages call the document. */
  readonly file: string;
  readonly directory: string;
}

/**
 * Reads a scenario, the profiles it names (each file once) and its set of technology data. The `scenario.json` of a result
 * is read with the copies beside it.
 *
 * @throws ScenarioError with every fault of the scenario and of its files together.
 */
export async function loadScenario(path: string, options: LoadOptions = {}): Promise<LoadedScenario> {
  const { text, issue } = await readText(path);
  if (issue !== undefined) throw new ScenarioError(basename(path), [issue]);
  const source = readSource(text, path);
  const asked = askedInResult(source.value);
  if (asked === undefined) return loadFrom(await withSavedReadings(source, dirname(path)), dirname(path), options);
  const loaded = await loadFrom(sourceOfValue(asked.scenario, path), dirname(path), {
    ...options,
    asked: asked.contentHash,
  });
  if (loaded.contentHash === asked.contentHash) return loaded;
  const problem = `what stands beside it asks for something else than the scenario of hash ${asked.contentHash}`;
  const expected = 'Solve the scenario that the result was made from, or a copy of the result that nobody changed.';
  throw new ScenarioError(basename(path), [{ code: 'scenario.conflict', where: 'contentHash', problem, expected }]);
}

/** The scenario inside the `scenario.json` of a result, and its hash as it was solved. */
function askedInResult(value: unknown): { readonly scenario: unknown; readonly contentHash: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { scenario, contentHash: asked, schemaVersion } = value as Record<string, unknown>;
  return schemaVersion === 1 && typeof scenario === 'object' ? { scenario, contentHash: asked } : undefined;
}

/** The same for a text that is already at hand; the files it names are relative to `directory`. */
export async function loadScenarioText(
  text: string,
  { file, directory, ...options }: TextOptions,
): Promise<LoadedScenario> {
  return loadFrom(readSource(text, file), directory, options);
}

/** The same for a document that is already a value; its files are relative to `directory`. */
export async function loadScenarioDocument(
  value: unknown,
  { file, directory, ...options }: TextOptions,
): Promise<LoadedScenario> {
  return loadFrom(sourceOfValue(value, file), directory, options);
}

async function loadFrom(source: Source, directory: string, options: LoadOptions): Promise<LoadedScenario> {
  const reading = readScenario(source);
  const files = await readNamedFiles(reading, directory, options);
  const { faults, attached, assets } = resolveReading(reading, files);
  const found = [...byPlace(faults.map((fault) => issueOf(fault, source))), ...files.issues];
  if (found.length > 0 || assets === undefined) {
    const { issues, total } = listedIssues(found, reading.unworded, source.file);
    throw new ScenarioError(basename(source.file), issues, total);
  }
  const document = scenarioSchema.parse(source.value);
  const profiles = files.inputs.filter(({ kind }) => kind === 'profile');
  const hashes = new Map(profiles.map(({ file, sha256 }) => [file, sha256]));
  const scenario = assembleScenario(document, attached, assets);
  const doubts = [...plausibilityDoubts(scenario), ...assets.doubts].map((doubt) => issueOf(doubt, source));
  return {
    scenario,
    document,
    inputs: files.inputs,
    contentHash: contentHash(document, hashes, assets.provenance, options.asked),
    provenance: assets.provenance,
    warnings: [...byPlace(doubts), ...files.warnings],
  };
}

/** In the order of the text; what has no line keeps its place at the end. */
function byPlace<Code>(issues: readonly Finding<Code>[]): Finding<Code>[] {
  const line = (issue: Finding<Code>) => issue.line ?? Number.POSITIVE_INFINITY;
  return issues.toSorted((a, b) => (line(a) === line(b) ? (a.column ?? 0) - (b.column ?? 0) : line(a) - line(b)));
}
