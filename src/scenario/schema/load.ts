/** Schema of the data centre's side: phases, weather years, load and its tiers. */

import * as z from 'zod';
import { HOURS_PER_YEAR } from '../../units.ts';
import { most } from './bounds.ts';
import {
  calendarYear,
  duration,
  fraction,
  megawatts,
  name,
  positiveFraction,
  priceByYear,
  reference,
} from './fields.ts';

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
  lostComputePerMWh: priceByYear.meta({
    description:
      'Value of a unit of the work given up: what takes one MWh IT at full power. One number or a table by year.',
    unit: 'currency/MWh IT',
  }),
});

/** As measured on GPUs under a power cap, 2025: nearly in proportion above an idle power that does nothing. */
const measuredThroughput = [
  { powerShare: 0.25, workRate: 0 },
  { powerShare: 0.5, workRate: 0.5 },
  { powerShare: 0.7, workRate: 0.75 },
  { powerShare: 0.85, workRate: 0.88 },
  { powerShare: 1, workRate: 1 },
];

const throughput = z.strictObject({
  points: z
    .array(
      z.strictObject({
        powerShare: fraction.meta({ description: "Power as a share of the tier's installed power.", unit: '1' }),
        workRate: fraction.meta({ description: 'Work done as a share of that at full power.', unit: '1' }),
      }),
    )
    .min(1)
    .max(most.rows)
    .default(measuredThroughput)
    .meta({
      description:
        'Work rate by power, from idle power, which does nothing, to full power; power and work rise, work ever more slowly. As measured when left out: 0.25 → 0, 0.5 → 0.5, 0.7 → 0.75, 0.85 → 0.88, 1 → 1.',
    }),
  spareMachines: z.enum(['idle', 'shutDown']).default('idle').meta({
    description:
      'Machines without work stay on at idle power, or are shut down while the others run at the points that do most for their power. idle when left out.',
  }),
});

/** As demonstrated: 96 GPUs in London, five days of December 2025, up to 40 % less power and up to 10 h. */
const endurance = z.strictObject({
  depthShare: positiveFraction.default(0.35).meta({
    description:
      'Largest share of the work arriving in an hour that is held back, to wait or to be given up. 0.35 when left out, as demonstrated.',
    unit: '1',
  }),
  hours: duration.default(10).meta({
    description:
      'How long a reduction lasts at that depth; less of it lasts longer. 10 when left out, as demonstrated.',
    unit: 'hours',
  }),
  restHours: duration.default(24).meta({
    description: 'How long a rest is, without reduction, before it can be had again in full. 24 when left out.',
    unit: 'hours',
  }),
});

const tier = z.strictObject({
  name: name.meta({ description: 'Name of the load tier.' }),
  share: positiveFraction.meta({
    description:
      'Share of the IT capacity and of the arriving work; the shares of all tiers add up to 1, or to less beside campaigns.',
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
    description:
      'Least power of the tier, as a share of its mean arriving power; above the idle power of its throughput. 0 when left out: with throughput, idle power.',
    unit: '1',
  }),
  rampSharePerHour: fraction.optional().meta({
    description:
      "Largest change of power from one hour to the next, as a share of the tier's installed power. No limit when left out.",
    unit: '1/hour',
  }),
  shed: shed.optional().meta({ description: 'Work that may be given up. None when left out.' }),
  throughput: throughput.optional().meta({
    description:
      'What the machines do with less than full power: arrivals, backlog, deadline and shedding then count work, in MWh at full power, and energy follows. Energy is work when left out.',
  }),
  endurance: endurance.optional().meta({
    description:
      'How deep and how long a reduction is, and the rest it needs. As deep as the floor and as long as the deadline lets it be when left out.',
  }),
});

/** MM-DD of every year: 29 February is not in all. */
const day = z
  .string()
  .length(5)
  .regex(/^(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\d|2[0-8]))$/);
const expectation = 'a day of every year as MM-DD, like 05-28';

const campaign = z.strictObject({
  name: name.meta({ description: 'Name of the run.' }),
  phase: name.meta({ description: 'Name of the phase in every year of which it runs.' }),
  from: day.meta({ description: 'First day of its window, MM-DD (UTC), in every weather year.', expectation }),
  deadline: day.meta({ description: 'Last day of its window, MM-DD, at the end of which all is done.', expectation }),
  workMWh: z.number().gt(0).max(most.megawattHours).meta({
    description: 'Work of the run, as the energy that its machines take for it.',
    unit: 'MWh IT',
  }),
  greatestMW: z.number().gt(0).max(most.campusMW).meta({
    description: 'Power of its machines: of the IT capacity, what tiers and other runs leave.',
    unit: 'MW',
  }),
  leastMW: megawatts.optional().meta({
    description: 'Least power in every hour of the window; above 0 it never pauses. 0 when left out.',
    default: 0,
    unit: 'MW',
  }),
  mayPause: z.boolean().default(true).meta({
    description:
      'false: at one power from the first hour of the window to the last, its work ÷ their number. A linear programme knows no run that begins or ends when it likes and does not pause: narrow the window for that.',
  }),
});

const overheadShare = z.number().min(0).max(9);

const facility = z.strictObject({
  fixedShare: overheadShare.meta({
    description: 'Overhead that stays whatever the machines do, as a share of the IT capacity.',
    unit: '1',
  }),
  perIT: overheadShare.meta({ description: 'Overhead that follows the machines, for each MW of theirs.', unit: '1' }),
  perDegreeAbove: z.number().min(0).max(1).meta({
    description: 'More of it for each degree of the air above thresholdC.',
    unit: '1/°C',
  }),
  thresholdC: z.number().min(-60).max(70).meta({
    description: 'Temperature above which cooling needs more.',
    unit: '°C',
  }),
  temperature: z.union([z.number().min(-60).max(70), reference]).meta({
    description: 'Temperature of the air, as one number or an hourly profile of unit temperatureC.',
    unit: '°C',
  }),
});

export const load = z.strictObject({
  pue: z
    .union([z.number().min(1).max(10), reference])
    .optional()
    .meta({
      description:
        'Facility power ÷ IT power, as one number or an hourly profile of unit pue. Left out where facility tells it.',
      unit: '1',
    }),
  facility: facility.optional().meta({
    description:
      'Power of the site beside that of its machines, in place of pue: what stays when they do less, and what follows them. A pue lets all of it follow, which overrates flexible load.',
  }),
  utilisation: positiveFraction.meta({ description: 'Mean arriving power ÷ IT capacity.', unit: '1' }),
  tiers: z.array(tier).min(1).max(most.tiers).meta({ description: 'Parts of the load, each with its deadline.' }),
  campaigns: z.array(campaign).max(most.tiers).optional().meta({
    description: 'Large runs, each inside a window of the year, on machines beside those of tiers. None when left out.',
  }),
});
