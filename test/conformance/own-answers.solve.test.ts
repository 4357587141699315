import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { SolverError } from '../../src/errors.ts';
import { chooseSolver } from '../../src/solvers/choose.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver.ts';
import { none, write } from './programs.ts';
import { storageYear } from './storage-year.ts';

test('HiGHS is the version it says it is', async () => {
  expect(highsSolver.version).toBe((await loadHighs()).version.string);
});

test('a coefficient that HiGHS would drop in silence is refused', async () => {
  // Dropped, the row would read 0 ≥ 1e-13, hold within tolerance, and the answer would be 0 instead of 1.
  const program = write([{ cost: 1 }], [{ lower: 1e-13, of: [1e-13] }]);
  await expect(highsSolver.solve(program, { timeLimitSeconds: none })).rejects.toThrow(/drop coefficients/);
});

test('after a refusal HiGHS solves the next program', async () => {
  const refused = write([{ cost: 1 }], [{ lower: 1, of: [1e16] }]);
  await expect(highsSolver.solve(refused, { timeLimitSeconds: none })).rejects.toThrow(SolverError);
  const sound = write([{ cost: 1 }], [{ lower: 1, of: [2] }]);
  expect(await highsSolver.solve(sound, { timeLimitSeconds: none })).toMatchObject({ objective: 0.5 });
});

test('a limit that is no time at all is refused by its value', async () => {
  const program = write([{ cost: 1 }], [{ lower: 1, of: [2] }]);
  for (const timeLimitSeconds of [Number.NaN, -1]) {
    for (const solver of [highsSolver, javascriptLpSolver]) {
      await expect(solver.solve(program, { timeLimitSeconds })).rejects.toThrow(SolverError);
    }
  }
});

test('a year is refused by the dense solver before it fills the memory', async () => {
  const started = performance.now();
  await expect(javascriptLpSolver.solve(storageYear(8760), { timeLimitSeconds: none })).rejects.toThrow(/use highs/);
  expect(performance.now() - started).toBeLessThan(30_000);
});

test('small programs go to the dense solver, large ones to the sparse one, and a name is taken at its word', () => {
  const small = write([{ cost: 1 }], [{ lower: 1, of: [1] }]);
  expect(chooseSolver('auto', small)).toEqual({
    solver: 'javascript-lp-solver',
    reason: '1 rows and 1 columns are few enough for a dense table in plain JavaScript',
  });
  expect(chooseSolver('auto', storageYear(24)).solver).toBe('highs');
  expect(chooseSolver('javascript-lp-solver', storageYear(24)).solver).toBe('javascript-lp-solver');
  expect(chooseSolver('highs', small)).toEqual({ solver: 'highs', reason: 'highs was asked for' });
});
