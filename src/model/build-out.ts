import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import type { Buildable } from './buildable.ts';

/** A vintage stands in every phase that begins within its lifetime. */
export function isAlive(buildable: Buildable, built: Phase, during: Phase): boolean {
  return built.firstYear <= during.firstYear && during.firstYear < built.firstYear + buildable.lifetimeYears;
}

/** The most of each thing that a phase may build: nothing before it can be commissioned. */
export function mostBuilt(buildables: readonly Buildable[], phase: Phase): Float64Array {
  return Float64Array.from(buildables, (buildable) =>
    phase.firstYear >= buildable.availableFrom ? buildable.maximum - buildable.committed : 0,
  );
}

/**
 * What stands in a phase is what was committed and every vintage still alive when the phase begins.
 *
 * @equation K − Σ_{v alive} b_v = committed
 * @dual what one more unit standing in the phase is worth [currency per MW or MWh]
 */
export function standing(
  scenario: Scenario,
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
      const alive = vintages.filter((_, v) => isAlive(buildable, scenario.phases[v]!, phase));
      row.plus(1, K.at(i));
      for (const b of alive) row.minus(1, b.at(i));
      row.equals(buildable.committed);
    },
  };
}
