/** The bytes of a profile file on disk, whole and of a bounded size. */

import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ProfileError } from '../../errors.ts';
import { refuse } from '../faults.ts';
import { checkSize } from './text.ts';

/** @throws ProfileError (profile.unreadable) where the file cannot be opened, is none, or is larger than any profile. */
export async function bytesOfFile(path: string): Promise<Uint8Array> {
  try {
    // Non-blocking: opening a pipe that nobody writes to would wait for ever.
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return await bytesOf(handle, path);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(path, 'profile.unreadable', { where: 'file' }, reason, 'a CSV file that may be read');
  }
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
