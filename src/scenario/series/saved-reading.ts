/** Answers about files of one source, kept in a file of their own: next year's file is read by them, and scenarios name them. */

import { join } from 'node:path';
import * as z from 'zod';
import { ScenarioError } from '../../errors.ts';
import { readSource } from '../document/source.ts';
import type { Source } from '../document/value-source.ts';
import { issueOf } from '../faults/fault.ts';
import { schemaFaults } from '../faults/schema-faults.ts';
import { most } from '../schema/bounds.ts';
import { readingFields } from '../schema/reading.ts';
import { readText } from './files.ts';

const savedReading = z.strictObject({
  column: z.string().min(1).max(most.column).exactOptional().meta({ description: 'Name of the column in the files.' }),
  ...readingFields,
});

export type SavedReading = z.output<typeof savedReading>;

/** @throws ScenarioError with every fault of the file, in the words of a reference in a scenario */
export async function readSavedReading(path: string): Promise<SavedReading> {
  const { text, issue } = await readText(path);
  if (issue !== undefined) throw new ScenarioError(path, [issue]);
  const source = readSource(text, path);
  const faults = [...source.faults, ...(source.isReadable ? schemaFaults(source, savedReading).faults : [])];
  if (faults.length > 0) {
    throw new ScenarioError(
      path,
      faults.map((fault) => issueOf(fault, source)),
    );
  }
  return savedReading.parse(source.value);
}

/**
 * The same document with what its references name as `reading` in their place; fields that a reference has itself are
 * kept. Only for documents of the disk: names of files are believed.
 *
 * @throws ScenarioError with the faults of the first such file that has any
 */
export async function withSavedReadings(source: Source, directory: string): Promise<Source> {
  return { ...source, value: await expanded(source.value, directory) };
}

async function expanded(value: unknown, directory: string): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => expanded(item, directory)));
  if (typeof value !== 'object' || value === null) return value;
  const { reading, ...fields } = value as Record<string, unknown>;
  if (typeof reading === 'string' && typeof fields.file === 'string') {
    return { ...(await readSavedReading(join(directory, reading))), ...fields };
  }
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await expanded(inner, directory)] as const);
  // As own fields: `__proto__` would change the object instead of naming one.
  return Object.defineProperties(
    {},
    Object.fromEntries((await Promise.all(entries)).map(([key, inner]) => [key, { value: inner, enumerable: true }])),
  );
}
