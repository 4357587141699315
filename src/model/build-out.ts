import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import type { Buildable } from './buildable.ts';
import { canStand, committedIn, isAlive } from './vintage.ts';

/** The most of each thing that a phase may build: nothing before it can be commissioned. */
export function mostBuilt({ phases }: Scenario, buildables: readonly Buildable[], phase: Phase): Float64Array {
  return Float64Array.from(buildables, (buildable) =>
    canStand(buildable, phase) ? buildable.maximum - committedIn(buildable, phases, phase) : 0,
  );
}

/**
 * What stands in a phase is what was committed and every vintage, each until a phase begins in a year in which it has
 * worn out.
 *
 * @equation K − Σ_{v alive} b_v = committed, while alive
 * @dual what one more unit standing in the phase is worth [currency per MW or MWh]
 */
export function standing(
  { phases }: Scenario,
  buildables: readonly Buildable[],
  phase: Phase,
  K: VariableBlock,
  vintages: readonly VariableBlock[],
): Constraint {
  return {
    name: 'standing',
    of: [phase.name],
    count: buildables.length,
    write: (row, i) => {
      const buildable = buildables[i]!;
      const alive = vintages.filter((_, v) => isAlive(buildable, phases[v]!.firstYear, phases, phase));
      row.plus(1, K.at(i));
      for (const b of alive) row.minus(1, b.at(i));
      row.equals(committedIn(buildable, phases, phase));
    },
  };
}
