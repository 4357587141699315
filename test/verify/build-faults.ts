/** Faults of what stands, and of what was built when. */

import type { Fault } from './fault.ts';

export const buildFaults: readonly Fault[] = [
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
    law: 'capacity-limits',
    story: '40 MW of wind on a site for 30 MW',
    plant: (plan) => {
      plan.scenario.renewables[1]!.siteMaximumMW = 30;
    },
    found: { phase: 'first', subject: 'wind', amountMWh: 10 },
  },
  {
    law: 'capacity-limits',
    story: '80 MW of sun and 80 MW of wind on one site for 100 MW, in the second phase',
    plant: (plan) => {
      for (const asset of plan.scenario.renewables) asset.site = 'hill';
    },
    found: { phase: 'second', subject: 'hill', amountMWh: 60 },
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
    law: 'capacity-limits',
    story: '15 MW of line in 2026, where 12 MW may stand until 2028',
    plant: (plan) => {
      plan.scenario.links[0]!.maximumMW = [
        { year: 2020, value: 12 },
        { year: 2028, value: 40 },
      ];
    },
    found: { phase: 'first', subject: 'line', amountMWh: 3 },
  },
  {
    law: 'build-out',
    story: '30 MW of line in 2028, where 5 MW committed, 25 MW built and a committed stretch of 10 MW more stand',
    plant: (plan) => {
      plan.scenario.links[0]!.capacityMW = [
        { year: 2020, value: 5 },
        { year: 2028, value: 15 },
      ];
    },
    found: { phase: 'second', subject: 'line', amountMWh: 10 },
    // What is at work is told of 30 MW as well.
    also: ['ageing'],
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
];
