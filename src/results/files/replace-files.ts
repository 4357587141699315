/** Files of a directory replaced one by one, each whole or not at all. */

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory } from './make-directory.ts';
import { syncDirectory } from './sync-directory.ts';

/** @param files text or bytes by name, in the order in which they appear */
export async function replaceFiles(
  directory: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  await makeDirectory(directory);
  for (const [name, content] of Object.entries(files)) {
    const draft = join(directory, `.${name}.${randomUUID()}.partial`);
    try {
      await using handle = await open(draft, 'wx');
      await handle.writeFile(content);
      await handle.sync();
      await rename(draft, join(directory, name));
    } finally {
      await rm(draft, { force: true });
    }
  }
  await syncDirectory(directory);
}
