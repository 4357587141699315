/**
 * A linear programme as sparse rows under named blocks: min cᵀx + constant, rowLower ≤ Ax ≤ rowUpper,
 * columnLower ≤ x ≤ columnUpper. Integers underneath; names only label blocks.
 */

/** Consecutive columns or rows of one meaning: element `at` of block `name` is number `first + at`. */
export interface Block {
  /** What it is (`charge`, `stateOfCharge`); letters only. */
  readonly name: string;
  /** What it is of: phase, weather year, asset; user text, labels only. */
  readonly of: readonly string[];
  readonly first: number;
  readonly length: number;
}

export interface LinearProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly objective: Float64Array;
  readonly objectiveConstant: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Compressed sparse rows: row r holds entries `rowStart[r] … rowStart[r + 1] − 1`; no column twice in a row. */
  readonly rowStart: Int32Array;
  readonly columnIndex: Int32Array;
  readonly coefficient: Float64Array;
  /**
   * Where each row stands along the chains of the programme (the hours of a year), one chain behind the other: rows of one
   * step share columns with those of the steps next to it. −1 for a row across the steps.
   */
  readonly rowStep: Int32Array;
  readonly columnBlocks: readonly Block[];
  readonly rowBlocks: readonly Block[];
}

/** As a solver gives them: one value a column, one dual a row; signs as in `Optimum`. */
export interface Values {
  readonly primal: Float64Array;
  readonly rowDual: Float64Array;
}
