/** Which solver takes a program, and why, in words. */

import type { LinearProgram } from '../lp/linear-program.ts';
import { tableauSize } from './canonical-form.ts';
import type { SolverName } from './registry.ts';

export interface SolverChoice {
  readonly solver: SolverName;
  readonly reason: string;
}

/** Below this a dense tableau is done before WebAssembly has been loaded. */
const SMALL_TABLEAU = 10_000;

/** `auto` decides by the size of the program; a name is taken at its word. */
export function chooseSolver(asked: SolverName | 'auto', program: LinearProgram): SolverChoice {
  const size = `${program.rowCount} rows and ${program.columnCount} columns`;
  switch (asked) {
    case 'highs':
    case 'javascript-lp-solver':
      return { solver: asked, reason: `${asked} was asked for` };
    case 'auto':
      if (tableauSize(program) <= SMALL_TABLEAU) {
        return {
          solver: 'javascript-lp-solver',
          reason: `${size} are few enough for a dense table in plain JavaScript`,
        };
      }
      return { solver: 'highs', reason: `${size} call for a sparse solver` };
    default: {
      const never: never = asked;
      throw new TypeError(`unknown solver ${String(never)}`);
    }
  }
}
