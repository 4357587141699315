/**
 * Why no plan exists and what would make one possible. Each limit is lifted by itself: first for the least energy that stays
 * unmatched then, which shows whether it helps at all; where it does, for the least of it that all laws need.
 */

import type { Scenario } from '../scenario/scenario.ts';
import type { Shortage } from './answer.ts';
import type { Engine } from './engine.ts';
import { cheapestBeyond } from './repair/cheapest.ts';
import type { FirstRemedies, Remedy, Repair } from './repair/document.ts';
import { eventsOf } from './repair/events.ts';
import { begunLater, laterStartsOf } from './repair/later-start.ts';
import { leastOf } from './repair/least-of.ts';
import { amountsOf, type LoadChange, leastSteps, loadChangesOf } from './repair/load-change.ts';
import { type Lifted, maximaOf } from './repair/maxima.ts';
import { mixedPairOf } from './repair/mixed-pair.ts';
import { pairOf } from './repair/pair.ts';
import { shortagesOf } from './shortage.ts';
import type { SoFar } from './study-head.ts';

type Found = Pick<Repair, 'status' | 'missing' | 'events' | 'remedies' | 'cheapest' | 'pair' | 'mixedPair'>;

/** Of a size or of energy: what an amount and its proven bound may be apart. */
const GAP = 1e-3;

/** @param keep hears of each part that is done while others are not */
export async function repair(
  scenario: Scenario,
  lent: Engine,
  keep: (so: SoFar<Found>) => void = () => undefined,
): Promise<Found> {
  const engine: Engine = { ...lent, relativeGap: GAP };
  const phases = scenario.phases.map((_, p) => p);
  const shortages = await shortagesOf(scenario, phases, engine);
  const missing = shortages.map(({ phase, weatherYear, unmatchedMWh, permittedMWh }) => {
    return { phase, weatherYear, unmatchedMWh, permittedMWh };
  });
  if (shortages.length === 0) return { status: 'energySuffices', missing, events: [], remedies: [] };
  const short = shortages.map(({ phase }) => scenario.phases.findIndex(({ name }) => name === phase));
  const asked: Asked = { scenario, phases: [...new Set(short)], engine };
  const maxima = maximaOf(scenario);
  const changes = loadChangesOf(scenario);
  const starts = laterStartsOf(scenario, asked.phases);
  const target = targetRemedy(scenario, shortages);
  const remedies = target === undefined ? [] : [target];
  const found: Writable<Found> = { status: 'infeasible', missing, events: eventsOf(scenario, shortages), remedies };
  const steps: readonly { readonly name: string; readonly take: () => Promise<unknown> }[] = [
    ...maxima.map((lifted) => ({ name: lifted.name, take: async () => add(await sizeRemedy(asked, lifted)) })),
    ...changes.map((change) => ({
      name: change.quantity === 'deadlineHours' ? change.name : 'more work that may wait',
      take: async () => add(await loadRemedy(asked, change)),
    })),
    ...(starts.length === 0
      ? []
      : [{ name: 'a later first year', take: async () => add(await startRemedy(asked, starts)) }]),
    {
      name: 'the cheapest plan with all maxima lifted together',
      take: async () => {
        const cheapest = await cheapestBeyond(scenario, maxima, engine);
        if (typeof cheapest === 'object') found.cheapest = cheapest;
      },
    },
    {
      name: 'two maxima raised together',
      take: async () => {
        const pair = found.cheapest && (await pairOf(scenario, found.cheapest, engine));
        if (pair) found.pair = pair;
      },
    },
    {
      name: 'a maximum and a change of the load together',
      take: async () => {
        // Lifted maxima cost what they cost; load that waits is nothing that everybody has.
        if (found.pair || found.remedies.some(({ verdict, quantity }) => verdict === 'enough' && quantity !== 'target'))
          return;
        const known = { scenario, phases: asked.phases, maxima, changes, remedies: found.remedies };
        const mixedPair = await mixedPairOf(known, engine);
        if (mixedPair) found.mixedPair = mixedPair;
      },
    },
  ];
  const add = (remedy: Remedy) => {
    // What can be said of the target stands last.
    found.remedies = [...found.remedies.filter((one) => one !== target), remedy, ...(target ? [target] : [])];
  };
  for (const [at, { take }] of steps.entries()) {
    keep({ ...found, unfinished: steps.slice(at).map(({ name }) => name) });
    await take();
  }
  return found;
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };

