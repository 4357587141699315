/** The linking columns while the programme is solved: small and dense, they join the blocks. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import {
  type Aim,
  aimColumns,
  type BlockPoint,
  type BlockStep,
  type BlockView,
  type Damping,
  type Side,
} from './block.ts';
import type { Reach } from './columns.ts';
import * as columns from './columns.ts';
import { choleskyInPlace, dot, solveCholesky } from './dense.ts';
import { type Scale, standardColumn } from './standard-form.ts';

interface LinkingForm {
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

/** What the blocks say, gathered by linking column. */
export interface Gathered {
  readonly linkedDual: Float64Array;
  /** By linking column, row by row. */
  readonly curvature: Float64Array;
}

export class Linking {
  readonly form: LinkingForm;
  readonly points: readonly [BlockPoint, BlockPoint];
  readonly steps: readonly [BlockStep, BlockStep];
  private readonly θ: Float64Array;
  private matrix = new Float64Array(0);
  private rowMatrix = new Float64Array(0);
  /** matrix⁻¹·rowsᵀ */
  private spread: Float64Array[] = [];
  private residual = new Float64Array(0);
  private gradient = new Float64Array(0);

  constructor(form: LinkingForm) {
    const [n, m] = [form.cost.length, form.rows.length];
    const point = () => ({
      x: new Float64Array(n),
      lowerPrice: new Float64Array(n),
      upperPrice: new Float64Array(form.upper.length),
      y: new Float64Array(m),
    });
    const step = () => ({
      dx: new Float64Array(n),
      lowerAim: new Float64Array(n),
      upperAim: new Float64Array(form.upper.length),
      dy: new Float64Array(m),
    });
    this.form = form;
    this.points = [point(), point()];
    this.steps = [step(), step()];
    this.θ = new Float64Array(n);
  }

  /** All linking columns, scaled. */
  columnsAt(at: Side): Float64Array {
    return this.spreadOut(this.points[at].x, this.form.base);
  }

  /** How the linking columns move in a step. */
  movesOf(step: Side): Float64Array {
    return this.spreadOut(this.steps[step].dx, new Float64Array(this.form.base.length));
  }

  private spreadOut(standard: Float64Array, base: Float64Array): Float64Array {
    const all = base.slice();
    this.form.columnOf.forEach((column, at) => {
      if (column >= 0) all[column]! += this.form.sign[at]! * standard[at]!;
    });
    return all;
  }

  advance(at: Side, by: Side, lengths: { readonly primal: number; readonly dual: number }): void {
    const [from, into, step] = [this.points[at], this.points[at === 0 ? 1 : 0], this.steps[by]];
    columns.advance(from, this.form.upper, step, lengths, into);
    for (let r = 0; r < into.y.length; r++) into.y[r] = from.y[r]! + lengths.dual * step.dy[r]!;
  }

  evaluate(
    at: Side,
    { linkedDual, curvature }: Gathered,
    damping: Damping,
  ): Omit<BlockView, 'linkedDual' | 'curvature'> {
    const { form } = this;
    const point = this.points[at];
    const { x, lowerPrice, upperPrice, y } = point;
    const gradient = form.cost.map((c, j) => {
      const column = form.columnOf[j]!;
      const fromBlocks = column < 0 ? 0 : form.sign[j]! * linkedDual[column]!;
      return c - fromBlocks - form.rows.reduce((sum, row, r) => sum + row[j]! * y[r]!, 0);
    });
    const residual = form.rhs.map((b, r) => b - dot(form.rows[r]!, x));
    const dualResidual = gradient.reduce(
      (most, d, j) => Math.max(most, Math.abs(d - lowerPrice[j]! + (upperPrice[j] ?? 0))),
      0,
    );
    columns.weigh(point, form.upper, damping.ρ, this.θ);
    this.gradient = gradient;
    this.residual = residual;
    this.factorise(curvature, damping.δ);
    return {
      objective: form.fixedCost + dot(form.cost, x),
      dualObjective: form.fixedCost - dot(linkedDual, form.base) + dot(form.rhs, y) - dot(form.upper, upperPrice),
      primalResidual: residual.reduce((most, r) => Math.max(most, Math.abs(r)), 0),
      dualResidual,
      products: columns.productsOf(point, form.upper),
    };
  }

  private factorise(curvature: Float64Array, δ: number): void {
    const { columnOf, sign, rows, base } = this.form;
    const [n, m, all] = [columnOf.length, rows.length, base.length];
    const matrix = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b <= a; b++) {
        const [i, j] = [columnOf[a]!, columnOf[b]!];
        if (i >= 0 && j >= 0) matrix[a * n + b] = sign[a]! * sign[b]! * curvature[i * all + j]!;
      }
      matrix[a * n + a]! += 1 / this.θ[a]!;
    }
    choleskyInPlace(matrix, n);
    this.matrix = matrix;
    this.spread = rows.map((row) => solveCholesky(matrix, n, row.slice()));
    const rowMatrix = new Float64Array(m * m);
    for (let a = 0; a < m; a++) {
      for (let b = 0; b <= a; b++) rowMatrix[a * m + b] = dot(rows[a]!, this.spread[b]!);
      rowMatrix[a * m + a]! += δ;
    }
    choleskyInPlace(rowMatrix, m);
    this.rowMatrix = rowMatrix;
  }

  /** Makes a step, given what the blocks pull at each linking column. */
  step(at: Side, into: Side, towards: Aim, pull: Float64Array): Reach {
    const { form } = this;
    const point = this.points[at];
    const step = this.steps[into];
    aimColumns(this, at, step, towards);
    const { x, lowerPrice, upperPrice } = point;
    const n = x.length;
    const dx = step.dx;
    for (let j = 0; j < n; j++) {
      let push = towards.kind === 'equations' ? 0 : form.cost[j]!;
      if (towards.kind !== 'equations' && towards.kind !== 'costs') {
        push = this.gradient[j]! - lowerPrice[j]! - step.lowerAim[j]! / x[j]!;
        if (j < form.upper.length) push += upperPrice[j]! + step.upperAim[j]! / (form.upper[j]! - x[j]!);
      }
      const column = form.columnOf[j]!;
      dx[j] = (column < 0 ? 0 : form.sign[j]! * pull[column]!) - push;
    }
    solveCholesky(this.matrix, n, dx);
    for (let r = 0; r < step.dy.length; r++) {
      step.dy[r] = (towards.kind === 'costs' ? 0 : this.residual[r]!) - dot(form.rows[r]!, dx);
    }
    solveCholesky(this.rowMatrix, step.dy.length, step.dy);
    this.spread.forEach((spread, r) => {
      for (let j = 0; j < n; j++) dx[j]! += spread[j]! * step.dy[r]!;
    });
    return columns.reachOf(point, form.upper, step);
  }
}
