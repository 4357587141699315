import { open } from 'node:fs/promises';

/** A new name is on the disk when its directory is. Windows writes names by itself, and refuses to be asked. */
export async function syncDirectory(directory: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform === 'win32') return;
  await using handle = await open(directory, 'r');
  await handle.sync();
}
