/** A year operated window by window: hours ahead as they are forecast, what lies beyond as the plan values it. */

import { SolverError } from '../../errors.ts';
import { meanArrivingMW } from '../../model/flexible-load.ts';
import type { PerState } from '../../model/hourly.ts';
import { settleEachHour } from '../../model/settled-flows.ts';
import { weatherYearSchedule } from '../../model/solution.ts';
import { type EndValue, formulateWindow, type WindowAsked, type WindowFormulation } from '../../model/window.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { onlyHours } from '../../scenario/weather-years.ts';
import type { WeatherYearSchedule } from '../../schedule/schedule.ts';
import { javascriptLpSolver } from '../../solvers/javascript-lp-solver.ts';
import type { Optimum, SolveResult } from '../../solvers/solver.ts';
import { pricesIn } from './plan-prices.ts';
import { closingEnds, statesAfter, statesAt, valuedEnds, type YearToOperate } from './year-to-operate.ts';

/** Capacity factors of each plant from an hour on, as they are thought to be when it begins. */
export type Forecast = (from: number, to: number) => readonly Float64Array[];

export interface Rolling {
  readonly windowHours: number;
  readonly stepHours: number;
  /** So many hours of the year, the first of them. */
  readonly hours: number;
  /** Absent where forecasts are perfect. */
  readonly forecast?: Forecast;
  /** See `WindowAsked`; nothing where forecasts are perfect. */
  readonly precautionPerMWhHour: number;
  solve(program: WindowFormulation['program'], from: number): Promise<SolveResult>;
  /** Called after each step with the hours that are done. */
  hear?(rolled: Rolled): void;
}

export interface Rolled {
  /** With nothing in the hours that are not done. */
  readonly flows: WeatherYearSchedule;
  readonly done: number;
  readonly end: PerState<number>;
}

/** @throws SolverError where a window has no answer */
export async function roll(year: YearToOperate, rolling: Rolling): Promise<Rolled> {
  const { plan } = year;
  const hours = plan.loadMW.length;
  const flows = emptyLike(plan);
  const precautionPerMWhHour = rolling.forecast ? rolling.precautionPerMWhHour : 0;
  let states = statesAt(year.states, -1);
  for (let from = 0; from < rolling.hours; from += rolling.stepHours) {
    const to = Math.min(hours, from + rolling.windowHours);
    const next = Math.min(hours, from + rolling.stepHours);
    const ends = to === hours ? closingEnds(year) : endsOfPlan(year, to - 1);
    const place = { from, to, states, ends, flows, precautionPerMWhHour };
    const asked = windowAsked(year, place, rolling.forecast?.(from, to));
    const window = formulateWindow(asked);
    const optimum = required(await rolling.solve(window.program, from), from);
    const ahead = weatherYearSchedule(asked.scenario, window.dispatch, year.sizes, optimum, settleEachHour);
    if (rolling.forecast === undefined) {
      keep(flows, ahead, from, next - from);
      states = statesAfter(year, states, ahead, next - from, from);
    } else {
      states = await execute(year, { asked, window, optimum, ahead, from, to, next, flows }, states);
    }
    rolling.hear?.({ flows, done: next, end: states });
  }
  return { flows, done: Math.min(hours, rolling.hours), end: states };
}

function required(result: SolveResult, hour: number): Optimum {
  if (result.status === 'optimal') return result;
  throw new SolverError(`The window from hour ${hour} has no answer: ${result.status}`);
}

/** Of the plan's mean price: what leaves the plan's states for nothing pays so much of it. */
const TIE_SHARE = 1e-3;

const tieOf = ({ prices: { pricePerMWh } }: YearToOperate): number =>
  (TIE_SHARE * pricePerMWh.reduce((sum, price) => sum + price, 0)) / pricePerMWh.length;

const endsOfPlan = (year: YearToOperate, hour: number): PerState<EndValue> =>
  valuedEnds(statesAt(year.states, hour), statesAt(year.prices.states, hour), tieOf(year));

interface WindowPlace {
  readonly from: number;
  readonly to: number;
  readonly states: PerState<number>;
  readonly ends: PerState<EndValue>;
  /** What was done so far. */
  readonly flows: WeatherYearSchedule;
  readonly precautionPerMWhHour: number;
}

function windowAsked(year: YearToOperate, place: WindowPlace, series?: readonly Float64Array[]): WindowAsked {
  const { p, sizes, mostBacklogMWh, prices, permittedShare, beyondPerMWh, exportAllowed, plan } = year;
  const { from, to, states, ends, flows, precautionPerMWhHour } = place;
  const { unmatchedPerMWh } = prices;
  return {
    ...{ p, sizes, ends, exportAllowed, precautionPerMWhHour },
    scenario: handedOut(year, place, series),
    start: { states, mostBacklogMWh: mostBacklogMWh.map((most) => most.subarray(from, to)) },
    unmatched: {
      pricePerMWh: unmatchedPerMWh,
      loadWorthPerMWh: permittedShare * unmatchedPerMWh,
      ...(beyondPerMWh !== undefined && {
        budget: { mostMWh: left(plan.importMW, flows.importMW, from, to), beyondPerMWh },
      }),
    },
  };
}

/** What the plan does until the end of a window, less what was done until its beginning. */
function left(planned: Float64Array, done: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let h = 0; h < to; h++) sum += planned[h]!;
  for (let h = 0; h < from; h++) sum -= done[h]!;
  return Math.max(0, sum);
}

