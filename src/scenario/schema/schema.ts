/**
 * The schema of a scenario file: types, validation, JSON Schema, units and defaults all come from it. Objects are
 * strict, nothing is coerced and nothing repaired; what crosses fields is in `check.ts`.
 */

import * as z from 'zod';
import { link, renewable, storage } from './assets.ts';
import { most } from './bounds.ts';
import { duration, fractionBelowOne, name, positiveFraction } from './fields.ts';
import { grid } from './grid.ts';
import { load, phase, weatherYear } from './load.ts';

export const currencyPattern = /^[A-Z]{3}$/;

/** Sets of technology data that ship. */
export const costSets = ['dea', 'market-2025', 'morocco-2025'] as const;

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

const security = z.strictObject({
  reserveHours: duration.optional().meta({
    description:
      'Hours of the firm load of each hour, overhead that stays included, that storages hold at its end in any case, above their least state of charge and with the losses of giving it. Nothing is held when left out.',
    unit: 'hours',
  }),
  derateShare: fractionBelowOne.optional().meta({
    description:
      'Share by which the output of every plant is lowered in every hour: the plan holds with what is left. What is produced is paid for whole. 0 when left out.',
    default: 0,
    unit: '1',
  }),
});

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
      .enum(costSets)
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
    salvage: z.enum(['linear', 'none']).optional().meta({
      description:
        'What that is worth which stands as the plan ends. Its capital is then paid for to the end of its life, and it is sold: linear, at its investment in proportion to the years that are left, or none, for nothing. When left out, the plan pays annuities while it lasts, and what is owed after it is not counted.',
    }),
    security: security.optional().meta({
      description:
        'What the plan must stand beyond its weather: a reserve in store, less output. Nothing when left out.',
    }),
  })
  .meta({ title: 'hourmatch scenario', description: 'What is asked for: a data centre, its phases and its supply.' });

/** A scenario file as checked, with defaults filled in. */
export type ScenarioDocument = z.output<typeof scenarioSchema>;
export type CostSet = ScenarioDocument['costSet'];
export type RenewableDocument = ScenarioDocument['renewables'][number];
export type StorageDocument = ScenarioDocument['storages'][number];
export type LinkDocument = ScenarioDocument['links'][number];
