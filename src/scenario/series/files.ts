/** The files around a scenario: hourly profiles, each read once, and the set of technology data. */

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue, Warning } from '../../errors.ts';
import type { ProfileFile } from '../../profiles/profile.ts';
import { rememberingReader } from '../../profiles/read.ts';
import type { Reading } from '../document/parse.ts';
import type { Fault } from '../faults/fault.ts';
import type { ScenarioInput } from '../scenario-input.ts';
import { most } from '../schema/bounds.ts';
import { type CostSet, costSets } from '../schema/schema.ts';
import { parseTechnologies } from '../technologies/parse.ts';
import { shippedTechnologies, technologiesFor } from '../technologies/places.ts';
import type { TechnologySet } from '../technologies/technologies.ts';
import { type ProfileReader, readProfiles } from './profile-files.ts';

export interface LoadOptions {
  readonly readProfile?: ProfileReader;
  /** Directory of the sets of technology data. */
  readonly technologies?: string;
  /** Content hash that a result gives of the scenario. */
  readonly asked?: unknown;
}

export interface NamedFiles {
  /** By reading key: the name the scenario gives, with the weather year filled in, and what it states about the file. */
  readonly profiles: ReadonlyMap<string, ProfileFile>;
  readonly technologies?: TechnologySet;
  readonly inputs: readonly ScenarioInput[];
  /** Files that cannot be opened and questions that they leave open, told where the scenario names them. */
  readonly faults: readonly Fault[];
  /** Faults inside the files. */
  readonly issues: readonly Issue[];
  /** Doubts about the files. */
  readonly warnings: readonly Warning[];
}

export async function readNamedFiles(reading: Reading, directory: string, options: LoadOptions): Promise<NamedFiles> {
  if (!reading.source.isReadable) return { profiles: new Map(), inputs: [], faults: [], issues: [], warnings: [] };
  const profiles = await readProfiles(reading, directory, options.readProfile ?? rememberingReader());
  const technologies = await readTechnologies(
    reading.draft.costSet ?? 'dea',
    options.technologies ?? technologiesFor(directory),
  );
  return {
    profiles: profiles.files,
    ...(technologies.set === undefined ? {} : { technologies: technologies.set }),
    inputs: [...profiles.inputs, ...technologies.inputs],
    faults: profiles.faults,
    issues: [...technologies.issues, ...profiles.issues],
    warnings: profiles.warnings,
  };
}

async function readTechnologies(
  costSet: CostSet,
  directory: string,
): Promise<{ set?: TechnologySet; inputs: ScenarioInput[]; issues: readonly Issue[] }> {
  const path = join(directory, `${costSet}.yaml`);
  const { text, sha256, issue } = await readText(path);
  if (issue !== undefined) return { inputs: [], issues: [issue] };
  const input: ScenarioInput = { kind: 'technologies', file: `${costSet}.yaml`, sha256, synthetic: false };
  return { ...parseTechnologies(text, path), inputs: [input] };
}

/** Every set that ships, as its files hold it. */
export async function shippedTechnologySets(): Promise<TechnologySet[]> {
  const sets = await Promise.all(costSets.map((name) => readTechnologies(name, shippedTechnologies)));
  return sets.flatMap(({ set }) => set ?? []);
}

type Text =
  | { text: string; sha256: string; issue?: undefined }
  | { issue: Issue; text?: undefined; sha256?: undefined };

/** The text of a file and the hash of its bytes, or why it has none. */
export async function readText(path: string): Promise<Text> {
  try {
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = await handle.stat();
    if (!status.isFile()) throw new Error('not a file');
    if (status.size > most.bytes) {
      const problem = `${status.size.toLocaleString('en-US')} bytes are too many`;
      const expected = `Expected at most ${most.bytes.toLocaleString('en-US')}.`;
      return { issue: { code: 'scenario.too-large', where: path, problem, expected, file: path } };
    }
    const bytes = await handle.readFile();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, sha256: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const problem = isAbsent ? 'no such file' : error instanceof Error ? error.message : String(error);
    return {
      issue: { code: 'scenario.unreadable', where: path, problem, expected: 'a text file in UTF-8', file: path },
    };
  }
}
