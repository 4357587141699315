/**
 * A plan of six hours and two phases, worked out by hand; the second phase is twice the first. Flexible work arrives as
 * 12 6 6 6 6 0 MWh, the battery keeps 80 % when charging and 50 % when discharging, PUE is 1.25.
 */

import type { Scenario } from '../../src/scenario/scenario.ts';
import type { BuildOut, PhaseSchedule, Schedule } from '../../src/schedule/schedule.ts';

/** A copy that a test may damage. */
export type Mutable<T> = T extends Float64Array
  ? T
  : T extends object
    ? { -readonly [key in keyof T]: Mutable<T[key]> }
    : T;

export interface Plan {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
}

const series = (...values: number[]) => Float64Array.from(values);
const flat = (value: number) => new Float64Array(6).fill(value);

function scenario(): Scenario {
  return {
    name: 'Six hours',
    currency: 'EUR',
    discountRate: 0.1,
    weatherYears: [{ name: 'calm', weight: 1, year: 2005, hours: 6 }],
    phases: [
      { name: 'first', firstYear: 2026, years: 2, itCapacityMW: 16 },
      { name: 'second', firstYear: 2028, years: 3, itCapacityMW: 32 },
    ],
    load: {
      pue: [flat(1.25)],
      utilisation: 0.75,
      tiers: [
        { name: 'inference', share: 0.5, deadlineHours: 0, arrivalShape: [flat(1)], floorShare: 0 },
        {
          name: 'training',
          share: 0.5,
          deadlineHours: 2,
          arrivalShape: [series(2, 1, 1, 1, 1, 0)],
          floorShare: 1 / 3,
          rampSharePerHour: 0.9,
          shed: { maximumShare: 0.25, lostComputePerMWh: 1000 },
        },
      ],
    },
    renewables: [
      {
        name: 'sun',
        technology: 'solar',
        capacityFactor: [series(0.5, 0.5, 0.5, 0, 0, 0)],
        loss: 0.1,
        link: 'line',
        siteMaximumMW: 100,
        committedMW: 0,
        availableFrom: 2020,
        lifetimeYears: 25,
        purchase: { kind: 'own', capexPerMW: 500_000, fixedOpexPerMWYear: 10_000 },
        variableOpexPerMWh: 1,
        wheelingPerMWh: 0,
      },
      {
        name: 'wind',
        technology: 'wind',
        capacityFactor: [flat(0.5)],
        loss: 0,
        siteMaximumMW: 100,
        committedMW: 10,
        availableFrom: 2020,
        lifetimeYears: 25,
        purchase: { kind: 'ppa', pricePerMWh: 40, pays: 'produced', mostMWhPerYear: 1e6 },
        variableOpexPerMWh: 0,
        wheelingPerMWh: 0,
      },
    ],
    storages: [
      {
        name: 'battery',
        technology: 'battery',
        durationHours: { min: 1, max: 4 },
        maximumMW: 100,
        committedMW: 0,
        committedMWh: 0,
        availableFrom: 2020,
        lifetimeYears: 20,
        powerLifetimeYears: 10,
        chargeEfficiency: 0.8,
        dischargeEfficiency: 0.5,
        selfDischargePerHour: 0,
        minimumStateOfCharge: 0.1,
        maximumStateOfCharge: 0.9,
        cyclesPerYear: 300,
        capexPerMW: 100_000,
        capexPerMWh: 150_000,
        fixedOpexPerMWYear: 500,
        fixedOpexPerMWhYear: 1500,
        wearPerMWh: 2,
      },
    ],
    links: [
      {
        name: 'line',
        capacityMW: 5,
        maximumMW: 100,
        availableFrom: 2020,
        loss: 0.1,
        availability: 0.8,
        lifetimeYears: 40,
        capexPerMW: 80_000,
        fixedOpexPerMWYear: 800,
        wheelingPerMWh: 3,
      },
    ],
    grid: {
      importPricePerMWh: [flat(90)],
      exportPricePerMWh: [flat(30)],
      subscribedPowerCostPerMWYear: 5000,
      importLimitMW: 40,
      exportLimitMW: 10,
      carbonIntensityKgPerMWh: 600,
      emissionsLimitTonnesPerYear: 60_000,
      exportShare: { maximum: 0.3, of: 'generation' },
    },
    matching: { kind: 'hourly', target: 0.8, over: 'everyYear' },
  };
}

/** The answer of one phase, `times` as large as the first. */
function phaseSchedule(name: string, times: number): PhaseSchedule {
  const scaled = (...values: number[]) => Float64Array.from(values, (value) => times * value);
  const nothing = scaled(0, 0, 0, 0, 0, 0);
  return {
    name,
    capacities: {
      renewables: [
        { name: 'sun', capacityMW: 40 * times },
        { name: 'wind', capacityMW: 40 * times },
      ],
      storages: [{ name: 'battery', powerCapacityMW: 5 * times, energyCapacityMWh: 10 * times }],
      links: [{ name: 'line', capacityMW: 15 * times, effectiveMW: 12 * times }],
      grid: { subscribedPowerMW: 14 * times },
    },
    weatherYears: [
      {
        name: 'calm',
        loadMW: scaled(17.5, 17.5, 15, 15, 13.75, 10),
        renewables: [
          { name: 'sun', generationMW: scaled(10, 10, 10, 0, 0, 0) },
          { name: 'wind', generationMW: scaled(13.5, 8.5, 6, 13, 10.75, 12) },
        ],
        storages: [
          {
            name: 'battery',
            chargeMW: scaled(5, 0, 0, 0, 0, 0),
            dischargeMW: scaled(0, 0, 0, 2, 0, 0),
            stateOfChargeMWh: scaled(6, 6, 6, 2, 2, 2),
          },
        ],
        tiers: [
          {
            name: 'inference',
            servedMW: scaled(6, 6, 6, 6, 6, 6),
            backlogMWh: nothing,
            shedMW: scaled(0, 0, 0, 0, 0, 0),
          },
          {
            name: 'training',
            servedMW: scaled(8, 8, 6, 6, 5, 2),
            backlogMWh: scaled(5, 3, 2, 2, 3, 1),
            shedMW: scaled(0, 0, 1, 0, 0, 0),
          },
        ],
        importMW: scaled(0, 0, 0, 0, 3, 0),
        exportMW: scaled(0, 0, 0, 0, 0, 2),
      },
    ],
  };
}

function vintage(phase: string, wind: number, line: number): BuildOut {
  return {
    phase,
    renewables: [
      { name: 'sun', builtMW: 40 },
      { name: 'wind', builtMW: wind },
    ],
    storages: [{ name: 'battery', builtMW: 5, builtMWh: 10 }],
    links: [{ name: 'line', builtMW: line }],
  };
}

/** A fresh copy, free to be damaged. */
export function smallPlan(): Mutable<Plan> {
  return structuredClone({
    scenario: scenario(),
    schedule: { phases: [phaseSchedule('first', 1), phaseSchedule('second', 2)] },
    buildOut: [vintage('first', 30, 10), vintage('second', 40, 15)],
  }) as Mutable<Plan>;
}
