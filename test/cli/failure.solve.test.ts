import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/exit-code.ts';
import { exitCodeOf, failureDocument, noteFailure } from '../../src/cli/failure.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { errorOf, failureOf } from '../../src/cli/thread/failure.ts';
import {
  InterruptedError,
  ProfileError,
  ResultError,
  ScenarioError,
  SolverError,
  VerificationError,
} from '../../src/index.ts';
import { told } from './in-process.ts';

const issues = [
  { code: 'scenario.out-of-range', where: 'load.pue', problem: '0.9 is below 1', line: 8, column: 8 },
] as const;
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });

test.for([
  [new ScenarioError('a.yaml', issues), 1, /a\.yaml is not a valid scenario: 1 problem\n.*8:8.*0\.9 is below 1/],
  [new ProfileError('a.csv', issues), 1, /not a valid profile/],
  [new ResultError('out', issues), 1, /not a valid result/],
  [full, 1, /^error: ENOSPC/],
  [new VerificationError('energy-balance: 3 MWh'), 3, /^Not verified\. energy-balance: 3 MWh\n.*report it/],
  [new SolverError('out of memory'), 4, /^The solver failed\. out of memory$/],
  [new UsageError('no such phase'), 64, /^error: no such phase$/],
  [new InterruptedError('stopped'), 130, /stopped/],
  [new TypeError('x is undefined'), 70, /^Unexpected error\. TypeError: x is undefined\n.*report it/],
] as const)('%s ends with its exit code and words, and shows no stack', ([error, code, words]) => {
  expect(exitCodeOf(error)).toBe(code);
  const said = saidOf(error);
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at /m);
  expect(failureDocument(error)).toMatchObject({ error: { name: error.name, exitCode: code } });
});

test('errors keep their class, words and stack from one thread to the other', () => {
  for (const error of [
    new SolverError('a'),
    new VerificationError('b'),
    new InterruptedError('c'),
    new RangeError('d'),
  ]) {
    const arrived = errorOf(structuredClone(failureOf(error)));
    expect(exitCodeOf(arrived)).toBe(exitCodeOf(error));
    expect(arrived).toMatchObject({ name: error.name, message: error.message, stack: error.stack });
  }
  expect(exitCodeOf(errorOf({ name: 'constructor', message: 'x', stack: '' }))).toBe(70);
});

test('the stack is shown to who asks for it', async () => {
  const { stderr } = await told(['explain', 'nonsense'], { env: { HOURMATCH_STACK: '1' } });
  expect(stderr).toMatch(/\n\s+at /);
});

test('colours come where they are forced and go with NO_COLOR', async () => {
  const forced = await told(['explain', 'powerLimit'], { env: { FORCE_COLOR: '1' } });
  expect(forced.stdout).toContain('\u001b[1m');
  const plain = await told(['explain', 'powerLimit'], { env: { NO_COLOR: '1' } });
  expect(plain.stdout).not.toContain('\u001b');
});

function saidOf(error: Error): string {
  const said: string[] = [];
  const terminal: Terminal = {
    print: () => undefined,
    note: (text) => said.push(text),
    draw: () => undefined,
    printWidth: 80,
    noteWidth: 80,
    isLive: false,
    styled: (text) => text,
    noteStyled: (text) => text,
  };
  noteFailure(error, terminal);
  return said.join('\n');
}
