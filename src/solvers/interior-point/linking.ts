/** The linking columns while the programme is solved: small and dense, they join the blocks. */

import { type Aim, closesEquations, placeOf, pushOf, setAims, startsFromDuals } from './aim.ts';
import { type BlockDirection, type BlockPoint, type Damping, otherSide, type Side } from './block.ts';
import type { Shares } from './block-direction.ts';
import type { Arrival, BlockView } from './block-view.ts';
import type { Aims } from './columns.ts';
import * as columns from './columns.ts';
import { choleskyInPlace, dot, solveCholesky } from './dense.ts';
import type { LinkingForm } from './linking-form.ts';
import { noSlopes, type Reached, reachOf, slopesOf } from './reach.ts';

/** What the blocks say, gathered by linking column. */
export interface Gathered {
  readonly linkedDual: Float64Array;
  /** Row by row. */
  readonly curvature: Float64Array;
}

export class Linking {
  readonly form: LinkingForm;
  readonly points: readonly [BlockPoint, BlockPoint];
  readonly directions: readonly [BlockDirection, BlockDirection, BlockDirection];
  readonly aims: Aims;
  private readonly θ: Float64Array;
  private readonly pulse: () => void;
  private matrix = new Float64Array(0);
  private rowMatrix = new Float64Array(0);
  /** matrix⁻¹·rowsᵀ */
  private spread: Float64Array[] = [];
  private residual = new Float64Array(0);
  private gradient = new Float64Array(0);
  /** What blocks that caught up owe, by linking column; made good with the correction towards the centre. */
  private owed: Float64Array = new Float64Array(0);

  /** @param pulse called now and then while a large system is solved; what it throws ends that */
  constructor(form: LinkingForm, pulse: () => void = () => undefined) {
    this.pulse = pulse;
    const [n, m, bounded] = [form.cost.length, form.rows.length, form.upper.length];
    const floats = (length: number) => new Float64Array(length);
    const point = () => ({ x: floats(n), lowerPrice: floats(n), upperPrice: floats(bounded), y: floats(m) });
    const direction = () => ({ dx: floats(n), dLowerPrice: floats(n), dUpperPrice: floats(bounded), dy: floats(m) });
    this.form = form;
    this.points = [point(), point()];
    this.directions = [direction(), direction(), direction()];
    this.aims = { lower: floats(n), upper: floats(bounded) };
    this.θ = floats(n);
  }

  /** All linking columns, scaled. */
  columnsAt(at: Side): Float64Array {
    return this.spreadOut(this.points[at].x, this.form.base);
  }

  /** How the linking columns move in a direction. */
  movesFor(kind: Aim['kind']): Float64Array {
    return this.spreadOut(this.directions[placeOf[kind]].dx, new Float64Array(this.form.base.length));
  }

  private spreadOut(standard: Float64Array, base: Float64Array): Float64Array {
    const all = base.slice();
    this.form.columnOf.forEach((column, at) => {
      if (column >= 0) all[column]! += this.form.sign[at]! * standard[at]!;
    });
    return all;
  }

  arrive(at: Side, { mix, lengths }: Arrival): void {
    const [from, into] = [this.points[otherSide(at)], this.points[at]];
    columns.advance(from, this.form.upper, columns.mixedDirection(mix, this.directions), lengths, into);
    const dy = columns.mixed(
      mix.dual,
      this.directions.map((direction) => direction.dy),
    );
    for (let r = 0; r < into.y.length; r++) into.y[r] = from.y[r]! + lengths.dual * dy[r]!;
  }

