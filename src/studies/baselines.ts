/** The plan beside its twins: what hourly matching costs over annual, what flexible load and storage save, how much a PUE overrates, what security and a lack of foresight cost. */

import {
  annualMatchingTwin,
  inflexibleTwin,
  proportionalOverheadTwin,
  withoutSecurityTwin,
  withoutStorageTwin,
} from '../scenario/baseline.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Answer } from './answer.ts';
import type { Engine } from './engine.ts';
import { type Foresight, plan } from './plan.ts';

export interface Baseline {
  readonly kind:
    | 'annualMatching'
    | 'inflexibleLoad'
    | 'withoutStorage'
    | 'proportionalOverhead'
    | 'withoutSecurity'
    | 'plannedTogether';
  readonly scenario: Scenario;
  readonly answer: Answer;
}

/** A comparison is read in per cent: twins are proven to this relative gap. */
const COMPARED_TO = 1e-4;

/**
 * Solves the twins that differ from the scenario, side by side as far as the engine has threads.
 *
 * @param span all phases, or the first alone: planned phase by phase, nothing that comes later touches it
 */
export async function baselinesOf(
  whole: Scenario,
  engine: Engine,
  foresight: Foresight,
  span: 'all' | 'first',
): Promise<Baseline[]> {
  const scenario = span === 'all' ? whole : { ...whole, phases: whole.phases.slice(0, 1) };
  const twins: [Baseline['kind'], Scenario | undefined][] = [
    ['annualMatching', scenario.matching.kind === 'annual' ? undefined : annualMatchingTwin(scenario)],
    ['inflexibleLoad', inflexibleTwin(scenario)],
    ['withoutStorage', scenario.storages.length === 0 ? undefined : withoutStorageTwin(scenario)],
    ['proportionalOverhead', proportionalOverheadTwin(scenario)],
    ['withoutSecurity', withoutSecurityTwin(scenario)],
  ];
  const isMyopic = foresight === 'phaseByPhase' && whole.phases.length > 1;
  const coarser: Engine = { ...engine, relativeGap: Math.max(engine.relativeGap, COMPARED_TO) };
  const planned = (kind: Baseline['kind'], twin: Scenario, sight: Foresight, by = coarser) =>
    plan(twin, by, sight, false).then((answer): Baseline => ({ kind, scenario: twin, answer }));
  return Promise.all([
    ...twins.flatMap(([kind, twin]) => (twin ? [planned(kind, twin, foresight)] : [])),
    // What phases lose that do not see the later ones shows over all of them alone, and is little: proven as closely as the plan.
    ...(isMyopic ? [planned('plannedTogether', whole, 'together', engine)] : []),
  ]);
}
