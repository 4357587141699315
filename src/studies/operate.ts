/** A plan operated without its foresight: window by window, by forecasts, with the worth that the plan sees beyond them. */

import { VerificationError } from '../errors.ts';
import { cfeScore } from '../metrics/cfe-score.ts';
import { unmatched } from '../metrics/unmatched.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { onlyYear } from '../scenario/weather-years.ts';
import type { BuildOut, Schedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { monthStarts, stampOfHour } from '../time.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { operationCosts } from '../verify/cost-of-operation.ts';
import { verifySchedule } from '../verify/verify-schedule.ts';
import type { Engine } from './engine.ts';
import type { Operation } from './operate/document.ts';
import { type Forecast, type Rolled, roll } from './operate/roll.ts';
import { statesAt, type YearToOperate } from './operate/year-to-operate.ts';

export interface PlanToOperate {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
  readonly y: number;
  readonly year: YearToOperate;
  readonly asked: Operation['asked'];
  /** Absent where forecasts are perfect. */
  readonly forecast?: Forecast;
}

type Found = Omit<
  Operation,
  'schemaVersion' | 'hourmatchVersion' | 'synthetic' | 'scenario' | 'resultSha256' | 'inputs'
>;
type Performance = Operation['plan'];

/** Of the mean price of the plan: so much is a MWh in store worth for an hour, where forecasts may err. */
const PRECAUTION_SHARE = 2e-3;

/**
 * With perfect forecasts, and beside that with those that were asked for, at the same time.
 *
 * @param keep hears what is known so far, as a document of the hours that are done
 * @throws VerificationError where what was done breaks a law; SolverError where a window has no answer
 */
export async function operate(given: PlanToOperate, engine: Engine, keep: (found: Found) => void): Promise<Found> {
  const { year, asked, forecast } = given;
  const hours = year.plan.loadMW.length;
  const { windowHours, stepHours, solver } = asked;
  const wanted = Math.min(hours, asked.hours ?? hours);
  const meanPrice = year.prices.pricePerMWh.reduce((sum, price) => sum + price, 0) / hours;
  const precautionPerMWhHour = forecast ? (asked.precautionPerMWhHour ?? PRECAUTION_SHARE * meanPrice) : 0;
  const latest: { perfect?: Rolled; forecast?: Rolled } = {};
  const describe = (done: number) => found(given, latest, done, precautionPerMWhHour);
  const rolled = (kind: keyof typeof latest, own: { readonly forecast?: Forecast }, name: string) =>
    roll(year, {
      ...{ windowHours, stepHours, hours: wanted, precautionPerMWhHour, ...own },
      solve: (program, from) =>
        engine.solve(
          program,
          `${name} forecasts, from ${stampOfHour(year.scenario.weatherYears[0]!.year, from)}`,
          solver,
        ),
      hear: (so) => {
        latest[kind] = so;
        const done = Math.min(latest.perfect?.done ?? 0, forecast ? (latest.forecast?.done ?? 0) : hours);
        if (done > 0 && done < wanted) keep(describe(done));
      },
    });
  await Promise.all([
    rolled('perfect', {}, 'perfect'),
    ...(forecast ? [rolled('forecast', { forecast }, 'issued')] : []),
  ]);
  return engine.verifying(given.scenario.name, () => describe(wanted));
}

function found(
  given: PlanToOperate,
  latest: { readonly perfect?: Rolled; readonly forecast?: Rolled },
  done: number,
  precautionPerMWhHour: number,
): Found {
  const { scenario, year, asked, y } = given;
  const { plan, prices, beyondPerMWh } = year;
  const hours = plan.loadMW.length;
  const { matching } = scenario;
  const perfect = latest.perfect!;
  const last = (latest.forecast ?? perfect).flows;
  const starts = done === hours && hours >= HOURS_PER_YEAR ? monthStarts(scenario.weatherYears[y]!.year) : [];
  const imported = ({ importMW }: WeatherYearSchedule, from: number, to: number) => sum(importMW.subarray(from, to));
  return {
    // A document of fewer hours is made again by asking for as many.
    asked: done < hours ? { ...asked, hours: done } : asked,
    ...(matching.kind === 'hourly' && { target: matching.target }),
    ...{ hours, hoursDone: done },
    prices: {
      unmatchedPerMWh: prices.unmatchedPerMWh,
      ...(beyondPerMWh !== undefined && { beyondPerMWh }),
      precautionPerMWhHour,
    },
    plan: performanceOf(given, { flows: plan, done: hours, end: statesAt(year.states, -1) }, done),
    perfect: performanceOf(given, perfect, done),
    ...(latest.forecast && { forecast: performanceOf(given, latest.forecast, done) }),
    forecastErrors: errorsOf(given, done),
    months: starts.slice(0, -1).map((from, m) => ({
      month: m + 1,
      planMWh: imported(plan, from, starts[m + 1]!),
      perfectMWh: imported(perfect.flows, from, starts[m + 1]!),
      ...(latest.forecast && { forecastMWh: imported(latest.forecast.flows, from, starts[m + 1]!) }),
    })),
    dearest: largest(last.importMW.subarray(0, done)).map((h) => ({
      stamp: stampOfHour(scenario.weatherYears[y]!.year, h),
      unmatchedMWh: last.importMW[h]!,
    })),
  };
}

const LISTED = 10;

function largest(values: Float64Array): number[] {
  const filled = [...values.keys()].filter((h) => values[h]! > 1e-6);
  return filled.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, LISTED);
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

function performanceOf(given: PlanToOperate, { flows, done, end }: Rolled, until: number): Performance {
  const { year } = given;
  const hours = flows.loadMW.length;
  const [loadMW, importMW] = [flows.loadMW.subarray(0, until), flows.importMW.subarray(0, until)];
  const counted = unmatched(loadMW, importMW);
  const isWhole = until === hours && done === hours;
  const closingMWh = isWhole ? closingOf(year, end) : 0;
  const loadMWh = sum(loadMW);
  return {
    cfeScore: cfeScore(loadMW, importMW) - (loadMWh > 0 ? closingMWh / loadMWh : 0),
    unmatchedMWh: counted.unmatchedMWh + closingMWh,
    unmatchedHours: counted.unmatchedHours,
    closingMWh,
    ...(isWhole && { operatingCostPerYear: costOf(given, flows) }),
  };
}

/** Energy that a year would have had to import to end with what it began with: what is less in store, and work left over. */
function closingOf({ scenario, states }: YearToOperate, end: Rolled['end']): number {
  const start = statesAt(states, -1);
  const overhead = scenario.load.pue[0]!.reduce((most, pue) => Math.max(most, pue), 1);
  const less = start.stored.map(
    (mwh, s) => scenario.storages[s]!.dischargeEfficiency * Math.max(0, mwh - end.stored[s]!),
  );
  const late = start.backlog.map((mwh, k) => overhead * Math.max(0, end.backlog[k]! - mwh));
  return [...less, ...late].reduce((all, mwh) => all + mwh, 0);
}

/** By the account of the verification; every law is held to on the way, but across the turn of the year: see `closingOf`. */
function costOf({ scenario, schedule, buildOut, y, year }: PlanToOperate, flows: WeatherYearSchedule): number {
  const own = onlyYear(scenario, y);
  const phases = schedule.phases.map((phase, at) => {
    if (at !== year.p) return { ...phase, weatherYears: [phase.weatherYears[y]!] };
    const subscribedPowerMW = flows.importMW.reduce((most, mw) => Math.max(most, mw), 0);
    return { ...phase, capacities: { ...phase.capacities, grid: { subscribedPowerMW } }, weatherYears: [flows] };
  });
  const { violations } = verifySchedule(year.scenario, { phases }, buildOut);
  const broken = violations.find((violation) => !isTurn(violation));
  if (broken !== undefined) throw new VerificationError(`What was operated breaks a law: ${broken.problem}`);
  return operationCosts(own, { phases }, year.p).reduce((all, { annualValue }) => all + annualValue, 0);
}

const turning = ['state-of-charge', 'backlog', 'deadline', 'endurance'];

const isTurn = ({ law, hour = 0 }: { readonly law: string; readonly hour?: number }): boolean =>
  turning.includes(law) && hour === 0;

const LEADS = [1, 6, 12, 24, 48];

function errorsOf({ year, asked, forecast }: PlanToOperate, done: number): Operation['forecastErrors'] {
  if (forecast === undefined) return [];
  const { renewables } = year.scenario;
  const hours = year.plan.loadMW.length;
  const leads = LEADS.filter((lead) => lead <= asked.windowHours);
  const errors = renewables.map(() => leads.map(() => 0));
  const counts = leads.map(() => 0);
  for (let from = 0; from < done; from += asked.stepHours) {
    const to = Math.min(hours, from + asked.windowHours);
    const series = forecast(from, to);
    for (const [l, lead] of leads.entries()) {
      const at = lead - 1;
      if (from + at >= to) continue;
      counts[l]! += 1;
      renewables.forEach(({ capacityFactor }, i) => {
        errors[i]![l]! += Math.abs(series[i]![at]! - capacityFactor[0]![from + at]!);
      });
    }
  }
  return renewables.flatMap(({ name }, i) =>
    leads.flatMap((leadHours, l) =>
      counts[l]! > 0 ? [{ plant: name, leadHours, meanAbsoluteError: errors[i]![l]! / counts[l]! }] : [],
    ),
  );
}
