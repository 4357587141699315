/** Faults of what a tier may be asked for beside the small plan, which asks for none of it. */

import type { Campaign } from '../../src/scenario/scenario.ts';
import { run } from '../fixtures/campaign.ts';
import { type Fault, hoursOf } from './fault.ts';
import type { Mutable, Plan } from './small-plan.ts';

/** The training of the small plan, its work told apart from its power: the curve lets it do what it does, and more. */
export function withThroughput(
  { scenario, schedule }: Mutable<Plan>,
  points: readonly (readonly [powerShare: number, workRate: number])[],
): void {
  scenario.load.tiers[1]!.throughput = {
    points: points.map(([powerShare, workRate]) => ({ powerShare, workRate })),
    spareMachines: 'idle',
  };
  for (const { weatherYears } of schedule.phases) {
    const training = weatherYears[0]!.tiers[1]!;
    training.workMWh = training.servedMW.slice();
  }
}

export const aptCurve = [
  [0, 0],
  [0.5, 0.6],
  [1, 1],
] as const;

/** How deep and long the reductions of that training may be: it holds 4 of 12 MWh back in the first hour, 1 of 6 MWh in the fifth. */
export function withEndurance({ scenario }: Mutable<Plan>, depthShare: number, hours: number, restHours: number): void {
  scenario.load.tiers[1]!.endurance = { depthShare, hours, restHours };
}

/** The PUE of 1.25 as a facility of which nothing stays, at 20 °C. */
export function withFacility({ scenario }: Mutable<Plan>): void {
  const temperatureC = [new Float64Array(6).fill(20)];
  scenario.load.facility = { fixedShare: 0, perIT: 0.15, perDegreeAbove: 0.01, thresholdC: 10, temperatureC };
}

/** A tenth of the load as a run of the last three hours, beside the other tiers. */
function withCampaign(plan: Mutable<Plan>, leastMW = 0): void {
  const { scenario, schedule } = plan;
  scenario.load.campaigns = [run([{ from: 3, to: 6 }], { workMWh: 3, greatestMW: 2, leastMW }) as Mutable<Campaign>];
  for (const [p, { weatherYears }] of schedule.phases.entries()) {
    const flows = weatherYears[0]!;
    const servedMW = p === 0 ? Float64Array.of(0, 0, 0, 1, 0, 2) : new Float64Array(6);
    flows.tiers.push({
      name: 'foundation model',
      servedMW,
      backlogMWh: new Float64Array(6),
      shedMW: new Float64Array(6),
    });
    // PUE is 1.25; wind gives what is needed.
    for (let h = 0; h < 6; h++) {
      flows.loadMW[h]! += 1.25 * servedMW[h]!;
      flows.renewables[1]!.generationMW[h]! += 1.25 * servedMW[h]!;
    }
  }
}

