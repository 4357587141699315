import { expect, test } from 'vitest';
import type { StandardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { choleskyInPlace, solveCholesky } from '../../../src/solvers/interior-point/linalg/dense-cholesky.ts';
import {
  type Factor,
  factorise,
  solveLower,
  solveLowerAll,
  solveUpper,
} from '../../../src/solvers/interior-point/linalg/ldl-factorisation.ts';
import {
  type SymbolicFactor,
  symbolicFactorOf,
} from '../../../src/solvers/interior-point/linalg/symbolic-factorisation.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { normalMatrix, randomForm, times } from '../forms.ts';

const δ = 0.01;

function factorOf(form: StandardForm, θ: Float64Array, symbolic: SymbolicFactor = symbolicFactorOf(form)): Factor {
  const lower = new Float64Array(symbolic.factorRow.length);
  const factor = { symbolic, lower, diagonal: new Float64Array(form.rowCount) };
  factorise(factor, form.value, θ, δ);
  return factor;
}

const draw = (length: number, seed: number) => {
  const chance = chanceOf(seed);
  return Float64Array.from({ length }, () => 0.1 + chance());
};

/** L as dense rows, its diagonal of ones included. */
function denseLower({ symbolic: { rowCount, factorStart, factorRow }, lower }: Factor): number[][] {
  const L = Array.from({ length: rowCount }, (_, i) => Array.from({ length: rowCount }, (_, k) => Number(i === k)));
  for (let i = 0; i < rowCount; i++) {
    for (let p = factorStart[i]!; p < factorStart[i + 1]!; p++) L[factorRow[p]!]![i] = lower[p]!;
  }
  return L;
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed);

function expectSame(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let at = 0; at < expected.length; at++) expect(actual[at]).toBeCloseTo(expected[at]!, 9);
}

test('L·D·Lᵀ is the matrix of the normal equations', () => {
  let filledIn = 0;
  for (const seed of seeds) {
    const form = randomForm({ seed });
    const θ = draw(form.columnCount, seed);
    const factor = factorOf(form, θ);
    const [L, matrix] = [denseLower(factor), normalMatrix(form, θ, δ)];
    for (const [i, row] of matrix.entries()) {
      const product = row.map((_, k) => L[i]!.reduce((sum, l, m) => sum + l * factor.diagonal[m]! * L[k]![m]!, 0));
      expectSame(product, row);
    }
    filledIn += factor.lower.length - matrix.flatMap((row, i) => row.slice(0, i).filter((a) => a !== 0)).length;
  }
  expect(filledIn).toBeGreaterThan(20);
});

test('the two halves of a solve give the solution of the normal equations', () => {
  for (const seed of seeds) {
    const form = randomForm({ seed });
    const θ = draw(form.columnCount, seed);
    const factor = factorOf(form, θ);
    const solution = draw(form.rowCount, seed + 1);
    const x = Float64Array.from(times(normalMatrix(form, θ, δ), solution));
    solveLower(factor, x);
    solveUpper(factor, x);
    expectSame(x, solution);
  }
});

test('several right-hand sides beside each other are solved as each alone, and give their products', () => {
  const width = 3;
  for (const seed of seeds) {
    const form = randomForm({ seed });
    const factor = factorOf(form, draw(form.columnCount, seed));
    const sides = [0, 1, 2].map((side) => draw(form.rowCount, side).map((value) => (value > 0.7 ? value : 0)));
    const X = Float64Array.from(
      { length: width * form.rowCount },
      (_, at) => sides[at % width]![Math.trunc(at / width)]!,
    );
    const gram = solveLowerAll(factor, X, width);
    for (const side of sides) solveLower(factor, side);
    sides.forEach((a, i) => {
      expectSame(
        a,
        a.map((_, r) => X[r * width + i]!),
      );
      sides.forEach((b, k) => {
        expect(gram[i * width + k]).toBeCloseTo(
          a.reduce((sum, value, r) => sum + (value * b[r]!) / factor.diagonal[r]!, 0),
          9,
        );
      });
    });
  }
});

test('a form with other numbers in the same places is factorised with the same symbolic factor', () => {
  const [one, other] = [randomForm({ seed: 1 }), randomForm({ seed: 1, numbers: 2 })];
  expect(other.value).not.toEqual(one.value);
  expect(symbolicFactorOf(other)).toEqual(symbolicFactorOf(one));
  const θ = draw(one.columnCount, 1);
  const mine = factorOf(other, θ);
  const borrowed = factorOf(other, θ, symbolicFactorOf(one));
  expect(borrowed.lower).toEqual(mine.lower);
  // What is left of an earlier factor does not matter.
  factorise(borrowed, one.value, θ, δ);
  expect(borrowed.lower).toEqual(factorOf(one, θ).lower);
});

/** A chain, and a row over all hours of four quantities; an insertion sort of its products would take minutes. */
test('a row over a hundred thousand hours costs no more than its entries', { timeout: 20_000 }, () => {
  const hours = 100_000;
  const columnCount = 4 * hours;
  const start = Int32Array.from({ length: columnCount + 1 }, (_, j) => 2 * j);
  const row = Int32Array.from({ length: 2 * columnCount }, (_, k) => (k % 2 === 0 ? (k / 2) % hours : hours));
  const form = { ...randomForm({ seed: 1 }), rowCount: hours + 1, columnCount, start, row };
  const { entryColumn, productStart, factorRow } = symbolicFactorOf(form);
  expect([factorRow.length, entryColumn.length]).toEqual([hours, 2 * hours + 1]);
  // Four columns an hour meet the long row in four products, and itself in all.
  expect(Array.from(productStart.slice(hours, hours + 3))).toEqual([4 * hours, 4 * hours + 4, 4 * hours + 8]);
  expect(productStart.at(-1)! - productStart.at(-2)!).toBe(columnCount);
});

test('a row that hangs on nothing keeps its dual where it is', () => {
  const form = randomForm({ seed: 3 });
  const factor = factorOf(form, new Float64Array(form.columnCount));
  expect(factor.diagonal.every((pivot) => pivot === δ)).toBe(true);
});

test('a small dense system is solved, and a direction without a pivot stays put', () => {
  // [4 2; 2 5]·(1, 2) = (8, 12); the third row and column are copies of the second, so it has no pivot of its own.
  const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, 2, 5, 5);
  choleskyInPlace(matrix, 3);
  expectSame(solveCholesky(matrix, 3, Float64Array.of(8, 12, 12)), [1, 2, 0]);
});
