/**
 * Sizes within a little of the least cost (modelling to generate alternatives; Brill, Chang and Hopkins, 1982). A size is made
 * dearer or cheaper than it is; each plan found so is a point of its size against the cost, its duals are a line that no plan lies
 * beyond, and the next price is the slope where both are farthest apart: the programmes are those of plans, with one cost changed.
 */

import { buildablesOf } from '../model/buildable.ts';
import { decompose } from '../model/decomposition.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import type { Alternatives } from './alternatives/document.ts';
import { type Found, provenAt, reachedAt, slopeAt } from './alternatives/frontier.ts';
import { type PricedPlan, pricedPlan, type SizeAsked, sizeOf } from './alternatives/priced-plan.ts';
import type { Engine } from './engine.ts';
import { plan } from './plan.ts';
import { wholeScope } from './scope.ts';
import { sizesIn } from './sweep/sizes.ts';

type Answer = Pick<Alternatives, 'status' | 'objective' | 'sizes' | 'plans'>;
type Size = Alternatives['sizes'][number];

/** Of the cost: a fiftieth of the smallest slack that is usual. */
const GAP = 2e-4;
/** Of the cheapest size: an end is known when what is found and what is proven are no farther apart. */
const CLOSE = 0.02;
const MOST_STEPS = 4;
const SIDE_BY_SIDE = 4;
const MOST_PLANS = 3;

