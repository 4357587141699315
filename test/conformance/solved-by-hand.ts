/** Programs solved by hand, on which every adapter must agree; the arithmetic stands in the comments. */

import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { none, write } from './programs.ts';

export interface SolvedByHand {
  readonly law: string;
  readonly program: LinearProgram;
  readonly answer:
    | {
        readonly status: 'optimal';
        readonly objective: number;
        /** Left out where the optimum has several points or several duals. */
        readonly primal?: readonly number[];
        readonly rowDual?: readonly number[];
        readonly reducedCost?: readonly number[];
      }
    | { readonly status: 'infeasible' | 'unbounded' };
}

const infeasible = { status: 'infeasible' } as const;
const unbounded = { status: 'unbounded' } as const;

function optimal(
  objective: number,
  primal?: readonly number[],
  rowDual?: readonly number[],
  reducedCost?: readonly number[],
): SolvedByHand['answer'] {
  return {
    status: 'optimal',
    objective,
    ...(primal && { primal }),
    ...(rowDual && { rowDual }),
    ...(reducedCost && { reducedCost }),
  };
}

export const solvedByHand: readonly SolvedByHand[] = [
  {
    law: 'a need of 3 met by something that costs 2 costs 6, and one more unit of need costs 2: a binding ≥ has a positive dual',
    program: write([{ cost: 2 }], [{ lower: 3, of: [1] }]),
    answer: optimal(6, [3], [2], [0]),
  },
  {
    law: 'one more unit of a scarce good that earns 2 lowers the cost by 2: a binding ≤ has a negative dual',
    program: write([{ cost: -2 }], [{ upper: 3, of: [1] }]),
    answer: optimal(-6, [3], [-2], [0]),
  },
  {
    // x + y = 4, the cheap x stops at 1, so the dear y at 5 sets the price: 1·1 + 3·5 = 16; x saves 4 per unit of its bound.
    law: 'the dearest supply in use sets the price of a balance, and the cheap one earns the difference at its upper bound',
    program: write([{ cost: 1, upper: 1 }, { cost: 5 }], [{ lower: 4, upper: 4, of: [1, 1] }]),
    answer: optimal(16, [1, 3], [5], [-4, 0]),
  },
  {
    // x − y = −2, both ≥ 0: x = 0, y = 2. One unit more on the right saves one y at 3.
    law: 'a balance that only a burden can close has a negative dual',
    program: write([{ cost: 1 }, { cost: 3 }], [{ lower: -2, upper: -2, of: [1, -1] }]),
    answer: optimal(6, [0, 2], [-3], [4, 0]),
  },
  {
    law: 'a ranged row that rests on its upper side has a negative dual',
    program: write([{ cost: -3 }], [{ lower: 1, upper: 4, of: [2] }]),
    answer: optimal(-6, [2], [-1.5], [0]),
  },
  {
    law: 'a ranged row that rests on its lower side has a positive dual',
    program: write([{ cost: 3 }], [{ lower: 1, upper: 4, of: [2] }]),
    answer: optimal(1.5, [0.5], [1.5], [0]),
  },
  {
    law: 'a row that binds nothing has no price',
    program: write([{ cost: 1, lower: 2 }], [{ lower: 1, upper: 9, of: [1] }]),
    answer: optimal(2, [2], [0], [1]),
  },
  {
    // min x − y − 2z: x at its lower −5, y at its upper −1, z fixed at 7, and 10 on top: −5 + 1 − 14 + 10 = −8.
    law: 'without rows every column goes to its better bound and its cost is its reduced cost',
    program: write(
      [
        { cost: 1, lower: -5, upper: 3 },
        { cost: -1, lower: -none, upper: -1 },
        { cost: -2, lower: 7, upper: 7 },
      ],
      [],
      10,
    ),
    answer: optimal(-8, [-5, -1, 7], [], [1, -1, -2]),
  },
  {
    // x free, x ≥ −3 by a row: min x = −3.
    law: 'a free column stops where a row stops it',
    program: write([{ cost: 1, lower: -none }], [{ lower: -3, of: [1] }]),
    answer: optimal(-3, [-3], [1], [0]),
  },
  {
    // x stands at 1.5, the row makes y = x − 4 = −2.5: 2·1.5 − 3·(−2.5) = 10.5. One unit of x brings one of y: 2 − 3.
    law: 'a fixed column keeps its cost, and its reduced cost is what freeing it would bring',
    program: write(
      [
        { cost: 2, lower: 1.5, upper: 1.5 },
        { cost: -3, lower: -none },
      ],
      [{ lower: 4, upper: 4, of: [1, -1] }],
    ),
    answer: optimal(10.5, [1.5, -2.5], [3], [-1, 0]),
  },
  {
    law: 'an empty row that zero satisfies and a column that stands nowhere change nothing',
    program: write(
      [{ cost: 2 }, { cost: 1 }],
      [
        { lower: -1, upper: 1, of: [0, 0] },
        { lower: 3, of: [1, 0] },
      ],
    ),
    answer: optimal(6, [3, 0], [0, 2], [0, 1]),
  },
  {
    law: 'an empty row that zero breaks makes a program infeasible',
    program: write([{ cost: 1 }], [{ lower: 1, upper: 2, of: [0] }]),
    answer: infeasible,
  },
  {
    law: 'a program of nothing costs its constant',
    program: write([], [], 7),
    answer: optimal(7, [], [], []),
  },
  {
    law: 'rows without columns hold when they contain zero',
    program: write(
      [],
      [
        { lower: -1, upper: 2, of: [] },
        { upper: 0, of: [] },
      ],
      3,
    ),
    answer: optimal(3, [], [0, 0], []),
  },
  {
    law: 'rows without columns fail when they exclude zero',
    program: write([], [{ lower: 1, upper: 2, of: [] }]),
    answer: infeasible,
  },
  {
    law: 'what must be at least 3 and at most 2 cannot be',
    program: write(
      [{ cost: 1 }],
      [
        { lower: 3, of: [1] },
        { upper: 2, of: [1] },
      ],
    ),
    answer: infeasible,
  },
  {
    law: 'a column whose lower bound stands above its upper makes a program infeasible',
    program: write([{ cost: 1, lower: 6, upper: 5 }], []),
    answer: infeasible,
  },
  {
    law: 'a row whose lower bound stands above its upper makes a program infeasible',
    program: write([{ cost: 1 }], [{ lower: 2, upper: 1, of: [1] }]),
    answer: infeasible,
  },
  {
    law: 'a cost that falls for ever is unbounded',
    program: write([{ cost: -1 }, { cost: 0 }], [{ upper: 1, of: [1, -1] }]),
    answer: unbounded,
  },
  {
    law: 'a free column with a cost and no row is unbounded',
    program: write([{ cost: 1, lower: -none, upper: 5 }], []),
    answer: unbounded,
  },
  {
    // x − y ≥ 1 and x − y ≤ 0 exclude each other, though along (1, 1) the cost falls for ever: infeasible comes first.
    law: 'a program that is infeasible stays so where its cost could fall for ever',
    program: write(
      [{ cost: -1 }, { cost: -1 }],
      [
        { lower: 1, of: [1, -1] },
        { upper: 0, of: [1, -1] },
      ],
    ),
    answer: infeasible,
  },
  {
    law: 'a feasible program in which only one direction of many runs away is unbounded',
    program: write(
      [{ cost: 1 }, { cost: -1, lower: -none }, { cost: 2, upper: 4 }],
      [
        { lower: 1, of: [1, 0, 1] },
        { lower: 0, of: [-1, 1, 1] },
      ],
    ),
    answer: unbounded,
  },
  {
    // Beale's example, on which careless pivoting goes round in circles; optimum −1/20 at (1/25, 0, 1, 0).
    law: 'a degenerate program on which pivoting can circle for ever still ends',
    program: write(
      [{ cost: -0.75 }, { cost: 150 }, { cost: -0.02 }, { cost: 6 }],
      [
        { upper: 0, of: [0.25, -60, -0.04, 9] },
        { upper: 0, of: [0.5, -90, -0.02, 3] },
        { upper: 1, of: [0, 0, 1, 0] },
      ],
    ),
    answer: optimal(-0.05, [0.04, 0, 1, 0]),
  },
  {
    // Three rows through one point (1, 1): the point is unique, the duals are not.
    law: 'more rows through an optimum than it needs leave its cost as it is',
    program: write(
      [{ cost: 1 }, { cost: 1 }],
      [
        { lower: 2, of: [1, 1] },
        { lower: 3, of: [2, 1] },
        { lower: 3, of: [1, 2] },
      ],
    ),
    answer: optimal(2, [1, 1]),
  },
];
