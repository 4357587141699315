/**
 * The schema of a scenario file: types, validation, JSON Schema, units and defaults all come from it. Objects are
 * strict, nothing is coerced and nothing repaired; what crosses fields is in `check.ts`.
 */

import * as z from 'zod';
import { link, renewable, storage } from './assets.ts';
import { most } from './bounds.ts';
import {
  calendarYear,
  fractionBelowOne,
  megawatts,
  money,
  name,
  positiveFraction,
  priceOrReference,
} from './fields.ts';
import { load, phase, weatherYear } from './load.ts';

export const currencyPattern = /^[A-Z]{3}$/;

const carbonIntensity = z.number().min(0).max(most.carbonIntensityKgPerMWh);
const carbonFactor = z.strictObject({
  value: carbonIntensity.meta({ description: 'Emissions per MWh, as CO₂ equivalent.', unit: 'kg/MWh' }),
  kind: z.enum(['direct', 'lifeCycle']).meta({
    description: 'At the power stations alone, as scope 2 counts, or over the life cycle of fuel and plant.',
  }),
  year: calendarYear.meta({ description: 'Calendar year that the number is of.', unit: 'year' }),
  source: name.meta({ description: 'Where the number is from.' }),
});

const grid = z.strictObject({
  importPricePerMWh: priceOrReference.meta({
    description: 'Price of imported energy, as one number or an hourly profile of unit pricePerMWh.',
    unit: 'currency/MWh',
  }),
  exportPricePerMWh: priceOrReference.meta({
    description:
      'Price paid for exported energy, as one number or an hourly profile of unit pricePerMWh; where both may flow, at most the import price of the hour.',
    unit: 'currency/MWh',
  }),
  subscribedPowerCostPerMWYear: money.meta({
    description: 'Yearly charge for subscribed import power.',
    unit: 'currency/MW/year',
  }),
  importLimitMW: megawatts.optional().meta({ description: 'Largest import. No limit when left out.', unit: 'MW' }),
  exportLimitMW: megawatts.optional().meta({ description: 'Largest export. No limit when left out.', unit: 'MW' }),
  carbonIntensityKgPerMWh: z.union([carbonIntensity, carbonFactor]).meta({
    description: 'Emissions of imported energy, as one number or as a number with its kind, year and source.',
    unit: 'kg/MWh',
  }),
});

const target = positiveFraction.meta({
  description: 'Share of the load that is matched; 1 hourly means no import in any hour.',
  unit: '1',
});
const over = z.enum(['everyYear', 'onAverage']).default('everyYear').meta({
  description:
    'The target holds in every weather year, or on their average, each year by its weight × 8760 ÷ its hours as in the costs. everyYear when left out.',
});
const matching = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hourly').meta({ description: 'Matched in the same hour.' }), target, over }),
  z.strictObject({
    kind: z.literal('monthly').meta({ description: 'Volumes matched within each month, hours aside.' }),
    target,
    over,
  }),
  z.strictObject({
    kind: z.literal('annual').meta({ description: 'Volumes matched within the year, hours aside.' }),
    target,
    over,
  }),
  z.strictObject({ kind: z.literal('none').meta({ description: 'Least cost, no matching.' }) }),
]);

export const scenarioSchema = z
  .strictObject({
    name: name.meta({ description: 'Name of the scenario.' }),
    description: z
      .string()
      .max(most.description)
      .optional()
      .meta({ description: 'What the scenario is about, for readers.' }),
    currency: z.string().regex(currencyPattern).meta({
      description: 'Currency of all money, three capital letters; real, without inflation.',
      expectation: 'three capital letters, like EUR',
    }),
    discountRate: fractionBelowOne.meta({
      description:
        'Real discount rate. Costs count at the end of each year, seen from the beginning of the first phase.',
      unit: '1/year',
    }),
    costSet: z
      .enum(['dea', 'market-2025', 'morocco-2025'])
      .default('dea')
      .meta({ description: 'Set of technology data that fills in what assets leave out. dea when left out.' }),
    weatherYears: z
      .array(weatherYear)
      .min(1)
      .max(most.weatherYears)
      .meta({ description: 'Years of weather the plan must hold in.' }),
    phases: z.array(phase).min(1).max(most.phases).meta({ description: 'Capacity phases, in order, without gaps.' }),
    load: load.meta({ description: 'What the data centre needs.' }),
    renewables: z.array(renewable).max(most.renewables).meta({ description: 'Solar and wind sites.' }),
    storages: z.array(storage).max(most.storages).default([]).meta({ description: 'Storages. None when left out.' }),
    links: z.array(link).max(most.links).default([]).meta({ description: 'Transmission links. None when left out.' }),
    grid: grid.meta({ description: 'The public grid.' }),
    matching: matching.meta({ description: 'What is claimed, and over which window.' }),
  })
  .meta({ title: 'hourmatch scenario', description: 'What is asked for: a data centre, its phases and its supply.' });

/** A scenario file as checked, with defaults filled in. */
export type ScenarioDocument = z.output<typeof scenarioSchema>;
export type CostSet = ScenarioDocument['costSet'];
export type RenewableDocument = ScenarioDocument['renewables'][number];
export type StorageDocument = ScenarioDocument['storages'][number];
export type LinkDocument = ScenarioDocument['links'][number];
