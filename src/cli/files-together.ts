/** Several files that appear together or not at all: written beside their places first, then renamed into them. */

import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { UsageError } from './exit-code.ts';

const MOST_NAMED = 3;

/** @throws UsageError that names what stands in the way and how to replace it. */
export async function requireFree(paths: readonly string[], force: boolean): Promise<void> {
  if (force) return;
  const found = await Promise.all(paths.map(isThere));
  const inTheWay = paths.filter((_, at) => found[at]).map((path) => relative('.', path) || path);
  if (inTheWay.length === 0) return;
  const more = inTheWay.length - MOST_NAMED;
  const names = [...inTheWay.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const are = inTheWay.length === 1 ? 'is' : 'are';
  throw new UsageError(`${names} ${are} already there; nothing was written. --force replaces.`);
}

export class FilesTogether implements AsyncDisposable {
  readonly #drafts: { readonly draft: string; readonly path: string }[] = [];

  /** Writes a draft and forces it to the disk; the file itself appears with `publish`. */
  async add(path: string, text: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const draft = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomUUID()}.partial`);
    this.#drafts.push({ draft, path });
    await using handle = await open(draft, 'wx');
    await handle.writeFile(text);
    await handle.sync();
  }

  /** @throws UsageError where a file has come to stand in the way meanwhile, unless `force`. */
  async publish(force: boolean): Promise<void> {
    await requireFree(
      this.#drafts.map(({ path }) => path),
      force,
    );
    const published: string[] = [];
    try {
      for (const { draft, path } of this.#drafts) {
        await rename(draft, path);
        published.push(path);
      }
      this.#drafts.length = 0;
    } catch (error) {
      // What was replaced by force is gone either way; what is new must not stand alone.
      if (!force) for (const path of published) await rm(path, { force: true });
      throw error;
    }
  }

  /** Takes away the drafts that were not published. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const { draft } of this.#drafts) await rm(draft, { force: true });
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