/** @param slacks rising */
export async function alternatives(scenario: Scenario, slacks: readonly number[], lent: Engine): Promise<Answer> {
  const cheapest = await plan(scenario, lent, 'together', false);
  if (cheapest.status !== 'optimal') return { status: cheapest.status, sizes: [], plans: [] };
  const { schedule, cost, certificate } = cheapest;
  const base: Base = { scenario, slacks, schedule, objective: cost.objective, dualBound: certificate.dualBound };
  const engine: Engine = { ...lent, relativeGap: Math.max(GAP, lent.relativeGap) };
  const asked = freeSizes(scenario);
  const ends = asked.flatMap((size) => ([1, -1] as const).map((sense) => ({ ...size, sense })));
  const found: End[] = [];
  const queue = ends.entries();
  const work = async () => {
    for (const [at, end] of queue) found[at] = await endOf(base, end, engine);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  const sizes = asked.map((size, at) => sizeWith(base, size, found[2 * at]!, found[2 * at + 1]!));
  return { status: 'optimal', objective: cost.objective, sizes, plans: mostDifferent(base, sizes, found) };
}

interface Base {
  readonly scenario: Scenario;
  readonly slacks: readonly number[];
  readonly schedule: Schedule;
  readonly objective: number;
  readonly dualBound: number;
}

interface Asked extends SizeAsked {
  /** 1 for the least, −1 for the greatest. */
  readonly sense: 1 | -1;
  readonly lower: number;
  readonly upper: number;
  /** What one more unit costs. */
  readonly unitCost: number;
}

interface End {
  readonly what: string;
  readonly plans: readonly PricedPlan[];
  readonly ends: readonly { readonly reached: number; readonly proven: number }[];
}

/** Every size that may differ, by phase. */
function freeSizes(scenario: Scenario): Omit<Asked, 'sense'>[] {
  const { buildOut, program } = decompose(scenario, wholeScope(scenario));
  const { columnLower, columnUpper, objective } = program.linking;
  return buildOut.phases.flatMap(({ p, K }) =>
    Array.from({ length: K.length }, (_, i) => ({
      ...{ p, i, lower: columnLower[K.at(i)]!, upper: columnUpper[K.at(i)]! },
      unitCost: objective[buildOut.vintages[p]!.at(i)]!,
    })).filter(({ lower, upper }) => lower < upper),
  );
}

async function endOf({ scenario, slacks, schedule, objective }: Base, asked: Asked, engine: Engine): Promise<End> {
  const { sense, lower, upper, unitCost } = asked;
  const { name, kind } = buildablesOf(scenario)[asked.i]!;
  const word = kind === 'storageEnergy' ? ' energy' : kind === 'storagePower' ? ' power' : '';
  const what = `${sense > 0 ? 'least' : 'greatest'} ${name}${word} in ${scenario.phases[asked.p]!.name}`;
  const start = { cost: objective, size: sizeOf(scenario, schedule, asked) };
  const limit = sense > 0 ? lower : upper;
  const wastes = mayStandUnused(scenario, asked.i) && unitCost > 0;
  const plans: PricedPlan[] = [];
  const ends = () =>
    slacks.map((slack) => {
      const most = objective * (1 + slack);
      const known = [start, ...plans];
      const reached = sense < 0 && wastes ? unusedAt(known, most, unitCost, upper) : reachedAt(known, most, sense);
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

/** More of it changes nothing but its own cost: an owned plant of one phase, whose output may be left. */
function mayStandUnused({ phases, renewables }: Scenario, i: number): boolean {
  return phases.length === 1 && renewables[i]?.purchase.kind === 'own';
}

/** The most of it at a cost, where what is left of that buys more than is used. */
function unusedAt(known: readonly Found[], most: number, unitCost: number, upper: number): number {
  const within = known.filter(({ cost }) => cost <= most);
  const bought = within.map(({ cost, size }) => size + (most - cost) / unitCost);
  return Math.min(upper, Math.max(reachedAt(known, most, -1), ...bought));
}

/** Dearer by what the slack would pay for half of it; cheaper by most of what it costs, for what costs nothing has no end. */
function firstPrice(sense: 1 | -1, size: number, slackCost: number, unitCost: number): number {
  if (sense < 0) return -0.8 * unitCost;
  return size > 0 ? slackCost / (0.5 * size) : 0;
}

function farther(sense: 1 | -1, price: number, unitCost: number): number {
  return sense > 0 ? 4 * price : -(unitCost - (unitCost + price) / 4);
}

function sizeWith({ scenario, slacks, schedule }: Base, asked: SizeAsked, low: End, high: End): Size {
  const { name: phase, itCapacityMW } = scenario.phases[asked.p]!;
  const { name, kind } = buildablesOf(scenario)[asked.i]!;
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
  const quantity =
    kind === 'storagePower' ? 'powerCapacityMW' : kind === 'storageEnergy' ? 'energyCapacityMWh' : 'capacityMW';
  return { phase, name, quantity, cheapest, ranges, verdict };
}

/** Of the plans that cost no more than the largest slack allows: the farthest from the cheapest, then from those before. */
function mostDifferent(
  { slacks, objective }: Base,
  sizes: readonly Size[],
  found: readonly End[],
): Alternatives['plans'] {
  const most = objective * (1 + slacks.at(-1)!);
  const whole = found.flatMap(({ what, plans }) =>
    plans
      .filter(({ cost }) => cost <= most)
      .map(({ cost, schedule }) => ({ what, cost, vector: vectorOf(sizes, schedule) })),
  );
  const widths = sizes.map(({ ranges }) => Math.max(1e-9, ranges.at(-1)!.greatest! - ranges.at(-1)!.least!));
  const distance = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!) / widths[at]!, 0);
  const near = [sizes.map(({ cheapest }) => cheapest)];
  const taken: Alternatives['plans'] = [];
  for (let count = Math.min(MOST_PLANS, whole.length); count > 0; count--) {
    const gaps = whole.map(({ vector }) => Math.min(...near.map((other) => distance(vector, other))));
    const { what, cost, vector } = whole[gaps.indexOf(Math.max(...gaps))]!;
    taken.push({ what: `towards the ${what}`, objective: cost, sizes: vector });
    near.push(vector);
  }
  return taken;
}

function vectorOf(sizes: readonly Size[], { phases }: Schedule): number[] {
  const all = sizesIn({ phases });
  return sizes.map(
    ({ phase, name, quantity }) =>
      all.find((one) => one.phase === phase && one.name === name && one.quantity === quantity)?.size ?? 0,
  );
}
