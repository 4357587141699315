import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certify } from '../../src/verify/certificate.ts';
import { bestVertex, type Column, programOf, type Row } from './tiny-programs.ts';

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
    const { objective, dualBound, relativeGap, maxViolation } = certify(
      blend,
      Float64Array.of(3, 1),
      Float64Array.of(1.5, 0.5),
    );
    expect(objective).toBe(9);
    expect(dualBound).toBeCloseTo(9, 12);
    expect(dualBound).toBeLessThanOrEqual(9);
    expect(relativeGap).toBeLessThan(1e-13);
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
    const { dualBound, relativeGap } = certify(blend, Float64Array.of(3, 1), Float64Array.of(1.5 + 1e-9, 0.5));
    expect(dualBound).toBeLessThanOrEqual(9);
    expect(relativeGap).toBeLessThan(1e-8);
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
      const { relativeGap } = certify(programOf(columns, rows), Float64Array.of(1, 1), Float64Array.from(dual));
      expect(relativeGap).toBeLessThan(1e-13);
    }
  });

  test('the constant of the objective counts on both sides', () => {
    const program = programOf([{ cost: 1, lower: 2, upper: 3 }], [], -7);
    expect(certify(program, Float64Array.of(2), new Float64Array(0))).toEqual({
      objective: -5,
      dualBound: expect.closeTo(-5, 12),
      relativeGap: expect.closeTo(0, 12),
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

describe('no duals whatever prove more than the true optimum', () => {
  const small = fc.integer({ min: -4, max: 4 });
  const lowerBound = fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.constant(0), fc.integer({ min: -3, max: 2 }));
  const column = fc
    .record({ cost: small, lower: lowerBound, width: fc.oneof(fc.constant(open), fc.integer({ min: 0, max: 5 })) })
    .map(({ cost, lower, width }): Column => {
      return { cost, lower, upper: lower === Number.NEGATIVE_INFINITY ? width : lower + width };
    });
  const cases = fc.integer({ min: 1, max: 3 }).chain((size) => {
    const coefficients = fc.array(small, { minLength: size, maxLength: size });
    const row = fc
      .record({ lower: lowerBound, width: fc.oneof(fc.constant(open), fc.integer({ min: 0, max: 6 })), coefficients })
      .map(({ lower, width, ...rest }): Row => {
        return { lower, upper: lower === Number.NEGATIVE_INFINITY ? width : lower + width, ...rest };
      });
    // Two more rows hold every combination of columns in a box, so that there is always a vertex and an optimum.
    const box = Array.from({ length: size }, (_, j) => ({
      lower: -50,
      upper: 50,
      coefficients: Array.from({ length: size }, (_, at) => (at === j ? 1 : 0)),
    }));
    return fc.record({
      columns: fc.array(column, { minLength: size, maxLength: size }),
      rows: fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => [...rows, ...box]),
      noise: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 6, maxLength: 6 }),
      scale: fc.constantFrom(0, 1e-12, 1e-6, 1e-2, 1, 1e3),
      shift: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
    });
  });

  test('true duals close the gap; disturbed duals, and points that are not allowed, never lift the bound', () => {
    let [proven, disturbed] = [0, 0];
    fc.assert(
      fc.property(cases, ({ columns, rows, noise, scale, shift }) => {
        const vertex = bestVertex(columns, rows);
        fc.pre(vertex !== undefined);
        const program = programOf(columns, rows);
        const dual = vertex.rowDual ?? new Float64Array(rows.length);
        if (vertex.rowDual !== undefined) {
          proven++;
          const { relativeGap, maxViolation } = certify(program, vertex.primal, dual);
          expect(relativeGap).toBeLessThan(1e-9);
          expect(maxViolation).toBeLessThan(1e-8);
        }
        disturbed++;
        const wrong = dual.map((y, r) => y + scale * noise[r]!);
        const elsewhere = vertex.primal.map((x, j) => x + shift[j]!);
        for (const primal of [vertex.primal, elsewhere]) {
          expect(certify(program, primal, wrong).dualBound).toBeLessThanOrEqual(vertex.objective + 1e-8);
        }
      }),
      { numRuns: 2000, seed: 20260101 },
    );
    expect(proven).toBeGreaterThan(500);
    expect(disturbed).toBeGreaterThan(500);
  });

  test('where only the cost holds the columns, the cutoff closes them', () => {
    const cost = fc.integer({ min: 0, max: 4 });
    const coefficients = fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 2, maxLength: 2 });
    const row = fc.record({ lower: fc.integer({ min: 0, max: 5 }), upper: fc.constant(open), coefficients });
    const columnsOf = fc.array(
      cost.map((c): Column => ({ cost: c, lower: 0, upper: open })),
      { minLength: 2, maxLength: 2 },
    );
    const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
    let proven = 0;
    fc.assert(
      fc.property(
        fc.record({ columns: columnsOf, rows: fc.array(row, { minLength: 1, maxLength: 3 }), noise }),
        fc.constantFrom(1e-9, 1e-3, 1, 100),
        ({ columns, rows, noise }, scale) => {
          const vertex = bestVertex(columns, rows);
          fc.pre(vertex?.rowDual !== undefined);
          const wrong = vertex!.rowDual!.map((y, r) => y + scale * noise[r]!);
          const { dualBound, relativeGap } = certify(programOf(columns, rows), vertex!.primal, wrong);
          expect(dualBound).toBeLessThanOrEqual(vertex!.objective + 1e-9);
          if (columns.every(({ cost }) => cost > 0)) {
            expect(dualBound).toBeGreaterThan(Number.NEGATIVE_INFINITY);
            if (scale === 1e-9) expect(relativeGap).toBeLessThan(1e-6);
            proven++;
          }
        },
      ),
      { numRuns: 1000, seed: 20260102 },
    );
    expect(proven).toBeGreaterThan(200);
  });
});
