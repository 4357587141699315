import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDirectory, removeEmpty } from '../../src/results/files/make-directory.ts';
import { tryWholeDirectory } from '../../src/results/files/whole-directory.ts';
import { repository, sourcesBelow } from '../fixtures/repository.ts';
import { freshDirectory } from './campus.ts';

test('what is missing above a directory is made too, and taken away again where it is empty', async () => {
  const root = await freshDirectory();
  expect(await makeDirectory(join(root, 'a/b/c'))).toBe(join(root, 'a'));
  expect(await makeDirectory(join(root, 'a/b/c'))).toBeUndefined();
  expect(await makeDirectory(join(root, 'a/d'))).toBe(join(root, 'a/d'));
  await removeEmpty(join(root, 'a/b/c'), join(root, 'a'));
  expect(await readdir(root, { recursive: true })).toEqual(['a', 'a/d']);
  await symlink('a', join(root, 'link'));
  await makeDirectory(join(root, 'link/e'));
  expect((await readdir(join(root, 'a'))).sort()).toEqual(['d', 'e']);
  const both = [makeDirectory(join(root, 'x/y/z')), makeDirectory(join(root, 'x/y/z'))];
  await Promise.all(both);
  expect(await readdir(join(root, 'x/y'))).toEqual(['z']);
});

test('where a system answers again and again that there is no such place, that is the answer', async () => {
  await expect(makeDirectory('/proc/hourmatch/a/b')).rejects.toThrow('ENOENT');
  const root = await freshDirectory();
  await writeFile(join(root, 'file'), 'in the way');
  await expect(makeDirectory(join(root, 'file/b'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  await symlink('nowhere', join(root, 'dangling'));
  await expect(makeDirectory(join(root, 'dangling/b'))).rejects.toThrow('EEXIST');
  // The name is too long only at the end; what was made before it is taken away.
  await expect(makeDirectory(join(root, 'a/b', 'x'.repeat(300)))).rejects.toThrow('ENAMETOOLONG');
  expect((await readdir(root)).sort()).toEqual(['dangling', 'file']);
});

test('trying a place leaves it as it was', async () => {
  const root = await freshDirectory();
  await mkdir(join(root, 'empty'));
  await mkdir(join(root, 'full'));
  await writeFile(join(root, 'full/result.json'), '{}');
  const before = await readdir(root, { recursive: true });
  for (const name of ['empty', 'full', 'a/b/new']) await tryWholeDirectory(join(root, name), async () => undefined);
  expect(await readdir(root, { recursive: true })).toEqual(before);
  await expect(
    tryWholeDirectory(join(root, 'full/result.json'), async (_, found) => {
      throw new Error(String(found));
    }),
  ).rejects.toThrow('no directory');
  await expect(tryWholeDirectory(join(root, 'y'.repeat(300)), async () => undefined)).rejects.toThrow('ENAMETOOLONG');
});

test('no directories are made by the recursive mkdir of Node, which may ask for ever', async () => {
  const texts = await Promise.all(
    ['src', 'api'].flatMap((room) => sourcesBelow(room)).map((path) => readFile(join(repository, path), 'utf8')),
  );
  const recursive = /mkdir(Sync)?\([^;]*recursive/;
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter((text) => recursive.test(text))).toEqual([]);
  expect(recursive.test('await mkdir(dirname(place), { recursive: true });')).toBe(true);
});
