import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SolverError } from '../../src/errors.ts';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { solvers as registry } from '../../src/solvers/registry.ts';
import type { SolveProgress, Solver } from '../../src/solvers/solver.ts';
import { faultsOf } from './optimality.ts';
import { none, write } from './programs.ts';
import { randomProgram } from './random-programs.ts';
import { solvedByHand } from './solved-by-hand.ts';
import { storageYear } from './storage-year.ts';

const solvers: readonly Solver[] = Object.values(registry);

const noLimit = { timeLimitSeconds: none };

describe.each(solvers)('$name', (solver) => {
  test('is registered under the name it gives itself', () => {
    expect(Object.entries(registry)).toContainEqual([solver.name, solver]);
  });

  test.each(solvedByHand)('$law', async ({ program, answer }) => {
    const found = await solver.solve(program, noLimit);
    expect(found.status).toBe(answer.status);
    if (found.status !== 'optimal' || answer.status !== 'optimal') return;
    expect(found.objective).toBeCloseTo(answer.objective, 8);
    for (const part of ['primal', 'rowDual', 'reducedCost'] as const) {
      const expected = answer[part];
      if (!expected) continue;
      expect(found[part]).toHaveLength(expected.length);
      expected.forEach((value, at) => {
        expect(found[part][at], `${part} ${at}`).toBeCloseTo(value, 8);
      });
    }
    expect(faultsOf(program, found)).toEqual([]);
  });

  test('names of the user never matter, not even those a solver uses itself', async () => {
    for (const label of ['result', 'feasible', 'bounded', '__proto__', 'constructor', '\n= ≤ 3']) {
      const program = write([{ cost: 2 }, { cost: 3 }], [{ lower: 3, of: [1, 1] }], 0, label);
      const answer = await solver.solve(program, noLimit);
      expect(answer).toMatchObject({ status: 'optimal', objective: 6, primal: Float64Array.of(3, 0) });
    }
  });

  test('a battery sized over four days meets every condition of optimality', async () => {
    const program = storageYear(96);
    const answer = await solver.solve(program, noLimit);
    expect(answer.status).toBe('optimal');
    if (answer.status === 'optimal') expect(faultsOf(program, answer)).toEqual([]);
  });

  test('no time is a limit, not a failure', async () => {
    expect(await solver.solve(storageYear(96), { timeLimitSeconds: 0 })).toMatchObject({
      status: 'limit',
      limit: 'time',
    });
  });

  test('progress counts iterations and seconds that never fall', async () => {
    const seen: SolveProgress[] = [];
    const answer = await solver.solve(storageYear(240), { ...noLimit, onProgress: (progress) => seen.push(progress) });
    expect(seen.length).toBeGreaterThan(0);
    const last = seen.at(-1)!;
    expect(last.iterations).toBeLessThanOrEqual(answer.iterations);
    seen.slice(1).forEach((progress, before) => {
      expect(progress.iterations).toBeGreaterThanOrEqual(seen[before]!.iterations);
      expect(progress.seconds).toBeGreaterThan(seen[before]!.seconds);
    });
  });

  test('numbers that mean nothing are refused, never repaired', async () => {
    const sound = write([{ cost: 1 }], [{ lower: 1, of: [1] }]);
    const faulty: Partial<LinearProgram>[] = [
      { objective: Float64Array.of(Number.NaN) },
      { objective: Float64Array.of(none) },
      { objectiveConstant: Number.NaN },
      { coefficient: Float64Array.of(Number.NaN) },
      { coefficient: Float64Array.of(none) },
      { columnLower: Float64Array.of(none) },
      { columnUpper: Float64Array.of(-none) },
      { rowLower: Float64Array.of(Number.NaN) },
      { rowUpper: Float64Array.of(1e25) },
      { rowUpper: Float64Array.of(1, 2) },
      { columnIndex: Int32Array.of(3) },
      { columnIndex: Int32Array.of(0, 0) },
      { rowStart: Int32Array.of(0, 2), columnIndex: Int32Array.of(0, 0), coefficient: Float64Array.of(1, 2) },
      { rowStart: Int32Array.of(1, 1) },
    ];
    for (const fault of faulty) {
      await expect(solver.solve({ ...sound, ...fault }, noLimit), JSON.stringify(fault)).rejects.toThrow(SolverError);
    }
  });

  test('answers on random programs meet every condition of optimality', async () => {
    const counts = { optimal: 0, infeasible: 0, unbounded: 0, limit: 0 };
    await fc.assert(
      fc.asyncProperty(randomProgram, async (program) => {
        const answer = await solver.solve(program, noLimit);
        counts[answer.status] += 1;
        expect(answer.status === 'optimal' ? faultsOf(program, answer) : []).toEqual([]);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(counts.limit).toBe(0);
    expect(Math.min(counts.optimal, counts.infeasible, counts.unbounded)).toBeGreaterThan(20);
  });
});

test('all solvers agree on what random programs are and cost', async () => {
  const [first, ...others] = solvers;
  await fc.assert(
    fc.asyncProperty(randomProgram, async (program) => {
      const answer = await first!.solve(program, noLimit);
      for (const other of others) {
        const second = await other.solve(program, noLimit);
        expect(second.status).toBe(answer.status);
        if (second.status === 'optimal' && answer.status === 'optimal') {
          expect(second.objective).toBeCloseTo(answer.objective, 6);
        }
      }
    }),
    { numRuns: 400, seed: 2 },
  );
});
