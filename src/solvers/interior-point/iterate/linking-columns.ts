/** The linking columns while the programme is solved: small and dense, they join the blocks. */

import type { LinkingForm } from '../form/linking-form.ts';
import { dot } from '../linalg/dense-cholesky.ts';
import { SchurComplement } from '../linalg/schur-complement.ts';
import type { Regularisation } from '../parameters.ts';
import type { BlockEvaluation, BlockPoint, PricedDirection, Side } from './block.ts';
import {
  closesEquations,
  columnRhsOf,
  completeBoundDuals,
  keepBoundDuals,
  type NewtonRhs,
  type ProductTargets,
  setProductTargets,
  slotOf,
  startsFromDuals,
  type Trial,
} from './newton-system.ts';
import { productsOf, weigh, weightedDirection } from './point.ts';
import { noProductSlopes, productSlopesOf, type RatioTest, ratioTest } from './ratio-test.ts';

export class LinkingColumns {
  readonly form: LinkingForm;
  readonly points: readonly [BlockPoint, BlockPoint];
  readonly directions: readonly [PricedDirection, PricedDirection, PricedDirection];
  readonly aside: BlockPoint;
  readonly targets: ProductTargets;
  private readonly θ: Float64Array;
  private readonly pulse: () => void;
  private system: SchurComplement | undefined;
  private residual = new Float64Array(0);
  private gradient = new Float64Array(0);
  /** What blocks that caught up owe, by linking column; made good with the correction towards the centre. */
  private linkedDualChange: Float64Array = new Float64Array(0);

  /** @param pulse called now and then while a large system is solved; what it throws ends that */
  constructor(form: LinkingForm, pulse: () => void = () => undefined) {
    this.pulse = pulse;
    const [n, m, bounded] = [form.cost.length, form.rows.length, form.upper.length];
    const floats = (length: number) => new Float64Array(length);
    const point = () => ({ x: floats(n), lowerDual: floats(n), upperDual: floats(bounded), y: floats(m) });
    const direction = () => ({ dx: floats(n), dLowerDual: floats(n), dUpperDual: floats(bounded), dy: floats(m) });
    this.form = form;
    this.points = [point(), point()];
    this.directions = [direction(), direction(), direction()];
    this.aside = point();
    this.targets = { lower: floats(n), upper: floats(bounded) };
    this.θ = floats(n);
  }

  /** All linking columns, scaled. */
  columnsAt(at: Side): Float64Array {
    return this.spreadOut(this.points[at].x, this.form.base);
  }

  /** How the linking columns move in a direction. */
  movesFor(kind: NewtonRhs['kind']): Float64Array {
    return this.spreadOut(this.directions[slotOf[kind]].dx, new Float64Array(this.form.base.length));
  }

  private spreadOut(standard: Float64Array, base: Float64Array): Float64Array {
    const all = base.slice();
    this.form.columnOf.forEach((column, at) => {
      if (column >= 0) all[column]! += this.form.sign[at]! * standard[at]!;
    });
    return all;
  }

  /** @param linkedDual what the blocks say, gathered by linking column */
  evaluate(at: Side, linkedDual: Float64Array): Omit<BlockEvaluation, 'linkedDual'> {
    const { form } = this;
    const here = this.points[at];
    const { x, lowerDual, upperDual, y } = here;
    const priced = form.cost.map((_, j) => {
      const column = form.columnOf[j]!;
      const fromBlocks = column < 0 ? 0 : form.sign[j]! * linkedDual[column]!;
      return fromBlocks + form.rows.reduce((sum, row, r) => sum + row[j]! * y[r]!, 0);
    });
    this.gradient = form.cost.map((c, j) => c - priced[j]!);
    this.residual = form.rhs.map((b, r) => b - dot(form.rows[r]!, x));
    this.linkedDualChange = new Float64Array(form.base.length);
    const constant = dot(form.rhs, y) - dot(linkedDual, form.base);
    const most = form.upper.reduce((sum, upper, j) => sum + upper * Math.max(0, priced[j]!), 0);
    const unpaid = this.gradient.map((worth) => Math.min(0, worth));
    const reach = largest(x.subarray(form.upper.length));
    return {
      objective: form.fixedCost + dot(form.cost, x),
      provable: form.fixedCost + constant + unpaid.reduce((sum, worth, j) => sum + worth * (form.upper[j] ?? reach), 0),
      dualObjective: form.fixedCost + constant - dot(form.upper, upperDual),
      primalResidual: largest(this.residual),
      dualResidual: largest(this.gradient.map((d, j) => d - lowerDual[j]! + (upperDual[j] ?? 0))),
      products: productsOf(here, form.upper),
      farkas: {
        excess: constant - most,
        open: priced.subarray(form.upper.length).reduce((a, b) => Math.max(a, b), 0),
        size: Math.abs(constant) + most,
      },
    };
  }

  /** Takes notice that blocks have caught up. */
  changeLinkedDuals(linkedDualChange: Float64Array): void {
    this.linkedDualChange = linkedDualChange;
  }

  /** @param schurComplement what the blocks say, gathered by linking column, row by row */
  factorise(at: Side, schurComplement: Float64Array, { primal: ρ, dual: δ }: Regularisation): void {
    const { columnOf, sign, rows, base, upper } = this.form;
    weigh(this.points[at], upper, ρ, this.θ);
    const [n, all] = [columnOf.length, base.length];
    const matrix = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b <= a; b++) {
        const [i, j] = [columnOf[a]!, columnOf[b]!];
        if (i >= 0 && j >= 0) matrix[a * n + b] = sign[a]! * sign[b]! * schurComplement[i * all + j]!;
      }
      matrix[a * n + a]! += 1 / this.θ[a]!;
    }
    this.system = new SchurComplement(matrix, rows, δ, this.pulse);
  }

  /** Makes a direction, given what the blocks add to the right-hand side of the Schur complement. */
  solveDirection(at: Side, newtonRhs: NewtonRhs, schurRhs: Float64Array, trial: Trial): RatioTest {
    const { form, gradient } = this;
    const here = this.points[at];
    setProductTargets(this, here, newtonRhs);
    const direction = this.directions[slotOf[newtonRhs.kind]];
    const { dx, dy } = direction;
    for (let j = 0; j < dx.length; j++) {
      const column = form.columnOf[j]!;
      const cost = startsFromDuals(newtonRhs.kind) ? gradient[j]! : form.cost[j]!;
      const columnRhs = columnRhsOf(newtonRhs.kind, j, cost, here, form.upper, this.targets);
      const linkedDualChange = newtonRhs.kind === 'corrector' && column >= 0 ? this.linkedDualChange[column]! : 0;
      dx[j] = (column < 0 ? 0 : form.sign[j]! * (schurRhs[column]! - linkedDualChange)) - columnRhs;
    }
    if (closesEquations(newtonRhs.kind)) dy.set(this.residual);
    else dy.fill(0);
    this.system!.solve(dx, dy);
    if (newtonRhs.kind === 'dual') keepBoundDuals(direction);
    else completeBoundDuals(here, form.upper, this.targets, direction);
    const base = trial.base && weightedDirection(trial.base, this.directions);
    return {
      ...ratioTest(here, form.upper, base, direction, trial.shares, 0),
      ...(newtonRhs.kind === 'predictor' ? productSlopesOf(here, form.upper, direction) : noProductSlopes),
    };
  }
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
