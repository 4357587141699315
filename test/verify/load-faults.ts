/** Faults of what a tier may be asked for beside the small plan, which asks for none of it. */

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

export const loadFaults: readonly Fault[] = [
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
    law: 'structure',
    story: 'work that is not told apart from its power',
    plant: (plan) => {
      withThroughput(plan, aptCurve);
      delete hoursOf(plan).tiers[1]!.workMWh;
    },
    found: { phase: 'first', subject: 'training', amountMWh: Number.POSITIVE_INFINITY },
  },
];
