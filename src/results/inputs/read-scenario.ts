/** `scenario.json` and the copies it points to → the scenario as it was solved, or what has changed since. */

import { join } from 'node:path';
import * as z from 'zod';
import { ScenarioError } from '../../errors.ts';
import { draftOf } from '../../scenario/document/draft.ts';
import { checkScenarioDocument } from '../../scenario/document/parse.ts';
import { type LoadedScenario, loadScenarioDocument } from '../../scenario/load.ts';
import type { ScenarioInput } from '../../scenario/scenario-input.ts';
import type { ScenarioDocument } from '../../scenario/schema/schema.ts';
import { fileFor, seriesUses } from '../../scenario/series/references.ts';
import { SCENARIO_FILE, TECHNOLOGIES } from '../files/file-names.ts';
import { type Inside, readInside, unreadable } from '../files/inside-directory.ts';
import { readJson } from '../files/read-json.ts';
import { claimedInputSchema, contradictionOf } from './claimed-inputs.ts';
import { keptWarnings } from './kept-warnings.ts';
import { type StoredInput, sha256Of } from './stored-inputs.ts';

const storedSchema = z.strictObject({
  schemaVersion: z.literal(1),
  contentHash: z.string(),
  scenario: z.unknown(),
  inputs: z.array(claimedInputSchema).readonly(),
});

export interface ReadScenario {
  readonly loaded: LoadedScenario;
  /** Under the names the user gave. */
  readonly inputs: readonly StoredInput[];
}

export async function readStoredScenario(inside: Inside): Promise<ReadScenario | undefined> {
  const stored = await readJson(inside, SCENARIO_FILE, storedSchema);
  if (stored === undefined) return undefined;
  const opened = new Set<string>();
  for (const { file, storedAs, sha256 } of stored.inputs) {
    const bytes = await readInside(inside, storedAs);
    if (bytes === undefined) continue;
    opened.add(storedAs);
    if (sha256Of(bytes) !== sha256) changed(inside, storedAs, `not the ${file} that the result was made from`);
  }
  const loaded = await load(inside, stored, opened);
  if (loaded === undefined) return undefined;
  if (loaded.contentHash !== stored.contentHash && inside.issues.length === 0) {
    changed(inside, SCENARIO_FILE, `asks for something else than the scenario of hash ${stored.contentHash}`);
  }
  for (const claimed of stored.inputs) {
    const read = loaded.inputs.find((input) => input.kind === claimed.kind && placeOf(input) === claimed.storedAs);
    const contradiction = read ? contradictionOf(claimed, read) : 'it is listed, but the scenario names no such file';
    if (contradiction !== undefined) changed(inside, SCENARIO_FILE, `says of ${claimed.file}: ${contradiction}`);
  }
  const nameOf = (file: string) => stored.inputs.find(({ storedAs }) => storedAs === file)?.file ?? file;
  return { loaded: { ...loaded, warnings: keptWarnings(loaded.warnings, nameOf) }, inputs: stored.inputs };
}

/** Profiles are named by where they stand in the directory, technologies by their own name. */
const placeOf = ({ kind, file }: ScenarioInput) => (kind === 'technologies' ? `${TECHNOLOGIES}/${file}` : file);

/** The loader opens what the scenario names, so it is asked only where that was opened before, inside the directory. */
async function load(
  inside: Inside,
  { scenario, inputs, contentHash: asked }: z.output<typeof storedSchema>,
  opened: ReadonlySet<string>,
): Promise<LoadedScenario | undefined> {
  try {
    const document = checkScenarioDocument(scenario, { file: SCENARIO_FILE });
    const files = filesOf(document);
    for (const file of files.filter((name) => !inputs.some(({ storedAs }) => storedAs === name))) {
      inside.issues.push(
        unreadable(SCENARIO_FILE, `${file} is not among its inputs`, 'only files that it lists', 'inputs'),
      );
    }
    if (!files.every((file) => opened.has(file))) return undefined;
    const technologies = join(inside.root, TECHNOLOGIES);
    return await loadScenarioDocument(document, { file: SCENARIO_FILE, directory: inside.root, technologies, asked });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    inside.issues.push(...error.issues.map((issue) => ({ ...issue, file: issue.file ?? SCENARIO_FILE })));
    return undefined;
  }
}

/** Every file that a scenario makes the loader open. */
function filesOf(document: ScenarioDocument): string[] {
  const profiles = seriesUses(draftOf(document)).flatMap(({ reference }) =>
    document.weatherYears.map(({ name }) => fileFor(reference, name)),
  );
  return [...new Set([...profiles, `${TECHNOLOGIES}/${document.costSet}.yaml`])];
}

function changed(inside: Inside, file: string, problem: string): void {
  const expected = 'the files as they were when the result was made';
  inside.issues.push({ code: 'result.changed', where: 'file', problem, expected, file });
}
