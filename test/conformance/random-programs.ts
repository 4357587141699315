/** Random programs with every kind of row and bound; small whole numbers, so that ties and degeneracy are frequent. */

import fc from 'fast-check';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { type Column, none, type Row, write } from './programs.ts';

const small = fc.integer({ min: -4, max: 4 });

const bounds = fc.oneof(
  fc.constant({ lower: 0, upper: none }),
  fc.constant({ lower: -none, upper: none }),
  small.map((lower) => ({ lower, upper: none })),
  small.map((upper) => ({ lower: -none, upper })),
  small.map((both) => ({ lower: both, upper: both })),
  fc.tuple(small, fc.integer({ min: 1, max: 5 })).map(([lower, width]) => ({ lower, upper: lower + width })),
);

const column: fc.Arbitrary<Column> = fc.tuple(small, bounds).map(([cost, between]) => ({ cost, ...between }));

/** Bounded columns keep most programs feasible and bounded; the free mixture reaches the other answers. */
const boxed: fc.Arbitrary<Column> = fc.tuple(small, small).map(([cost, lower]) => ({ cost, lower, upper: lower + 5 }));

function rowOver(columnCount: number): fc.Arbitrary<Row> {
  const of = fc.array(fc.oneof(fc.constant(0), small), { minLength: columnCount, maxLength: columnCount });
  return fc.tuple(of, bounds).map(([coefficients, between]) => ({ of: coefficients, ...between }));
}

export const randomProgram: fc.Arbitrary<LinearProgram> = fc
  .oneof(fc.array(column, { maxLength: 5 }), fc.array(boxed, { minLength: 1, maxLength: 7 }))
  .chain((columns) =>
    fc.tuple(fc.array(rowOver(columns.length), { maxLength: 6 }), small).map(([rows, constant]) => {
      return write(columns, rows, constant);
    }),
  );
