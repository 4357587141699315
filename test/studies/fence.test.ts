import { expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { ProgramBuilder } from '../../src/lp/program-builder.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { Fence } from '../../src/studies/fence.ts';

const unlimited = Number.POSITIVE_INFINITY;

/** A programme of these bounds and nothing else. */
function between(...bounds: readonly (readonly [number, number])[]): LinearProgram {
  const lp = new ProgramBuilder();
  lp.variables('size', [], bounds.length, {
    lower: Float64Array.from(bounds, ([lower]) => lower),
    upper: Float64Array.from(bounds, ([, upper]) => upper),
  });
  return lp.build();
}

/** A fence around the first sizes of a programme, with no play. */
const around = (program: LinearProgram, ...sizes: readonly number[]) => new Fence(program, new Map(sizes.entries()), 0);

const boundsOf = ({ columnLower, columnUpper }: LinearProgram) =>
  Array.from(columnLower, (lower, column) => [lower, columnUpper[column]!]);

const wide = [0, 1000] as const;

test('at first each size is held where the start has it, and nothing else is', () => {
  const fence = around(between(wide, [0, unlimited], [3, 4]), 200, 70);
  expect(boundsOf(fence.program())).toEqual([
    [200, 200],
    [70, 70],
    [3, 4],
  ]);
});

test('a fence changes nothing of the programme but bounds, and those in a copy', () => {
  const program = between(wide, wide);
  const fence = around(program, 200);
  const held = fence.program();
  fence.moveWhereLeaning(Float64Array.of(200, 0));
  expect(boundsOf(program)).toEqual([wide, wide]);
  expect(boundsOf(held)[0]).toEqual([200, 200]);
  const { columnLower: _l, columnUpper: _u, ...rest } = held;
  expect(program).toMatchObject(rest);
});

test('a size below a thousandth of the largest is as good as none, and stays free', () => {
  const fence = around(between(wide, wide, wide), 1000, 1, 0.99);
  expect(boundsOf(fence.program())).toEqual([[1000, 1000], [1, 1], wide]);
  expect(boundsOf(around(between(wide, [2, 9]), 1000, 0).program())).toEqual([
    [1000, 1000],
    [2, 9],
  ]);
});

test('sizes that miss a law between them by a rounding error are held all the same, within a millionth', async () => {
  const lp = new ProgramBuilder();
  const [P, E] = [lp.variables('P', [], 1), lp.variables('E', [], 1)];
  const energyOfHundredHours = { name: 'hours', of: [], count: 1 };
  lp.require({ ...energyOfHundredHours, write: (row) => row.plus(1, E.at(0)).minus(100, P.at(0)).atLeast(0) });
  const program = lp.build();
  const missing = new Map([
    [P.at(0), 62.3158],
    [E.at(0), 6231.57999],
  ]);
  const without = await highsSolver.solve(new Fence(program, missing, 0).program(), { timeLimitSeconds: 10 });
  expect(without.status).toBe('infeasible');
  const held = await highsSolver.solve(new Fence(program, missing).program(), { timeLimitSeconds: 10 });
  expect(held).toMatchObject({ status: 'optimal' });
});

test('a start that has nothing at all fences nothing', () => {
  const fence = around(between(wide, wide), 0, -1e-12);
  expect(boundsOf(fence.program())).toEqual([wide, wide]);
  expect(fence.moveWhereLeaning(Float64Array.of(0, 0))).toBe(false);
});

test('sizes beyond the bounds of the programme are held at those bounds', () => {
  const fence = around(between([50, 90], [50, 90], [50, 50]), 100, 40, 60);
  expect(boundsOf(fence.program())).toEqual([
    [90, 90],
    [50, 50],
    [50, 50],
  ]);
});

test('held sizes lean both ways: the first move lets each a little out, down by less than up', () => {
  const fence = around(between(wide), 100);
  expect(fence.moveWhereLeaning(Float64Array.of(100))).toBe(true);
  const [[lower, upper]] = boundsOf(fence.program()) as [[number, number]];
  expect(lower).toBeCloseTo(97, 9);
  expect(upper).toBeCloseTo(105, 9);
});

test('a fence moves only on the side where a size leans on it, from where the size is', () => {
  const fence = around(between(wide, wide, wide), 100, 100, 100);
  fence.moveWhereLeaning(Float64Array.of(100, 100, 100));
  expect(fence.moveWhereLeaning(Float64Array.of(97, 100, 105))).toBe(true);
  const [low, within, high] = boundsOf(fence.program()) as [number[], number[], number[]];
  expect(low).toEqual([expect.closeTo(97 * 0.97), expect.closeTo(105)]);
  expect(within).toEqual([expect.closeTo(97), expect.closeTo(105)]);
  expect(high).toEqual([expect.closeTo(97), expect.closeTo(105 * 1.05)]);
});

test('a size leans when only the solver’s tolerance is between it and the fence', () => {
  const fence = around(between(wide), 100);
  fence.moveWhereLeaning(Float64Array.of(100));
  expect(fence.moveWhereLeaning(Float64Array.of(105 - 1e-4))).toBe(false);
  expect(fence.moveWhereLeaning(Float64Array.of(105 - 1e-6))).toBe(true);
  expect(fence.moveWhereLeaning(Float64Array.of(97 + 1e-4))).toBe(false);
  expect(fence.moveWhereLeaning(Float64Array.of(97 + 1e-6))).toBe(true);
});

test('where no size leans the fence says so and stands still', () => {
  const fence = around(between(wide, wide), 100, 200);
  fence.moveWhereLeaning(Float64Array.of(100, 200));
  const before = boundsOf(fence.program());
  expect(fence.moveWhereLeaning(Float64Array.of(101, 199))).toBe(false);
  expect(boundsOf(fence.program())).toEqual(before);
});

test('a fence moves up to the bounds of the programme and no further; to lean on those is not to lean on the fence', () => {
  const fence = around(between([99, 102]), 100);
  expect(fence.moveWhereLeaning(Float64Array.of(100))).toBe(true);
  expect(boundsOf(fence.program())).toEqual([[99, 102]]);
  expect(fence.moveWhereLeaning(Float64Array.of(99))).toBe(false);
  expect(fence.moveWhereLeaning(Float64Array.of(102))).toBe(false);
  expect(boundsOf(fence.program())).toEqual([[99, 102]]);
});

test('what is not fenced never moves the fence', () => {
  const fence = around(between([100, 100], wide, wide), 100, 0);
  expect(fence.moveWhereLeaning(Float64Array.of(100, 0, 1000))).toBe(false);
});
