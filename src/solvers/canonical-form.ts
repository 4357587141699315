/** A program as min cᵀz, Gz ≤ h, z ≥ 0: what a textbook simplex takes. Bounds become rows, shifts and signs. */

import type { LinearProgram } from '../lp/linear-program.ts';

/** Σ coefficients·z[columns] ≤ limit. */
export interface CanonicalRow {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly limit: number;
}

export interface CanonicalForm {
  /** Cost per z; the constant of the objective stays with the program. */
  readonly cost: readonly number[];
  readonly rows: readonly CanonicalRow[];
  /** The program's variables at a point z. */
  toPrimal(z: readonly number[]): Float64Array;
  /** The duals of the program's rows from those of the canonical rows, which are never positive. */
  toRowDual(canonicalDual: readonly number[]): Float64Array;
}

/** x = offset + sign·z[first] − z[second]; a fixed column has no z, only a free one has two. */
interface Substitution {
  readonly offset: number;
  readonly sign: -1 | 1;
  readonly first: number | undefined;
  readonly second: number | undefined;
}

/** Translates without loss: a ranged row becomes two rows, an equality too, a doubly bounded column gets a row. */
export function toCanonicalForm(program: LinearProgram): CanonicalForm {
  const cost: number[] = [];
  const rows: CanonicalRow[] = [];
  const substitutions: Substitution[] = [];
  for (let column = 0; column < program.columnCount; column++) {
    const lower = program.columnLower[column]!;
    const upper = program.columnUpper[column]!;
    const substitution = substitute(lower, upper, cost.length);
    substitutions.push(substitution);
    if (substitution.first === undefined) continue;
    const columnCost = program.objective[column]!;
    cost.push(substitution.sign * columnCost);
    if (substitution.second !== undefined) cost.push(-columnCost);
    const hasBoth = Number.isFinite(lower) && Number.isFinite(upper);
    if (hasBoth) rows.push({ columns: [substitution.first], coefficients: [1], limit: upper - lower });
  }
  /** For each canonical row that stems from a row of the program: which one, and whether it is its lower side. */
  const origins: { readonly row: number; readonly at: number; readonly isLower: boolean }[] = [];
  for (let row = 0; row < program.rowCount; row++) {
    const { columns, coefficients, constant } = substituteRow(program, row, substitutions);
    const lower = program.rowLower[row]!;
    const upper = program.rowUpper[row]!;
    if (Number.isFinite(upper)) {
      origins.push({ row, at: rows.length, isLower: false });
      rows.push({ columns, coefficients, limit: upper - constant });
    }
    if (Number.isFinite(lower)) {
      origins.push({ row, at: rows.length, isLower: true });
      rows.push({ columns, coefficients: coefficients.map((value) => -value), limit: constant - lower });
    }
  }
  return {
    cost,
    rows,
    toPrimal: (z) => Float64Array.from(substitutions, (substitution) => valueIn(substitution, z)),
    toRowDual: (canonicalDual) => {
      const rowDual = new Float64Array(program.rowCount);
      for (const { row, at, isLower } of origins) rowDual[row]! += isLower ? -canonicalDual[at]! : canonicalDual[at]!;
      return rowDual;
    },
  };
}

/** How many numbers the dense tableau of a program's canonical form has. */
export function tableauSize(program: LinearProgram): number {
  let rows = 1;
  let columns = 1;
  for (let row = 0; row < program.rowCount; row++) {
    rows += Number(Number.isFinite(program.rowLower[row])) + Number(Number.isFinite(program.rowUpper[row]));
  }
  for (let column = 0; column < program.columnCount; column++) {
    const lower = program.columnLower[column]!;
    const upper = program.columnUpper[column]!;
    if (lower === upper) continue;
    const finite = Number(Number.isFinite(lower)) + Number(Number.isFinite(upper));
    rows += Number(finite === 2);
    columns += finite === 0 ? 2 : 1;
  }
  return rows * columns;
}

function substitute(lower: number, upper: number, next: number): Substitution {
  if (lower === upper) return { offset: lower, sign: 1, first: undefined, second: undefined };
  if (Number.isFinite(lower)) return { offset: lower, sign: 1, first: next, second: undefined };
  if (Number.isFinite(upper)) return { offset: upper, sign: -1, first: next, second: undefined };
  return { offset: 0, sign: 1, first: next, second: next + 1 };
}

function valueIn({ offset, sign, first, second }: Substitution, z: readonly number[]): number {
  if (first === undefined) return offset;
  return offset + sign * z[first]! - (second === undefined ? 0 : z[second]!);
}

function substituteRow(program: LinearProgram, row: number, substitutions: readonly Substitution[]) {
  const columns: number[] = [];
  const coefficients: number[] = [];
  let constant = 0;
  for (let entry = program.rowStart[row]!; entry < program.rowStart[row + 1]!; entry++) {
    const coefficient = program.coefficient[entry]!;
    const { offset, sign, first, second } = substitutions[program.columnIndex[entry]!]!;
    constant += coefficient * offset;
    if (first === undefined) continue;
    columns.push(first);
    coefficients.push(sign * coefficient);
    if (second === undefined) continue;
    columns.push(second);
    coefficients.push(-coefficient);
  }
  return { columns, coefficients, constant };
}
