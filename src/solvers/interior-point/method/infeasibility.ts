/** Whether the duals of a point prove that the equations have no solution within the bounds. */

import type { Side } from '../iterate/block.ts';
import { FARKAS_ASKED_FROM, FARKAS_MARGIN, MIXED_FARKAS_MARGIN } from '../parameters.ts';
import type { BlockSystem, Evaluation } from './block-system.ts';
import { mixtureOf, type SolveMaster } from './restricted-master.ts';

/** Asks the duals as they are in every round, and repaired ones where that is worth its time. */
export class InfeasibilityProof {
  private readonly system: BlockSystem;
  private readonly solveMaster: SolveMaster;
  /** Round from which on repaired duals are asked, and how many go by if that is in vain. */
  private next = 0;
  private wait = 2;

  constructor(system: BlockSystem, solveMaster: SolveMaster) {
    this.system = system;
    this.solveMaster = solveMaster;
  }

  async isFound(at: Side, evaluation: Evaluation, round: number): Promise<boolean> {
    const { excess, open, size } = evaluation.farkas;
    if (open <= 0 && excess > FARKAS_MARGIN * size) return true;
    if (round < this.next || !hasRunOff(evaluation)) return false;
    this.next = round + this.wait;
    this.wait *= 2;
    return this.isProvenByMixture(at);
  }

  /** Takes half as long as a direction. */
  private async isProvenByMixture(at: Side): Promise<boolean> {
    const { form, all } = await this.system.farkasCuts(at);
    const costless = { ...form, cost: new Float64Array(form.cost.length), fixedCost: 0 };
    const duals = await mixtureOf(costless, all, this.solveMaster);
    if (duals === undefined) return false;
    const size = all.reduce((sum, { cuts: [cut] }, b) => sum + duals.shares[b]![0]! * cut.size, 0);
    return duals.bound > MIXED_FARKAS_MARGIN * size;
  }
}

/** Duals leave whatever anything costs behind. */
function hasRunOff({ farkas: { excess, size }, provable, objective }: Evaluation): boolean {
  return excess > FARKAS_ASKED_FROM.excess * size && provable > FARKAS_ASKED_FROM.cost * Math.abs(objective);
}
