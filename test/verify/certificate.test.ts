import { describe, expect, test } from 'vitest';
import { relativeGap } from '../../src/units.ts';
import { certify } from '../../src/verify/certificate.ts';
import { type Column, programOf } from './tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;

/** min 2x + 3y, x + y ≥ 4, x + 3y ≥ 6, x, y ≥ 0: x = 3, y = 1 cost 9; duals 1.5 and 0.5 solve y₁ + y₂ = 2, y₁ + 3y₂ = 3. */
const blend = programOf(
  [
    { cost: 2, lower: 0, upper: open },
    { cost: 3, lower: 0, upper: open },
  ],
  [
    { lower: 4, upper: open, coefficients: [1, 1] },
    { lower: 6, upper: open, coefficients: [1, 3] },
  ],
);

describe('a certificate by hand', () => {
  test('primal and dual values of the optimum meet', () => {
    const { objective, dualBound, maxViolation } = certify(blend, Float64Array.of(3, 1), Float64Array.of(1.5, 0.5));
    expect(objective).toBe(9);
    expect(dualBound).toBeCloseTo(9, 12);
    expect(dualBound).toBeLessThanOrEqual(9);
    expect(relativeGap(objective, dualBound, 0)).toBeLessThan(1e-13);
    expect(maxViolation).toBe(0);
  });

  test('a point 0.5 short of a row, or below a column, is so far from allowed', () => {
    expect(certify(blend, Float64Array.of(2.5, 1.25), Float64Array.of(1.5, 0.5)).maxViolation).toBe(0.25);
    expect(certify(blend, Float64Array.of(7, -0.125), Float64Array.of(1.5, 0.5)).maxViolation).toBe(0.125);
    expect(certify(blend, Float64Array.of(Number.NaN, 1), Float64Array.of(1.5, 0.5)).maxViolation).toBe(open);
  });

  test('a dual with the wrong sign against an open side is not believed', () => {
    // Believing −1 on x + y ≥ 4 would be worth −Infinity; without it the second row alone proves 1·6 = 6.
    expect(certify(blend, Float64Array.of(3, 1), Float64Array.of(-1, 1)).dualBound).toBeCloseTo(6, 12);
  });

  test('a dual that is no number is not believed', () => {
    expect(certify(blend, Float64Array.of(3, 1), Float64Array.of(Number.NaN, 1)).dualBound).toBeCloseTo(6, 12);
    expect(certify(blend, Float64Array.of(3, 1), Float64Array.of(open, 1)).dualBound).toBeCloseTo(6, 12);
  });

  test('a dual slightly too high leaves a slightly lower bound, for the cutoff closes the open columns', () => {
    const { objective, dualBound } = certify(blend, Float64Array.of(3, 1), Float64Array.of(1.5 + 1e-9, 0.5));
    expect(dualBound).toBeLessThanOrEqual(9);
    expect(relativeGap(objective, dualBound, 0)).toBeLessThan(1e-8);
  });

  test('a column without upper bound is closed by a row that bounds it', () => {
    // max x as min −x, x + y ≤ 5, x, y ≥ 0: −5. A dual of −0.999999 leaves −1e-6·x, and the row says x ≤ 5.
    const program = programOf(
      [
        { cost: -1, lower: 0, upper: open },
        { cost: 0, lower: 0, upper: open },
      ],
      [{ lower: Number.NEGATIVE_INFINITY, upper: 5, coefficients: [1, 1] }],
    );
    const { dualBound } = certify(program, Float64Array.of(5, 0), Float64Array.of(-0.999999));
    expect(dualBound).toBeLessThanOrEqual(-5);
    expect(dualBound).toBeCloseTo(-5, 9);
  });

  test('columns that bound each other are closed one after the other', () => {
    // y ≤ 2x, z ≤ 2y, x ≤ 1: max z is 4. All but x are open in their own ranges.
    const program = programOf(
      [
        { cost: 0, lower: 0, upper: 1 },
        { cost: 0, lower: 0, upper: open },
        { cost: -1, lower: 0, upper: open },
      ],
      [
        { lower: Number.NEGATIVE_INFINITY, upper: 0, coefficients: [0, -2, 1] },
        { lower: Number.NEGATIVE_INFINITY, upper: 0, coefficients: [-2, 1, 0] },
      ],
    );
    expect(certify(program, Float64Array.of(1, 2, 4), Float64Array.of(0, 0)).dualBound).toBeCloseTo(-4, 9);
    expect(certify(program, Float64Array.of(1, 2, 4), Float64Array.of(-1, -2)).dualBound).toBeCloseTo(-4, 12);
  });

  test.each([1, -1])('a chain of 500 columns is closed from its one closed end, whichever way it runs (%i)', (way) => {
    // Each may be 1 more than its neighbour, and the one at the end is at most 5: 5 + 6 + … + 504 = 127,250.
    const length = 500;
    const end = way === 1 ? 0 : length - 1;
    const columns = Array.from({ length }, (_, j) => ({ cost: -1, lower: 0, upper: j === end ? 5 : open }));
    const rows = Array.from({ length: length - 1 }, (_, at) => {
      const coefficients = new Array<number>(length).fill(0);
      coefficients[at] = -way;
      coefficients[at + 1] = way;
      return { lower: Number.NEGATIVE_INFINITY, upper: 1, coefficients };
    });
    const { dualBound } = certify(programOf(columns, rows), new Float64Array(length), new Float64Array(length - 1));
    expect(dualBound).toBeCloseTo(-127_250, 4);
  });

  test('an unbounded programme has no bound, whatever point and duals are shown', () => {
    const program = programOf([{ cost: -1, lower: 0, upper: open }], [{ lower: 1, upper: open, coefficients: [1] }]);
    for (const y of [-1, 0, 1]) {
      expect(certify(program, Float64Array.of(1e6), Float64Array.of(y)).dualBound).toBe(Number.NEGATIVE_INFINITY);
    }
  });

  test('a free column needs its reduced cost to vanish, or a row that holds it', () => {
    const free: Column = { cost: 1, lower: Number.NEGATIVE_INFINITY, upper: open };
    const held = programOf([free, { cost: 0, lower: 0, upper: 1 }], [{ lower: 2, upper: 2, coefficients: [1, 1] }]);
    expect(certify(held, Float64Array.of(1, 1), Float64Array.of(1)).dualBound).toBeCloseTo(1, 12);
    expect(certify(held, Float64Array.of(1, 1), Float64Array.of(0)).dualBound).toBeCloseTo(1, 12);
  });

  test('an end that nothing reaches is no range to lose a rounded price in: what the cost leaves is nearer', () => {
    // K ≥ 4 at 1, at most 1e8: a dual of 1 + 1e-9 would leave −1e-9·1e8, but no K above 4 costs at most 4.
    const least = { lower: 4, upper: open, coefficients: [1] };
    const program = programOf([{ cost: 1, lower: 0, upper: 1e8 }], [least]);
    expect(certify(program, Float64Array.of(4), Float64Array.of(1 + 1e-9)).dualBound).toBeGreaterThan(4 - 1e-7);
    // Where nothing else holds the column, its far end does.
    const earning = programOf([{ cost: -1, lower: 0, upper: 1e8 }], []);
    expect(certify(earning, Float64Array.of(1e8), new Float64Array(0)).dualBound).toBeCloseTo(-1e8, 6);
  });

  test('costs that are never negative prove 0 by themselves, whatever rounding leaves of the duals', () => {
    // Reduced costs of −1e-18 on a column that nothing holds would prove nothing.
    const program = programOf(
      [
        { cost: 0, lower: 0, upper: open },
        { cost: 0, lower: 0, upper: open },
      ],
      [{ lower: 1, upper: open, coefficients: [1, 1] }],
    );
    expect(certify(program, Float64Array.of(1, 0), Float64Array.of(1e-18))).toMatchObject({
      objective: 0,
      dualBound: 0,
    });
  });

  test('a degenerate vertex is proven by each of its duals', () => {
    // min x + y, three rows through (1, 1): x ≥ 1, y ≥ 1, x + y ≥ 2.
    const columns = [1, 1].map((cost) => ({ cost, lower: 0, upper: open }));
    const rows = [
      { lower: 1, upper: open, coefficients: [1, 0] },
      { lower: 1, upper: open, coefficients: [0, 1] },
      { lower: 2, upper: open, coefficients: [1, 1] },
    ];
    for (const dual of [
      [1, 1, 0],
      [0, 0, 1],
      [0.5, 0.5, 0.5],
    ]) {
      const { objective, dualBound } = certify(
        programOf(columns, rows),
        Float64Array.of(1, 1),
        Float64Array.from(dual),
      );
      expect(relativeGap(objective, dualBound, 0)).toBeLessThan(1e-13);
    }
  });

  test('the constant of the objective counts on both sides', () => {
    const program = programOf([{ cost: 1, lower: 2, upper: 3 }], [], -7);
    expect(certify(program, Float64Array.of(2), new Float64Array(0))).toEqual({
      objective: -5,
      dualBound: expect.closeTo(-5, 12),
      maxViolation: 0,
    });
  });

  test('rounding never lifts the bound', () => {
    // Three times the double nearest 0.1 is a little less than their rounded sum, 0.30000000000000004.
    const program = programOf(Array(3).fill({ cost: 1, lower: 0.1, upper: 1 }), []);
    const { dualBound } = certify(program, new Float64Array(3).fill(0.1), new Float64Array(0));
    expect(dualBound).toBeLessThan(0.1 + 0.1 + 0.1);
    expect(dualBound).toBeCloseTo(0.3, 14);
  });

  test('values that do not fit the programme are refused', () => {
    expect(() => certify(blend, Float64Array.of(3), Float64Array.of(1, 1))).toThrow(/1 values and 2 duals/);
  });

  test('a point that cheats below the optimum does not carry the bound with it', () => {
    // The open column is closed only by the cutoff of a point that is not allowed; the bound may not pass that cutoff.
    const { dualBound } = certify(blend, Float64Array.of(0, 0), Float64Array.of(3, 0));
    expect(dualBound).toBeLessThanOrEqual(9);
  });
});
