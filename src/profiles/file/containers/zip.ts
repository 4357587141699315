/** Entries of a zip archive, by its directory; each is unpacked within the size of the largest file that is read. */
import { inflateRawSync } from 'node:zlib';
import { refuse } from '../../faults.ts';
import { LARGEST_FILE_BYTES } from '../text.ts';

export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  /** Bytes as packed, and where their own head begins. */
  readonly packed: number;
  readonly offset: number;
}

const [END, DIRECTORY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, DIRECTORY_LENGTH, LOCAL_LENGTH] = [22, 46, 30];
/** A comment at the end may be as long. */
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 10_000;
const [STORED, DEFLATED] = [0, 8];

function refuseZip(file: string, problem: string): never {
  return refuse(file, 'profile.unreadable', { where: 'file' }, `zip: ${problem}`, 'a whole archive without a password');
}

/** @throws ProfileError where the directory does not describe the archive */
export function entriesOf(content: Uint8Array, file: string): ZipEntry[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  let end = bytes.length - END_LENGTH;
  while (end > 0 && bytes.length - end <= END_LENGTH + LONGEST_COMMENT && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0 || bytes.readUInt32LE(end) !== END) return refuseZip(file, 'no directory at its end');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  if (count > MOST_ENTRIES) refuseZip(file, `${count} files`);
  for (let index = 0; index < count; index++) {
    const isWhole = at + DIRECTORY_LENGTH <= end && bytes.readUInt32LE(at) === DIRECTORY;
    if (!isWhole) return refuseZip(file, 'a directory that is cut off');
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + DIRECTORY_LENGTH, at + DIRECTORY_LENGTH + nameLength);
    if ((flags & 1) === 1) refuseZip(file, `${JSON.stringify(name)} is encrypted`);
    if (method !== STORED && method !== DEFLATED)
      refuseZip(file, `${JSON.stringify(name)} is packed in a way of its own`);
    const offset = bytes.readUInt32LE(at + 42);
    entries.push({ name, isStored: method === STORED, packed: bytes.readUInt32LE(at + 20), offset });
    at += DIRECTORY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** @throws ProfileError for an entry that is damaged, or larger than what is read */
export function bytesOfEntry(
  content: Uint8Array,
  { name, isStored, packed, offset }: ZipEntry,
  file: string,
): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const isWhole = offset + LOCAL_LENGTH <= bytes.length && bytes.readUInt32LE(offset) === LOCAL;
  if (!isWhole) return refuseZip(file, `${JSON.stringify(name)} is not where the directory says`);
  const from = offset + LOCAL_LENGTH + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length < packed) return refuseZip(file, `${JSON.stringify(name)} is cut off`);
  if (isStored) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: LARGEST_FILE_BYTES });
  } catch (error) {
    return refuseZip(file, `${JSON.stringify(name)}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
