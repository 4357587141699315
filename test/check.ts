/**
 * Every script `check:…` of the package: `npm run check`, all beside each other; beside the tests (`test/all.ts`) one by one.
 * What each says is printed once it has ended.
 */

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

function hasPassed(script: string): Promise<boolean> {
  const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(`${script}: ${scripts[script]}\n${said}\n`);
      resolve(code === 0);
    });
  });
}

const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));
const queues = process.argv[2] === 'one by one' ? [checks] : checks.map((check) => [check]);
await Promise.all(
  queues.map(async (queue) => {
    for (const check of queue) if (!(await hasPassed(check))) process.exitCode = 1;
  }),
);
