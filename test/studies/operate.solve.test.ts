import { expect, test } from 'vitest';
import { formulateWindow } from '../../src/model/window.ts';
import { erringForecast } from '../../src/profiles/synthesis/forecast-errors.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { onlyHours } from '../../src/scenario/weather-years.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import type { Operation } from '../../src/studies/operate/document.ts';
import { persistence } from '../../src/studies/operate/persistence.ts';
import type { Forecast } from '../../src/studies/operate/roll.ts';
import { uncovered } from '../../src/studies/operate/uncovered.ts';
import { statesAt, valuedEnds, yearToOperate } from '../../src/studies/operate/year-to-operate.ts';
import { operate } from '../../src/studies/operate.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { run } from '../fixtures/campaign.ts';
import { realWindow } from '../fixtures/real-window.ts';

const HOURS = 240;
const hourly = (target: number) => ({ kind: 'hourly', target, over: 'everyYear' }) as const;
const matched = realWindow(0, HOURS, hourly(1));
const plan = await planned(matched);
const place = { p: 0, y: 0 };

const yearOf = (scenario: Scenario, of: typeof plan, study: 'plan' | 'dispatch' = 'plan') =>
  yearToOperate(scenario, { ...of, study }, place)!;

type Rules = Partial<Pick<Operation['asked'], 'windowHours' | 'stepHours' | 'hours'>>;

function operated(
  scenario: Scenario,
  of: typeof plan,
  rules: Rules = {},
  forecast?: Forecast,
  keep: Parameters<typeof operate>[2] = () => undefined,
  study: 'plan' | 'dispatch' = 'plan',
) {
  const asked = {
    ...{ phase: 'first', weatherYear: scenario.weatherYears[0]!.name, windowHours: 48, stepHours: 24 },
    ...({ solver: 'highs', forecast: { kind: forecast ? 'persistence' : 'perfect' } } as const),
    ...rules,
  };
  const { schedule, buildOut } = of;
  const year = yearOf(scenario, of, study);
  return operate({ scenario, schedule, buildOut, y: 0, year, asked, ...(forecast && { forecast }) }, engineOf(), keep);
}

const curve = [
  { powerShare: 0.25, workRate: 0 },
  { powerShare: 0.7, workRate: 0.75 },
  { powerShare: 1, workRate: 1 },
];

const daysBefore: Forecast = (from, to) =>
  matched.renewables.map(({ capacityFactor }) => persistence(capacityFactor[0]!)(from, to));

const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
const importOf = ({ schedule }: typeof plan) => sum(schedule.phases[0]!.weatherYears[0]!.importMW);

test('with perfect forecasts a window of the whole year is the plan, and short windows are as well: its values say what lies beyond', async () => {
  for (const windowHours of [HOURS, 48, 24]) {
    const { plan: own, perfect, months } = await operated(matched, plan, { windowHours, hours: 2 * HOURS });
    expect(perfect.unmatchedMWh).toBeLessThan(1e-3);
    expect(perfect.operatingCostPerYear! / own.operatingCostPerYear!).toBeCloseTo(1, 5);
    expect(months).toEqual([]);
  }
});

test('a target below 1 is operated at the worth of import in the plan, and what it hands out is not exceeded', async () => {
  const scenario = realWindow(0, HOURS, hourly(0.9));
  const loose = await planned(scenario);
  for (const windowHours of [HOURS, 48]) {
    const { plan: own, perfect, prices } = await operated(scenario, loose, { windowHours });
    expect(prices.unmatchedPerMWh).toBeGreaterThan(10);
    expect(own.unmatchedMWh).toBeGreaterThan(100);
    expect(perfect.unmatchedMWh / own.unmatchedMWh).toBeCloseTo(1, 3);
    expect(perfect.operatingCostPerYear! / own.operatingCostPerYear!).toBeCloseTo(1, 3);
  }
});

