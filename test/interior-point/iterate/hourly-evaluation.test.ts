/** Steps and looks at a point by code of an hour against those column by column. */

import { expect, test } from 'vitest';
import { type Block, newBlock } from '../../../src/solvers/interior-point/iterate/block.ts';
import { completeSecantDuals, zeroSecantTargets } from '../../../src/solvers/interior-point/iterate/bound-secants.ts';
import { evaluate, factoriseBlock, takeBlockStep } from '../../../src/solvers/interior-point/iterate/evaluation.ts';
import { setRhsParameters } from '../../../src/solvers/interior-point/iterate/hourly-directions.ts';
import {
  completeBoundDuals,
  type NewtonRhs,
  setProductTargets,
  slotOf,
} from '../../../src/solvers/interior-point/iterate/newton-system.ts';
import { directionOf } from '../../../src/solvers/interior-point/iterate/normal-equations.ts';
import type { Step } from '../../../src/solvers/interior-point/iterate/point.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { copyOf } from '../points.ts';
import { repeatingSeeds, repeatingSite } from '../repeating.ts';

const tried = { primal: [1, 0.4], dual: [1, 0.7] };
const ofOneRound: readonly NewtonRhs[] = [
  { kind: 'predictor' },
  { kind: 'corrector', sigmaMu: 0.01, secondOrderCap: 2 },
  { kind: 'centrality-corrector', sigmaMu: 0.2, weights: tried, primal: 0.6, dual: 0.5 },
];
const settling: readonly NewtonRhs[] = [{ kind: 'predictor' }, { kind: 'settling-duals' }];
const steps: readonly (Step & { readonly rightHandSides?: readonly NewtonRhs[]; readonly isBent?: true })[] = [
  { weights: tried, lengths: { primal: 0.9, dual: 0.8 } },
  { weights: { primal: [1, 0.4, 0.3], dual: [1, 0, 0.2] }, lengths: { primal: 1, dual: 0.5 } },
  { weights: { primal: [1, 0.4, 0.3], dual: [1, 0.5, 0.2] }, lengths: { primal: 1, dual: 0.5 }, isBent: true },
  { weights: { primal: [1, 0], dual: [0, 1] }, lengths: { primal: 1, dual: 0 }, clampedTo: 1e-3 },
  { weights: { primal: [0], dual: [1] }, lengths: { primal: 0, dual: 1 }, clampedTo: 1e-3 },
  {
    weights: { primal: [0], dual: [0, 1] },
    lengths: { primal: 0, dual: 1 },
    clampedTo: 1e-3,
    rightHandSides: settling,
  },
  { weights: { primal: [1, 0], dual: [0, 1] }, lengths: { primal: 1, dual: 1 }, boundDualsRest: true },
];

/** Makes known what the directions of a block are for; by lists, changes of prices follow. */
function aim({ form, points, secants, equations }: Block, aims: readonly NewtonRhs[], isBent: boolean): void {
  const [from] = points;
  const targets = {
    lower: new Float64Array(form.columnCount),
    upper: new Float64Array(form.boundedCount),
  };
  for (const newtonRhs of aims) {
    if (equations.kind === 'repeating') setRhsParameters(equations, newtonRhs);
    else {
      const { directions } = equations;
      const direction = directions[slotOf[newtonRhs.kind]];
      setProductTargets({ form, directions, targets }, from, newtonRhs);
      zeroSecantTargets(secants, targets);
      completeBoundDuals(from, form.upper, targets, direction);
      completeSecantDuals(secants, direction);
    }
  }
  secants.count[0] = 0;
  if (!isBent) return;
  for (let bound = 0; bound < secants.bound.length; bound++) {
    secants.bound[bound] = 7 * bound;
    secants.slope[bound] = 1 + bound / 3;
  }
  secants.count[0] = secants.bound.length;
}

test('a step leads to the same point, which looks the same and moves as readily', () => {
  let [held, bentBounds] = [0, 0];
  for (const seed of repeatingSeeds) {
    const { form, equations } = repeatingSite(seed);
    const ways = equations.map((own) => {
      const chance = chanceOf(seed);
      const draw = (values: Float64Array, sign: () => number) => {
        for (let at = 0; at < values.length; at++) values[at] = sign() * 10 ** (3 * chance() - 2);
      };
      const block = newBlock(form, own);
      const [from, into] = block.points;
      for (const values of [from.x, from.lowerDual, from.upperDual]) draw(values, () => 1);
      draw(from.y, () => Math.sign(chance() - 0.5));
      for (let j = 0; j < form.boundedCount; j++) from.x[j] = form.upper[j]! * (0.05 + 0.9 * chance());
      const directions = ofOneRound.map(({ kind }) => directionOf(block, 0, kind));
      for (const { dx, dy } of directions) for (const values of [dx, dy]) draw(values, () => chance() - 0.5);
      const drawn = directions.map(({ dx, dy }) => [dx.slice(), dy.slice()] as const);
      const links = Float64Array.from({ length: form.linkedCount }, chance);
      const start = copyOf(from);
      const y = from.y.slice();
      return steps.flatMap((step, at) => {
        // The factor takes the place of the point that a step started from.
        for (const name of ['x', 'lowerDual', 'upperDual'] as const) from[name].set(start[name]);
        from.y.set(y);
        // The last direction was where weights are, and a residual.
        for (const [k, { dx, dy }] of directions.entries())
          for (const [n, to] of [dx, dy].entries()) to.set(drawn[k]![n]!);
        const { rightHandSides: aims = ofOneRound, isBent = false } = step;
        // Bounds are bent before other directions are made.
        for (const bent of isBent ? [true, true] : [false]) aim(block, aims, bent);
        if (isBent) bentBounds += block.secants.count[0]!;
        takeBlockStep(block, 1, step, at + 1);
        const { farkas, products, linkedDual, ...told } = evaluate(block, 1, links);
        factoriseBlock(block, 1, { primal: 1e-6, dual: 1e-7 });
        // As by a task that is done again.
        takeBlockStep(block, 1, step, at + 1);
        form.upper.forEach((upper, j) => {
          expect(into.x[j]).toBeLessThan(upper);
          if (into.x[j]! - upper > -0.11 * (upper - start.x[j]!)) held++;
        });
        const { x, lowerDual, upperDual } = into;
        return [
          ...[x, lowerDual, upperDual, into.y, block.θ, block.residuals[1], linkedDual].map((values) => values.slice()),
          ...[...Object.values(told), ...Object.values(farkas), products.sum, products.count].map((value) => [value]),
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
  expect(bentBounds).toBeGreaterThan(10);
});