  evaluate(at: Side, { linkedDual, curvature }: Gathered, damping: Damping): Omit<BlockView, keyof Gathered> {
    const { form } = this;
    const here = this.points[at];
    const { x, lowerPrice, upperPrice, y } = here;
    const priced = form.cost.map((_, j) => {
      const column = form.columnOf[j]!;
      const fromBlocks = column < 0 ? 0 : form.sign[j]! * linkedDual[column]!;
      return fromBlocks + form.rows.reduce((sum, row, r) => sum + row[j]! * y[r]!, 0);
    });
    this.gradient = form.cost.map((c, j) => c - priced[j]!);
    this.residual = form.rhs.map((b, r) => b - dot(form.rows[r]!, x));
    columns.weigh(here, form.upper, damping.ρ, this.θ);
    this.owed = new Float64Array(form.base.length);
    this.factorise(curvature, damping.δ);
    const constant = dot(form.rhs, y) - dot(linkedDual, form.base);
    const most = form.upper.reduce((sum, upper, j) => sum + upper * Math.max(0, priced[j]!), 0);
    const unpaid = this.gradient.map((worth) => Math.min(0, worth));
    const reach = largest(x.subarray(form.upper.length));
    return {
      objective: form.fixedCost + dot(form.cost, x),
      provable: form.fixedCost + constant + unpaid.reduce((sum, worth, j) => sum + worth * (form.upper[j] ?? reach), 0),
      dualObjective: form.fixedCost + constant - dot(form.upper, upperPrice),
      primalResidual: largest(this.residual),
      dualResidual: largest(this.gradient.map((d, j) => d - lowerPrice[j]! + (upperPrice[j] ?? 0))),
      products: columns.productsOf(here, form.upper),
      contradiction: {
        excess: constant - most,
        open: priced.subarray(form.upper.length).reduce((a, b) => Math.max(a, b), 0),
        size: Math.abs(constant) + most,
      },
    };
  }

  /** Takes notice that blocks have caught up. */
  owe(owed: Float64Array, curvature: Float64Array, damping: Damping): void {
    this.owed = owed;
    this.factorise(curvature, damping.δ);
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
    choleskyInPlace(matrix, n, this.pulse);
    this.matrix = matrix;
    this.spread = rows.map((row) => {
      this.pulse();
      return solveCholesky(matrix, n, row.slice());
    });
    const rowMatrix = new Float64Array(m * m);
    for (let a = 0; a < m; a++) {
      for (let b = 0; b <= a; b++) rowMatrix[a * m + b] = dot(rows[a]!, this.spread[b]!);
      rowMatrix[a * m + a]! += δ;
    }
    choleskyInPlace(rowMatrix, m, this.pulse);
    this.rowMatrix = rowMatrix;
  }

  /** Makes a direction, given what the blocks pull at each linking column. */
  direct(at: Side, aim: Aim, pull: Float64Array, company: Shares): Reached {
    const { form, gradient } = this;
    const here = this.points[at];
    setAims(this, here, aim);
    const direction = this.directions[placeOf[aim.kind]];
    const { dx, dy } = direction;
    for (let j = 0; j < dx.length; j++) {
      const column = form.columnOf[j]!;
      const cost = startsFromDuals(aim.kind) ? gradient[j]! : form.cost[j]!;
      const push = pushOf(aim.kind, j, cost, here, form.upper, this.aims);
      const owed = aim.kind === 'centre' && column >= 0 ? this.owed[column]! : 0;
      dx[j] = (column < 0 ? 0 : form.sign[j]! * (pull[column]! - owed)) - push;
    }
    solveCholesky(this.matrix, dx.length, dx);
    const lacking = closesEquations(aim.kind) ? this.residual : new Float64Array(dy.length);
    for (let r = 0; r < dy.length; r++) dy[r] = lacking[r]! - dot(form.rows[r]!, dx);
    solveCholesky(this.rowMatrix, dy.length, dy);
    this.spread.forEach((spread, r) => {
      for (let j = 0; j < dx.length; j++) dx[j]! += spread[j]! * dy[r]!;
    });
    if (aim.kind === 'duals') columns.keepPrices(direction);
    else columns.completePrices(here, form.upper, this.aims, direction);
    const base = company.base && columns.mixedDirection(company.base, this.directions);
    return {
      ...reachOf(here, form.upper, base, direction, company.shares, 0),
      ...(aim.kind === 'bounds' ? slopesOf(here, form.upper, direction) : noSlopes),
    };
  }
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
