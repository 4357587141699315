/** Code of an hour against the lists of entries that it stands in for. */

import { expect, test } from 'vitest';
import { newBlock } from '../../../../src/solvers/interior-point/iterate/block.ts';
import {
  eliminateRows,
  factoriseEquations,
  reducedRhsOf,
  substituteRows,
} from '../../../../src/solvers/interior-point/iterate/normal-equations.ts';
import { hourFactors } from '../../../../src/solvers/interior-point/linalg/kernel/factor.ts';
import type { Template } from '../../../../src/solvers/interior-point/linalg/template.ts';
import { chanceOf } from '../../../verify/random-plan.ts';
import { repeatingSeeds, repeatingSite } from '../../repeating.ts';
import { printed } from './interpreted.ts';

test('factor and solves are those of the lists of entries', () => {
  const shapes = new Set<string>();
  for (const seed of repeatingSeeds) {
    const { form, equations } = repeatingSite(seed);
    const chance = chanceOf(seed);
    const draw = (length: number) => Float64Array.from({ length }, chance);
    const [θ, rhs, dz] = [
      draw(form.columnCount).map((value) => 10 ** (4 * value - 2)),
      draw(form.rowCount),
      draw(form.linkedCount),
    ];
    const answers = equations.map((own) => {
      const block = newBlock(form, own);
      block.θ.set(θ);
      const schur = factoriseEquations(block, 0, 1e-7);
      reducedRhsOf(block, 0, 'primal').set(rhs);
      const schurRhs = eliminateRows(block, 0, 'primal');
      substituteRows(block, 0, 'primal', dz);
      return [...schur, ...schurRhs, ...block.directions[0].dy];
    });
    const [mine, theirs] = answers as [number[], number[]];
    const largest = theirs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    mine.forEach((value, at) => {
      expect(Math.abs(value - theirs[at]!)).toBeLessThan(1e-10 * largest);
    });
    shapes.add(`${form.stepCount} ${form.rowCount / form.stepCount} ${form.columnCount / form.stepCount}`);
  }
  expect(shapes.size).toBe(repeatingSeeds.length);
});

test('the code of an hour can be read', () => {
  // A store that an hour leaves to the next, filled by one column and emptied by another; a size limits what it holds.
  const fixed = (value: 1 | -1) => ({ kind: 'fixed', value }) as const;
  const template: Template = {
    hours: 8,
    rows: 1,
    acrossCount: 0,
    kinds: [
      {
        cost: fixed(1),
        upper: fixed(1),
        across: [],
        entries: [{ row: 0, isNext: false, coefficient: { kind: 'parameter', at: 0 } }],
      },
      {
        cost: fixed(1),
        across: [],
        entries: [
          { row: 0, isNext: false, coefficient: fixed(-1) },
          { row: 0, isNext: true, coefficient: fixed(1) },
        ],
      },
    ],
    links: [[{ row: 0, coefficient: { kind: 'hourly', at: 0 } }]],
    rhs: [fixed(1)],
    carried: [0],
    parameterCount: 1,
    hourlyCount: 1,
  };
  expect(printed(hourFactors(template, [0]).other.graph)).toMatchInlineSnapshot(`
    "e3 = θ[0]
    e4 = parameter 0
    e5 = e4 · e3
    e6 = e4 · e5
    e7 = before(matrix 0 0) + e6
    e8 = θ[1]
    e11 = e7 + e8
    e13 = parameter 1
    e14 = e11 + e13
    e15 = hourly[0]
    e16 = before(column 0 0) + e15
    e17 = parameter 2
    e19 = e14 > e17 ? e14 : 1e+100
    e20 = 1 ÷ e19
    inverse[0] ← e20
    e22 = e8 · e20
    e23 = −e22
    lower[0] ← e23
    e25 = e22 · e8
    e27 = e8 − e25
    spread[0] ← e16
    e29 = e22 · e16
    e31 = e16 · e20
    e32 = e31 · e16
    spread[1] ← before(column 0 1)
    e34 = e22 · before(column 0 1)
    e36 = before(column 0 1) · e20
    e37 = e36 · e16
    e38 = e36 · before(column 0 1)
    e40 = before(gram 0 0) + e32
    e42 = before(gram 1 0) + e37
    e44 = before(gram 1 1) + e38
    after(gram 0 0) = e40
    after(gram 1 0) = e42
    after(gram 1 1) = e44
    after(matrix 0 0) = e27
    after(column 0 0) = e29
    after(column 0 1) = e34"
  `);
});
