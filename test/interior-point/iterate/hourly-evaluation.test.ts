/** Steps and looks at a point by code of an hour against those column by column. */

import { expect, test } from 'vitest';
import { newBlock } from '../../../src/solvers/interior-point/iterate/block.ts';
import { evaluate, factoriseBlock, takeBlockStep } from '../../../src/solvers/interior-point/iterate/evaluation.ts';
import type { Step } from '../../../src/solvers/interior-point/iterate/point.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { copyOf } from '../points.ts';
import { repeatingSeeds, repeatingSite } from '../repeating.ts';

const steps: readonly Step[] = [
  { mix: { primal: [1, 0.4], dual: [1, 0.7] }, lengths: { primal: 0.9, dual: 0.8 } },
  { mix: { primal: [1, 0.4, 0.3], dual: [1, 0, 0.2] }, lengths: { primal: 1, dual: 0.5 } },
  { mix: { primal: [1, 0], dual: [0, 1] }, lengths: { primal: 1, dual: 0 }, kept: 1e-3 },
];

test('a step leads to the same point, which looks the same and moves as readily', () => {
  let held = 0;
  for (const seed of repeatingSeeds) {
    const { form, equations } = repeatingSite(seed);
    const ways = equations.map((own) => {
      const chance = chanceOf(seed);
      const draw = (values: Float64Array, sign: () => number) => {
        for (let at = 0; at < values.length; at++) values[at] = sign() * 10 ** (3 * chance() - 2);
      };
      const block = newBlock(form, own);
      const [from, into] = block.points;
      for (const values of [from.x, from.lowerPrice, from.upperPrice]) draw(values, () => 1);
      draw(from.y, () => Math.sign(chance() - 0.5));
      for (let j = 0; j < form.boundedCount; j++) from.x[j] = form.upper[j]! * (0.05 + 0.9 * chance());
      for (const { dx, dLowerPrice, dUpperPrice, dy } of block.directions) {
        for (const values of [dx, dLowerPrice, dUpperPrice, dy]) draw(values, () => chance() - 0.5);
      }
      const links = Float64Array.from({ length: form.linkedCount }, chance);
      const start = copyOf(from);
      const y = from.y.slice();
      return steps.flatMap((step, at) => {
        // The factor takes the place of the point that a step started from.
        for (const name of ['x', 'lowerPrice', 'upperPrice'] as const) from[name].set(start[name]);
        from.y.set(y);
        takeBlockStep(block, 1, step, at + 1);
        const { contradiction, products, linkedDual, ...told } = evaluate(block, 1, links);
        factoriseBlock(block, 1, { ρ: 1e-6, δ: 1e-7 });
        // As by a task that is done again.
        takeBlockStep(block, 1, step, at + 1);
        form.upper.forEach((upper, j) => {
          expect(into.x[j]).toBeLessThan(upper);
          if (into.x[j]! - upper > -0.11 * (upper - start.x[j]!)) held++;
        });
        const { x, lowerPrice, upperPrice } = into;
        return [
          ...[x, lowerPrice, upperPrice, into.y, block.θ, block.residual, linkedDual].map((values) => values.slice()),
          ...[...Object.values(told), ...Object.values(contradiction), products.sum, products.count].map((value) => [
            value,
          ]),
        ];
      });
    });
    const [mine, theirs] = ways as unknown as [ArrayLike<number>[], ArrayLike<number>[]];
    theirs.forEach((values, part) => {
      const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      Array.from(values).forEach((value, at) => {
        expect(Math.abs(mine[part]![at]! - value)).toBeLessThanOrEqual(1e-11 * largest);
      });
    });
  }
  expect(held).toBeGreaterThan(10);
});
