import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import { committedAtWork, effectiveShare } from './ageing.ts';
import type { Buildable } from './buildable.ts';
import { canStand, committedIn, isAlive, maximumIn } from './vintage.ts';

/** The most of each thing that a phase may build: nothing before it can be commissioned. */
export function mostBuilt({ phases }: Scenario, buildables: readonly Buildable[], phase: Phase): Float64Array {
  return Float64Array.from(buildables, (buildable) =>
    canStand(buildable, phase) ? maximumIn(buildable, phase) - committedIn(buildable, phases, phase) : 0,
  );
}

/**
 * What is at work in a phase is what was committed and every vintage, each until a phase begins in a year in which it has
 * worn out, and as far as age and outages leave of it: φ is 1 where neither is given.
 *
 * @equation K − Σ_{v alive} φ_v·b_v = φ·committed, while alive
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
      row.plus(1, K.at(i));
      for (const { b, builtIn } of aliveIn(buildable, phases, phase, vintages))
        row.minus(effectiveShare(buildable, builtIn, phase), b.at(i));
      row.equals(committedAtWork(buildable, phases, phase));
    },
  };
}

/**
 * Where less is at work than stands, or plants share a site, what stands is held to its maximum by itself; elsewhere a bound
 * of K does it.
 *
 * @equation Σ_{i, v alive} b_v ≤ maximum − Σ_i committed, while alive
 * @dual minus what one more unit of room is worth [currency per MW or MWh]
 */
export function siteLimit(
  { phases }: Scenario,
  buildables: readonly Buildable[],
  phase: Phase,
  together: readonly (readonly number[])[],
  vintages: readonly VariableBlock[],
): Constraint {
  return {
    name: 'siteLimit',
    of: [phase.name],
    count: together.length,
    write: (row, at) => {
      let committed = 0;
      for (const i of together[at]!) {
        for (const { b } of aliveIn(buildables[i]!, phases, phase, vintages)) row.plus(1, b.at(i));
        committed += committedIn(buildables[i]!, phases, phase);
      }
      row.atMost(Math.max(...together[at]!.map((i) => maximumIn(buildables[i]!, phase))) - committed);
    },
  };
}

/** Vintages that stand in a phase, with the year in which each was built. */
export function aliveIn(
  buildable: Buildable,
  phases: readonly Phase[],
  phase: Phase,
  vintages: readonly VariableBlock[],
): { readonly b: VariableBlock; readonly builtIn: number }[] {
  return vintages.flatMap((b, v) => {
    const builtIn = phases[v]!.firstYear;
    return isAlive(buildable, builtIn, phases, phase) ? [{ b, builtIn }] : [];
  });
}
