/** min cᵀx + constant, rowLower ≤ Ax ≤ rowUpper, columnLower ≤ x ≤ columnUpper, with A as compressed sparse rows. */
export interface CertifiedProgram {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly objective: Float64Array;
  readonly objectiveConstant: number;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly columnIndex: Int32Array;
  readonly coefficient: Float64Array;
}
