/** From a profile file to its series. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ProfileError } from '../errors.ts';
import { refuse } from './faults.ts';
import { detectFormat } from './formats/detect.ts';
import type { ProfileFile } from './profile.ts';
import { checkSize, textOfBytes } from './text.ts';

/**
 * Reads the bytes of a profile file; `file` is the name that faults will carry.
 * @throws ProfileError with every fault that was found.
 */
export function parseProfile(bytes: Uint8Array, file: string): ProfileFile {
  const text = textOfBytes(bytes, file);
  const format = detectFormat(text, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, format: format.name, sha256, ...format.read(text, file) };
}

/** The bytes of an ordinary file within the size that is read: a device or pipe could go on for ever. */
async function bytesOf(handle: FileHandle, path: string): Promise<Uint8Array> {
  const status = await handle.stat();
  if (!status.isFile()) refuse(path, 'profile.unreadable', { where: 'file' }, 'not a file', 'a CSV file');
  checkSize(status.size, path);
  const bytes = Buffer.alloc(status.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const { bytesRead: beyond } = await handle.read(Buffer.alloc(1), 0, 1, length);
  if (length < bytes.length || beyond > 0) {
    refuse(path, 'profile.unreadable', { where: 'file' }, 'changed while it was read', 'a file that nothing writes to');
  }
  return bytes;
}

/**
 * Reads and checks a profile file of any known format.
 * @throws ProfileError with every fault, also where the file cannot be opened.
 */
export async function readProfileFile(path: string): Promise<ProfileFile> {
  let bytes: Uint8Array;
  try {
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    bytes = await bytesOf(handle, path);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(path, 'profile.unreadable', { where: 'file' }, reason, 'a CSV file that may be read');
  }
  return parseProfile(bytes, path);
}
