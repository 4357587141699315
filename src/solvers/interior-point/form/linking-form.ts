/** The linking columns and the rows between them alone, in the form that the method works on. */

import type { LinearProgram } from '../../../lp/linear-program.ts';
import { dot } from '../linalg/dense-cholesky.ts';
import type { Scale } from './scaling.ts';
import { standardColumn } from './standard-columns.ts';

export interface LinkingForm {
  /** By standard column: the linking column it stands for, or −1 for a slack. */
  readonly columnOf: Int32Array;
  readonly sign: Float64Array;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** Linking columns where their standard columns are zero. */
  readonly base: Float64Array;
  /** What the linking columns cost where they are at their base, and all that is constant. */
  readonly fixedCost: number;
  /** Rows between linking columns, each as dense coefficients over the standard columns. */
  readonly rows: readonly Float64Array[];
  readonly rhs: Float64Array;
  /** Row of the programme. */
  readonly rowOf: Int32Array;
}

/** @param blockCosts what linking columns cost in all blocks together, scaled */
export function linkingForm(program: LinearProgram, blockCosts: Float64Array, scale: Scale): LinkingForm {
  const costs = program.objective.map((c, j) => c / scale.cost + blockCosts[j]!);
  const base = new Float64Array(program.columnCount);
  const standard: { column: number; sign: number; upper: number }[] = [];
  for (let j = 0; j < program.columnCount; j++) {
    const column = standardColumn(j, program.columnLower[j]!, program.columnUpper[j]!);
    base[j] = (column ? column.base : program.columnLower[j]!) / scale.size;
    if (column) standard.push({ column: j, sign: column.sign, upper: column.upper / scale.size });
  }
  const rows: { source: number; rhs: number }[] = [];
  for (let r = 0; r < program.rowCount; r++) {
    const [lower, upper] = [program.rowLower[r]!, program.rowUpper[r]!];
    if (lower === -Infinity && upper === Infinity) continue;
    const rhs = (lower > -Infinity ? lower : upper) / scale.size;
    const slackRoom = lower > -Infinity ? (upper - lower) / scale.size : Infinity;
    if (lower !== upper)
      standard.push({ column: -1 - rows.length, sign: lower > -Infinity ? -1 : 1, upper: slackRoom });
    rows.push({ source: r, rhs });
  }
  standard.sort((a, b) => Number(a.upper === Infinity) - Number(b.upper === Infinity));
  const place = new Map(standard.map(({ column }, at) => [column, at]));
  const dense = rows.map(() => new Float64Array(standard.length));
  const rhs = Float64Array.from(rows, (row) => row.rhs);
  rows.forEach(({ source }, row) => {
    for (let k = program.rowStart[source]!; k < program.rowStart[source + 1]!; k++) {
      const [j, a] = [program.columnIndex[k]!, program.coefficient[k]!];
      rhs[row]! -= a * base[j]!;
      const at = place.get(j);
      if (at !== undefined) dense[row]![at]! += a * standard[at]!.sign;
    }
    const slack = place.get(-1 - row);
    if (slack !== undefined) dense[row]![slack] = standard[slack]!.sign;
  });
  return {
    columnOf: Int32Array.from(standard, ({ column }) => Math.max(-1, column)),
    sign: Float64Array.from(standard, ({ sign }) => sign),
    cost: Float64Array.from(standard, ({ column, sign }) => (column < 0 ? 0 : sign * costs[column]!)),
    upper: Float64Array.from(
      standard.filter(({ upper }) => upper < Infinity),
      ({ upper }) => upper,
    ),
    base,
    fixedCost: program.objectiveConstant / (scale.cost * scale.size) + dot(costs, base),
    rows: dense,
    rhs,
    rowOf: Int32Array.from(rows, ({ source }) => source),
  };
}
