/** Linear programmes of a few columns, and their optimum by looking at every vertex. */

import type { CertifiedProgram } from '../../src/verify/certified-program.ts';

export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly coefficients: readonly number[];
}

export interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
}

/** Writes a programme from dense rows; zeros are left out. */
export function programOf(columns: readonly Column[], rows: readonly Row[], objectiveConstant = 0): CertifiedProgram {
  const entries = rows.map(({ coefficients }) => [...coefficients.entries()].filter(([, a]) => a !== 0));
  const rowStart = Int32Array.of(0, ...entries.map((_, r) => entries.slice(0, r + 1).flat().length));
  return {
    columnCount: columns.length,
    rowCount: rows.length,
    objective: Float64Array.from(columns, ({ cost }) => cost),
    objectiveConstant,
    columnLower: Float64Array.from(columns, ({ lower }) => lower),
    columnUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    rowStart,
    columnIndex: Int32Array.from(entries.flat(), ([j]) => j),
    coefficient: Float64Array.from(entries.flat(), ([, a]) => a),
  };
}

export interface Vertex {
  readonly objective: number;
  readonly primal: Float64Array;
  /** Row duals that prove the vertex optimal, where the planes that meet in it do. */
  readonly rowDual: Float64Array | undefined;
}

/** The best vertex of a programme; undefined where there is none. Meant for programmes known to be bounded. */
export function bestVertex(columns: readonly Column[], rows: readonly Row[]): Vertex | undefined {
  const size = columns.length;
  const unit = (j: number) => columns.map((_, at) => (at === j ? 1 : 0));
  const all = [...rows, ...columns.map(({ lower, upper }, j) => ({ lower, upper, coefficients: unit(j) }))];
  const planes = all.flatMap(({ lower, upper, coefficients }, row) =>
    [...new Set([lower, upper])].filter(Number.isFinite).map((at) => ({ at, coefficients, row, lower, upper })),
  );
  let best: Vertex | undefined;
  for (const chosen of subsets(planes, size)) {
    const primal = solve(
      chosen.map(({ coefficients }) => coefficients),
      chosen.map(({ at }) => at),
    );
    if (primal === undefined || !all.every((row) => isKept(row, primal))) continue;
    const objective = dot(
      columns.map(({ cost }) => cost),
      primal,
    );
    const transposed = columns.map((_, j) => chosen.map(({ coefficients }) => coefficients[j]!));
    const duals = solve(
      transposed,
      columns.map(({ cost }) => cost),
    );
    const proves = duals?.every((y, at) => {
      const { at: bound, lower, upper } = chosen[at]!;
      return Math.abs(y) < 1e-12 || (y > 0 ? bound === lower : bound === upper);
    });
    const rowDual = new Float64Array(rows.length);
    for (const [at, { row }] of chosen.entries()) if (row < rows.length) rowDual[row] = duals?.[at] ?? 0;
    const better = best === undefined || objective < best.objective - 1e-9;
    const firstProof = best !== undefined && proves && best.rowDual === undefined && objective < best.objective + 1e-9;
    if (better || firstProof)
      best = { objective, primal: Float64Array.from(primal), rowDual: proves ? rowDual : undefined };
  }
  return best;
}

function isKept({ lower, upper, coefficients }: Row, point: readonly number[]): boolean {
  const activity = dot(coefficients, point);
  return activity >= lower - 1e-9 && activity <= upper + 1e-9;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

function subsets<T>(things: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return things.flatMap((thing, at) => subsets(things.slice(at + 1), size - 1).map((rest) => [thing, ...rest]));
}

/** Gauss with pivoting; undefined where the matrix is singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  const size = rows.length;
  for (let p = 0; p < size; p++) {
    const pivot = rows.slice(p).reduce((most, row) => (Math.abs(row[p]!) > Math.abs(most[p]!) ? row : most));
    if (Math.abs(pivot[p]!) < 1e-9) return undefined;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(p, 0, pivot);
    for (const [at, row] of rows.entries()) {
      if (at === p) continue;
      const factor = row[p]! / pivot[p]!;
      for (let c = p; c <= size; c++) row[c]! -= factor * pivot[c]!;
    }
  }
  return rows.map((row, p) => row[size]! / row[p]!);
}
