import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../fixtures/repository.ts';
import { hourmatch } from './hourmatch.ts';
import { told } from './in-process.ts';

test('the version is the one of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
  expect(await hourmatch(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('help is an answer and fits 80 columns', async () => {
  for (const words of [
    ['--help'],
    ...[
      'optimise',
      'export',
      'sweep',
      'compare',
      'values',
      'outsample',
      'operate',
      'repair',
      'alternatives',
      'ledger',
    ].map((it) => ['help', it]),
  ]) {
    const { code, stdout, stderr } = await told(words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: hourmatch/);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  }
});

test('without a command the help is shown, but as a mistake', async () => {
  const { code, stdout, stderr } = await told([]);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/^Usage: hourmatch/);
});

test.for([
  [['optimize'], /missing required argument 'scenario'/],
  [['optimse', 'x.yaml'], /unknown command 'optimse'\n\(Did you mean optimise\?\)/],
  [['validate', 'x.yaml', '--jsn'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
  [['validate', 'x.yaml', 'y.yaml'], /too many arguments/],
  [['optimise', 'x.yaml', '--solver', 'gurobi'], /Allowed choices are auto, highs, javascript-lp-solver/],
  [['optimise', 'x.yaml', '--threads', '0'], /whole number from 1 to 256/],
  [['optimise', 'x.yaml', '--threads', '1e2'], /whole number from 1 to 256/],
  [['optimise', 'x.yaml', '--workers', '-1'], /whole number from 1 to 256/],
  [['optimise', 'x.yaml', '--threads', '2', '--workers', '2'], /cannot be used with/],
  [['optimise', 'x.yaml', '--time-limit', '0'], /number of seconds above 0/],
  [['optimise', 'x.yaml', '--time-limit', 'Infinity'], /number of seconds above 0/],
  [['optimise', 'x.yaml', '--together', '--phase-by-phase'], /cannot be used with/],
  [['optimise', 'x.yaml', '-o', ''], /a name, not an empty text/],
  [['sweep', 'x.yaml', '--vary', 'a=1:500:1', '--vary', 'b=1:3:1'], /The grid has 1500 points, a sweep at most 1000/],
  [['sweep', 'x.yaml', '--vary', 'a'], /--vary a: expected a path and its values/],
  [['sweep', 'x.yaml', '--vary', 'a=1:2:-1'], /--vary a=1:2:-1: the step is not above 0/],
  [
    ['sweep', 'x.yaml', '--vary', 'a=1:1e9:1'],
    /--vary a=1:1e9:1: from 1 to 1000000000 by 1 are 1000000000 values\. From 1/,
  ],
  [['sweep', 'x.yaml', '--vary', 'a=1,1'], /--vary a=1,1: a value stands twice/],
  [['export', 'x.yaml'], /required option '--format <format>' not specified/],
  [['export', 'x.yaml', '--format', 'gms'], /Allowed choices are mps, lp/],
] as const)('%s is not understood', async ([words, message]) => {
  const { code, stdout, stderr } = await told(words);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/ at .*\.ts:/);
});

test('what a word holds cannot move the cursor', async () => {
  for (const words of [
    ['\u001b[2J\u202eevil'],
    ['explain', '\u001b[2J'],
    ['validate', '\u001b[2J.yaml'],
    ['validate', 'a\u0007'],
  ]) {
    const { code, stderr } = await told(words);
    expect(code).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
});

test('names of built-in properties are names like any other', async () => {
  for (const word of ['__proto__', 'constructor', 'toString']) {
    expect((await told([word])).code).toBe(64);
    expect((await told(['explain', word])).code).toBe(64);
  }
});

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].length));
}
