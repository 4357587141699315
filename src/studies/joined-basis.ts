import type { VariableBlock } from '../lp/constraint.ts';
import type { Formulation } from '../model/variables.ts';
import type { Basis } from '../solvers/solver.ts';
import type { WholeStage as Stage } from './prove.ts';

const BASIC = 1;

/**
 * One basis for all phases from the bases of the phases by themselves: the vintages of all, then hours and rows in turn.
 * Its basic columns and rows together are as many as the joint programme has rows.
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
    columns.set(statusOfVintage(optimum.basis, own, vintages.slice(0, scope.phases[0]!)), own.first);
    const hourly = optimum.basis.columns.subarray(shared);
    if (column + hourly.length > columns.length || row + optimum.basis.rows.length > rows.length) return undefined;
    columns.set(hourly, column);
    rows.set(optimum.basis.rows, row);
    column += hourly.length;
    row += optimum.basis.rows.length;
  }
  return column === columns.length && row === rows.length ? { columns, rows } : undefined;
}

/**
 * A phase that started from the basis of the one before may have kept an earlier vintage basic, though it is decided by
 * then. The rows of the phase see one vintage as the other, so its own takes that place.
 */
function statusOfVintage({ columns }: Basis, own: VariableBlock, earlier: readonly VariableBlock[]): Int32Array {
  return columns
    .slice(own.first, own.first + own.length)
    .map((status, i) => (earlier.some((vintage) => columns[vintage.at(i)] === BASIC) ? BASIC : status));
}
