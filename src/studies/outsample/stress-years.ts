/** A weather year made harder, in five ways; each says what was done. Nothing is drawn: the same year is made the same again. */

import { powerFollowing } from '../../scenario/assemble.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { effectiveMW } from '../../schedule/effective.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';

export interface StressYear {
  readonly name: string;
  readonly what: string;
  /** Of one weather year, under that name. */
  readonly scenario: Scenario;
}

const DAY = 24;
const HEAT_DAYS = 14;
const OUTAGE_DAYS = 30;
const WIND_LEFT = 0.9;
const HOTTER_C = 6;
const MORE_OVERHEAD = 1.25;

/** @param scenario of one weather year; @param schedule with the sizes whose lulls and largest plant count */
export function stressYears(scenario: Scenario, schedule: Schedule): StressYear[] {
  const [year] = scenario.weatherYears;
  const days = Math.floor(year!.hours / DAY);
  const ways = [
    ['longest lull twice as long', days > 1 ? lullStretched(scenario, schedule, days) : undefined],
    ['wind 10 % down', windDown(scenario)],
    ['heat wave', days > 0 ? heatWave(scenario, days) : undefined],
    ['plant late', plantLate(scenario, schedule)],
    ['plant out', days > 1 ? plantOut(scenario, schedule, days) : undefined],
  ] as const;
  return ways.flatMap(([way, made]) => {
    if (made === undefined) return [];
    const name = `${year!.name}: ${way}`;
    return [{ name, what: made.what, scenario: { ...made.scenario, weatherYears: [{ ...year!, name }] } }];
  });
}

type Made = Omit<StressYear, 'name'>;

/** Days on end in which the plants of the last phase could make less than its load; the poorest day where there are none. */
function lullStretched(scenario: Scenario, { phases }: Schedule, days: number): Made {
  const [{ year, hours }] = scenario.weatherYears as [Scenario['weatherYears'][number]];
  const { capacities } = phases.at(-1)!;
  const sizes = capacities.renewables.map(effectiveMW);
  const made = daily(days, (h) => sizes.reduce((sum, mw, i) => sum + mw * factorOf(scenario, i)[h]!, 0));
  const { itCapacityMW } = scenario.phases.at(-1)!;
  const needMW = scenario.load.utilisation * itCapacityMW;
  const need = daily(days, (h) => needMW * scenario.load.pue[0]![h]!);
  let [first, length] = [made.indexOf(Math.min(...made)), 1];
  for (let d = 0, run = 0; d < days; d++) {
    run = made[d]! < need[d]! ? run + 1 : 0;
    if (run > length) [first, length] = [d - run + 1, run];
  }
  const [from, to] = [first * DAY, (first + length) * DAY];
  const again = (factor: Float64Array) => {
    const changed = factor.slice();
    changed.set(factor.subarray(from, Math.min(to, from + hours - to)), to);
    return changed;
  };
  return {
    what: `The ${length === 1 ? 'day' : `${length} days`} from ${stampOfHour(year, from)} once more after themselves.`,
    scenario: withFactors(scenario, (factor) => again(factor)),
  };
}

function windDown(scenario: Scenario): Made | undefined {
  const isWind = scenario.renewables.map(({ technology }) => /wind/i.test(technology));
  if (!isWind.some(Boolean)) return undefined;
  return {
    what: 'Every capacity factor of wind a tenth lower.',
    scenario: withFactors(scenario, (factor, i) => (isWind[i] ? factor.map((value) => WIND_LEFT * value) : factor)),
  };
}

