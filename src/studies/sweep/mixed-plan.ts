/** Between two plans: a part of each, sizes and hours alike. What keeps the laws there is a plan too, with its cost. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../../schedule/schedule.ts';
import { recomputeCost } from '../../verify/cost.ts';
import { capacityLimits } from '../../verify/laws/build-out.ts';
import { gridDirection } from '../../verify/laws/grid.ts';
import { matching } from '../../verify/laws/matching.ts';
import { storageDirection } from '../../verify/laws/storage.ts';
import { physics, readability } from '../../verify/laws.ts';

export interface Plan {
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
}

/**
 * That a storage charges or discharges and a site imports or exports is how an answer is told, not what the programme
 * asks: of two plans that do, a mixture may do both, and netting the two only saves.
 */
const toldOnly = [storageDirection, gridDirection];
/** Asked first, for they are quick and fail most often. */
const quick = [...readability, matching, capacityLimits];
const others = physics.filter((law) => !quick.includes(law) && !toldOnly.includes(law));

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
  if (!plans.every((plan) => isOf(scenario, plan))) return undefined;
  const [from, to = from] = plans.map((plan) => costOf(scenario, plan)) as [number, number?];
  const lineAt = (part: number) => (1 - part) * from + part * to;
  const shares = second === undefined ? [0] : sharesAround(share);
  for (const part of shares.toSorted((a, b) => lineAt(a) - lineAt(b))) {
    const plan = second === undefined || part === 0 ? first : part === 1 ? second : mixed(first, second, part);
    if (keepsLaws(scenario, plan)) return { cost: costOf(scenario, plan), share: part };
  }
  return undefined;
}

function sharesAround(share: number): number[] {
  const around = NUDGES.flatMap((nudge) => [share - nudge, share + nudge]);
  return [...new Set([0, 1, ...around.filter((part) => part > 0 && part < 1)])];
}

const costOf = (scenario: Scenario, { schedule, buildOut }: Plan) =>
  recomputeCost(scenario, schedule, buildOut).objective;

function isOf(scenario: Scenario, plan: Plan): boolean {
  return readability.every((law) => law({ scenario, ...plan }).broken === 0);
}

function keepsLaws(scenario: Scenario, plan: Plan): boolean {
  return [...quick, ...others].every((law) => law({ scenario, ...plan }).broken === 0);
}

/** Numbers in proportion, by their place; words and names are those of the first. */
export function mixed<T>(first: T, second: T, share: number): T {
  if (typeof first === 'number' && typeof second === 'number') {
    return ((1 - share) * first + share * second) as T;
  }
  if (first instanceof Float64Array && second instanceof Float64Array) {
    return first.map((value, at) => (1 - share) * value + share * second[at]!) as T;
  }
  if (typeof first !== 'object' || first === null || typeof second !== 'object' || second === null) return first;
  const parts = Object.entries(first).map(([field, value]) => [field, mixed(value, Reflect.get(second, field), share)]);
  return (Array.isArray(first) ? parts.map(([, value]) => value) : Object.fromEntries(parts)) as T;
}
