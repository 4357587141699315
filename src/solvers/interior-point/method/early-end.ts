/**
 * A coarse gap is proven long before rounds come there. From a point on the way the whole step to the bounds is taken, once by
 * the duals with their prices and once by the columns, each while the other rests: both lie near an optimum then, and each is
 * led back on its own to what it has to keep, duals to the costs and columns to the equations.
 */

import { relativeGap } from '../../../units.ts';
import { otherSide, type Side } from '../iterate/block.ts';
import type { Step } from '../iterate/point.ts';
import {
  CLAMPED_PUSHED,
  EARLY_END_AGAIN,
  EARLY_END_WITHIN,
  MOST_FAILED_CLOSINGS,
  MOST_SETTLING_STEPS,
  PRIMAL_FEASIBILITY_TOLERANCE,
  RESTORING_REGULARISATION,
  SETTLED_NEAR,
  SETTLED_SHARE,
} from '../parameters.ts';
import { type BlockSystem, untried } from './block-system.ts';
import { type Restored, restorePrimal } from './feasibility-restoration.ts';
import type { SolveMaster } from './restricted-master.ts';

interface ProvingDuals {
  /** About; scaled. */
  readonly bound: number;
  /** Of the linking rows. */
  readonly linking: Float64Array;
  /** Of the rows of each block. */
  readonly blocks: readonly Float64Array[];
}

export interface EarlyEndOptions {
  /** That is to be proven. */
  readonly relativeGap: number;
  readonly floor: number;
  readonly solveMaster: SolveMaster;
  /** Asked between steps. */
  readonly shouldStop: () => boolean;
}

export class EarlyEnd {
  /** Those that prove most so far: they hold whatever columns do. */
  duals: ProvingDuals | undefined;
  private readonly system: BlockSystem;
  private readonly options: EarlyEndOptions;
  /** Gap at the bounds from which on columns, and duals, are pushed. */
  private readonly reach: { columns: number; duals: number };
  /** How much narrower than now the gap has to be when that is done again. */
  private readonly again: { columns: number; duals: number };
  private failedClosings = 0;

  constructor(system: BlockSystem, options: EarlyEndOptions) {
    const first = EARLY_END_WITHIN * options.relativeGap;
    this.system = system;
    this.options = options;
    this.reach = { columns: first, duals: first };
    this.again = { ...EARLY_END_AGAIN };
  }

  /**
   * Pushes duals where those so far do not prove the gap to what pushed columns cost, about. The point at `at` is as it was
   * afterwards; the direction to the bounds is kept for its columns.
   *
   * @returns undefined where the gap at the bounds is too wide for an attempt, or enough of them were in vain
   */
  async attempt(
    at: Side,
    gapAtBounds: number,
  ): Promise<{ readonly steps: number; readonly isNear: boolean } | undefined> {
    const { system } = this;
    if (!(gapAtBounds <= this.reach.columns) || this.failedClosings === MOST_FAILED_CLOSINGS) return undefined;
    this.wait('columns', gapAtBounds);
    await system.solveDirection(at, { kind: 'predictor' }, untried);
    await system.savePoint(at);
    const { objective } = await system.evaluate(otherSide(at), columnsPushed);
    let steps = 0;
    if (this.shareOfGap(objective) > 1 && gapAtBounds <= this.reach.duals) {
      this.wait('duals', gapAtBounds);
      steps = await this.pushDuals(at, objective);
      await system.restorePoint(at);
    }
    return { steps, isNear: this.shareOfGap(objective) <= 1 };
  }

  /**
   * Columns of the point of the last attempt, pushed and led back to the equations; not factorised where they came.
   *
   * @param isProven asked where the equations hold and cost no more than the duals can prove
   */
  async pushColumns(
    at: Side,
    isProven: (closed: Restored) => boolean,
  ): Promise<Restored & { readonly isProven: boolean }> {
    const { system, options } = this;
    const pushed = otherSide(at);
    const evaluation = await system.evaluate(pushed, columnsPushed);
    await system.factorise(pushed, RESTORING_REGULARISATION);
    const { shouldStop } = options;
    const closing = { tolerance: PRIMAL_FEASIBILITY_TOLERANCE, clampedTo: CLAMPED_PUSHED.columns, shouldStop };
    const closed = await restorePrimal(system, pushed, evaluation, closing);
    if (
      closed.evaluation.primalResidual <= PRIMAL_FEASIBILITY_TOLERANCE &&
      this.shareOfGap(closed.evaluation.objective) <= 1
    ) {
      if (isProven(closed)) return { ...closed, isProven: true };
      // They were taken to prove more than they do, and others would be.
      this.duals = undefined;
      this.failedClosings = MOST_FAILED_CLOSINGS;
    } else this.failedClosings++;
    await system.restorePoint(at);
    return { ...closed, isProven: false };
  }

  /** Each time for three times as long as before: where attempts fail, few of them are made. */
  private wait(pushed: 'columns' | 'duals', gapAtBounds: number): void {
    this.reach[pushed] = this.again[pushed] * gapAtBounds;
    this.again[pushed] **= 3;
  }

  /** @returns how many steps that took */
  private async pushDuals(at: Side, objective: number): Promise<number> {
    const { system, options } = this;
    let here = otherSide(at);
    await system.evaluate(here, dualsPushed);
    for (let steps = 1; ; steps++) {
      await system.factorise(here, RESTORING_REGULARISATION);
      await system.solveDirection(here, { kind: 'settling-duals' }, untried);
      here = otherSide(here);
      await system.evaluate(here, dualsSettled);
      const isLast = steps === MOST_SETTLING_STEPS.near || options.shouldStop();
      // The first step hardly ever proves enough, and to ask takes as long as a step.
      if (steps === 1 && !isLast) continue;
      const duals = await system.bestDuals(here, options.solveMaster);
      const share = duals === undefined ? Number.POSITIVE_INFINITY : this.shareOfGap(objective, duals.bound);
      const isFar = steps >= MOST_SETTLING_STEPS.far && share > SETTLED_NEAR;
      if (duals && duals.bound > (this.duals?.bound ?? Number.NEGATIVE_INFINITY)) {
        const { bound, linking } = duals;
        this.duals = { bound, linking, blocks: await system.dualsOfBlocks(here, duals) };
      }
      if (share <= SETTLED_SHARE || isFar || isLast) return steps;
    }
  }

  private shareOfGap(objective: number, bound = this.duals?.bound): number {
    const { relativeGap: wanted, floor } = this.options;
    return bound === undefined ? Number.POSITIVE_INFINITY : relativeGap(objective, bound, floor) / wanted;
  }
}

const columnsPushed: Step = {
  weights: { primal: [1], dual: [0] },
  lengths: { primal: 1, dual: 0 },
  clampedTo: CLAMPED_PUSHED.columns,
};
const dualsPushed: Step = {
  weights: { primal: [0], dual: [1] },
  lengths: { primal: 0, dual: 1 },
  clampedTo: CLAMPED_PUSHED.prices,
};
const dualsSettled: Step = { ...dualsPushed, weights: { primal: [0], dual: [0, 1] } };