export const loadFaults: readonly Fault[] = [
  {
    law: 'campaign',
    story: 'a run that begins an hour before its window, with the power of another hour',
    plant: (plan) => {
      withCampaign(plan);
      const { servedMW } = hoursOf(plan).tiers[2]!;
      servedMW.set([1, 0], 2);
      hoursOf(plan).loadMW[2]! += 1.25;
      hoursOf(plan).renewables[1]!.generationMW[2]! += 1.25;
      hoursOf(plan).loadMW[3]! -= 1.25;
      hoursOf(plan).renewables[1]!.generationMW[3]! -= 1.25;
    },
    found: { phase: 'first', subject: 'foundation model', hour: 2, amountMWh: 1 },
  },
  {
    law: 'campaign',
    story: 'a run that pauses where half a MW is the least',
    plant: (plan) => withCampaign(plan, 0.5),
    found: { phase: 'first', subject: 'foundation model', hour: 4, amountMWh: 0.5 },
  },
  {
    law: 'throughput',
    story: '6 MWh done with 6 of 8 MW, of which idle machines take a quarter',
    plant: (plan) => {
      withThroughput(plan, [
        [0.25, 0],
        [1, 1],
      ]);
    },
    // (0.75 − 0.25) / 0.75 of 8 MWh.
    found: { phase: 'first', subject: 'training', hour: 2, amountMWh: 6 - 16 / 3 },
  },
  {
    law: 'throughput',
    story: 'half a MWh more done with 6 of 8 MW than the curve lets, and half a MWh less in the hour before',
    plant: (plan) => {
      withThroughput(plan, aptCurve);
      const training = hoursOf(plan).tiers[1]!;
      // 0.8 of 8 MWh are the most with 6 MW.
      training.workMWh!.set([7.1, 6.9], 1);
      training.backlogMWh[1] = 3.9;
    },
    found: { phase: 'first', subject: 'training', hour: 2, amountMWh: 0.5 },
  },
  {
    law: 'tier-floor',
    story: '2 of 8 MW where idle machines take 2.4 MW',
    plant: (plan) => {
      withThroughput(plan, [
        [0.3, 0.3],
        [1, 1],
      ]);
    },
    found: { phase: 'first', subject: 'training', hour: 5, amountMWh: 0.4 },
    // With less than that nothing is done at all.
    also: ['throughput'],
  },
  {
    law: 'held-back',
    story: '4 of 12 MWh held back where a quarter may be',
    plant: (plan) => {
      withEndurance(plan, 0.25, 8, 3);
    },
    found: { phase: 'first', subject: 'training', hour: 0, amountMWh: 1 },
  },
  {
    law: 'endurance',
    story: '4 MWh held back, which takes 4 + 4/6 MWh of endurance, where six hours of rest bring 3 MWh',
    plant: (plan) => {
      // Spent to nothing in the first hour; by the fifth 2 MWh are back, 7/6 of which are spent, and 4/3 are left for the next year.
      withEndurance(plan, 0.5, 1, 6);
    },
    found: { phase: 'first', subject: 'training', hour: 0, amountMWh: 4 + 4 / 6 - (4 / 3 + 0.5) },
  },
  {
    law: 'endurance',
    story: 'each year held back a little more than its rest brings back',
    plant: (plan) => {
      // 5 MWh held back take 5·(1 + 100/300) MWh, six hours bring 300/300·6 MWh: 2/3 MWh less than that.
      withEndurance(plan, 0.5, 100, 300);
    },
    found: { phase: 'first', subject: 'training', amountMWh: 5 * (1 + 1 / 3) - 6 },
  },
  {
    law: 'facility-load',
    story: 'a load without the tenth of 16 MW that stays whatever the machines do',
    plant: (plan) => {
      withFacility(plan);
      plan.scenario.load.facility!.fixedShare = 0.1;
    },
    found: { phase: 'first', subject: 'site', hour: 0, amountMWh: 1.6 },
    // Nothing supplies it either.
    also: ['energy-balance'],
  },
  {
    law: 'facility-load',
    story: '12 MW of machines cooled as at 20 °C in an hour of 30 °C',
    plant: (plan) => {
      withFacility(plan);
      plan.scenario.load.facility!.temperatureC[0]![3] = 30;
    },
    found: { phase: 'first', subject: 'site', hour: 3, amountMWh: 1.2 },
    also: ['energy-balance'],
  },
  {
    law: 'finite',
    story: 'a temperature that is no number',
    plant: (plan) => {
      withFacility(plan);
      plan.scenario.load.facility!.temperatureC[0]![2] = Number.NaN;
    },
    found: { phase: '*', subject: 'site', hour: 2, amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'structure',
    story: 'work that is not told apart from its power',
    plant: (plan) => {
      withThroughput(plan, aptCurve);
      delete hoursOf(plan).tiers[1]!.workMWh;
    },
    found: { phase: 'first', subject: 'training', amountMWh: Number.POSITIVE_INFINITY },
  },
];