test('the best dispatch of what stands is reached by perfect forecasts and by no others', async () => {
  const committed: Scenario = {
    ...matched,
    renewables: matched.renewables.map((one, i) => {
      const { capacityMW } = plan.schedule.phases[0]!.capacities.renewables[i]!;
      return { ...one, committedMW: 0.9 * capacityMW, siteMaximumMW: 0.9 * capacityMW };
    }),
    storages: matched.storages.map((one, s) => {
      const { powerCapacityMW, energyCapacityMWh } = plan.schedule.phases[0]!.capacities.storages[s]!;
      return { ...one, committedMW: powerCapacityMW, maximumMW: powerCapacityMW, committedMWh: energyCapacityMWh };
    }),
  };
  const best = proven(await dispatch(committed, engineOf()));
  const full = await operated(committed, best, { windowHours: HOURS }, undefined, undefined, 'dispatch');
  expect(importOf(best)).toBeGreaterThan(10);
  expect(full.perfect.unmatchedMWh / importOf(best)).toBeCloseTo(1, 4);
  const blind = await operated(committed, best, {}, daysBefore, undefined, 'dispatch');
  expect(blind.perfect.unmatchedMWh).toBeGreaterThan(importOf(best) * (1 - 1e-6));
  expect(blind.forecast!.unmatchedMWh).toBeGreaterThan(importOf(best) + 1);
});

test('what a state costs in the duals is what a window costs more that begins with more of it', async () => {
  const year = yearOf(matched, plan);
  const [from, to] = [30, 54];
  const costAt = async (more: { stored: number; backlog: number }) => {
    const before = statesAt(year.states, from - 1);
    const states = {
      stored: before.stored.map((mwh) => mwh + more.stored),
      backlog: before.backlog.map((mwh, k) => mwh + (k === 1 ? more.backlog : 0)),
      budget: before.budget,
    };
    const { program } = formulateWindow({
      ...{ scenario: onlyHours(year.scenario, 0, from, to), p: 0, sizes: year.sizes, exportAllowed: false },
      start: { states, mostBacklogMWh: year.mostBacklogMWh.map((most) => most.subarray(from, to)) },
      ends: valuedEnds(statesAt(year.states, to - 1), statesAt(year.prices.states, to - 1), 0),
      unmatched: { pricePerMWh: year.beyondPerMWh!, loadWorthPerMWh: 0 },
      precautionPerMWhHour: 0,
    });
    // Twice: the two solvers that windows may have agree.
    const [one, other] = await Promise.all(
      [highsSolver, javascriptLpSolver].map((solver) => solver.solve(program, { timeLimitSeconds: 60 })),
    );
    if (one!.status !== 'optimal' || other!.status !== 'optimal') throw new Error('no optimum');
    expect(other!.objective / one!.objective).toBeCloseTo(1, 6);
    return one!.objective;
  };
  const costs = statesAt(year.prices.states, from - 1);
  const still = await costAt({ stored: 0, backlog: 0 });
  // Between what less and what more of it changes, since the plan may stand at a corner.
  for (const kind of ['stored', 'backlog'] as const) {
    const own = kind === 'stored' ? costs.stored[0]! : costs.backlog[1]!;
    const more = ((await costAt({ stored: 0, backlog: 0, [kind]: 0.01 })) - still) / 0.01;
    const less = (still - (await costAt({ stored: 0, backlog: 0, [kind]: -0.01 }))) / 0.01;
    const room = 1e-3 * Math.abs(own);
    expect(own).toBeLessThan(more + room);
    expect(own).toBeGreaterThan(less - room);
    expect(Math.sign(own)).toBe(kind === 'stored' ? -1 : 1);
  }
});

test('a year that is stopped tells of the hours that are done what asking for as many tells', async () => {
  const kept: Awaited<ReturnType<typeof operated>>[] = [];
  await operated(matched, plan, {}, daysBefore, (so) => kept.push(so));
  const so = kept.find(({ hoursDone }) => hoursDone === 96)!;
  expect(so.asked.hours).toBe(96);
  expect(so.forecast!.operatingCostPerYear).toBeUndefined();
  expect(await operated(matched, plan, { hours: 96 }, daysBefore)).toEqual(so);
});

