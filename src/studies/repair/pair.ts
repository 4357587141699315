/**
 * Two maxima raised together: those that are cheapest to lift of the ones that the cheapest plan goes beyond, and the least of
 * both, in the proportion in which it does, that all laws need. Whatever else is lifted, nothing costs less than that plan.
 */

import type { Scope } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { verifySchedule } from '../../verify/verify-schedule.ts';
import type { Engine } from '../engine.ts';
import { leastSize } from '../least-size.ts';
import { solutionAt } from '../prove.ts';
import { wholeScope } from '../scope.ts';
import { cheapestBeyond } from './cheapest.ts';
import type { Repair } from './document.ts';
import { maximaOf } from './maxima.ts';

type Cheapest = NonNullable<Repair['cheapest']>;
type Beyond = Cheapest['beyond'][number];

/** Where the cheapest plan goes beyond more than two maxima: each takes a plan. */
const MOST_PAIRS = 2;

/** @param cheapest with all maxima lifted */
export async function pairOf(scenario: Scenario, cheapest: Cheapest, engine: Engine): Promise<Repair['pair']> {
  const best = await cheapestPair(scenario, cheapest, engine);
  if (best === undefined) return undefined;
  const lifted = maximaIn(scenario, best.beyond);
  const open = lifted.reduce((given, { lift }) => lift(given), scenario);
  const scope: Scope = { ...wholeScope(open), minimise: 'import' };
  const sizes = lifted.map(({ i, present }, at) => ({ i, present, step: best.beyond[at]!.needed - present }));
  const names = lifted.map(({ name }) => name).join(' and ');
  const found = await leastSize(open, scope, sizes, engine, `${scenario.name}: least ${names}`);
  if (found === undefined) return undefined;
  const { phases, buildOut } = solutionAt(open, found.stage);
  if (verifySchedule(open, { phases }, buildOut).violations.length > 0) return undefined;
  const remedies = best.beyond.map(({ name, quantity, present, needed: inCheapest }) => {
    const at = (share: number) => present + share * (inCheapest - present);
    return { name, quantity, present, needed: at(found.size), infeasibleBelow: at(found.atLeast), inCheapest };
  });
  return { objective: best.objective, remedies };
}

/** Pairs in the order of how much the cheapest plan has beyond them; two that need but one are none. */
async function cheapestPair(
  scenario: Scenario,
  { objective, beyond }: Cheapest,
  engine: Engine,
): Promise<Cheapest | undefined> {
  if (beyond.length === 2) return { objective, beyond };
  const over = (pair: readonly Beyond[]) => pair.reduce((sum, { needed, present }) => sum + needed - present, 0);
  const pairs = beyond.flatMap((one, at) => beyond.slice(at + 1).map((other) => [one, other]));
  let best: Cheapest | undefined;
  for (const pair of pairs.toSorted((a, b) => over(b) - over(a)).slice(0, MOST_PAIRS)) {
    const found = await cheapestBeyond(scenario, maximaIn(scenario, pair), engine);
    if (typeof found !== 'object' || found.beyond.length < 2) continue;
    if (best === undefined || found.objective < best.objective) best = found;
  }
  return best;
}

const maximaIn = (scenario: Scenario, beyond: readonly Beyond[]) => {
  const all = maximaOf(scenario);
  return beyond.map(({ name, quantity }) => all.find((one) => one.name === name && one.quantity === quantity)!);
};
