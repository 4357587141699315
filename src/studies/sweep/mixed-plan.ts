/** Between two plans: a part of each, sizes and hours alike. What keeps the laws there is a plan too, with its cost. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../../schedule/schedule.ts';
import { recomputeCost } from '../../verify/cost.ts';
import { type Law, roomMWh } from '../../verify/law.ts';
import { ageing, availability, buildOut, capacityLimits, storageDuration } from '../../verify/laws/build-out.ts';
import { contractTerm } from '../../verify/laws/contract.ts';
import { endurance } from '../../verify/laws/endurance.ts';
import { backlog } from '../../verify/laws/flexible-load.ts';
import { gridDirection } from '../../verify/laws/grid.ts';
import { matching } from '../../verify/laws/matching.ts';
import { storageDirection } from '../../verify/laws/storage.ts';
import { throughput } from '../../verify/laws/throughput.ts';
import { physics, readability } from '../../verify/laws.ts';
import { type Recollection, recollect } from './recollection.ts';

export interface Plan {
  /** What it was made for. */
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
}

/**
 * That a storage charges or discharges and a site imports or exports is how an answer is told, not what the programme
 * asks: of two plans that do, a mixture may do both, and netting the two only saves.
 */
const toldOnly = [storageDirection, gridDirection];
/** Asked first, for they are quick and fail most often. */
const quick = [...readability, capacityLimits, backlog, matching];
const others = physics.filter((law) => !quick.includes(law) && !toldOnly.includes(law));

/**
 * Laws whose excess is no sum of a row of the programme: not proven to be kept between two plans that keep them, or of so
 * few numbers that nothing is saved. Every other one says that linear numbers of a plan are at most or exactly others; and no
 * work is later than what waits beyond its deadline, which is linear too. So its excess between two plans is at most the
 * larger one of theirs.
 */
const notBetween = [
  throughput,
  endurance,
  ageing,
  availability,
  buildOut,
  capacityLimits,
  contractTerm,
  storageDuration,
];
const between: ReadonlySet<Law> = new Set([...readability, ...physics].filter((law) => !notBetween.includes(law)));

/** How far a mixture is moved towards one of the two where it keeps no promise by a hair. */
const NUDGES = [0, 0.002, 0.01, 0.05];

/**
 * The cheapest of some mixtures that keeps every law of the scenario, whatever laws the two were made for: they are tried in
 * the order of what they cost by the line between the two.
 *
 * @param share of the second plan, 0…1, that suits the scenario about
 * @returns its cost, and the share that it was found at; undefined where none does
 */
export function cheapestMixture(
  scenario: Scenario,
  plans: readonly [Plan, Plan] | readonly [Plan],
  share: number,
): { readonly cost: number; readonly share: number } | undefined {
  const [first, second] = plans;
  if (!plans.every((plan) => readability.every((law) => isKept(law, scenario, plan, [plan])))) return undefined;
  const [from, to = from] = plans.map((plan) => costOf(scenario, plan)) as [number, number?];
  const lineAt = (part: number) => (1 - part) * from + part * to;
  const keeps = (part: number) => {
    const of = second === undefined || part === 0 ? [first] : part === 1 ? [second] : [first, second];
    return keepsLaws(scenario, of.length === 1 ? of[0]! : mixed(toldOf(first), toldOf(second!), part), of);
  };
  const found = second === undefined ? (keeps(0) ? 0 : undefined) : cheapestShare(lineAt, share, keeps);
  // No item of the cost of a mixture is more than as much of both: they are linear, but for what a contract asks at least.
  return found === undefined ? undefined : { cost: lineAt(found), share: found };
}

/** Laws are kept on a stretch of shares, cost runs along it: from where a plan is likely towards the cheaper ones, else the dearer. */
function cheapestShare(lineAt: (share: number) => number, likely: number, keeps: (share: number) => boolean) {
  const shares = sharesAround(likely).toSorted((a, b) => lineAt(a) - lineAt(b));
  const at = Math.max(0, shares.indexOf(likely));
  const cheaper = shares.slice(0, at).reverse();
  if (!keeps(shares[at]!)) return shares.slice(at + 1).find(keeps) ?? cheaper.toReversed().find(keeps);
  const end = cheaper.findIndex((share) => !keeps(share));
  return end < 0 ? (cheaper.at(-1) ?? shares[at]) : end === 0 ? shares[at] : cheaper[end - 1];
}

