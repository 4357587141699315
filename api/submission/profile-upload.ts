/** A form with one file and perhaps its name, read within bounds. */

import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Issue } from '../../src/index.ts';
import { limitConcurrency } from '../concurrency.ts';
import { Problem } from '../http/problem.ts';
import { profileName } from '../schemas/profile.ts';

export const LARGEST_UPLOAD_BYTES = 32 * 2 ** 20;

/** Each is whole in memory while it is read and looked into. */
export const uploadLimit = limitConcurrency(4);

export interface Upload {
  /** Its buffer is nobody else's. */
  readonly bytes: Uint8Array<ArrayBuffer>;
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

/**
 * Written down as it comes: joined at its end, 32 MB would be one long call. Room that nothing is written to takes no memory.
 *
 * @param most bytes there can be, where that is known
 */
async function gathered(file: MultipartFile['file'], most: number): Promise<Uint8Array<ArrayBuffer>> {
  const room = new Uint8Array(Math.min(LARGEST_UPLOAD_BYTES, Number.isFinite(most) ? most : LARGEST_UPLOAD_BYTES));
  let length = 0;
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (length + chunk.length > room.length) throw tooLarge();
    room.set(chunk, length);
    length += chunk.length;
  }
  if (file.truncated) throw tooLarge();
  return room.subarray(0, length);
}

function tooLarge(): Problem {
  const detail = `A profile has at most ${LARGEST_UPLOAD_BYTES / 2 ** 20} MB. Leave columns out, or cut it into years.`;
  return new Problem('body.too-large', { detail });
}

async function readParts(request: FastifyRequest): Promise<Upload> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  let fileName: string | undefined;
  let name: string | undefined;
  const issues: Issue[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') {
      bytes = await gathered(part.file, Number(request.headers['content-length']));
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
