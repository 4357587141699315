/**
 * Sizes within a little of the least cost (modelling to generate alternatives; Brill, Chang and Hopkins, 1982). A size is made
 * dearer or cheaper than it is; each plan found so is a point of its size against the cost, its duals are a line that no plan lies
 * beyond, and the next price is the slope where both are farthest apart: the programmes are those of plans, with one cost changed.
 */

import { decompose } from '../model/decomposition.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { sitesOf } from '../scenario/sites.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import type { Alternatives } from './alternatives/document.ts';
import { type Found, provenAt, reachedAt, slopeAt } from './alternatives/frontier.ts';
import { type Group, type NamedSize, namedSizes, wordsOf } from './alternatives/named-sizes.ts';
import { type PricedPlan, pricedPlan, type SizeAsked, sizeOf } from './alternatives/priced-plan.ts';
import type { Engine } from './engine.ts';
import { plan } from './plan.ts';
import { wholeScope } from './scope.ts';
import type { SoFar } from './study-head.ts';

type Answer = Pick<Alternatives, 'status' | 'objective' | 'sizes' | 'plans'>;
type Size = Alternatives['sizes'][number];

/** Of the cost: a fiftieth of the smallest slack that is usual. */
const GAP = 2e-4;
/** Of the cheapest size: an end is known when what is found and what is proven are no farther apart. */
const CLOSE = 0.02;
const MOST_STEPS = 4;
const SIDE_BY_SIDE = 4;
const MOST_PLANS = 3;

/**
 * @param slacks rising
 * @param groups sizes that are looked at as one, beside each by itself
 * @param keep hears of each size that is done while others are not
 * @throws ScenarioError where a group cannot be added up
 */
