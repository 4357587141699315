/** Small symmetric positive definite systems, row by row in one array. */

/**
 * Replaces the lower triangle of a matrix by its Cholesky factor. A pivot that rounding leaves at nothing stays put.
 *
 * @param pulse called before each column
 */
export function choleskyInPlace(matrix: Float64Array, size: number, pulse: () => void = () => undefined): void {
  for (let j = 0; j < size; j++) {
    pulse();
    let pivot = matrix[j * size + j]!;
    const before = pivot;
    for (let k = 0; k < j; k++) pivot -= matrix[j * size + k]! ** 2;
    const root = pivot > 1e-15 * before ? Math.sqrt(pivot) : 1e100;
    matrix[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = sum / root;
    }
  }
}

/** x ← matrix⁻¹·x, with the factor that `choleskyInPlace` left. */
export function solveCholesky(factor: Float64Array, size: number, x: Float64Array): Float64Array {
  for (let i = 0; i < size; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * x[k]!;
    x[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * x[k]!;
    x[i] = sum / factor[i * size + i]!;
  }
  return x;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
