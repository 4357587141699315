/** A form with one file and perhaps its name, read within bounds. */

import type { FastifyRequest } from 'fastify';
import type { Issue } from '../src/index.ts';
import { Problem } from './problem.ts';
import { profileName } from './schemas/profile.ts';
import { takeTurns } from './turns.ts';

export const LARGEST_UPLOAD_BYTES = 32 * 2 ** 20;

/** Each is whole in memory while it is read and looked into. */
export const uploadTurns = takeTurns(4);

export interface Upload {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** @throws Problem where the form is none, or holds anything but `file` and `name` */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    const detail = 'Send a form: curl -F file=@year.csv -F name=year-2005. multipart/form-data is read here.';
    throw new Problem('body.unsupported', { detail });
  }
  return asForm(() => readParts(request));
}

/** What the reader of forms throws without a status is about a form that is cut off or breaks the rules. */
export async function asForm<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem || (error as { statusCode?: unknown }).statusCode !== undefined) throw error;
    throw new Problem('request.malformed', { detail: `The form cannot be read: ${(error as Error).message}.` });
  }
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  let bytes: Uint8Array | undefined;
  let fileName: string | undefined;
  let name: string | undefined;
  const issues: Issue[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') {
      bytes = await part.toBuffer();
      fileName = part.filename;
    } else if (part.type === 'field' && part.fieldname === 'name') {
      name = String(part.value);
    } else {
      if (part.type === 'file') part.file.resume();
      issues.push({
        code: 'request.unknown-field',
        where: part.fieldname.slice(0, 80),
        problem: 'unknown part',
        expected: 'file and name.',
      });
    }
  }
  if (bytes === undefined) {
    issues.push({
      code: 'request.missing-field',
      where: 'file',
      problem: 'no file',
      expected: 'A CSV as the part file.',
    });
  }
  const chosen = name ?? fileName?.replace(/\.(csv|txt)$/i, '') ?? '';
  if (bytes !== undefined && !profileName.safeParse(chosen).success) {
    const expected = 'Letters, digits, _ . and -, up to 100 of them, as the part name.';
    const problem = `${JSON.stringify(chosen.slice(0, 80))} cannot name a profile`;
    issues.push({ code: 'request.wrong-choice', where: 'name', problem, expected });
  }
  if (issues.length > 0 || bytes === undefined) {
    throw new Problem('request.invalid', { detail: 'The form cannot be used.', issues });
  }
  return { bytes, name: chosen };
}
