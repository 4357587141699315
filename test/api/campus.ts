/** The smallest campus there is, as a client of the API sends it: a year of hours, solved in a moment. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { type Changes, writeTinyScenario } from '../cli/tiny-scenario.ts';

export interface Campus {
  /** Names the profile `profile:year`. */
  readonly scenario: Record<string, unknown>;
  readonly profile: Buffer;
}

export async function tinyCampus(changes: Changes = []): Promise<Campus> {
  await using place = await temporaryDirectory();
  const path = await writeTinyScenario(place.path, changes);
  const text = (await readFile(path, 'utf8')).replaceAll("'year.csv'", "'profile:year'");
  return { scenario: parse(text) as Record<string, unknown>, profile: await readFile(join(place.path, 'year.csv')) };
}

/** A form as curl sends it. */
export function formOf(parts: Readonly<Record<string, string | Buffer>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(value)]), 'year.csv');
  }
  return form;
}
