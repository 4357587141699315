/** A directory that is gone when whoever made it is done with it. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScratchDirectory extends AsyncDisposable {
  readonly path: string;
}

/** @param purpose a word of its name, for whoever finds it after a crash */
export async function makeScratchDirectory(purpose: string): Promise<ScratchDirectory> {
  const path = await mkdtemp(join(tmpdir(), `hourmatch-${purpose}-`));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