/** Where most overhead is, more of it: by temperature where the site has one. */
function heatWave(scenario: Scenario, days: number): Made {
  const [{ year }] = scenario.weatherYears as [Scenario['weatherYears'][number]];
  const { load } = scenario;
  const { facility } = load;
  const heat = facility?.temperatureC[0] ?? load.pue[0]!;
  const length = Math.min(HEAT_DAYS, days);
  const from =
    largestRun(
      daily(days, (h) => heat[h]!),
      length,
    ) * DAY;
  const within = (series: Float64Array, change: (value: number) => number) =>
    series.map((value, h) => (h >= from && h < from + length * DAY ? change(value) : value));
  const when = `in the ${length} hottest days on end, from ${stampOfHour(year, from)}.`;
  if (facility !== undefined) {
    const hotter = { ...facility, temperatureC: [within(heat, (degrees) => degrees + HOTTER_C)] };
    return {
      what: `${HOTTER_C} °C more ${when}`,
      scenario: { ...scenario, load: { ...load, pue: powerFollowing(hotter), facility: hotter } },
    };
  }
  const pue = [within(heat, (value) => 1 + MORE_OVERHEAD * (value - 1))];
  return { what: `Overhead (PUE less 1) a quarter larger ${when}`, scenario: { ...scenario, load: { ...load, pue } } };
}

function plantLate(scenario: Scenario, schedule: Schedule): Made | undefined {
  const i = largestPlant(scenario, schedule);
  if (i === undefined) return undefined;
  const half = Math.floor(scenario.weatherYears[0]!.hours / 2);
  return {
    what: `${scenario.renewables[i]!.name}, which makes most, not there in the first half of the year.`,
    scenario: withFactors(scenario, (factor, at) =>
      at === i ? factor.map((value, h) => (h < half ? 0 : value)) : factor,
    ),
  };
}

function plantOut(scenario: Scenario, schedule: Schedule, days: number): Made | undefined {
  const i = largestPlant(scenario, schedule);
  if (i === undefined) return undefined;
  const own = factorOf(scenario, i);
  const length = Math.min(OUTAGE_DAYS, days);
  const from =
    largestRun(
      daily(days, (h) => own[h]!),
      length,
    ) * DAY;
  const out = own.map((value, h) => (h >= from && h < from + length * DAY ? 0 : value));
  const { name } = scenario.renewables[i]!;
  return {
    what: `${name}, which makes most, out for the ${length} days from ${stampOfHour(scenario.weatherYears[0]!.year, from)} in which it would make most.`,
    scenario: withFactors(scenario, (factor, at) => (at === i ? out : factor)),
  };
}

/** That could make most in all phases together; undefined where nothing is built. */
function largestPlant(scenario: Scenario, { phases }: Schedule): number | undefined {
  const made = scenario.renewables.map((_, i) => {
    const mw = phases.reduce((sum, { capacities }) => sum + effectiveMW(capacities.renewables[i]!), 0);
    return mw * factorOf(scenario, i).reduce((sum, value) => sum + value, 0);
  });
  const most = Math.max(0, ...made);
  return most > 0 ? made.indexOf(most) : undefined;
}

const factorOf = ({ renewables }: Scenario, i: number) => renewables[i]!.capacityFactor[0]!;

function withFactors(scenario: Scenario, change: (factor: Float64Array, i: number) => Float64Array): Scenario {
  const renewables = scenario.renewables.map((asset, i) => ({
    ...asset,
    capacityFactor: [change(asset.capacityFactor[0]!, i)],
  }));
  return { ...scenario, renewables };
}

function daily(days: number, of: (hour: number) => number): number[] {
  return Array.from({ length: days }, (_, d) => {
    let sum = 0;
    for (let h = d * DAY; h < (d + 1) * DAY; h++) sum += of(h);
    return sum;
  });
}

/** First of the days on end that add up to most. */
function largestRun(values: readonly number[], length: number): number {
  let sum = values.slice(0, length).reduce((all, value) => all + value, 0);
  let [most, first] = [sum, 0];
  for (let d = length; d < values.length; d++) {
    sum += values[d]! - values[d - length]!;
    if (sum > most) [most, first] = [sum, d - length + 1];
  }
  return first;
}
