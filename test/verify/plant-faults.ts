/** Faults of what plants, links and storages do. */

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
    law: 'reserve',
    story: '2 MWh in store, 1 of them above the least and half of that to be given, for a tenth of an hour of 7.5 MW',
    plant: (plan) => {
      plan.scenario.security = { reserveHours: 0.1 };
    },
    found: { phase: 'first', subject: 'site', hour: 3, amountMWh: 0.25 },
  },
  {
    law: 'derate',
    story: '13.5 MW of 40 MW of wind at half, where three fifths of it are counted',
    plant: (plan) => {
      plan.scenario.security = { derateShare: 0.4 };
    },
    found: { phase: 'first', subject: 'wind', hour: 0, amountMWh: 1.5 },
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
    law: 'contract-term',
    story: '80 MW of wind in 2028, a year after their contract has ended',
    plant: (plan) => {
      plan.scenario.renewables[1]!.purchase = { ...windContract, term: { lastYear: 2027, after: 'gone' } };
    },
    found: { phase: 'second', subject: 'wind', amountMWh: 80 },
    // What was committed and what was built before are gone with it.
    also: ['build-out'],
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
