/** Faults of form, of the site as a whole and of its load. */

import { type Fault, hoursOf } from './fault.ts';

export const siteFaults: readonly Fault[] = [
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
    law: 'structure',
    story: 'a plant on a link that the scenario does not have',
    plant: (plan) => {
      plan.scenario.renewables[0]!.link = 'cable';
    },
    found: { phase: '*', subject: 'sun', amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'finite',
    story: 'a price that is no number',
    plant: (plan) => {
      hoursOf(plan).shadowPricePerMWh = Float64Array.of(-5, 0, 40, Number.NaN, 0, 0);
    },
    found: { phase: 'first', subject: 'site', hour: 3, amountMWh: Number.POSITIVE_INFINITY },
  },
  {
    law: 'finite',
    story: 'a capacity without end',
    plant: (plan) => {
      plan.schedule.phases[1]!.capacities.storages[0]!.energyCapacityMWh = Number.POSITIVE_INFINITY;
    },
    found: { phase: 'second', subject: 'battery', amountMWh: Number.POSITIVE_INFINITY },
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
    also: ['grid-direction'],
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
    also: ['renewables-only', 'grid-direction'],
  },
  {
    law: 'grid-direction',
    story: '1.5 MW imported while 3.5 MW are exported',
    plant: (plan) => {
      hoursOf(plan).importMW[5] = 1.5;
      hoursOf(plan).exportMW[5] = 3.5;
    },
    found: { phase: 'first', subject: 'grid', hour: 5, amountMWh: 1.5 },
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
    law: 'export-share',
    story: '2 MWh exported of 87.75 MWh that plants bring to load and export, where a fiftieth may be',
    plant: (plan) => {
      plan.scenario.grid.exportShare = { maximum: 0.02, of: 'generation' };
    },
    found: { phase: 'first', subject: 'grid', amountMWh: 2 - 0.02 * 87.75 },
  },
  {
    law: 'export-share',
    story: '2 MWh exported beside a load of 88.75 MWh, of which a fiftieth may be',
    plant: (plan) => {
      plan.scenario.grid.exportShare = { maximum: 0.02, of: 'load' };
    },
    found: { phase: 'first', subject: 'grid', amountMWh: 2 - 0.02 * 88.75 },
  },
  {
    law: 'emissions-limit',
    story: '3 MWh in six hours, 4,380 MWh in a year at 600 kg, where 2,400 t are the most of the second year',
    plant: (plan) => {
      plan.scenario.grid.emissionsLimitTonnesPerYear = [
        { year: 2026, value: 2700 },
        { year: 2027, value: 2400 },
        { year: 2028, value: 6000 },
      ];
    },
    found: { phase: 'first', subject: 'grid', amountMWh: 380 },
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
    law: 'matching',
    story: '85.75 of 88.75 MWh matched where 98 % were asked',
    plant: (plan) => {
      plan.scenario.matching = { kind: 'hourly', target: 0.98, over: 'everyYear' };
    },
    found: { phase: 'first', subject: 'site', amountMWh: 0.98 * 88.75 - 85.75 },
  },
];