export async function alternatives(
  scenario: Scenario,
  slacks: readonly number[],
  lent: Engine,
  groups: readonly Group[] = [],
  keep: (so: SoFar<Answer>) => void = () => undefined,
): Promise<Answer> {
  const named = namedSizes(scenario, groups);
  const cheapest = await plan(scenario, lent, 'together', false);
  if (cheapest.status !== 'optimal') return { status: cheapest.status, sizes: [], plans: [] };
  const { schedule, cost, certificate } = cheapest;
  const base: Base = { scenario, slacks, schedule, objective: cost.objective, dualBound: certificate.dualBound };
  const engine: Engine = { ...lent, relativeGap: Math.max(GAP, lent.relativeGap) };
  const asked = freeSizes(scenario, named);
  const ends = asked.flatMap((size) => ([1, -1] as const).map((sense) => ({ ...size, sense })));
  const found: End[] = [];
  const queue = ends.entries();
  const answerOf = (known: readonly number[]): Answer => {
    const own = known.map((at) => asked[at]!);
    const sizes = known.map((at) => sizeWith(base, asked[at]!, found[2 * at]!, found[2 * at + 1]!));
    const both = known.flatMap((at) => [found[2 * at]!, found[2 * at + 1]!]);
    return { status: 'optimal', objective: cost.objective, sizes, plans: mostDifferent(base, own, sizes, both) };
  };
  const isDone = (at: number) => found[2 * at] !== undefined && found[2 * at + 1] !== undefined;
  const work = async () => {
    for (const [at, end] of queue) {
      found[at] = await endOf(base, end, engine);
      const open = asked.filter((_, one) => !isDone(one));
      const unfinished = open.map((size) => `${scenario.phases[size.p]!.name}: ${wordsOf(size)}`);
      if (isDone(at >> 1) && open.length > 0) keep({ ...answerOf([...asked.keys()].filter(isDone)), unfinished });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return answerOf([...asked.keys()]);
}

interface Base {
  readonly scenario: Scenario;
  readonly slacks: readonly number[];
  readonly schedule: Schedule;
  readonly objective: number;
  readonly dualBound: number;
}

interface FreeSize extends SizeAsked, NamedSize {
  readonly lower: number;
  readonly upper: number;
  /** What one more unit costs: the least of those that cost anything. */
  readonly unitCost: number;
  /** Those of which more may be bought than is used. */
  readonly spare: readonly Spare[];
}

interface Asked extends FreeSize {
  /** 1 for the least, −1 for the greatest. */
  readonly sense: 1 | -1;
}

interface Spare {
  readonly i: number;
  readonly unitCost: number;
  readonly upper: number;
}

interface End {
  readonly what: string;
  readonly plans: readonly PricedPlan[];
  readonly ends: readonly { readonly reached: number; readonly proven: number }[];
}

/** Every size and group that may differ, by phase. */
function freeSizes(scenario: Scenario, named: readonly NamedSize[]): FreeSize[] {
  const { buildOut, program } = decompose(scenario, wholeScope(scenario));
  const { columnLower, columnUpper, objective } = program.linking;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return buildOut.phases.flatMap(({ p, K }) =>
    named
      .map((size): FreeSize => {
        const members = size.of.map((i) => ({
          ...{ i, lower: columnLower[K.at(i)]!, upper: columnUpper[K.at(i)]! },
          unitCost: objective[buildOut.vintages[p]!.at(i)]!,
        }));
        const priced = members.filter(({ lower, upper, unitCost }) => lower < upper && unitCost > 0);
        return {
          ...{ ...size, p },
          lower: sum(members.map(({ lower }) => lower)),
          upper: sum(members.map(({ upper }) => upper)),
          unitCost: priced.length === 0 ? 0 : Math.min(...priced.map(({ unitCost }) => unitCost)),
          spare: priced.filter(({ i }) => mayStandUnused(scenario, i)),
        };
      })
      .filter(({ lower, upper }) => lower < upper),
  );
}

async function endOf({ scenario, slacks, schedule, objective }: Base, asked: Asked, engine: Engine): Promise<End> {
  const { sense, lower, upper, unitCost } = asked;
  const what = `${sense > 0 ? 'least' : 'greatest'} ${wordsOf(asked)} in ${scenario.phases[asked.p]!.name}`;
  const start = { cost: objective, size: sizeOf(scenario, schedule, asked), schedule };
  const limit = sense > 0 ? lower : upper;
  const plans: PricedPlan[] = [];
  const ends = () =>
    slacks.map((slack) => {
      const most = objective * (1 + slack);
      const known = [start, ...plans];
      const reached = sense < 0 ? mostAt(scenario, asked, known, most) : reachedAt(known, most, sense);
      const proven = provenAt(plans, most, sense, limit);
      return { most, reached, proven, apart: Math.abs(reached - proven) };
    });
  const close = CLOSE * Math.max(start.size, tolerance.seenShare * scenario.phases[asked.p]!.itCapacityMW);
  let price = firstPrice(sense, start.size, objective * slacks.at(-1)!, unitCost);
  for (let step = 0; step < MOST_STEPS && Number.isFinite(price) && price !== 0; step++) {
    const widest = ends().toSorted((a, b) => b.apart - a.apart)[0]!;
    if (widest.apart <= close) break;
    const slope = step === 0 ? undefined : slopeAt([start, ...plans], widest.most, sense);
    if (step > 0) price = slope ?? farther(sense, price, unitCost);
    const found = await pricedPlan(scenario, asked, price, engine, what);
    if (found === undefined) break;
    plans.push(found);
  }
  return { what, plans, ends: ends().map(({ reached, proven }) => ({ reached, proven })) };
}

/** More of it changes nothing but its own cost: an owned plant of one phase on a site of its own, whose output may be left. */
function mayStandUnused({ phases, renewables }: Scenario, i: number): boolean {
  const isAlone = sitesOf(renewables).some(({ plants }) => plants.length === 1 && plants[0] === i);
  return phases.length === 1 && renewables[i]?.purchase.kind === 'own' && isAlone;
}

/** The most of it at a cost, where what is left of that may buy more of one than is used. */
function mostAt(
  scenario: Scenario,
  { p, spare }: Asked,
  known: readonly (Found & Pick<PricedPlan, 'schedule'>)[],
  most: number,
): number {
  const bought = known
    .filter(({ cost }) => cost <= most)
    .flatMap(({ cost, size, schedule }) =>
      spare.map(({ i, unitCost, upper }) => {
        const room = upper - sizeOf(scenario, schedule, { p, of: [i] });
        return size + Math.min(room, (most - cost) / unitCost);
      }),
    );
  return Math.max(reachedAt(known, most, -1), ...bought);
}

/** Dearer by what the slack would pay for half of it; cheaper by most of what it costs, for what costs nothing has no end. */
function firstPrice(sense: 1 | -1, size: number, slackCost: number, unitCost: number): number {
  if (sense < 0) return -0.8 * unitCost;
  return size > 0 ? slackCost / (0.5 * size) : 0;
}

function farther(sense: 1 | -1, price: number, unitCost: number): number {
  return sense > 0 ? 4 * price : -(unitCost - (unitCost + price) / 4);
}

function sizeWith({ scenario, slacks, schedule }: Base, asked: FreeSize, low: End, high: End): Size {
  const { name: phase, itCapacityMW } = scenario.phases[asked.p]!;
  const { name, quantity, members } = asked;
  const cheapest = sizeOf(scenario, schedule, asked);
  const ranges = slacks.map((slack, at) => ({
    ...{ slack, least: low.ends[at]!.reached, noLessThan: Math.min(low.ends[at]!.proven, low.ends[at]!.reached) },
    greatest: high.ends[at]!.reached,
    ...(Number.isFinite(high.ends[at]!.proven) && {
      noMoreThan: Math.max(high.ends[at]!.proven, high.ends[at]!.reached),
    }),
  }));
  const { least, noLessThan } = ranges.at(-1)!;
  const seen = tolerance.seenShare * itCapacityMW;
  const verdict = noLessThan > seen ? 'mustHave' : least <= seen + CLOSE * cheapest ? 'choice' : 'open';
  return { phase, name, quantity, ...(members && { members }), cheapest, ranges, verdict };
}

/** A twentieth of the range of one size, or that much in sum: told beside each other they would look like one plan. */
const SAME_PLAN = 0.05;

/** Of the plans that cost no more than the largest slack allows: the farthest from the cheapest, then from those before. */
function mostDifferent(
  { scenario, slacks, objective }: Base,
  asked: readonly FreeSize[],
  sizes: readonly Size[],
  found: readonly End[],
): Alternatives['plans'] {
  const most = objective * (1 + slacks.at(-1)!);
  const whole = found.flatMap(({ what, plans }) =>
    plans
      .filter(({ cost }) => cost <= most)
      .map(({ cost, schedule }) => ({ what, cost, vector: asked.map((one) => sizeOf(scenario, schedule, one)) })),
  );
  const widths = sizes.map(({ ranges }) => Math.max(1e-9, ranges.at(-1)!.greatest! - ranges.at(-1)!.least!));
  const distance = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!) / widths[at]!, 0);
  const near = [sizes.map(({ cheapest }) => cheapest)];
  const taken: Alternatives['plans'] = [];
  for (let count = Math.min(MOST_PLANS, whole.length); count > 0; count--) {
    const gaps = whole.map(({ vector }) => Math.min(...near.map((other) => distance(vector, other))));
    const farthest = Math.max(...gaps);
    if (farthest < SAME_PLAN) break;
    const { what, cost, vector } = whole[gaps.indexOf(farthest)]!;
    taken.push({ what: `towards the ${what}`, objective: cost, sizes: vector });
    near.push(vector);
  }
  return taken;
}
