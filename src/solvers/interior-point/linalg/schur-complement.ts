/**
 * The dense system that joins the blocks: the Schur complement S over the linking columns, bordered by the rows R between
 * them. S·dx − Rᵀ·dy = g and R·dx + δ·dy = r.
 */

import { choleskyInPlace, dot, solveCholesky } from './dense-cholesky.ts';

export class SchurComplement {
  private readonly matrix: Float64Array;
  private readonly rows: readonly Float64Array[];
  /** S⁻¹·Rᵀ */
  private readonly spread: readonly Float64Array[];
  private readonly rowMatrix: Float64Array;

  /**
   * @param matrix the lower triangle of S, row by row; its factor replaces it
   * @param pulse called now and then while a large system is factorised; what it throws ends that
   */
  constructor(matrix: Float64Array, rows: readonly Float64Array[], δ: number, pulse: () => void) {
    const [n, m] = [Math.sqrt(matrix.length), rows.length];
    choleskyInPlace(matrix, n, pulse);
    this.matrix = matrix;
    this.rows = rows;
    this.spread = rows.map((row) => {
      pulse();
      return solveCholesky(matrix, n, row.slice());
    });
    this.rowMatrix = new Float64Array(m * m);
    for (let a = 0; a < m; a++) {
      for (let b = 0; b <= a; b++) this.rowMatrix[a * m + b] = dot(rows[a]!, this.spread[b]!);
      this.rowMatrix[a * m + a]! += δ;
    }
    choleskyInPlace(this.rowMatrix, m, pulse);
  }

  /** @param dx holds g, and then the solution; so does `dy`, of r */
  solve(dx: Float64Array, dy: Float64Array): void {
    solveCholesky(this.matrix, dx.length, dx);
    this.rows.forEach((row, r) => {
      dy[r]! -= dot(row, dx);
    });
    solveCholesky(this.rowMatrix, dy.length, dy);
    this.spread.forEach((spread, r) => {
      for (let j = 0; j < dx.length; j++) dx[j]! += spread[j]! * dy[r]!;
    });
  }
}
