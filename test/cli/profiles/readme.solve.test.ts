import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { told } from '../in-process.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

test('what the README shows of an inspection is what the command says', async () => {
  const readme = await readFile(`${repository}README.md`, 'utf8');
  const [, words, shown] = /^\$ npx hourmatch (profiles inspect \S+)\n(.*?)\n…$/ms.exec(readme) ?? [];
  const { code, stdout } = await told(words!.split(' '), { cwd: repository });
  expect(code).toBe(0);
  for (const block of shown!.split('\n\n')) expect(stdout).toContain(block);
});
