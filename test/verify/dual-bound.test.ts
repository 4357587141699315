import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relativeGap } from '../../src/units.ts';
import { certify } from '../../src/verify/certificate.ts';
import { draws } from '../fixtures/draws.ts';
import { bestVertex, type Column, programOf, type Row } from './tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;

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
          const { objective, dualBound, maxViolation } = certify(program, vertex.primal, dual);
          expect(relativeGap(objective, dualBound, 1)).toBeLessThan(1e-9);
          expect(maxViolation).toBeLessThan(1e-8);
        }
        disturbed++;
        const wrong = dual.map((y, r) => y + scale * noise[r]!);
        const elsewhere = vertex.primal.map((x, j) => x + shift[j]!);
        for (const primal of [vertex.primal, elsewhere]) {
          expect(certify(program, primal, wrong).dualBound).toBeLessThanOrEqual(vertex.objective + 1e-8);
        }
      }),
      draws(600, 20260101),
    );
    expect(proven).toBeGreaterThan(150);
    expect(disturbed).toBeGreaterThan(150);
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
          const { objective, dualBound } = certify(programOf(columns, rows), vertex!.primal, wrong);
          expect(dualBound).toBeLessThanOrEqual(vertex!.objective + 1e-9);
          if (columns.every(({ cost }) => cost > 0)) {
            expect(dualBound).toBeGreaterThan(Number.NEGATIVE_INFINITY);
            if (scale === 1e-9) expect(relativeGap(objective, dualBound, 1)).toBeLessThan(1e-6);
            proven++;
          }
        },
      ),
      draws(400, 20260102),
    );
    expect(proven).toBeGreaterThan(80);
  });
});
