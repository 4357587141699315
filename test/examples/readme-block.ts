import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readmePath } from './model-table.ts';

/** What the README shows of a command is what it prints; `…` stands for lines left out. */
export function expectReadme(
  command: string,
  { code, stdout }: { readonly code: number | null; readonly stdout: string },
): void {
  const block = readFileSync(readmePath, 'utf8')
    .split('\n```\n')
    .find((part) => part.includes(`$ npx hourmatch ${command}`))!;
  const shown = block.slice(block.indexOf('$ npx hourmatch')).split('\n').slice(1);
  const pattern = shown.map((line) => (line === '…' ? '[^]*' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('\n');
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${pattern}`));
}
