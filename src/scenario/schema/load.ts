/** Schema of the data centre's side: phases, weather years, load and its tiers. */

import * as z from 'zod';
import { HOURS_PER_YEAR } from '../../units.ts';
import { most } from './bounds.ts';
import { calendarYear, fraction, name, positiveFraction, pricePerMWh, reference } from './fields.ts';

export const weatherYear = z.strictObject({
  name: name.meta({ description: 'Name of the weather year; replaces {weatherYear} in file references.' }),
  weight: positiveFraction.optional().meta({
    description:
      'Probability of the weather year. All equal when all are left out; otherwise all given, adding up to 1.',
    unit: '1',
  }),
});

export const phase = z.strictObject({
  name: name.meta({ description: 'Name of the capacity phase.' }),
  firstYear: calendarYear.meta({
    description: 'First calendar year; a phase begins where the one before it ends.',
    unit: 'year',
  }),
  years: z.int().min(1).max(100).meta({ description: 'How long the phase lasts.', unit: 'years' }),
  itCapacityMW: z
    .number()
    .gt(0)
    .max(most.campusMW)
    .meta({ description: 'Installed IT power, before cooling.', unit: 'MW' }),
});

const shed = z.strictObject({
  maximumShare: positiveFraction.meta({ description: "Largest share of a year's arriving work given up.", unit: '1' }),
  lostComputePerMWh: pricePerMWh.meta({ description: 'Value of the work given up.', unit: 'currency/MWh IT' }),
});

const tier = z.strictObject({
  name: name.meta({ description: 'Name of the load tier.' }),
  share: positiveFraction.meta({
    description: 'Share of the IT capacity and of the arriving work; the shares of all tiers add up to 1.',
    unit: '1',
  }),
  deadlineHours: z.int().min(0).max(HOURS_PER_YEAR).meta({
    description: 'Work arriving in an hour is done by the end of the hour this much later; 0 is firm load.',
    unit: 'hours',
  }),
  arrivalProfile: reference.optional().meta({
    description:
      'Shape of the arriving work, unit relative: only its proportions count, for it is scaled to mean 1 over each weather year. Flat when left out.',
    unit: 'relative',
  }),
  floorShare: fraction.default(0).meta({
    description: 'Least power of the tier, as a share of its mean arriving power. 0 when left out.',
    unit: '1',
  }),
  rampSharePerHour: fraction.optional().meta({
    description:
      "Largest change of power from one hour to the next, as a share of the tier's installed power. No limit when left out.",
    unit: '1/hour',
  }),
  shed: shed.optional().meta({ description: 'Work that may be given up. None when left out.' }),
});

export const load = z.strictObject({
  pue: z
    .union([z.number().min(1).max(10), reference])
    .meta({ description: 'Facility power ÷ IT power, as one number or an hourly profile of unit pue.', unit: '1' }),
  utilisation: positiveFraction.meta({ description: 'Mean arriving power ÷ IT capacity.', unit: '1' }),
  tiers: z.array(tier).min(1).max(most.tiers).meta({ description: 'Parts of the load, each with its deadline.' }),
});
