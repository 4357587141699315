/** A form with one file and perhaps its name, read within bounds. */

import type { FastifyRequest } from 'fastify';
import type { Issue } from '../src/index.ts';
import { Problem } from './problem.ts';
import { profileName } from './schemas/profile.ts';

export const LARGEST_UPLOAD_BYTES = 32 * 2 ** 20;

export interface Upload {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** @throws Problem where the form holds anything but `file` and `name` */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    const detail = 'Send a form: curl -F file=@year.csv -F name=year-2005. multipart/form-data is read here.';
    throw new Problem('body.unsupported', { detail });
  }
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
