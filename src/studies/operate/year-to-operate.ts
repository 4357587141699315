/** A plan in one phase and weather year, as whoever operates it takes it over: sizes, states, worths and the year's budgets. */

import { deadlineBound, meanArrivingMW } from '../../model/flexible-load.ts';
import type { PerState } from '../../model/hourly.ts';
import type { EndValue } from '../../model/window.ts';
import type { LoadTier, Scenario } from '../../scenario/scenario.ts';
import { onlyYear } from '../../scenario/weather-years.ts';
import { effectiveEnergyMWh, effectiveMW, effectivePowerMW } from '../../schedule/effective.ts';
import type { Capacities, Schedule, WeatherYearSchedule } from '../../schedule/schedule.ts';
import type { Proof } from '../answer.ts';
import { type PlanPrices, planPrices } from './plan-prices.ts';

export interface YearToOperate {
  /** Of that weather year alone; the grid serves whatever is missing. */
  readonly scenario: Scenario;
  readonly p: number;
  /** At work, in the order of `buildablesOf`. */
  readonly sizes: Float64Array;
  readonly plan: WeatherYearSchedule;
  /** At the end of each hour of the plan [MWh]; of the last hour, what the year begins with. */
  readonly states: PerState<Float64Array>;
  readonly mostBacklogMWh: readonly Float64Array[];
  readonly prices: PlanPrices;
  /** A share of the load that may be imported, where the plan keeps an hourly target below 1. */
  readonly permittedShare: number;
  /** What import beyond the budget costs [currency/MWh]; absent where nothing is promised. */
  readonly beyondPerMWh: number | undefined;
  readonly exportAllowed: boolean;
}

export interface PlanWithDuals {
  readonly schedule: Schedule;
  readonly proofs: readonly Proof[];
  readonly study: 'plan' | 'dispatch';
}

/**
 * @param beyondPerMWh what import beyond the budget costs; twice the dearest hour of the plan where absent
 * @returns undefined where no duals are of that phase and weather year
 */
export function yearToOperate(
  scenario: Scenario,
  { schedule: { phases }, proofs, study }: PlanWithDuals,
  { p, y }: { readonly p: number; readonly y: number },
  beyondPerMWh?: number,
): YearToOperate | undefined {
  const prices = planPrices(scenario, proofs, p, y);
  if (prices === undefined) return undefined;
  const { matching } = scenario;
  const isPromised = study === 'dispatch' || matching.kind !== 'none';
  const plan = phases[p]!.weatherYears[y]!;
  const own = onlyYear(scenario, y);
  const dearest = prices.pricePerMWh.reduce((most, price) => Math.max(most, price), 0);
  const arrivals = own.load.tiers.map((tier) => arrivalsOf(own, p, tier));
  const { grid } = own;
  return {
    scenario: { ...own, matching: { kind: 'none' }, grid: { ...grid, importLimitMW: Number.POSITIVE_INFINITY } },
    p,
    sizes: sizesAtWork(phases[p]!.capacities),
    plan,
    states: {
      stored: plan.storages.map(({ stateOfChargeMWh }) => stateOfChargeMWh),
      backlog: own.load.tiers.map((_, k) => plan.tiers[k]!.backlogMWh),
      budget: own.load.tiers.map((tier, k) => budgetsOf(tier, arrivals[k]!, plan.tiers[k]!)),
    },
    mostBacklogMWh: own.load.tiers.map(({ deadlineHours }, k) => deadlineBound(arrivals[k]!, deadlineHours)),
    prices,
    permittedShare: study === 'plan' && matching.kind === 'hourly' ? 1 - matching.target : 0,
    // Dearer than anything that the plan does to avoid it.
    beyondPerMWh: isPromised ? (beyondPerMWh ?? DEARER * dearest) : undefined,
    exportAllowed: grid.exportPricePerMWh[0]!.some((price) => price > 0),
  };
}

const DEARER = 2;

/** In the order of `buildablesOf`. */
function sizesAtWork({ renewables, storages, links }: Capacities): Float64Array {
  return Float64Array.from([
    ...renewables.map(effectiveMW),
    ...storages.map(effectivePowerMW),
    ...storages.map(effectiveEnergyMWh),
    ...links.map(effectiveMW),
  ]);
}

