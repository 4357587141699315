/** Duals on their way, made to prove as much as they can. */

import { expect, test } from 'vitest';
import { type StandardForm, standardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { newBlock, sparseEquations } from '../../../src/solvers/interior-point/iterate/block.ts';
import { cutOf, provenDuals } from '../../../src/solvers/interior-point/iterate/dual-bound.ts';
import { symbolicFactorOf } from '../../../src/solvers/interior-point/linalg/symbolic-factorisation.ts';
import { PROVEN_OVERSHOOT } from '../../../src/solvers/interior-point/parameters.ts';
import { linkedBlocks } from '../../verify/linked-blocks.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { asTheyAre, denseColumns, randomForm } from '../forms.ts';

const open = Number.POSITIVE_INFINITY;

/** An hour: 10 MW of load from a plant of z MW and from the grid at 100; of the plant four fifths are there. */
const hour = standardForm(
  linkedBlocks(
    [{ cost: 3, lower: 0, upper: open }],
    [],
    [
      {
        linkedTo: [0],
        columns: [
          { cost: 0, lower: 0, upper: open },
          { cost: 100, lower: 0, upper: open },
        ],
        rows: [
          { coefficients: [0, 1, 1], lower: 10, upper: 10 },
          { coefficients: [-0.8, 1, 0], lower: -open, upper: 0 },
        ],
      },
    ],
  ).block(0),
  asTheyAre,
);

const dualsOf = (form: StandardForm, byRow: readonly number[]) => Float64Array.from(form.rowOf, (row) => byRow[row]!);

test('what a flow without a limit of its own is short of is taken over by the row that limits it to a size', () => {
  // A MWh is worth 70, what limits the plant only 50: its flow would earn 20, however large.
  const proven = provenDuals(hour, dualsOf(hour, [70, -50]));
  expect(proven).toEqual(dualsOf(hour, [70, -70]));
});

test('what a flow is short of that no row limits is taken over by its hour, and passed on to those that are limited', () => {
  // A MWh is worth 120 and the grid brings it at 100: import would earn 20, however large, and the plant 30.
  expect(provenDuals(hour, dualsOf(hour, [120, -90]))).toEqual(dualsOf(hour, [100, -100]));
});

/** An hour of a year that is balanced by volume: import at 100 brings what export at 0 makes up for at another time. */
const byVolume = standardForm(
  linkedBlocks(
    [{ cost: 3, lower: 0, upper: open }],
    [],
    [
      {
        linkedTo: [0],
        columns: [100, 0, 100, 0].map((cost) => ({ cost, lower: 0, upper: open })),
        rows: [
          { coefficients: [-1, 1, -1, 0, 0], lower: 10, upper: open },
          { coefficients: [-1, 0, 0, 1, -1], lower: 10, upper: open },
          { coefficients: [0, 1, -1, 1, -1], lower: -open, upper: 0 },
        ],
      },
    ],
  ).block(0),
  asTheyAre,
);

test('import and export by volume are kept from earning hour by hour, not by what volume is worth in all of them', () => {
  // Volume is worth 30: an hour may be worth 30 to 130.
  expect(provenDuals(byVolume, dualsOf(byVolume, [20, 140, -30]))).toEqual(dualsOf(byVolume, [30, 130, -30]));
  expect(provenDuals(byVolume, dualsOf(byVolume, [30, 130, -30]))).toEqual(dualsOf(byVolume, [30, 130, -30]));
});

test('duals that fit stay as they are', () => {
  const fitting = dualsOf(hour, [70, -75]);
  expect(provenDuals(hour, fitting)).toEqual(fitting);
});

test('a dual with the sign that its slack does not allow counts for nothing', () => {
  expect(provenDuals(hour, dualsOf(hour, [0, 5]))).toEqual(dualsOf(hour, [0, 0]));
});

test('a cut says what a block costs for any size', () => {
  const block = newBlock(hour, sparseEquations(hour, symbolicFactorOf(hour), false));
  block.points[0].x.fill(1);
  block.points[0].y.set(dualsOf(hour, [70, -50]));
  const { constant, linkedDual, plain } = cutOf(hour, block.points[0]);
  // 10 MWh at 70, less 0.8 of each MW at 70: with 5 MW at least 420, where 6 MWh from the grid cost 600.
  expect(constant).toBeCloseTo(700, 9);
  // The flow is left a hair above nothing.
  const slope = 56 + 0.8 * PROVEN_OVERSHOOT;
  expect([...linkedDual].map((dual) => Math.abs(dual))).toEqual([expect.closeTo(slope, 12)]);
  expect(constant - linkedDual[0]! * 5).toBeCloseTo(700 - 5 * slope, 11);
  expect(plain).toBe(0);
});

test.each([0, 1e-6])(
  'no column that some row limits to the sizes has a reduced cost below %d, whatever the duals were',
  (overshoot) => {
    let limited = 0;
    for (let seed = 0; seed < 40; seed++) {
      const form = randomForm({ seed });
      const chance = chanceOf(seed);
      const proven = provenDuals(
        form,
        Float64Array.from({ length: form.rowCount }, () => 4 * chance() - 2),
        overshoot,
      );
      const A = denseColumns(form);
      const isLimit = Array.from({ length: form.rowCount }, (_, r) => {
        const signs = new Set(A.map((column) => Math.sign(column[r]!)).filter((sign) => sign !== 0));
        return signs.size === 1 && A.some((column, j) => form.columnOf[j]! < 0 && j >= form.upper.length && column[r]);
      });
      A.forEach((column, j) => {
        if (j < form.upper.length || !column.some((a, r) => a !== 0 && isLimit[r])) return;
        limited++;
        const reduced = column.reduce((cost, a, r) => cost - a * proven[r]!, form.cost[j]!);
        // Of a slack it is nothing: the dual of its row is none.
        expect(reduced).toBeGreaterThan((form.columnOf[j]! < 0 ? 0 : overshoot) - 1e-12);
      });
    }
    expect(limited).toBeGreaterThan(50);
  },
);
