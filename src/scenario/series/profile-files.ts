/** The hourly files a scenario names, each read once in each way that its references ask for. */

import { isAbsolute, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Issue, ProfileError, type Warning } from '../../errors.ts';
import type { ProfileFile } from '../../profiles/profile.ts';
import type { ColumnRequest, ReadingRequest } from '../../profiles/questions/reading-options.ts';
import { canonicalJson } from '../document/canonical-json.ts';
import type { Reading } from '../document/parse.ts';
import type { Fault } from '../faults/fault.ts';
import type { FileReading, ScenarioInput } from '../scenario-input.ts';
import { fileFor, optionsFor, readingKeyFor, type SeriesUse } from './references.ts';

/** Reads one profile file; throws ProfileError. */
export type ProfileReader = (path: string, request: ReadingRequest) => Promise<ProfileFile>;

export interface Profiles {
  /** By reading key. */
  readonly files: ReadonlyMap<string, ProfileFile>;
  /** One for each file, in the order in which they are named. */
  readonly inputs: readonly ScenarioInput[];
  readonly faults: readonly Fault[];
  readonly issues: readonly Issue[];
  readonly warnings: readonly Warning[];
}

/** A file as one or several references read it. */
interface Asked {
  readonly place: string;
  readonly request: ReadingRequest & { readonly columns: ColumnRequest[] };
  /** The references, with the names they give the file. */
  readonly named: { readonly use: SeriesUse; readonly file: string; readonly key: string }[];
}

/** What is asked of each place, by place and options, in the order of the references. */
function askedOf({ uses, draft }: Reading, directory: string): Asked[] {
  const asked = new Map<string, Asked>();
  for (const use of uses) {
    const { reference, unit } = use;
    for (const { name: weatherYear } of draft.weatherYears) {
      if (weatherYear === undefined) continue;
      const file = fileFor(reference, weatherYear);
      if (file.includes('{')) continue;
      const place = isAbsolute(file) ? file : join(directory, file);
      const options = optionsFor(reference, weatherYear);
      if (Number.isNaN(options.year)) continue;
      const way = `${resolve(place)} ${canonicalJson(options)}`;
      const one = asked.get(way) ?? { place, request: { columns: [], options }, named: [] };
      asked.set(way, one);
      const { columns } = one.request;
      if (!columns.some((other) => other.name === reference.column && other.unit === unit)) {
        columns.push({ name: reference.column, unit });
      }
      const key = readingKeyFor(reference, weatherYear);
      if (!one.named.some((other) => other.key === key)) one.named.push({ use, file, key });
    }
  }
  return [...asked.values()];
}

export async function readProfiles(reading: Reading, directory: string, read: ProfileReader): Promise<Profiles> {
  const files = new Map<string, ProfileFile>();
  const inputs = new Map<string, ScenarioInput>();
  const faults: Fault[] = [];
  const issues: Issue[] = [];
  const warnings: Warning[] = [];
  for (const { place, request, named } of askedOf(reading, directory)) {
    const answer = await read(place, request).catch(onlyProfileErrors);
    if (answer instanceof ProfileError) {
      faults.push(...named.flatMap(({ use, file }) => faultsAt(use, file, answer)));
      issues.push(...answer.issues.filter(({ code }) => !isTold(code)));
      continue;
    }
    for (const { file, key } of named) {
      files.set(key, answer);
      inputs.set(file, inputOf(file, answer, inputs.get(file)));
    }
    for (const file of new Set(named.map((one) => one.file))) warnings.push(...warningsOf(file, answer));
  }
  const order = new Map<string, number>();
  for (const { reference } of reading.uses) {
    for (const { name } of reading.draft.weatherYears) {
      const file = fileFor(reference, name ?? '');
      if (!order.has(file)) order.set(file, order.size);
    }
  }
  const inOrder = [...inputs.values()].sort((a, b) => order.get(a.file)! - order.get(b.file)!);
  return { files, inputs: inOrder, faults, issues, warnings: distinct(warnings) };
}

/** What the reader of a file doubts, under the name that the scenario gives the file. */
function warningsOf(file: string, { warnings = [] }: ProfileFile): Warning[] {
  return warnings.map(({ code, message, line, column }) => ({
    code: `profile.${code}`,
    where: column ?? 'file',
    problem: message,
    file,
    ...(line === undefined ? {} : { line }),
  }));
}

/** Each of some plain values once, in the order in which they first stand: a file that is read in two ways says a thing twice. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function onlyProfileErrors(error: unknown): ProfileError {
  if (error instanceof ProfileError) return error;
  throw error;
}

function inputOf(file: string, profile: ProfileFile, before: ScenarioInput | undefined): ScenarioInput {
  const { sha256, synthetic, format, provenance } = profile;
  const told = before?.readings ?? [];
  const isNew = provenance !== undefined && !told.some((other) => isDeepStrictEqual(other, provenance));
  const readings: readonly FileReading[] = isNew ? [...told, provenance] : told;
  return { kind: 'profile', file, sha256, synthetic, format, ...(readings.length === 0 ? {} : { readings }) };
}

/** Told where the scenario names the file: that it cannot be opened, and what only the scenario can answer. */
const isTold = (code: Issue['code']) =>
  ['profile.unreadable', 'profile.question', 'profile.contradiction', 'profile.missing-column'].includes(code);

function faultsAt({ path }: SeriesUse, file: string, { issues }: ProfileError): Fault[] {
  return issues
    .filter(({ code }) => isTold(code))
    .map(({ code, where, problem, expected }): Fault => {
      const isOption = code === 'profile.question' || code === 'profile.contradiction';
      const words = code === 'profile.unreadable' ? `${file} cannot be read: ${problem}` : `${file}: ${problem}`;
      const place = code === 'profile.missing-column' ? [...path, 'column'] : isOption ? path : [...path, 'file'];
      const told = isOption && where !== 'column' ? `${words} (${where})` : words;
      return { code, path: place, problem: told, ...(expected === undefined ? {} : { expected }) };
    });
}
