/** A form of files → a directory, each file under the path that its part is named by; streamed, within bounds. */

import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { Problem } from '../http/problem.ts';
import { makeScratchDirectory, type ScratchDirectory } from '../store/scratch-directory.ts';
import { asForm } from './profile-upload.ts';

export const LARGEST_RESULT_BYTES = 256 * 2 ** 20;
const MOST_RESULT_FILES = 1_000;

/** What result directories are made of; no path could climb with it. */
const plainPath = /^[A-Za-z0-9][\w.{}-]{0,99}(\/[A-Za-z0-9][\w.{}-]{0,99}){0,3}$/;

/** @throws Problem where a part is no file of a result, or they are too many or too large */
export async function readResultUpload(request: FastifyRequest): Promise<ScratchDirectory> {
  if (!request.isMultipart()) {
    const detail =
      'Send a form whose parts are named by the paths of the files: curl -F result.json=@out/result.json -F …';
    throw new Problem('body.unsupported', { detail });
  }
  const directory = await makeScratchDirectory('verification');
  try {
    await asForm(() => writeParts(request, directory.path));
    return directory;
  } catch (error) {
    await directory[Symbol.asyncDispose]();
    throw error;
  }
}

async function writeParts(request: FastifyRequest, directory: string): Promise<void> {
  let left = LARGEST_RESULT_BYTES;
  const limits = { files: MOST_RESULT_FILES, fields: 0, parts: MOST_RESULT_FILES, fileSize: LARGEST_RESULT_BYTES };
  for await (const { file, fieldname } of request.files({ limits })) {
    if (!plainPath.test(fieldname)) throw refusal(fieldname);
    const place = join(directory, fieldname);
    await makeDirectory(dirname(place));
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        left -= chunk.length;
        done(left < 0 ? tooLarge() : null, chunk);
      },
    });
    // A path that comes twice is no result: what was checked would not be what was sent.
    await pipeline(file, counted, createWriteStream(place, { flags: 'wx' })).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' || error.code === 'EISDIR' ? refusal(fieldname) : error;
    });
    if (file.truncated) throw tooLarge();
  }
}

function refusal(name: string): Problem {
  const problem = `${JSON.stringify(name.slice(0, 80))} is no path of a file of a result, or comes twice`;
  const expected = 'result.json, scenario.json, report.html, schedule/…, inputs/…, proof/…, each once.';
  const issues = [{ code: 'request.unknown-field', where: name.slice(0, 80), problem, expected }] as const;
  return new Problem('request.invalid', { detail: 'The form cannot be used.', issues });
}

const tooLarge = () =>
  new Problem('body.too-large', { detail: `A result to verify has at most ${LARGEST_RESULT_BYTES / 2 ** 20} MB.` });
