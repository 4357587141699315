/** The files around a scenario: hourly profiles, each read once, and the set of technology data. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Issue, ProfileError } from '../errors.ts';
import type { ProfileFile } from '../profiles/profile.ts';
import { readProfileFile } from '../profiles/read.ts';
import type { Fault } from './fault.ts';
import type { Reading } from './parse.ts';
import { fileFor } from './references.ts';
import type { CostSet } from './schema.ts';
import { parseTechnologies, type TechnologySet } from './technologies.ts';

export interface LoadOptions {
  /** Reads one profile file; throws ProfileError. */
  readonly readProfile?: (path: string) => Promise<ProfileFile>;
  /** Directory of the sets of technology data. */
  readonly technologies?: string;
}

/** A file the scenario was made from. */
export interface ScenarioInput {
  readonly kind: 'profile' | 'technologies';
  /** Profiles as the scenario names them, with the weather year filled in. */
  readonly file: string;
  /** Hex, of the bytes as read. */
  readonly sha256: string;
  /** True for series that were generated, not measured. */
  readonly synthetic: boolean;
}

export interface NamedFiles {
  /** By the name the scenario gives, with the weather year filled in. */
  readonly profiles: ReadonlyMap<string, ProfileFile>;
  readonly technologies?: TechnologySet;
  readonly inputs: readonly ScenarioInput[];
  /** Files that cannot be opened, told where the scenario names them. */
  readonly faults: readonly Fault[];
  /** Faults inside the files. */
  readonly issues: readonly Issue[];
}

const shippedTechnologies = fileURLToPath(new URL('../../data/technologies', import.meta.url));

export async function readNamedFiles(reading: Reading, directory: string, options: LoadOptions): Promise<NamedFiles> {
  if (!reading.source.isReadable) return { profiles: new Map(), inputs: [], faults: [], issues: [] };
  const profiles = await readProfiles(reading, directory, options.readProfile ?? readProfileFile);
  const technologies = await readTechnologies(
    reading.draft.costSet ?? 'dea',
    options.technologies ?? shippedTechnologies,
  );
  return {
    profiles: profiles.files,
    ...(technologies.set === undefined ? {} : { technologies: technologies.set }),
    inputs: [...profiles.inputs, ...technologies.inputs],
    faults: profiles.faults,
    issues: [...technologies.issues, ...profiles.issues],
  };
}

interface Profiles {
  readonly files: Map<string, ProfileFile>;
  readonly inputs: ScenarioInput[];
  readonly faults: Fault[];
  readonly issues: Issue[];
}

async function readProfiles(
  { uses, draft }: Reading,
  directory: string,
  readProfile: (path: string) => Promise<ProfileFile>,
): Promise<Profiles> {
  const profiles: Profiles = { files: new Map(), inputs: [], faults: [], issues: [] };
  const read = new Map<string, Promise<ProfileFile | ProfileError>>();
  const tried = new Set<string>();
  for (const { path, reference } of uses) {
    for (const weatherYear of draft.weatherYears) {
      if (weatherYear.name === undefined) continue;
      const file = fileFor(reference, weatherYear.name);
      if (file.includes('{') || tried.has(file)) continue;
      tried.add(file);
      const place = isAbsolute(file) ? file : join(directory, file);
      // One file may go by two names; it is read once all the same.
      const isFirst = !read.has(resolve(place));
      const reading = read.get(resolve(place)) ?? readProfile(place).catch(onlyProfileErrors);
      read.set(resolve(place), reading);
      const answer = await reading;
      if (!(answer instanceof ProfileError)) {
        profiles.files.set(file, answer);
        profiles.inputs.push({ kind: 'profile', file, sha256: answer.sha256, synthetic: answer.synthetic });
      } else if (answer.issues.every(({ code }) => code === 'profile.unreadable')) {
        profiles.faults.push(...answer.issues.map((issue) => unreadable(issue, [...path, 'file'], file)));
      } else if (isFirst) {
        profiles.issues.push(...answer.issues);
      }
    }
  }
  return profiles;
}

function onlyProfileErrors(error: unknown): ProfileError {
  if (error instanceof ProfileError) return error;
  throw error;
}

function unreadable({ code, problem, expected }: Issue, path: Fault['path'], file: string): Fault {
  return { code, path, problem: `${file} cannot be read: ${problem}`, ...(expected === undefined ? {} : { expected }) };
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

type Text =
  | { text: string; sha256: string; issue?: undefined }
  | { issue: Issue; text?: undefined; sha256?: undefined };

/** The text of a file and the hash of its bytes, or why it has none. */
export async function readText(path: string): Promise<Text> {
  try {
    const bytes = await readFile(path);
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
