import type * as z from 'zod';
import { exactJson } from './exact-json.ts';
import { type Inside, readInside, reasonOf, unreadable } from './inside-directory.ts';

/** A JSON file as a schema reads it; undefined, with all its faults noted, where it does not. */
export async function readJson<T extends z.ZodType>(
  inside: Inside,
  file: string,
  schema: T,
  mayBeAbsent = false,
): Promise<z.output<T> | undefined> {
  return (await readWholeJson(inside, file, schema, mayBeAbsent))?.value;
}

/** The same with all that the schema leaves out. */
export async function readWholeJson<T extends z.ZodType>(
  inside: Inside,
  file: string,
  schema: T,
  mayBeAbsent = false,
): Promise<{ readonly value: z.output<T>; readonly raw: unknown } | undefined> {
  const bytes = await readInside(inside, file, mayBeAbsent);
  if (bytes === undefined) return undefined;
  const written = parse(inside, file, bytes);
  if (written === undefined) return undefined;
  const { raw, text } = written;
  const read = schema.safeParse(raw);
  if (read.success) {
    if (text !== exactJson(raw)) inside.laidOutOtherwise.push(file);
    return { value: read.data, raw };
  }
  for (const { path, message } of read.error.issues) {
    inside.issues.push(unreadable(file, message, 'a result of this version of hourmatch', whereOf(path) || 'file'));
  }
  return undefined;
}

function parse(inside: Inside, file: string, bytes: Uint8Array): { raw: unknown; text: string } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { raw: JSON.parse(text), text };
  } catch (error) {
    inside.issues.push(unreadable(file, reasonOf(error), 'JSON in UTF-8'));
    return undefined;
  }
}

/** `phases[0].renewables.coast` */
function whereOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (where, part) => (typeof part === 'number' ? `${where}[${part}]` : `${where}${where && '.'}${String(part)}`),
    '',
  );
}
