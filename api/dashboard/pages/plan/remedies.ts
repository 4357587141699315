/** What the study `repair` found to be enough, and the scenario changed by it. */

import type { Repair, ScenarioDocument } from '../../client/types.ts';
import { withLeaf } from '../scenario/leaves.ts';

export type Remedy = Repair['remedies'][number];

/** Lists of a scenario that hold what a remedy names, and the field that it changes. */
const places = {
  siteMaximumMW: ['renewables', 'siteMaximumMW'],
  storageMaximumMW: ['storages', 'maximumMW'],
  linkMaximumMW: ['links', 'maximumMW'],
} as const;

/** Sizes are offered in steps of this, a target in steps of a hundredth of a per cent. */
const STEP_MW = 0.1;
const STEP_TARGET = 1e-4;
/** Of a division of doubles, in steps. */
const ROUNDING = 1e-9;

/** A little more than the least, never less: what a plan is made with has to suffice. */
export function offered({ quantity, needed = 0 }: Remedy): number {
  if (quantity === 'deadlineHours') return Math.ceil(needed);
  if (quantity === 'firstYear') return needed;
  if (quantity === 'flexibleShare') return Number(needed.toFixed(4));
  const steps =
    quantity === 'target' ? Math.floor(needed / STEP_TARGET + ROUNDING) : Math.ceil(needed / STEP_MW - ROUNDING);
  return Number((steps * (quantity === 'target' ? STEP_TARGET : STEP_MW)).toFixed(4));
}

/** Undefined where it is not enough alone, where it changes several numbers, or where the scenario has more than one number in that place. */
export function changedBy(scenario: ScenarioDocument, remedy: Remedy): ScenarioDocument | undefined {
  const { name, quantity, verdict } = remedy;
  if (verdict !== 'enough' || quantity === 'flexibleShare') return undefined;
  const value = offered(remedy);
  if (quantity === 'target') return { ...scenario, matching: { ...scenario.matching!, target: value } };
  if (quantity === 'firstYear') {
    const years = value - scenario.phases[0]!.firstYear;
    const phases = scenario.phases.map((phase) => ({ ...phase, firstYear: phase.firstYear + years }));
    return { ...scenario, phases };
  }
  const [path, field] =
    quantity === 'deadlineHours'
      ? ([['load', 'tiers'], 'deadlineHours'] as const)
      : ([[places[quantity][0]], places[quantity][1]] as const);
  const list = path.reduce((part: unknown, key) => (part as Record<string, unknown>)[key], scenario);
  const at = (list as readonly Record<string, unknown>[]).findIndex((one) => one.name === name);
  if (at < 0 || typeof (list as readonly Record<string, unknown>[])[at]![field] !== 'number') return undefined;
  return withLeaf(scenario, [...path, at, field], value) as ScenarioDocument;
}
