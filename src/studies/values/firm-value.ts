/** Flat load that more of an asset would carry at the same cost and with the same promise: what both are worth, one over the other. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { phaseWeight } from '../../verify/annuity.ts';
import type { Proof } from '../answer.ts';
import type { Values } from './document.ts';

const MORE_MW = 100;

/** At the slope of the plan; as slopes fall, so much at once carries no more. Storages are as long as they stand, or as short as they may be. */
export function firmValues(scenario: Scenario, standing: Values['standing'], proof: Proof): Values['firm'] {
  const { phases, storages, discountRate } = scenario;
  const costs = flatLoadCosts(scenario, proof);
  return standing.flatMap(({ phase: name, name: asset, quantity, size, worthPerUnitYear }): Values['firm'] => {
    if (quantity === 'energyCapacityMWh') return [];
    const phase = phases.find((one) => one.name === name)!;
    const costPerMWYear = costs.get(name)! / phaseWeight(discountRate, phases, phase);
    if (costPerMWYear <= 0) return [];
    const firmOf = (worth: number) => (MORE_MW * worth) / costPerMWYear;
    const about = { phase: name, name: asset, moreMW: MORE_MW };
    if (quantity === 'capacityMW') return [{ ...about, firmMW: firmOf(worthPerUnitYear) }];
    const energy = standing.find(
      (one) => one.phase === name && one.name === asset && one.quantity === 'energyCapacityMWh',
    )!;
    const hours = size > 0 ? energy.size / size : storages.find((one) => one.name === asset)!.durationHours.min;
    const worth = worthPerUnitYear + hours * energy.worthPerUnitYear;
    return [{ ...about, moreMWh: hours * MORE_MW, firmMW: firmOf(worth) }];
  });
}

/** What a MW of load in every hour of a phase costs, by the duals of all rows that it moves [currency/MW, discounted]. */
function flatLoadCosts(scenario: Scenario, proof: Proof): ReadonlyMap<string, number> {
  const { load, phases } = scenario;
  const none = {
    fixedShare: 0,
    perIT: 0,
    perDegreeAbove: 0,
    thresholdC: 0,
    temperatureC: load.pue.map(() => new Float64Array()),
  };
  const { fixedShare, ...facility } = load.facility ?? none;
  // As much again as the machines are: what stays whatever they do moves no column.
  const more: Scenario = { ...scenario, load: { ...load, facility: { ...facility, fixedShare: fixedShare + 1 } } };
  const costs = new Map(phases.map(({ name }) => [name, 0]));
  const add = (before: LinearProgram, after: LinearProgram, rowDual: Float64Array) => {
    for (const { of, first, length } of before.rowBlocks) {
      const { name, itCapacityMW } = phases.find((one) => one.name === of[0])!;
      for (let row = first; row < first + length; row++) {
        const dual = rowDual[row]!;
        const side = dual > 0 ? 'rowLower' : 'rowUpper';
        if (dual !== 0 && after[side][row] !== before[side][row])
          costs.set(name, costs.get(name)! + (dual * (after[side][row]! - before[side][row]!)) / itCapacityMW);
      }
    }
  };
  const { scope } = proof;
  if (proof.kind === 'whole') add(formulate(scenario, scope).program, formulate(more, scope).program, proof.rowDual);
  else {
    const [before, after] = [decompose(scenario, scope), decompose(more, scope)];
    for (const [at, rowDual] of proof.partDuals.entries())
      add(before.hoursOf(at).program, after.hoursOf(at).program, rowDual);
  }
  return costs;
}
