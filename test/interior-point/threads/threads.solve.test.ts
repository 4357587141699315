import { readdir } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { InterruptedError, SolverError } from '../../../src/errors.ts';
import { decompose } from '../../../src/model/decomposition.ts';
import { deadlineIn } from '../../../src/solvers/deadline.ts';
import {
  type BlockSolveOptions,
  type BlockSolveResult,
  solveBlocks,
} from '../../../src/solvers/interior-point/method/solve.ts';
import { type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { createSolverPool, type SolverPool, type SolverPoolOptions } from '../../../src/solvers/pool.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { certifyBlocks } from '../../../src/verify/certificate.ts';
import { temporaryDirectory } from '../../cli/hourmatch.ts';
import { randomSite } from '../../fixtures/random-site.ts';
import { realWindow, realWindows } from '../../fixtures/real-window.ts';
import { everyHour } from '../../fixtures/site.ts';
import { linkedBlocks } from '../../verify/linked-blocks.ts';
import { solveMaster } from '../proven-cost.ts';
import { DEATHS } from './mortal-worker.ts';

const none = Number.POSITIVE_INFINITY;
const options: BlockSolveOptions = {
  relativeGap: 5e-7,
  gapFloor: 0,
  solveMaster,
  deadline: deadlineIn(none),
  onProgress: () => undefined,
};
const here: Perform = async (name, input) => perform(name, input);

/** Two phases and two weather years: four blocks, two of each length. */
const { program } = decompose(...scoped(randomSite({ seed: 2 })));
/** Ten blocks, of which some lag. */
const fortnights = Array.from({ length: 10 }, (_, y) => 800 * y);
const many = decompose(...scoped(realWindows(fortnights, 336, everyHour))).program;
const long = decompose(...scoped(realWindow(0, 4000, everyHour))).program;

function scoped(scenario: ReturnType<typeof randomSite>) {
  return [scenario, wholeScope(scenario)] as const;
}

const pools: SolverPool[] = [];
function poolOf(wish: SolverPoolOptions): SolverPool {
  const pool = createSolverPool(wish);
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  delete process.env[DEATHS];
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

/** All numbers of an answer, as bytes. */
function bytesOf(result: BlockSolveResult): string {
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
  const arrays = [result.linking, ...result.blocks].flatMap(({ primal, rowDual }) => [primal, rowDual]);
  return arrays.map((values) => Buffer.from(Float64Array.from(values).buffer).toString('hex')).join('\n');
}

const mortalWorker = new URL('./mortal-worker.ts', import.meta.url);

test('the answer is the same to the last bit here, on one thread and on two', async () => {
  expect(program.blockCount).toBe(4);
  const alone = await solveBlocks(program, here, options);
  for (const threads of [1, 2]) {
    const there = await solveBlocks(program, poolOf({ threads }).perform(), options);
    expect(there.iterations).toBe(alone.iterations);
    expect(bytesOf(there)).toBe(bytesOf(alone));
  }
});

test('threads that die in any task are replaced, and the answer is the same to the last bit', async () => {
  await using deaths = await temporaryDirectory();
  process.env[DEATHS] = deaths.path;
  const there = await solveBlocks(many, poolOf({ threads: 2, workerFile: mortalWorker }).perform(), options);
  expect((await readdir(deaths.path)).sort()).toEqual(
    [
      'form',
      'kernels',
      'origin',
      'shortfall',
      'inside',
      'evaluate',
      'factorise',
      'eliminate',
      'backSubstitute',
      'secantDirection',
      'replacePredictor',
    ].sort(),
  );
  expect(bytesOf(there)).toBe(bytesOf(await solveBlocks(many, here, options)));
});

test.each([
  ['alone', many],
  [
    'and a row across them',
    decompose(...scoped(realWindows(fortnights, 336, { kind: 'annual', target: 1, over: 'everyYear' }))).program,
  ],
])(
  'code of an hour and lists of entries come to the same plan, in about as many rounds: hours %s',
  async (_, asked) => {
    let withCode = 0;
    const counting: Perform = async (name, input) => {
      if (name === 'kernels') withCode++;
      return perform(name, input);
    };
    const byLists: Perform = async (name, input) => {
      const output = perform(name, input);
      return name === 'form' ? { ...output, repeating: undefined } : output;
    };
    const [one, other] = [await solveBlocks(asked, counting, options), await solveBlocks(asked, byLists, options)];
    expect(withCode).toBe(1);
    expect(Math.abs(one.iterations - other.iterations)).toBeLessThanOrEqual(4);
    const proven = [one, other].map((result) => {
      if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
      return certifyBlocks(asked, result);
    });
    for (const { objective, dualBound } of proven) expect(objective / dualBound - 1).toBeLessThan(1e-6);
    expect(proven[0]!.objective / proven[1]!.objective).toBeCloseTo(1, 6);
  },
);

test('a task of which every thread dies is a SolverError', async () => {
  const solved = solveBlocks(program, poolOf({ threads: 2, workerFile: mortalWorker }).perform(), options);
  await expect(solved).rejects.toThrow(SolverError);
  await expect(solved).rejects.toThrow(/The thread of a block ended: .*exited with code: 7/);
});

test('what a task meets that nobody foresaw is a SolverError that says what', async () => {
  const failed = poolOf({ threads: 1 }).perform()('symbolicFactor', { form: undefined as never });
  await expect(failed).rejects.toThrow(SolverError);
  await expect(failed).rejects.toThrow(/Cannot (destructure|read)/);
});

test('a programme that the method does not serve is an open answer there too', async () => {
  const column = { cost: 1, lower: -none, upper: none };
  const row = { lower: 1, upper: none, coefficients: [1, 1] };
  const unserved = linkedBlocks([{ ...column, lower: 0 }], [], [{ linkedTo: [0], columns: [column], rows: [row] }]);
  const there = await solveBlocks(unserved, poolOf({ threads: 1 }).perform(), options);
  expect(there).toEqual(await solveBlocks(unserved, here, options));
  expect(there).toMatchObject({ status: 'open', reason: 'Column 1 has no bound on either side' });
});

test('a solve that is stopped amid its rounds gets no further task done, and its pool closes', async () => {
  const stop = new AbortController();
  const pool = poolOf({ threads: 2 });
  const inPool = pool.perform(stop.signal);
  let doneAfterwards = 0;
  const noting: Perform = async (name, input) => {
    const output = await inPool(name, input);
    if (stop.signal.aborted) doneAfterwards++;
    return output;
  };
  const rounds: number[] = [];
  const solved = solveBlocks(long, noting, {
    ...options,
    onProgress: ({ round }) => {
      rounds.push(round);
      if (round === 2) stop.abort();
    },
  });
  await expect(solved).rejects.toThrow(InterruptedError);
  await pool.close();
  expect({ rounds, doneAfterwards }).toEqual({ rounds: [0, 1, 2], doneAfterwards: 0 });
});

test('closing the pool interrupts a solve, and nothing begins afterwards', async () => {
  const pool = poolOf({ threads: 1 });
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const solved = solveBlocks(long, pool.perform(), { ...options, onProgress: () => resolve() });
  solved.catch(() => undefined);
  await begun;
  await pool.close();
  await expect(solved).rejects.toThrow(InterruptedError);
  await expect(solveBlocks(program, pool.perform(), options)).rejects.toThrow(InterruptedError);
});

test('a solve that was stopped before it began never begins', async () => {
  const rounds: number[] = [];
  const stopped = poolOf({ threads: 1 }).perform(AbortSignal.abort());
  const solved = solveBlocks(program, stopped, { ...options, onProgress: ({ round }) => rounds.push(round) });
  await expect(solved).rejects.toThrow(InterruptedError);
  expect(rounds).toEqual([]);
});
