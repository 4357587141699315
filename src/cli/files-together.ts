/** Several files that appear together or not at all: written beside their places first, then renamed into them. */

import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from './exit-code.ts';

const MOST_NAMED = 3;

/**
 * Whether files can be written there now, asked before the work: nothing stands in the way, and drafts can be written.
 *
 * @throws UsageError that names what stands in the way and how to replace it, or whatever the system refuses with
 */
export async function requirePlaces(paths: readonly string[], force: boolean): Promise<void> {
  await requireFree(paths, force);
  await using drafts = new FilesTogether();
  for (const path of new Map(paths.map((one) => [dirname(one), one])).values()) await drafts.add(path, 'draft');
}

async function requireFree(paths: readonly string[], force: boolean): Promise<void> {
  const found = await Promise.all(paths.map(kindOf));
  const other = paths.find((_, at) => found[at] === 'directory' || found[at] === 'stream');
  if (other !== undefined) throw new UsageError(`${other} is there and is no file that could be replaced.`);
  if (force) return;
  const inTheWay = paths.filter((_, at) => found[at] === 'file').map((path) => relative('.', path) || path);
  if (inTheWay.length === 0) return;
  const more = inTheWay.length - MOST_NAMED;
  const names = [...inTheWay.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const are = inTheWay.length === 1 ? 'is' : 'are';
  throw new UsageError(`${names} ${are} already there; nothing was written. --force replaces.`);
}

/** What stands there: `stream` for what takes bytes as they come, such as `/dev/stdout`; undefined for nothing. */
export function kindOf(path: string): Promise<'file' | 'directory' | 'stream' | undefined> {
  return stat(path).then(
    (status) => (status.isFile() ? 'file' : status.isDirectory() ? 'directory' : 'stream'),
    () => undefined,
  );
}

export class FilesTogether implements AsyncDisposable {
  readonly #drafts: { readonly draft: string; readonly path: string }[] = [];
  readonly #made: { readonly directory: string; readonly first: string }[] = [];

  /** Writes a draft and forces it to the disk; the file itself (or what a link points to) appears with `publish`. */
  async add(path: string, text: string): Promise<void> {
    const { makeDirectory } = await import('../results/files/make-directory.ts');
    const place = await realpath(path).catch(() => resolve(path));
    const directory = dirname(place);
    const first = await makeDirectory(directory);
    if (first !== undefined) this.#made.push({ directory, first });
    const draft = join(directory, `.${basename(place).slice(0, 40)}.${randomUUID()}.partial`);
    this.#drafts.push({ draft, path: place });
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

  /** Takes away the drafts that were not published, and the directories that were made for them. */
  async [Symbol.asyncDispose](): Promise<void> {
    const { removeEmpty } = await import('../results/files/make-directory.ts');
    for (const { draft } of this.#drafts) await rm(draft, { force: true });
    for (const { directory, first } of this.#made) await removeEmpty(directory, first);
  }
}
