/** What changed between results: inputs, sizes, cost by prices and by the rest, scores, hours that flipped. Nothing is solved. */

import { levelisedCostPerMWh } from '../metrics/levelised-cost.ts';
import { scorecard } from '../metrics/scorecard.ts';
import { isSameYear, repriced } from '../scenario/repriced.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Capacities, Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { type CostAccount, type CostItem, recomputeCost } from '../verify/cost.ts';
import { type Asked, changedInputs } from './comparison/changed-inputs.ts';
import type { Comparison, Difference } from './comparison/document.ts';
import { flippedHours } from './comparison/flipped-hours.ts';
import { deducedBuildOut } from './verify-result.ts';

/** A result as its files give it. */
export interface ResultToCompare extends Asked {
  readonly label: string;
  readonly resultSha256: string;
  readonly study: 'plan' | 'dispatch';
  readonly status?: string | undefined;
  /** Absent where there is no plan. */
  readonly schedule?: Schedule | undefined;
  /** Deduced from what stands where absent. */
  readonly buildOut?: readonly BuildOut[] | undefined;
}

/**
 * Compares results with the first of them. All numbers are recomputed from the hours, none is taken from `result.json`;
 * whether the results hold is not asked, `verify` tells that.
 *
 * @param results two to four
 */
export function compareResults(results: readonly ResultToCompare[], hourmatchVersion: string): Comparison {
  const [first, ...others] = results.map(opened);
  return {
    schemaVersion: 1,
    hourmatchVersion,
    synthetic: results.some(({ loaded }) => loaded.inputs.some(({ synthetic }) => synthetic)),
    results: [first!, ...others].map(({ label, resultSha256, study, status, loaded, plan }) => ({
      label,
      name: loaded.scenario.name,
      contentHash: loaded.contentHash,
      resultSha256,
      study,
      ...(status !== undefined && { status }),
      currency: loaded.scenario.currency,
      ...(plan && { objective: plan.cost.objective }),
    })),
    differences: others.map((other) => differenceOf(first!, other)),
  };
}

interface Plan {
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
  readonly cost: CostAccount;
}

type Opened = ResultToCompare & { readonly plan: Plan | undefined };

function opened(result: ResultToCompare): Opened {
  const { schedule, loaded } = result;
  if (schedule === undefined) return { ...result, plan: undefined };
  const buildOut = result.buildOut ?? deducedBuildOut(loaded.scenario, schedule);
  return { ...result, plan: { schedule, buildOut, cost: recomputeCost(loaded.scenario, schedule, buildOut) } };
}

function differenceOf(old: Opened, other: Opened): Difference {
  const notCompared: string[] = [];
  const inputs = changedInputs(old, other);
  const nothing = { result: other.label, inputs, sizes: [], scores: [], hours: [], notCompared };
  if (old.study !== other.study) notCompared.push(`one is a ${old.study}, the other a ${other.study}.`);
  for (const { label, plan, status } of [old, other]) {
    if (plan === undefined) notCompared.push(`sizes, cost and hours: ${label} is ${status ?? 'without a plan'}.`);
  }
  if (old.plan === undefined || other.plan === undefined) return nothing;
  const [before, after] = [old.loaded.scenario, other.loaded.scenario];
  if (before.currency !== after.currency) {
    notCompared.push(`cost: one is in ${before.currency}, the other in ${after.currency}.`);
  }
  return {
    ...nothing,
    sizes: changedSizes([before, old.plan], [after, other.plan]),
    ...(before.currency === after.currency && { cost: changedCost([before, old.plan], [after, other.plan]) }),
    scores: changedScores([before, old.plan], [after, other.plan]),
    hours: changedHours([before, old.plan], [after, other.plan], notCompared),
  };
}

type Side = readonly [scenario: Scenario, plan: Plan];

function changedSizes([before, old]: Side, [after, now]: Side): Difference['sizes'] {
  const [was, is] = [sizesOf(before, old.schedule), sizesOf(after, now.schedule)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const { of, seenMW } = (was.get(key) ?? is.get(key))!;
    const [oldSize, newSize] = [was.get(key)?.size ?? 0, is.get(key)?.size ?? 0];
    // Two solves leave the last digits of a size open.
    return Math.abs(newSize - oldSize) <= seenMW ? [] : [{ ...of, old: oldSize, new: newSize }];
  });
}

function sizesOf({ phases }: Scenario, schedule: Schedule) {
  type Of = Omit<Difference['sizes'][number], 'old' | 'new'>;
  const sizes = new Map<string, { size: number; of: Of; seenMW: number }>();
  for (const [p, { name: phase, capacities }] of schedule.phases.entries()) {
    const seenMW = tolerance.seenShare * phases[p]!.itCapacityMW;
    for (const [name, quantity, size] of quantitiesOf(capacities)) {
      const of = { phase, name, quantity };
      sizes.set(JSON.stringify(of), { size, of, seenMW });
    }
  }
  return sizes;
}

function quantitiesOf({ renewables, storages, links, grid }: Capacities) {
  type Quantity = [name: string, quantity: Difference['sizes'][number]['quantity'], size: number];
  return [
    ...renewables.map(({ name, capacityMW }): Quantity => [name, 'capacityMW', capacityMW]),
    ...storages.flatMap(({ name, powerCapacityMW, energyCapacityMWh }): Quantity[] => [
      [name, 'powerCapacityMW', powerCapacityMW],
      [name, 'energyCapacityMWh', energyCapacityMWh],
    ]),
    ...links.map(({ name, capacityMW }): Quantity => [name, 'capacityMW', capacityMW]),
    ['grid', 'subscribedPowerMW', grid.subscribedPowerMW] satisfies Quantity,
  ];
}