function arrivalsOf(scenario: Scenario, p: number, tier: LoadTier): Float64Array {
  const meanMW = meanArrivingMW(scenario, scenario.phases[p]!, tier);
  return tier.arrivalShape[0]!.map((shape) => meanMW * shape);
}

type TierFlows = Pick<WeatherYearSchedule['tiers'][number], 'servedMW' | 'workMWh'>;

/** What may still be held back after each hour; of a year that repeats, its second turn. */
function budgetsOf(tier: LoadTier, arrivals: Float64Array, flows: TierFlows): Float64Array {
  const budgets = new Float64Array(arrivals.length);
  if (tier.endurance === undefined) return budgets;
  let before = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 2; turn++) {
    for (let h = 0; h < arrivals.length; h++) {
      before = budgetAfter(tier, mean(arrivals), before, arrivals[h]! - workAt(flows, h));
      budgets[h] = before;
    }
  }
  return budgets;
}

const workAt = ({ servedMW, workMWh = servedMW }: TierFlows, h: number): number => workMWh[h]!;

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function budgetAfter({ endurance }: LoadTier, meanMW: number, before: number, heldBackMWh: number): number {
  if (endurance === undefined) return 0;
  const { depthShare, hours, restHours } = endurance;
  const cap = depthShare * hours * meanMW;
  const left = Math.min(cap, before) + cap / restHours - (1 + hours / restHours) * Math.max(0, heldBackMWh);
  return Math.min(cap, Math.max(0, left));
}

/** What hours leave to those after them, by what was done in them. */
export function statesAfter(
  { scenario, p }: YearToOperate,
  before: PerState<number>,
  flows: WeatherYearSchedule,
  count: number,
  arrivalsFrom: number,
): PerState<number> {
  const at = count - 1;
  return {
    stored: flows.storages.map(({ stateOfChargeMWh }) => stateOfChargeMWh[at]!),
    backlog: scenario.load.tiers.map((_, k) => flows.tiers[k]!.backlogMWh[at]!),
    budget: scenario.load.tiers.map((tier, k) => {
      const meanMW = meanArrivingMW(scenario, scenario.phases[p]!, tier);
      let left = before.budget[k]!;
      for (let h = 0; h < count; h++) {
        const arriving = meanMW * tier.arrivalShape[0]![arrivalsFrom + h]!;
        left = budgetAfter(tier, meanMW, left, arriving - workAt(flows.tiers[k]!, h));
      }
      return left;
    }),
  };
}

export const statesAt = (states: PerState<Float64Array>, hour: number): PerState<number> => ({
  stored: states.stored.map((series) => series.at(hour)!),
  backlog: states.backlog.map((series) => series.at(hour)!),
  budget: states.budget.map((series) => series.at(hour)!),
});

/** What a year ends with is at least what it began with, or counts as energy that was never matched. */
export function closingEnds({ scenario, states, beyondPerMWh, prices }: YearToOperate): PerState<EndValue> {
  const start = statesAt(states, -1);
  const price = beyondPerMWh ?? DEARER * prices.pricePerMWh.reduce((most, one) => Math.max(most, one), 0);
  const overhead = scenario.load.pue[0]!.reduce((most, pue) => Math.max(most, pue), 1);
  const atLeast = (worth: number) => (targetMWh: number) => ({
    ...{ targetMWh, costBelowPerMWh: price * worth, costAbovePerMWh: 0 },
  });
  return {
    stored: start.stored.map((mwh, s) => atLeast(scenario.storages[s]!.dischargeEfficiency)(mwh)),
    backlog: start.backlog.map((targetMWh) => ({
      ...{ targetMWh, costBelowPerMWh: 0, costAbovePerMWh: price * overhead },
    })),
    budget: start.budget.map(atLeast(1)),
  };
}

/** @param costs of one more MWh of each state; @param tie what leaving the target costs beside, so that it is not left for nothing */
export function valuedEnds(targets: PerState<number>, costs: PerState<number>, tie: number): PerState<EndValue> {
  const each = (kind: keyof PerState<unknown>) =>
    targets[kind].map((targetMWh, at): EndValue => {
      const cost = costs[kind][at]!;
      return { targetMWh, costBelowPerMWh: tie - cost, costAbovePerMWh: tie + cost };
    });
  return { stored: each('stored'), backlog: each('backlog'), budget: each('budget') };
}
