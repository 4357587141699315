/** The scenarios that ship, as they would be sent: their files are profiles, named as these are. */

import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { packageFolder } from '../../src/package-folder.ts';
import { namedProfiles } from '../jobs/named-profiles.ts';

const scenarios = new URL('data/scenarios/', packageFolder);
const profiles = new URL('data/profiles/', packageFolder);

/** What is told of one; the rest is judged as any scenario is. */
interface Document extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly description?: string;
  readonly phases: readonly { readonly name: string; readonly firstYear: number; readonly itCapacityMW: number }[];
  readonly weatherYears: readonly { readonly name: string }[];
}

export interface Example {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly document: Document;
  readonly profiles: readonly string[];
}

/** Those of which all profiles ship too, the largest campus first. */
export async function shippedExamples(): Promise<Example[]> {
  const files = (await readdir(scenarios)).filter((file) => extname(file) === '.yaml');
  const examples = await Promise.all(files.map(exampleOf));
  return examples
    .filter((example) => example.profiles.every((name) => existsSync(fileOf(name))))
    .toSorted((a, b) => b.document.phases.length - a.document.phases.length || (a.name < b.name ? -1 : 1));
}

export const profileBytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(fileOf(name)));

const fileOf = (profile: string) => new URL(`${profile}.csv`, profiles);

async function exampleOf(file: string): Promise<Example> {
  const { parse } = await import('yaml');
  const document = parse(await readFile(new URL(file, scenarios), 'utf8'), (key, value: unknown) =>
    key === 'file' && typeof value === 'string' ? `profile:${basename(value, '.csv')}` : value,
  ) as Document;
  return { name: basename(file, '.yaml'), document, profiles: namedProfiles(document) };
}
