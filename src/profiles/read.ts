/** From a profile file to its series. */
import { resolve } from 'node:path';
import { FaultList } from './faults.ts';
import { bytesOfFile } from './file/bytes.ts';
import type { UnpackedText } from './file/containers/unpack.ts';
import { profilesOf } from './foreign-profile.ts';
import { type Explanation, explain } from './import/explanation.ts';
import { doubtsAbout } from './inspection/doubts.ts';
import type { ProfileFile } from './profile.ts';
import { addContradiction } from './questions/questions.ts';
import { type ReadingOptions, type ReadingRequest, statedOptions } from './questions/reading-options.ts';
import { type ForeignRecord, type NativeRecord, recordFile, textIn } from './recording/recorded-file.ts';

/**
 * Reads the bytes of a profile file; `file` is the name that faults will carry, `inside` the text that they hold in another form. Without a request, a foreign file is asked
 * for the only capacity factors it has.
 *
 * @throws ProfileError with every question and fault that was found
 */
export function parseProfile(
  bytes: Uint8Array,
  file: string,
  request: ReadingRequest = onlyCapacityFactors,
  inside?: UnpackedText,
): ProfileFile {
  return profileOf(recordFile(bytes, file, request.options, inside), request);
}

const onlyCapacityFactors: ReadingRequest = { columns: [{ unit: 'capacityFactor' }], options: {} };

/** The profiles of a file that was recorded before, with the format's answers of the same options. */
function profileOf(record: NativeRecord | ForeignRecord, request: ReadingRequest): ProfileFile {
  const { file, format, sha256 } = record;
  if (record.content === undefined)
    return { file, format, sha256, ...profilesOf(record.recording, request, record.faults) };
  requireNoOptions(record, request.options);
  const { recording, content } = record;
  const isAsked = (name: string) => request.columns.some((column) => column.name === undefined || column.name === name);
  const asked = recording.columns.filter(({ name }) => isAsked(name));
  const warnings = doubtsAbout(recording, recording, asked);
  return { file, format, sha256, ...content, ...(warnings.length > 0 ? { warnings } : {}) };
}

/** A native file says all of itself; only its own year may be named. */
function requireNoOptions({ file, content }: NativeRecord, options: ReadingOptions): void {
  const faults = new FaultList(file);
  for (const name of statedOptions(options)) {
    if (name === 'year' && options.year === content.year) continue;
    const problem =
      name === 'year'
        ? `${options.year}, but the file is of ${content.year}`
        : 'the file is native and leaves nothing open';
    addContradiction(faults, name, problem);
  }
  faults.throwIfAny();
}

/**
 * Reads and checks a profile file of any known format.
 *
 * @throws ProfileError with every question and fault, also where the file cannot be opened
 */
export async function readProfileFile(path: string, request?: ReadingRequest): Promise<ProfileFile> {
  const bytes = await bytesOfFile(path);
  return parseProfile(bytes, path, request, await textIn(bytes, path, request?.options.part));
}

/**
 * The same of a foreign file, with how it was read; undefined in place of that for a native one.
 *
 * @throws ProfileError as `readProfileFile`
 */
export async function explainedProfileFile(
  path: string,
  request: ReadingRequest,
): Promise<{ readonly read: ProfileFile; readonly explanation: Explanation | undefined }> {
  const bytes = await bytesOfFile(path);
  const record = recordFile(bytes, path, request.options, await textIn(bytes, path, request.options.part));
  const read = profileOf(record, request);
  return { read, explanation: record.content === undefined ? explain(record.recording, read, request) : undefined };
}

/**
 * A reader that opens and records each file once, however many years and columns are then taken from it.
 *
 * @param bytesOf gives the bytes of a file, or throws ProfileError; from the disk unless they are kept elsewhere
 */
export function rememberingReader(
  bytesOf: (path: string) => Promise<Uint8Array> = bytesOfFile,
): (path: string, request: ReadingRequest) => Promise<ProfileFile> {
  const records = new Map<string, Promise<NativeRecord | ForeignRecord>>();
  return async (path, request) => {
    const { options } = request;
    const { dates, decimal, missing, start, step, part } = options;
    const key = JSON.stringify([resolve(path), dates, decimal, missing, start, step, part]);
    const record =
      records.get(key) ??
      bytesOf(path).then(async (bytes) => recordFile(bytes, path, options, await textIn(bytes, path, part)));
    records.set(key, record);
    return profileOf(await record, request);
  };
}