type Told = Pick<Plan, 'schedule' | 'buildOut'>;
const toldOf = ({ schedule, buildOut: built }: Plan): Told => ({ schedule, buildOut: built });

function sharesAround(share: number): number[] {
  const around = NUDGES.flatMap((nudge) => [share - nudge, share + nudge]);
  return [...new Set([0, 1, ...around.filter((part) => part > 0 && part < 1)])];
}

/** By schedule: its cost in the scenario that it was asked about last. */
const costs = new WeakMap<Schedule, Recollection<number>>();

/** What it costs in a scenario [currency], whether or not it keeps the laws there. */
export function costOf(scenario: Scenario, { schedule, buildOut: built }: Told): number {
  const asked = { scenario, built };
  const known = costs.get(schedule);
  if (known?.holdsFor(asked)) return known.answer;
  const found = recollect(asked, (seen) => recomputeCost(seen.scenario, schedule, seen.built).objective);
  costs.set(schedule, found);
  return found.answer;
}

/** @param of plans that it lies between, or is */
function keepsLaws(scenario: Scenario, plan: Told, of: readonly Plan[]): boolean {
  const ends = of.every((one) => hasFieldsOf(of[0]!.schedule, one.schedule)) ? of : [];
  return [...quick, ...others].every((law) => isKept(law, scenario, plan, ends));
}

/** Where all that the plan lies between are known to keep the law, it need not be looked at. */
function isKept(law: Law, scenario: Scenario, { schedule, buildOut: built }: Told, ends: readonly Plan[]): boolean {
  if (ends.length > 0 && between.has(law) && ends.every((end) => isKnownToKeep(law, scenario, end))) return true;
  return law({ scenario, schedule, buildOut: built }, 'at first broken').broken === 0;
}

/** By schedule: what each law says of it where it was made, with what the law read there. */
const findings = new WeakMap<Schedule, Map<Law, Recollection<boolean>>>();

function isKnownToKeep(law: Law, scenario: Scenario, { scenario: own, schedule, buildOut: built }: Plan): boolean {
  const known = findings.get(schedule) ?? new Map<Law, Recollection<boolean>>();
  findings.set(schedule, known);
  const asked = { scenario: own, buildOut: built };
  const found = known.get(law) ?? recollect(asked, (seen) => isWellKept(law, { schedule, ...seen }));
  known.set(law, found);
  return found.answer && found.holdsFor({ scenario, buildOut: built });
}

/** Within half of what is tolerated whatever the size: the other half is for what rounding adds between two plans. */
function isWellKept(law: Law, plan: Plan): boolean {
  const { broken, largestMWh } = law(plan);
  if (broken > 0 || largestMWh === 0) return broken === 0;
  return plan.scenario.phases.every((phase) => largestMWh <= roomMWh(phase) / 2);
}

/** Whether what one tells the other does: what is left out stands for another number, and none lies between. */
function hasFieldsOf(first: unknown, second: unknown): boolean {
  if (typeof first !== 'object' || first === null || ArrayBuffer.isView(first)) return typeof first === typeof second;
  if (typeof second !== 'object' || second === null) return false;
  const fields = Object.keys(first);
  return (
    fields.length === Object.keys(second).length &&
    fields.every((field) => hasFieldsOf(Reflect.get(first, field), Reflect.get(second, field)))
  );
}

/** Numbers in proportion, by their place; words and names are those of the first. */
export function mixed<T>(first: T, second: T, share: number): T {
  if (typeof first === 'number' && typeof second === 'number') {
    return ((1 - share) * first + share * second) as T;
  }
  if (first instanceof Float64Array && second instanceof Float64Array) {
    const between = new Float64Array(first.length);
    for (let at = 0; at < between.length; at++) between[at] = (1 - share) * first[at]! + share * second[at]!;
    return between as T;
  }
  if (typeof first !== 'object' || first === null || typeof second !== 'object' || second === null) return first;
  if (Array.isArray(first)) return first.map((value, at) => mixed(value, Reflect.get(second, at), share)) as T;
  const whole = {};
  for (const field of Object.keys(first)) {
    const [own, other]: unknown[] = [Reflect.get(first, field), Reflect.get(second, field)];
    let value: unknown;
    // Most series of a plan are asked for by no law that has to be asked.
    Object.defineProperty(whole, field, { enumerable: true, get: () => (value ??= mixed(own, other, share)) });
  }
  return whole as T;
}