function changedCost([before, old]: Side, [after, now]: Side): NonNullable<Difference['cost']> {
  const moved = recomputeCost(repriced(before, after), old.schedule, old.buildOut);
  const keyOf = ({ phase, name, kind }: CostItem) => JSON.stringify([phase, name, kind]);
  const accounts = [old.cost, moved, now.cost].map(({ items }) => {
    const values = new Map<string, number>();
    for (const item of items) values.set(keyOf(item), (values.get(keyOf(item)) ?? 0) + item.value);
    return values;
  });
  const [was, at, is] = accounts as [Map<string, number>, Map<string, number>, Map<string, number>];
  const all = new Map([...old.cost.items, ...moved.items, ...now.cost.items].map((item) => [keyOf(item), item]));
  const items = [...all].flatMap(([key, { phase, name, kind }]) => {
    const values = { old: was.get(key) ?? 0, oldAtNewPrices: at.get(key) ?? 0, new: is.get(key) ?? 0 };
    return values.old === values.new && values.old === values.oldAtNewPrices ? [] : [{ phase, name, kind, ...values }];
  });
  return {
    old: old.cost.objective,
    oldAtNewPrices: moved.objective,
    new: now.cost.objective,
    priceEffect: moved.objective - old.cost.objective,
    volumeEffect: now.cost.objective - moved.objective,
    items: items.toSorted((a, b) => Math.abs(b.new - b.old) - Math.abs(a.new - a.old)),
  };
}

function changedScores(...sides: readonly Side[]): Difference['scores'] {
  const [was, is] = sides.map(([scenario, plan]) => scoresOf(scenario, plan)) as [Scores, Scores];
  return [...was].flatMap(([key, { value: old, of, size }]) => {
    const now = is.get(key)?.value;
    if (now === undefined || Math.abs(now - old) <= tolerance.countedGap * size) return [];
    return [{ ...of, old, new: now }];
  });
}

type Score = Omit<Difference['scores'][number], 'old' | 'new'>;
type Scores = Map<string, { value: number; of: Score; size: number }>;

function scoresOf(scenario: Scenario, { schedule, cost }: Plan): Scores {
  const scores: Scores = new Map();
  const add = (of: Score, value: number | undefined, size: number) => {
    if (value !== undefined) scores.set(JSON.stringify(of), { value, of, size });
  };
  for (const { name: phase, annualLoadMWh, annualEmissionsTonnes, weatherYears } of scorecard(scenario, schedule)) {
    const annual = cost.items.reduce((sum, item) => (item.phase === phase ? sum + item.annualValue : sum), 0);
    add({ phase, quantity: 'annualCost' }, annual, Math.abs(annual));
    const levelised = levelisedCostPerMWh(annual, annualLoadMWh);
    add({ phase, quantity: 'levelisedCostPerMWh' }, levelised, Math.abs(levelised ?? 0));
    add({ phase, quantity: 'annualEmissionsTonnes' }, annualEmissionsTonnes, annualEmissionsTonnes);
    for (const { name: weatherYear, tiers = [], campaigns = [], overhead, security, ...values } of weatherYears) {
      for (const [quantity, value] of Object.entries(values)) {
        const size = /MWh$/.test(quantity) ? values.loadMWh : /(Score|Share)$/.test(quantity) ? 1 : 0;
        add({ phase, weatherYear, quantity }, value, size);
      }
      for (const [quantity, value] of Object.entries<number>({ ...overhead })) {
        add({ phase, weatherYear, quantity: `overhead.${quantity}` }, value, values.loadMWh);
      }
      for (const [quantity, value] of Object.entries<number>({ ...security })) {
        add({ phase, weatherYear, quantity: `security.${quantity}` }, value, 0);
      }
      for (const { name, ...run } of campaigns) {
        for (const [quantity, value] of Object.entries(run))
          add({ phase, weatherYear, quantity: `${quantity}:${name}` }, value, value);
      }
      for (const { name: tier, throughput, endurance } of tiers) {
        const ofTier = (quantity: string) => ({ phase, weatherYear, quantity: `${quantity}:${tier}` });
        add(ofTier('workMWh'), throughput?.workMWh, values.loadMWh);
        add(ofTier('energyPerWork'), throughput?.energyPerWork, 1);
        add(ofTier('heldBackMWh'), endurance?.heldBackMWh, values.loadMWh);
        add(ofTier('deepestShare'), endurance?.deepestShare, 1);
      }
    }
  }
  return scores;
}

function changedHours([before, old]: Side, [after, now]: Side, notCompared: string[]): Difference['hours'] {
  return old.schedule.phases.flatMap(({ name: phase, weatherYears }) => {
    const others = now.schedule.phases.find((other) => other.name === phase)?.weatherYears;
    if (others === undefined) {
      notCompared.push(`hours of ${phase}: the other has no such phase.`);
      return [];
    }
    return weatherYears.flatMap((flows, y) => {
      const at = after.weatherYears.findIndex((year) => isSameYear(year, before.weatherYears[y]!));
      if (at >= 0) return flippedHours(flows, others[at]!, { phase, year: before.weatherYears[y]!.year }) ?? [];
      notCompared.push(`hours of ${phase}, ${flows.name}: the other has no such weather year.`);
      return [];
    });
  });
}