/** Hours of a window with what the plan leaves them of the year's discharge and of work that may be given up. */
function handedOut(
  { scenario, p, sizes, plan }: YearToOperate,
  { from, to, flows }: WindowPlace,
  series?: readonly Float64Array[],
): Scenario {
  const own = onlyHours(scenario, 0, from, to);
  const { renewables, storages, load } = own;
  const energyAt = renewables.length + storages.length;
  return {
    ...own,
    renewables: series ? renewables.map((one, i) => ({ ...one, capacityFactor: [series[i]!] })) : renewables,
    storages: storages.map((storage, s) => {
      if (storage.cyclesPerYear === undefined || !(sizes[energyAt + s]! > 0)) return storage;
      const most = left(plan.storages[s]!.dischargeMW, flows.storages[s]!.dischargeMW, from, to);
      return { ...storage, cyclesPerYear: most / sizes[energyAt + s]! };
    }),
    load: {
      ...load,
      tiers: load.tiers.map((tier, k) => {
        if (tier.shed === undefined) return tier;
        const shapes = tier.arrivalShape[0]!.reduce((sum, shape) => sum + shape, 0);
        const arriving = shapes * meanArrivingMW(scenario, scenario.phases[p]!, tier);
        const most = left(plan.tiers[k]!.shedMW, flows.tiers[k]!.shedMW, from, to);
        return { ...tier, shed: { ...tier.shed, maximumShare: arriving > 0 ? most / arriving : 0 } };
      }),
    },
  };
}

interface WindowDone {
  readonly asked: WindowAsked;
  readonly window: WindowFormulation;
  readonly optimum: Optimum;
  /** What the window means to do. */
  readonly ahead: WeatherYearSchedule;
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly flows: WeatherYearSchedule;
}

/** The hours of a step as they come: each answers its own weather, and leaves the path of the window where that pays. */
async function execute(year: YearToOperate, done: WindowDone, before: PerState<number>): Promise<PerState<number>> {
  const { asked, window, optimum, ahead, from, to, next, flows } = done;
  const prices = pricesIn(window.program, window.dispatch, optimum.rowDual);
  const path: PerState<Float64Array> = {
    stored: ahead.storages.map(({ stateOfChargeMWh }) => stateOfChargeMWh),
    backlog: year.scenario.load.tiers.map((_, k) => ahead.tiers[k]!.backlogMWh),
    budget: window.dispatch.tiers.map(({ endurance }) =>
      endurance
        ? optimum.primal.slice(endurance.budget.first, endurance.budget.first + endurance.budget.length)
        : new Float64Array(to - from),
    ),
  };
  const { precautionPerMWhHour } = asked;
  const { budget: _, ...unmatched } = asked.unmatched;
  const priced = { ...unmatched, pricePerMWh: unmatched.pricePerMWh + prices.unmatchedPerMWh };
  let states = before;
  for (let h = from; h < next; h++) {
    const ends =
      h === to - 1 ? asked.ends : valuedEnds(statesAt(path, h - from), statesAt(prices.states, h - from), tieOf(year));
    const place = { from: h, to: h + 1, states, ends, flows, precautionPerMWhHour };
    const hour = { ...windowAsked(year, place), unmatched: priced };
    const { program, dispatch } = formulateWindow(hour);
    const answer = required(await javascriptLpSolver.solve(program, { timeLimitSeconds: Number.POSITIVE_INFINITY }), h);
    const as = weatherYearSchedule(hour.scenario, dispatch, year.sizes, answer, settleEachHour);
    keep(flows, as, h, 1);
    states = statesAfter(year, states, as, 1, h);
  }
  return states;
}

function keep(flows: WeatherYearSchedule, part: WeatherYearSchedule, from: number, count: number): void {
  const pairs = pairsOf(flows, part);
  for (const [whole, own] of pairs) whole.set(own.subarray(0, count), from);
}

/** Series of a schedule beside those of a part of it. */
function pairsOf(a: WeatherYearSchedule, b: WeatherYearSchedule): (readonly [Float64Array, Float64Array])[] {
  return [
    [a.loadMW, b.loadMW],
    [a.importMW, b.importMW],
    [a.exportMW, b.exportMW],
    ...a.renewables.map(({ generationMW }, i) => [generationMW, b.renewables[i]!.generationMW] as const),
    ...a.storages.flatMap(({ chargeMW, dischargeMW, stateOfChargeMWh }, s) => {
      const own = b.storages[s]!;
      return [
        [chargeMW, own.chargeMW],
        [dischargeMW, own.dischargeMW],
        [stateOfChargeMWh, own.stateOfChargeMWh],
      ] as const;
    }),
    ...a.tiers.flatMap(({ servedMW, backlogMWh, shedMW, workMWh }, k) => {
      const own = b.tiers[k]!;
      return [
        [servedMW, own.servedMW],
        [backlogMWh, own.backlogMWh],
        [shedMW, own.shedMW],
        ...(workMWh && own.workMWh ? [[workMWh, own.workMWh] as const] : []),
      ] as const;
    }),
  ];
}

/** The same series, with nothing in them; without prices. */
function emptyLike(plan: WeatherYearSchedule): WeatherYearSchedule {
  const { shadowPricePerMWh: _, ...flows } = structuredClone(plan);
  for (const [series] of pairsOf(flows, flows)) series.fill(0);
  return flows;
}