test('errors of made forecasts are as large a day ahead as was asked for, the same for the same seed, and none has sun at night', () => {
  // Half power but for every tenth day, at full power: so what can be made is 1, and no limit cuts an error.
  const tenth = (h: number) => Math.floor(h / 24) % 10 === 0;
  const actual = new Float64Array(8760).map((_, h) => (tenth(h) ? 1 : 0.5));
  const errors = { seed: 3, dayAheadError: 0.08, autocorrelation: 0.9 };
  const errorOf = (of: Float64Array, lead: number) => {
    const forecast = erringForecast(of, 'x', errors);
    const off = Array.from({ length: 360 }, (_, day) => day * 24)
      .filter((from) => !tenth(from))
      .map((from) => Math.abs(forecast(from, from + 24)[lead - 1]! - of[from + lead - 1]!));
    return off.reduce((all, one) => all + one, 0) / off.length;
  };
  // Of 324 half normal numbers the mean is known to 4 %.
  expect(errorOf(actual, 24)).toBeGreaterThan(0.07);
  expect(errorOf(actual, 24)).toBeLessThan(0.09);
  expect(errorOf(actual, 1)).toBeLessThan(0.6 * errorOf(actual, 24));
  const night = actual.map((value, h) => (h % 24 < 12 ? 0 : value));
  expect(errorOf(night, 6)).toBe(0);
  expect(errorOf(night, 18)).toBeGreaterThan(0);
  const other = erringForecast(actual, 'x', { ...errors, seed: 4 });
  expect(erringForecast(actual, 'x', errors)(0, 24)).toEqual(erringForecast(actual, 'x', errors)(0, 24));
  expect(other(24, 48)).not.toEqual(erringForecast(actual, 'x', errors)(24, 48));
});

test('cycles, work that may be given up and reductions that tire are handed out by the plan and kept by whoever errs', async () => {
  const tiers = matched.load.tiers.map((tier, k) =>
    k === 0
      ? tier
      : {
          ...tier,
          shed: { maximumShare: 0.03, lostComputePerMWh: 5 },
          endurance: { depthShare: 0.5, hours: 10, restHours: 24 },
          throughput: { points: curve, spareMachines: 'idle' as const },
        },
  );
  const bound: Scenario = {
    ...matched,
    load: { ...matched.load, tiers },
    storages: matched.storages.map((one) => ({ ...one, cyclesPerYear: 4 })),
  };
  const own = await planned(bound);
  const [{ storages, tiers: flows }] = own.schedule.phases[0]!.weatherYears as [
    (typeof own.schedule.phases)[0]['weatherYears'][0],
  ];
  const { energyCapacityMWh } = own.schedule.phases[0]!.capacities.storages[0]!;
  // All three bind in the plan.
  expect(sum(storages[0]!.dischargeMW) / energyCapacityMWh).toBeGreaterThan(3.9);
  expect(sum(flows[1]!.shedMW)).toBeGreaterThan(1);
  // Laws are held to on the way, those of the year among them, or it throws.
  const { plan: asPlanned, perfect, forecast } = await operated(bound, own, {}, daysBefore);
  expect(perfect.cfeScore).toBeGreaterThan(0.999);
  expect(perfect.operatingCostPerYear! / asPlanned.operatingCostPerYear!).toBeCloseTo(1, 1);
  expect(forecast!.unmatchedMWh).toBeGreaterThan(perfect.unmatchedMWh);
});

test('what windows do not cover is refused by its name', () => {
  const tiers = matched.load.tiers.map((tier, k) => (k === 1 ? { ...tier, rampSharePerHour: 0.1 } : tier));
  const campaigns = [run([{ from: 0, to: 10 }])];
  const asked: Scenario = {
    ...matched,
    load: { ...matched.load, tiers, campaigns },
    storages: matched.storages.map((one) => ({ ...one, minimumStateOfCharge: 0.1 })),
    grid: { ...matched.grid, subscribedPowerCostPerMWYear: 1, emissionsLimitTonnesPerYear: 1 },
    matching: { kind: 'annual', target: 1, over: 'everyYear' },
    security: { derateShare: 0.1 },
  };
  expect(uncovered(matched, 0)).toEqual([]);
  expect(uncovered(asked, 0)).toHaveLength(7);
});
