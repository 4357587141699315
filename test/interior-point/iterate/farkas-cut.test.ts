/** Duals that run off, made to say where a block has a solution at all. */

import { expect, test } from 'vitest';
import { linkedDualOf } from '../../../src/solvers/interior-point/form/linking-matrix.ts';
import { standardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { farkasCutOf } from '../../../src/solvers/interior-point/iterate/farkas-cut.ts';
import { linkedBlocks } from '../../verify/linked-blocks.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { asTheyAre, denseColumns, randomForm } from '../forms.ts';

const open = Number.POSITIVE_INFINITY;

/** An hour: at least 10 MW of load from a plant of z MW, whose flow costs 3; so much of the plant is there. */
const hour = (share: number) =>
  standardForm(
    linkedBlocks(
      [{ cost: 3, lower: 0, upper: open }],
      [],
      [
        {
          linkedTo: [0],
          columns: [{ cost: 3, lower: 0, upper: open }],
          rows: [
            { coefficients: [0, 1], lower: 10, upper: 10 },
            { coefficients: [-share, 1], lower: -open, upper: 0 },
          ],
        },
      ],
    ).block(0),
    asTheyAre,
  );

test('a flow that duals leave above zero is taken over by the row that limits it, and the certificate holds', () => {
  const form = hour(0);
  // Nothing is there: the load has no end of worth, and what limits the plant lacks 1 of 1,000.
  const { constant, linkedDual } = farkasCutOf(form, { y: Float64Array.from(form.rowOf, (row) => [1000, -999][row]!) });
  expect(constant).toBeCloseTo(10, 6);
  expect(linkedDual[0]! + 0).toBe(0);
});

test('it says how large what stands has to be', () => {
  const form = hour(0.5);
  const { constant, linkedDual } = farkasCutOf(form, { y: Float64Array.from(form.rowOf, (row) => [1000, -999][row]!) });
  // 10 MW of load take 20 MW of plant.
  expect(constant / linkedDual[0]!).toBeCloseTo(20, 6);
});

test('duals of nothing, and those that are no numbers, say nothing', () => {
  const form = hour(0);
  for (const value of [0, Number.NaN, open]) {
    expect(farkasCutOf(form, { y: new Float64Array(form.rowCount).fill(value) })).toMatchObject({
      constant: 0,
      size: 0,
    });
  }
});

test('no point that keeps its equations is cut off, whatever the duals were', () => {
  let said = 0;
  for (let seed = 0; seed < 200; seed++) {
    const drawn = randomForm({ seed });
    const chance = chanceOf(seed);
    const x = Float64Array.from({ length: drawn.columnCount }, (_, j) => chance() * (drawn.upper[j] ?? 50));
    const z = Float64Array.from({ length: drawn.linkedCount }, () => 10 * chance());
    // Right-hand sides of which that point is a solution.
    const A = denseColumns(drawn);
    const rhs = drawn.rhs.map((_, r) => {
      const unit = new Float64Array(drawn.rowCount);
      unit[r] = 1;
      const links = linkedDualOf(drawn, unit);
      return (
        A.reduce((sum, column, j) => sum + column[r]! * x[j]!, 0) + links.reduce((sum, t, l) => sum + t * z[l]!, 0)
      );
    });
    const y = Float64Array.from({ length: drawn.rowCount }, () => 4 * chance() - 2);
    const { constant, linkedDual, size } = farkasCutOf({ ...drawn, rhs }, { y });
    if (size > 0) said++;
    expect(constant - linkedDual.reduce((sum, dual, l) => sum + dual * z[l]!, 0)).toBeLessThan(
      1e-12 * Math.max(1, size),
    );
  }
  expect(said).toBeGreaterThan(30);
});
