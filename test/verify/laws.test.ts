import { describe, expect, test } from 'vitest';
import { physics, readability } from '../../src/verify/laws.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { type Mutable, type Plan, smallPlan } from './small-plan.ts';

interface Fault {
  readonly law: string;
  readonly story: string;
  readonly plant: (plan: Mutable<Plan>) => void;
  readonly found: {
    readonly phase: string;
    readonly subject: string;
    readonly hour?: number;
    readonly amountMWh: number;
  };
  /** Laws that cannot but break as well. */
  readonly also?: readonly string[];
}

/** The first phase's hours. */
const hoursOf = (plan: Mutable<Plan>) => plan.schedule.phases[0]!.weatherYears[0]!;

const faults: readonly Fault[] = [
  {
    law: 'structure',
    story: 'import of five hours in a year of six',
    plant: (plan) => {
      hoursOf(plan).importMW = new Float64Array(5);
    },
    found: { phase: 'first', subject: 'site', amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'structure',
    story: 'a storage the scenario does not know',
    plant: (plan) => {
      plan.schedule.phases[0]!.capacities.storages[0]!.name = 'flywheel';
    },
    found: { phase: 'first', subject: 'site', amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'structure',
    story: 'a profile that ends before the year',
    plant: (plan) => {
      plan.scenario.load.pue[0] = new Float64Array(5).fill(1.25);
    },
    found: { phase: '*', subject: 'site', amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'finite',
    story: 'export that is no number',
    plant: (plan) => {
      hoursOf(plan).exportMW[2] = Number.NaN;
    },
    found: { phase: 'first', subject: 'site', hour: 2, amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'non-negative',
    story: 'export of −1 MW in place of 1 MW less wind',
    plant: (plan) => {
      hoursOf(plan).exportMW[1] = -1;
      hoursOf(plan).renewables[1]!.generationMW[1]! -= 1;
    },
    found: { phase: 'first', subject: 'site', hour: 1, amountMWh: 1 },
  },
  {
    law: 'weather-limit',
    story: '12 MW of wind where 40 MW see a quarter of their power',
    plant: (plan) => {
      plan.scenario.renewables[1]!.capacityFactor[0]![5] = 0.25;
    },
    found: { phase: 'first', subject: 'wind', hour: 5, amountMWh: 2 },
  },
  {
    law: 'link-limit',
    story: '18 MW of sun on a line of 15 MW',
    plant: (plan) => {
      hoursOf(plan).renewables[0]!.generationMW[1] = 18;
      hoursOf(plan).renewables[1]!.generationMW[1]! -= 0.9 * 8;
    },
    found: { phase: 'first', subject: 'line', hour: 1, amountMWh: 3 },
  },
  {
    law: 'facility-load',
    story: 'a stated load 1 MW above the work served',
    plant: (plan) => {
      hoursOf(plan).loadMW[3]! += 1;
    },
    found: { phase: 'first', subject: 'site', hour: 3, amountMWh: 1 },
  },
  {
    law: 'energy-balance',
    story: '1.5 MW of wind that go nowhere',
    plant: (plan) => {
      hoursOf(plan).renewables[1]!.generationMW[2]! += 1.5;
    },
    found: { phase: 'first', subject: 'site', hour: 2, amountMWh: 1.5 },
  },
  {
    law: 'renewables-only',
    story: '1 MW exported while the plants deliver 0.5 MW',
    plant: (plan) => {
      hoursOf(plan).renewables[1]!.generationMW[3] = 0.5;
      hoursOf(plan).importMW[3] = 13.5;
      hoursOf(plan).exportMW[3] = 1;
    },
    found: { phase: 'first', subject: 'site', hour: 3, amountMWh: 0.5 },
  },
  {
    law: 'import-serves-load',
    story: '11 MW imported for a load of 10 MW',
    plant: (plan) => {
      hoursOf(plan).importMW[5] = 11;
      hoursOf(plan).importMW[4] = 0;
      hoursOf(plan).renewables[1]!.generationMW[4]! += 3;
      hoursOf(plan).renewables[1]!.generationMW[5] = 2;
      hoursOf(plan).exportMW[5] = 3;
    },
    found: { phase: 'first', subject: 'grid', hour: 5, amountMWh: 1 },
    // In balance, import beyond the load can only end in a store or in export.
    also: ['renewables-only'],
  },
  {
    law: 'subscribed-power',
    story: '3 MW imported on 2 MW subscribed',
    plant: (plan) => {
      plan.schedule.phases[0]!.capacities.grid.subscribedPowerMW = 2;
    },
    found: { phase: 'first', subject: 'grid', hour: 4, amountMWh: 1 },
  },
  {
    law: 'import-connection',
    story: '3 MW imported through 2.5 MW',
    plant: (plan) => {
      plan.scenario.grid.importLimitMW = 2.5;
    },
    found: { phase: 'first', subject: 'grid', hour: 4, amountMWh: 0.5 },
  },
  {
    law: 'export-connection',
    story: '2 MW exported through 1.5 MW',
    plant: (plan) => {
      plan.scenario.grid.exportLimitMW = 1.5;
    },
    found: { phase: 'first', subject: 'grid', hour: 5, amountMWh: 0.5 },
  },
  {
    law: 'state-of-charge',
    story: '1 MWh stored out of nothing',
    plant: (plan) => {
      hoursOf(plan).storages[0]!.stateOfChargeMWh[1] = 7;
    },
    found: { phase: 'first', subject: 'battery', hour: 1, amountMWh: 1 },
  },
  {
    law: 'state-of-charge',
    story: 'a year that starts with 1 MWh more than it ends with',
    plant: (plan) => {
      hoursOf(plan).storages[0]!.chargeMW[0] = 3.75;
      hoursOf(plan).renewables[1]!.generationMW[0]! -= 1.25;
    },
    found: { phase: 'first', subject: 'battery', hour: 0, amountMWh: 1 },
  },
  {
    law: 'state-of-charge-window',
    story: '6 MWh in a battery of which 5 MWh may be filled',
    plant: (plan) => {
      plan.scenario.storages[0]!.maximumStateOfCharge = 0.5;
    },
    found: { phase: 'first', subject: 'battery', hour: 0, amountMWh: 1 },
  },
  {
    law: 'state-of-charge-window',
    story: '2 MWh left where 3 MWh must stay',
    plant: (plan) => {
      plan.scenario.storages[0]!.minimumStateOfCharge = 0.3;
    },
    found: { phase: 'first', subject: 'battery', hour: 3, amountMWh: 1 },
  },
  {
    law: 'storage-power',
    story: '6 MW in and 0.4 MW out at once of a battery of 5 MW',
    plant: (plan) => {
      // 0.8·6 − 0.4/0.5 = 4 = 0.8·5: the same energy is stored.
      hoursOf(plan).storages[0]!.chargeMW[0] = 6;
      hoursOf(plan).storages[0]!.dischargeMW[0] = 0.4;
      hoursOf(plan).renewables[1]!.generationMW[0]! += 0.6;
    },
    found: { phase: 'first', subject: 'battery', hour: 0, amountMWh: 1.4 },
  },
  {
    law: 'storage-duration',
    story: '10 MWh on 5 MW where 1.5 hours are the most',
    plant: (plan) => {
      plan.scenario.storages[0]!.durationHours.max = 1.5;
    },
    found: { phase: 'first', subject: 'battery', amountMWh: 2.5 },
  },
  {
    law: 'storage-duration',
    story: '10 MWh on 5 MW where 3 hours are the least',
    plant: (plan) => {
      plan.scenario.storages[0]!.durationHours.min = 3;
    },
    found: { phase: 'first', subject: 'battery', amountMWh: 5 },
  },
  {
    law: 'storage-cycles',
    story: '2 MWh discharged where a tenth of 10 MWh a year may be',
    plant: (plan) => {
      plan.scenario.storages[0]!.cyclesPerYear = 0.1;
    },
    found: { phase: 'first', subject: 'battery', amountMWh: 1 },
  },
  {
    law: 'backlog',
    story: 'half a MWh of work out of nothing',
    plant: (plan) => {
      hoursOf(plan).tiers[1]!.backlogMWh[2] = 2.5;
    },
    found: { phase: 'first', subject: 'training', hour: 2, amountMWh: 0.5 },
  },
  {
    law: 'deadline',
    story: '1 MWh waits two hours where one hour is allowed',
    plant: (plan) => {
      plan.scenario.load.tiers[1]!.deadlineHours = 1;
    },
    found: { phase: 'first', subject: 'training', hour: 5, amountMWh: 1 },
  },
  {
    law: 'tier-floor',
    story: '2 MW of training below a floor of 3 MW',
    plant: (plan) => {
      plan.scenario.load.tiers[1]!.floorShare = 0.5;
    },
    found: { phase: 'first', subject: 'training', hour: 5, amountMWh: 1 },
  },
  {
    law: 'tier-power',
    story: '9 MW of training on 8 MW of machines',
    plant: (plan) => {
      const hours = hoursOf(plan);
      const training = hours.tiers[1]!;
      training.servedMW.set([9, 7]);
      training.backlogMWh[0] = 4;
      hours.loadMW.set([18.75, 16.25]);
      hours.renewables[1]!.generationMW.set([14.75, 7.25]);
    },
    found: { phase: 'first', subject: 'training', hour: 0, amountMWh: 1 },
  },
  {
    law: 'tier-ramp',
    story: '6 MW more at the turn of the year where 4 MW are the most',
    plant: (plan) => {
      plan.scenario.load.tiers[1]!.rampSharePerHour = 0.5;
    },
    found: { phase: 'first', subject: 'training', hour: 0, amountMWh: 2 },
  },
  {
    law: 'shed-share',
    story: '1 MWh of 36 MWh given up where a hundredth may be',
    plant: (plan) => {
      plan.scenario.load.tiers[1]!.shed!.maximumShare = 0.01;
    },
    found: { phase: 'first', subject: 'training', amountMWh: 0.64 },
  },
  {
    law: 'shed-share',
    story: '1 MWh given up by a tier that must not',
    plant: (plan) => {
      delete plan.scenario.load.tiers[1]!.shed;
    },
    found: { phase: 'first', subject: 'training', amountMWh: 1 },
  },
  {
    law: 'capacity-limits',
    story: '40 MW of wind on a site for 30 MW',
    plant: (plan) => {
      plan.scenario.renewables[1]!.siteMaximumMW = 30;
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 10 },
  },
  {
    law: 'capacity-limits',
    story: '15 MW of line where 20 MW stand already',
    plant: (plan) => {
      plan.scenario.links[0]!.capacityMW = 20;
      plan.buildOut[0]!.links[0]!.builtMW = 0;
      plan.schedule.phases[1]!.capacities.links[0]!.capacityMW = 35;
    },
    found: { phase: 'first', subject: 'line', amountMWh: 5 },
    // No vintage is negative, so less than what is committed cannot add up.
    also: ['build-out'],
  },
  {
    law: 'availability',
    story: '40 MW of wind in 2026 of which 30 MW come in 2027',
    plant: (plan) => {
      plan.scenario.renewables[1]!.availableFrom = 2027;
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 30 },
  },
  {
    law: 'build-out',
    story: '40 MW of sun of which 35 MW were built',
    plant: (plan) => {
      plan.buildOut[0]!.renewables[0]!.builtMW = 35;
    },
    found: { phase: 'first', subject: 'sun', amountMWh: 5 },
  },
  {
    law: 'build-out',
    story: 'sun of 2026 that still counts in 2028, after its two years',
    plant: (plan) => {
      plan.scenario.renewables[0]!.lifetimeYears = 2;
    },
    found: { phase: 'second', subject: 'sun', amountMWh: 40 },
  },
  {
    law: 'matching',
    story: '85.75 of 88.75 MWh matched where 98 % were asked',
    plant: (plan) => {
      plan.scenario.matching = { kind: 'hourly', target: 0.98, over: 'everyYear' };
    },
    found: { phase: 'first', subject: 'site', amountMWh: 0.98 * 88.75 - 85.75 },
  },
];

test('the plan worked out by hand keeps every law, and each law says how much it looked at', () => {
  const { scenario, schedule, buildOut } = smallPlan();
  const { violations, laws, largestViolationMWh } = verifySchedule(scenario, schedule, buildOut);
  expect(violations).toEqual([]);
  // Everything is available before the first phase, so this one law has nothing to look at, and says so.
  expect(laws.filter(({ checks }) => checks === 0).map(({ law }) => law)).toEqual(['availability']);
  expect(largestViolationMWh).toBeLessThan(1e-12);
});

describe('a planted fault breaks its own law and no other', () => {
  test.each(faults)('$law: $story', ({ law, plant, found, also = [] }) => {
    const plan = smallPlan();
    plant(plan);
    const { violations } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
    expect(new Set(violations.map((violation) => violation.law))).toEqual(new Set([law, ...also]));
    const { amountMWh, ...place } = found;
    const named = violations.find((violation) => violation.law === law)!;
    expect(named).toMatchObject(place);
    expect(named.hour).toBe(place.hour);
    expect(named.amountMWh).toEqual(Number.isFinite(amountMWh) ? expect.closeTo(amountMWh, 9) : amountMWh);
  });

  test('every law has a planted fault', () => {
    const { laws } = verifySchedule(smallPlan().scenario, smallPlan().schedule);
    expect(new Set(faults.map(({ law }) => law))).toEqual(new Set(laws.map(({ law }) => law)));
    expect(laws).toHaveLength(readability.length + physics.length);
  });
});
