import { open } from 'node:fs/promises';

/** A new name is on the disk when its directory is. */
export async function syncDirectory(directory: string): Promise<void> {
  await using handle = await open(directory, 'r');
  await handle.sync();
}
