import type { Formulation } from '../model/variables.ts';
import type { Basis } from '../solvers/solver.ts';
import type { Stage } from './prove.ts';

/**
 * One basis for all phases from the bases of the phases by themselves. In each of those only its own vintage was free,
 * so the basic columns and rows of all of them together are as many as the joint programme has rows.
 *
 * @returns undefined where a stage has no basis or the shapes do not add up
 */
export function joinedBasis({ program, vintages }: Formulation, stages: readonly Stage[]): Basis | undefined {
  const columns = new Int32Array(program.columnCount);
  const rows = new Int32Array(program.rowCount);
  const shared = vintages.reduce((sum, { length }) => sum + length, 0);
  let [column, row] = [shared, 0];
  for (const { scope, optimum } of stages) {
    if (!optimum.basis) return undefined;
    const own = vintages[scope.phases[0]!]!;
    columns.set(optimum.basis.columns.subarray(own.first, own.first + own.length), own.first);
    const hourly = optimum.basis.columns.subarray(shared);
    if (column + hourly.length > columns.length || row + optimum.basis.rows.length > rows.length) return undefined;
    columns.set(hourly, column);
    rows.set(optimum.basis.rows, row);
    column += hourly.length;
    row += optimum.basis.rows.length;
  }
  return column === columns.length && row === rows.length ? { columns, rows } : undefined;
}
