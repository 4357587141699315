/**
 * `npm test`: the checks beside the tests. They take what processor time the tests leave, since some of these keep to a
 * time, and what they have to say stands at the end. Words that follow are vitest's: `npm test -- test/profiles`.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
const words = [vitest, 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)];
const tests = spawn(process.execPath, words, { stdio: 'inherit' });
const checks = spawn(process.execPath, ['test/check.ts', 'one by one'], { stdio: ['ignore', 'pipe', 'inherit'] });
setPriority(checks.pid!, constants.priority.PRIORITY_BELOW_NORMAL);
let told = '';
checks.stdout.setEncoding('utf8').on('data', (text: string) => {
  told += text;
});
// Ctrl-C reaches both by the terminal, and vitest ends in its own way; what is sent to this process alone is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => {
  for (const child of [tests, checks]) child.kill();
});

/** 1 where a signal ended it. */
async function codeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

const [tested, checked] = await Promise.all([codeOf(tests), codeOf(checks)]);
process.stdout.write(told);
process.exitCode = tested || checked;
