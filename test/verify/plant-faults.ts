/** Faults of plants, links and storages, and of what was built. */

import { type Fault, hoursOf } from './fault.ts';

const windContract = { kind: 'ppa', pricePerMWh: 40, pays: 'produced' } as const;

export const plantFaults: readonly Fault[] = [
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
    story: '18 MW of sun on a line of 15 MW, of which 12 are at work',
    plant: (plan) => {
      hoursOf(plan).renewables[0]!.generationMW[1] = 18;
      hoursOf(plan).renewables[1]!.generationMW[1]! -= 0.9 * 8;
    },
    found: { phase: 'first', subject: 'line', hour: 1, amountMWh: 6 },
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
    also: ['storage-direction'],
  },
  {
    law: 'storage-direction',
    story: '4.5 MW in and 0.2 MW out at once, which store what 4 MW alone would',
    plant: (plan) => {
      // 0.8·4.5 − 0.2/0.5 = 3.2 = 0.8·4 = 1.6/0.5: in hour 3 wind gives what the battery no longer can.
      const [battery, wind] = [hoursOf(plan).storages[0]!, hoursOf(plan).renewables[1]!];
      battery.chargeMW[0] = 4.5;
      battery.dischargeMW.set([0.2, 0, 0, 1.6]);
      battery.stateOfChargeMWh.set([5.2, 5.2, 5.2]);
      wind.generationMW[0]! -= 0.7;
      wind.generationMW[3]! += 0.4;
    },
    found: { phase: 'first', subject: 'battery', hour: 0, amountMWh: 0.2 },
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
      plan.schedule.phases[0]!.capacities.links[0]!.effectiveMW = 16;
      Object.assign(plan.schedule.phases[1]!.capacities.links[0]!, { capacityMW: 35, effectiveMW: 28 });
    },
    found: { phase: 'first', subject: 'line', amountMWh: 5 },
    // No vintage is negative, so less than what is committed cannot add up.
    also: ['build-out'],
  },
  {
    law: 'availability',
    story: '40 MW of wind in 2026 of which 30 MW were built, where none can stand before 2027',
    plant: (plan) => {
      plan.scenario.renewables[1]!.availableFrom = 2027;
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 40 },
    // The 10 MW committed are not there yet either.
    also: ['build-out'],
  },
  {
    law: 'availability',
    story: '10 MW of committed wind, and nothing else, two years before their time',
    plant: (plan) => {
      plan.scenario.renewables[1]!.availableFrom = 2028;
      plan.buildOut[0]!.renewables[1]!.builtMW = 0;
      plan.buildOut[1]!.renewables[1]!.builtMW = 70;
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 40 },
    also: ['build-out'],
  },
  {
    law: 'availability',
    story: '15 MW of line, of which 10 MW were built, two years before it can be commissioned',
    plant: (plan) => {
      plan.scenario.links[0]!.availableFrom = 2028;
    },
    found: { phase: 'first', subject: 'line', amountMWh: 15 },
    // The 5 MW committed are not there yet either, nor at work.
    also: ['build-out', 'ageing'],
  },
  {
    law: 'link-limit',
    story: '10 MW of sun sent over a line that does not stand yet',
    plant: (plan) => {
      plan.scenario.links[0]!.availableFrom = 2028;
      Object.assign(plan.schedule.phases[0]!.capacities.links[0]!, { capacityMW: 0, effectiveMW: 0 });
      plan.buildOut[0]!.links[0]!.builtMW = 0;
      plan.buildOut[1]!.links[0]!.builtMW = 25;
    },
    found: { phase: 'first', subject: 'line', hour: 0, amountMWh: 10 },
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
    law: 'build-out',
    story: '10 MW of committed wind that still counts in 2028, after its two years',
    plant: (plan) => {
      plan.scenario.renewables[1]!.lifetimeYears = 2;
      plan.buildOut[1]!.renewables[1]!.builtMW = 70;
    },
    found: { phase: 'second', subject: 'wind', amountMWh: 10 },
  },
  {
    law: 'storage-duration',
    story: 'a second 10 MWh on 5 MW beside 10 MWh on 5 MW that are committed, where 3 hours are the least',
    plant: (plan) => {
      Object.assign(plan.scenario.storages[0]!, { committedMW: 5, committedMWh: 10 });
      plan.scenario.storages[0]!.durationHours.min = 3;
      Object.assign(plan.buildOut[0]!.storages[0]!, { builtMW: 0, builtMWh: 0 });
    },
    found: { phase: 'second', subject: 'battery', amountMWh: 5 },
  },
  {
    law: 'ageing',
    story: '13 MW at work of a line of 15, of which four fifths are',
    plant: (plan) => {
      plan.schedule.phases[0]!.capacities.links[0]!.effectiveMW = 13;
    },
    found: { phase: 'first', subject: 'line', amountMWh: 1 },
  },
  {
    law: 'ageing',
    story: '70 MW of sun at work, where two vintages of 40 MW have lost a tenth with each year of age',
    plant: (plan) => {
      plan.scenario.renewables[0]!.fadePerYear = 0.1;
      // New and a year old in 2026 and 2027.
      plan.schedule.phases[0]!.capacities.renewables[0]!.effectiveMW = (40 * (1 + 0.9)) / 2;
      plan.schedule.phases[1]!.capacities.renewables[0]!.effectiveMW = 70;
    },
    // From 2028 to 2030: two to four years old, and new to two years old.
    found: {
      phase: 'second',
      subject: 'sun',
      amountMWh: 70 - (40 * (0.81 + 0.729 + 0.6561 + 1 + 0.9 + 0.81)) / 3,
    },
  },
  {
    law: 'ageing',
    story: 'a battery that fades, of which all is meant to be at work',
    plant: (plan) => {
      plan.scenario.storages[0]!.energyFadePerYear = 0.02;
    },
    // New, and a year old: 0.99 of 10 MWh.
    found: { phase: 'first', subject: 'battery', amountMWh: 0.1 },
  },
  {
    law: 'contract-volume',
    story: '63.75 MWh of wind in six hours, 93,075 MWh in a year, where 90,000 MWh are contracted',
    plant: (plan) => {
      plan.scenario.renewables[1]!.purchase = { ...windContract, mostMWhPerYear: 90_000 };
      plan.schedule.phases.pop();
      plan.scenario.phases.pop();
      plan.buildOut.pop();
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 63.75 * 1460 - 90_000 },
  },
];
