/** Directions by code of an hour against those that are made column by column. */

import { expect, test } from 'vitest';
import { type Block, newBlock } from '../../../src/solvers/interior-point/iterate/block.ts';
import {
  BoundDualChanges,
  predictorWithBoundDuals,
} from '../../../src/solvers/interior-point/iterate/bound-dual-changes.ts';
import { takeSecants } from '../../../src/solvers/interior-point/iterate/bound-secants.ts';
import { factoriseBlock } from '../../../src/solvers/interior-point/iterate/evaluation.ts';
import { backSubstitute, eliminate } from '../../../src/solvers/interior-point/iterate/newton-direction.ts';
import { type NewtonRhs, slotOf, type Trial } from '../../../src/solvers/interior-point/iterate/newton-system.ts';
import { directionOf } from '../../../src/solvers/interior-point/iterate/normal-equations.ts';
import type { Direction } from '../../../src/solvers/interior-point/iterate/point.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { repeatingSeeds, repeatingSite } from '../repeating.ts';

const regularisation = { primal: 1e-9, dual: 1e-7 };
const weights = { primal: [1, 0.4], dual: [1, 0.7] };
const shares = [0.1, 0.4, 0.7, 1];

const steps: readonly { readonly newtonRhs: NewtonRhs; readonly trial: Omit<Trial, 'ignoredShare'> }[] = [
  { newtonRhs: { kind: 'predictor' }, trial: { shares: [1] } },
  { newtonRhs: { kind: 'secant-predictor' }, trial: { shares: [1] } },
  {
    newtonRhs: { kind: 'corrector', sigmaMu: 0.01, secondOrderCap: 0 },
    trial: { base: { primal: [1], dual: [1] }, shares },
  },
  {
    newtonRhs: { kind: 'corrector', sigmaMu: 0.01, secondOrderCap: 2 },
    trial: { base: { primal: [1], dual: [1] }, shares },
  },
  {
    newtonRhs: { kind: 'centrality-corrector', sigmaMu: 0.2, weights, primal: 0.6, dual: 0.5 },
    trial: { base: weights, shares },
  },
];

/** Blocks whose hours repeat keep no changes of prices. */
function priced(block: Block, kind: NewtonRhs['kind']): Direction {
  const { form, equations, directions } = block;
  if (equations.kind === 'sparse') return equations.directions[slotOf[kind]];
  const changes = new BoundDualChanges(equations, block, 1);
  return {
    dx: directions[slotOf[kind]].dx,
    dLowerDual: Float64Array.from({ length: form.columnCount }, (_, j) => changes.lower(kind, j)),
    dUpperDual: Float64Array.from({ length: form.boundedCount }, (_, j) => changes.upper(kind, j)),
  };
}

/** Bends what the direction to the bounds oversteps. */
function bend(block: Block, dz: Float64Array): void {
  eliminate(block, 1, { kind: 'predictor' });
  backSubstitute(block, 1, { kind: 'predictor' }, dz, { shares: [1], ignoredShare: 0 });
  takeSecants(block.secants, block.points[1], block.form.upper, predictorWithBoundDuals(block, 1, 'predictor'));
  factoriseBlock(block, 1, regularisation);
}

/** Neither has changes of prices that anybody asks for, nor a length. */
const resting: readonly NewtonRhs[] = [{ kind: 'primal' }, { kind: 'settling-duals' }];

test.each(resting)('by code of an hour a direction is the same while the other side rests: %j', (newtonRhs) => {
  for (const seed of repeatingSeeds) {
    const { form, equations } = repeatingSite(seed);
    const [mine, theirs] = equations.map((own) => {
      const chance = chanceOf(seed);
      const block = newBlock(form, own);
      const { x, lowerDual, upperDual, y } = block.points[1];
      for (const values of [x, lowerDual, upperDual, y, block.residuals[1]]) {
        for (let at = 0; at < values.length; at++) values[at] = 10 ** (3 * chance() - 2);
      }
      for (let j = 0; j < form.boundedCount; j++) x[j] = form.upper[j]! * (0.05 + 0.9 * chance());
      factoriseBlock(block, 1, regularisation);
      const schurRhs = eliminate(block, 1, newtonRhs);
      backSubstitute(block, 1, newtonRhs, Float64Array.from(schurRhs, chance), { shares: [], ignoredShare: 0 });
      const { dx, dy } = directionOf(block, 1, newtonRhs.kind);
      return [schurRhs, dx.slice(), dy.slice()];
    });
    theirs!.forEach((values, part) => {
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(largest).toBeGreaterThan(0);
      for (const [at, value] of values.entries()) {
        expect(Math.abs(mine![part]![at]! - value)).toBeLessThanOrEqual(1e-9 * largest);
      }
    });
  }
});

test.each([
  { ignoredShare: 0, isBent: false },
  { ignoredShare: 0.02, isBent: false },
  { ignoredShare: 0.02, isBent: true },
])('all directions lead where they lead column by column: %j', ({ ignoredShare, isBent }) => {
  const told = new Set<number>();
  const bent: number[] = [];
  for (const seed of repeatingSeeds) {
    const { form, equations } = repeatingSite(seed);
    const ways = equations.map((own) => {
      const chance = chanceOf(seed);
      const draw = (values: Float64Array) => {
        for (let at = 0; at < values.length; at++) values[at] = 10 ** (3 * chance() - 2);
      };
      const block = newBlock(form, own);
      const point = block.points[1];
      for (const values of [point.x, point.lowerDual, point.upperDual, point.y, block.residuals[1]]) draw(values);
      for (let j = 0; j < form.boundedCount; j++) point.x[j] = form.upper[j]! * (0.05 + 0.9 * chance());
      const dz = Float64Array.from({ length: form.linkedCount }, chance);
      factoriseBlock(block, 1, regularisation);
      if (isBent) {
        bend(block, dz);
        bent.push(block.secants.count[0]!);
      }
      return steps.flatMap(({ newtonRhs, trial }) => {
        const schurRhs = eliminate(block, 1, newtonRhs);
        const reached = backSubstitute(block, 1, newtonRhs, dz, { ...trial, ignoredShare });
        // The one round bends is made by one task, and repeated as a whole.
        if (newtonRhs.kind !== 'secant-predictor') {
          const made = directionOf(block, 1, newtonRhs.kind).dx.slice();
          expect(backSubstitute(block, 1, newtonRhs, dz, { ...trial, ignoredShare })).toEqual(reached);
          expect(directionOf(block, 1, newtonRhs.kind).dx).toEqual(made);
        }
        const { dx, dLowerDual, dUpperDual } = priced(block, newtonRhs.kind);
        for (const length of [...reached.primal, ...reached.dual]) told.add(length);
        return [
          schurRhs,
          // Of what is there now: right-hand sides of others take its place.
          ...[dx, directionOf(block, 1, newtonRhs.kind).dy, dLowerDual, dUpperDual].map((values) => values.slice()),
          [...reached.primal, ...reached.dual],
          [reached.byColumns, reached.byDuals, reached.byBoth],
        ];
      });
    });
    const [mine, theirs] = ways as unknown as [ArrayLike<number>[], ArrayLike<number>[]];
    theirs.forEach((values, part) => {
      const largest = Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      Array.from(values).forEach((value, at) => {
        expect(Math.abs(mine[part]![at]! - value)).toBeLessThanOrEqual(1e-9 * largest);
      });
    });
  }
  expect(told.size).toBeGreaterThan(50);
  if (isBent) expect(Math.min(...bent)).toBeGreaterThan(0);
});