/** What `repair` would find first, for little more than one plan. */
export async function firstRemedies(
  scenario: Scenario,
  shortages: readonly Shortage[],
  lent: Engine,
): Promise<FirstRemedies> {
  const target = targetRemedy(scenario, shortages);
  const cheapest = await cheapestBeyond(scenario, maximaOf(scenario), { ...lent, relativeGap: GAP });
  return { ...(target && { target }), ...(cheapest && { cheapest }) };
}

interface Asked {
  readonly scenario: Scenario;
  /** Phases in which energy is missing: others are not made harder by more of anything. */
  readonly phases: readonly number[];
  readonly engine: Engine;
}

async function sizeRemedy({ scenario, phases, engine }: Asked, lifted: Lifted): Promise<Remedy> {
  const { name, quantity, present, lift } = lifted;
  const about = { name, quantity, present };
  const left = await shortagesOf(lift(scenario), phases, engine);
  if (left.length > 0) return { ...about, verdict: 'notEnough', stillMissingMWh: missingIn(left) };
  const found = await leastOf(scenario, lifted, engine);
  return found === undefined ? { ...about, verdict: 'open' } : { ...about, verdict: 'enough', ...found };
}

const missingIn = (shortages: readonly Shortage[]): number =>
  shortages.reduce((sum, { unmatchedMWh, permittedMWh }) => sum + unmatchedMWh - permittedMWh, 0);

async function loadRemedy({ scenario, phases, engine }: Asked, change: LoadChange): Promise<Remedy> {
  const { name, quantity, present, mostSteps, take } = change;
  const about = { name, quantity, present };
  if (mostSteps < 1) return { ...about, verdict: 'open' };
  const leftWith = (steps: number) => shortagesOf(take(scenario, steps), phases, engine);
  const left = await leftWith(mostSteps);
  if (left.length > 0) return { ...about, verdict: 'notEnough', stillMissingMWh: missingIn(left) };
  const steps = await leastSteps(change, async (some) => (await leftWith(some)).length === 0);
  return { ...about, verdict: 'enough', ...amountsOf(change, steps) };
}

/** Later first years that are tried: each takes a dispatch of every phase. */
const MOST_STARTS = 6;

/** Soonest first. In all phases: what ends its life may be missing later. */
async function startRemedy({ scenario, engine }: Asked, starts: readonly number[]): Promise<Remedy> {
  const present = scenario.phases[0]!.firstYear;
  const about = { name: 'phases', quantity: 'firstYear', present } as const;
  let stillMissingMWh = 0;
  for (const years of starts.slice(0, MOST_STARTS)) {
    const left = await shortagesOf(begunLater(scenario, years), [...scenario.phases.keys()], engine);
    const needed = present + years;
    if (left.length === 0) return { ...about, verdict: 'enough', needed, infeasibleBelow: needed };
    stillMissingMWh = missingIn(left);
  }
  return starts.length > MOST_STARTS
    ? { ...about, verdict: 'open' }
    : { ...about, verdict: 'notEnough', stillMissingMWh };
}

/** What is matched at best in the worst year is the highest target that can be kept in every one. */
function targetRemedy({ matching }: Scenario, shortages: readonly Shortage[]): Remedy | undefined {
  if (matching.kind !== 'hourly' || matching.over !== 'everyYear') return undefined;
  const { target: present } = matching;
  const shares = shortages.map(({ unmatchedMWh, loadMWh }) => unmatchedMWh / loadMWh);
  const share = Math.max(...shares);
  const infeasibleBelow = 1 - share * (1 - GAP);
  return { name: 'matching', quantity: 'target', present, verdict: 'enough', needed: 1 - share, infeasibleBelow };
}
