import { describe, expect, test } from 'vitest';
import { physics, readability } from '../../src/verify/laws.ts';
import { LISTED_PER_LAW } from '../../src/verify/verification.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { buildFaults } from './build-faults.ts';
import { hoursOf } from './fault.ts';
import { aptCurve, loadFaults, withEndurance, withFacility, withThroughput } from './load-faults.ts';
import { plantFaults } from './plant-faults.ts';
import { siteFaults } from './site-faults.ts';
import { smallPlan } from './small-plan.ts';

const faults = [...siteFaults, ...loadFaults, ...plantFaults, ...buildFaults];

/** A subject, and a sentence that tells a number or a name. */
const spoken = { subject: expect.stringMatching(/./), problem: expect.stringMatching(/\w .*\w/) };

test('the plan worked out by hand keeps every law, and each law says how much it looked at', () => {
  const { scenario, schedule, buildOut } = smallPlan();
  const { violations, laws, largestViolationMWh } = verifySchedule(scenario, schedule, buildOut);
  expect(violations).toEqual([]);
  // Everything is available before the first phase, and nothing more is asked of the load: these laws have nothing to look
  // at, and say so.
  expect(laws.filter(({ checks }) => checks === 0).map(({ law }) => law)).toEqual([
    'contract-term',
    'reserve',
    'derate',
    'throughput',
    'held-back',
    'endurance',
    'campaign',
    'availability',
  ]);
  expect(largestViolationMWh).toBeLessThan(1e-12);
});

test('a storage without a longest duration keeps it also where nothing is built', () => {
  const { scenario, schedule, buildOut } = smallPlan();
  const [storage] = scenario.storages;
  const { powerCapacityMW, energyCapacityMWh } = schedule.phases[0]!.capacities.storages[0]!;
  const stands = { committedMW: powerCapacityMW, committedMWh: energyCapacityMWh };
  const durationHours = { min: 0, max: Number.POSITIVE_INFINITY };
  const given = { ...scenario, storages: [{ ...storage!, ...stands, durationHours }, ...scenario.storages.slice(1)] };
  const { violations } = verifySchedule(given, schedule, buildOut);
  expect(violations.filter(({ law }) => law === 'storage-duration')).toEqual([]);
});

test('with all that may be asked of the load it keeps every law as well, and each looks at it', () => {
  const plan = smallPlan();
  withThroughput(plan, aptCurve);
  withEndurance(plan, 0.5, 2, 3);
  withFacility(plan);
  plan.scenario.security = { reserveHours: 0.05, derateShare: 0.3 };
  const { violations, laws } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
  expect(violations).toEqual([]);
  expect(laws.filter(({ checks }) => checks === 0).map(({ law }) => law)).toEqual([
    'contract-term',
    'campaign',
    'availability',
  ]);
});

describe('a planted fault breaks its own law and no other', () => {
  test.each(faults)('$law: $story', ({ law, plant, found, also = [] }) => {
    const plan = smallPlan();
    plant(plan);
    const { violations, laws } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
    // Whoever asks no more than whether a law is kept is told the same.
    for (const [at, ask] of [...readability, ...physics].entries()) {
      const { broken, checks } = laws[at]!;
      if (checks > 0) expect(ask(plan, 'at first broken').broken).toBe(Math.min(1, broken));
    }
    expect(new Set(violations.map((violation) => violation.law))).toEqual(new Set([law, ...also]));
    const { amountMWh, ...place } = found;
    const named = violations.find((violation) => violation.law === law)!;
    expect(named).toMatchObject(place);
    expect(named.hour).toBe(place.hour);
    for (const { subject, problem } of violations) expect({ subject, problem }).toEqual(spoken);
    expect(named.amountMWh).toEqual(Number.isFinite(amountMWh) ? expect.closeTo(amountMWh, 9) : amountMWh);
  });

  test('every law has a planted fault', () => {
    const { laws } = verifySchedule(smallPlan().scenario, smallPlan().schedule);
    expect(new Set(faults.map(({ law }) => law))).toEqual(new Set(laws.map(({ law }) => law)));
    expect(laws).toHaveLength(readability.length + physics.length);
  });
});

describe('what a verification says beside its violations', () => {
  test('where schedule and scenario do not speak of the same things, no other law is asked, and each says so', () => {
    const { scenario, schedule, buildOut } = smallPlan();
    schedule.phases.pop();
    const { laws } = verifySchedule(scenario, schedule, buildOut);
    expect(laws.filter(({ checks }) => checks > 0).map(({ law }) => law)).toEqual(['structure']);
  });

  test('the largest distance counts even where it is tolerated', () => {
    const { scenario, schedule, buildOut } = smallPlan();
    schedule.phases[0]!.weatherYears[0]!.loadMW[3]! += 5e-6;
    const { violations, largestViolationMWh } = verifySchedule(scenario, schedule, buildOut);
    expect(violations).toEqual([]);
    expect(largestViolationMWh).toBeCloseTo(5e-6, 12);
  });

  test('a law broken in more hours than are listed counts them all and lists the worst', () => {
    const plan = smallPlan();
    const hours = 3000;
    const { scenario, schedule } = plan;
    scenario.weatherYears[0]!.hours = hours;
    const longer = (series: Float64Array) => Float64Array.from({ length: hours }, (_, h) => series[h % 6]!);
    const lengthen = (thing: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(thing)) if (value instanceof Float64Array) thing[key] = longer(value);
    };
    for (const asset of scenario.renewables) asset.capacityFactor = asset.capacityFactor.map(longer);
    for (const tier of scenario.load.tiers) tier.arrivalShape = tier.arrivalShape.map(longer);
    scenario.load.pue = scenario.load.pue.map(longer);
    scenario.grid.importPricePerMWh = scenario.grid.importPricePerMWh.map(longer);
    scenario.grid.exportPricePerMWh = scenario.grid.exportPricePerMWh.map(longer);
    for (const { weatherYears } of schedule.phases) {
      for (const flows of weatherYears) {
        for (const thing of [flows, ...flows.renewables, ...flows.storages, ...flows.tiers]) {
          lengthen(thing as unknown as Record<string, unknown>);
        }
      }
    }
    const load = hoursOf(plan).loadMW;
    for (let h = 0; h < hours; h++) load[h]! += h === 2500 ? 7 : 1;
    const { violations, laws } = verifySchedule(scenario, schedule, plan.buildOut);
    expect(laws.find(({ law }) => law === 'facility-load')).toMatchObject({ checks: 6000, broken: 3000 });
    expect(violations).toHaveLength(LISTED_PER_LAW);
    expect(violations.at(-1)).toMatchObject({ hour: 2500, amountMWh: expect.closeTo(7, 9) });
  });
});

describe('where the answer does not say what was built when', () => {
  test('what stands may not shrink before its lifetime ends', () => {
    const { scenario, schedule } = smallPlan();
    schedule.phases[0]!.capacities.renewables[1]!.capacityMW = 90;
    const { violations } = verifySchedule(scenario, schedule);
    expect(violations.map(({ law }) => law)).toEqual(['build-out']);
    expect(violations[0]).toMatchObject({ phase: 'second', subject: 'wind', amountMWh: 10 });
  });

  test('what stands may shrink once its lifetime has ended', () => {
    const { scenario, schedule } = smallPlan();
    scenario.renewables[1]!.lifetimeYears = 2;
    schedule.phases[0]!.capacities.renewables[1]!.capacityMW = 90;
    expect(verifySchedule(scenario, schedule).violations).toEqual([]);
  });
});
