/** The kinds of field a scenario is built of; every one is given its description and unit where it is used. */

import * as z from 'zod';
import { most } from './bounds.ts';
import { namePattern } from './names.ts';
import { readingFields } from './reading.ts';

export const name = z.string().regex(namePattern);

/** Ratios are fractions, never percent. */
export const fraction = z.number().min(0).max(1);
export const positiveFraction = z.number().gt(0).max(1);
export const fractionBelowOne = z.number().min(0).lt(1);
export const megawatts = z.number().min(0).max(most.megawatts);
export const megawattHours = z.number().min(0).max(most.megawattHours);
/** What a MW, a MWh or a year costs, or a MWh at most. */
const money = z.number().min(0).max(most.money);
const pricePerMWh = z.number().min(0).max(most.pricePerMWh);
export const lifetime = z.number().gt(0).max(most.lifetimeYears);
export const duration = z.number().gt(0).max(most.durationHours);
export const calendarYear = z.int().min(1900).max(2200);

/** A column of an hourly file, native or foreign, with what a foreign one leaves open. */
export const reference = z
  .strictObject({
    file: z.string().min(1).max(most.path).meta({
      description:
        "Path of a profile file, relative to the scenario's; {weatherYear} stands for the weather year's name (quote it inside { }).",
    }),
    column: z.string().min(1).max(most.column).meta({ description: 'Name of the column in that file.' }),
    ...readingFields,
    reading: z.string().min(1).max(most.path).exactOptional().meta({
      description:
        "Foreign files: path of a file with answers such as zone and label, relative to the scenario's, as profiles import --save-reading writes it; what stands beside it here is kept.",
    }),
    typicalYear: z.literal('accept').exactOptional().meta({
      description:
        'accept: a typical year may stand beside weather of other files, though its hours never went together with theirs.',
    }),
  })
  .meta({ id: 'ProfileColumn', description: 'A column of an hourly profile file.' });

/** A table of values by year. */
const tableOf = (value: z.ZodNumber) =>
  z
    .array(
      z.strictObject({
        year: calendarYear.meta({ description: 'Calendar year of the value.', unit: 'year' }),
        value: value.meta({ description: 'Value in that year, in the unit of the field.' }),
      }),
    )
    .min(1)
    .max(most.rows);

/** A number, or a table of values by year. */
export const byYear = (value: z.ZodNumber) => z.union([value, tableOf(value)]);

/** Money that changes with the year in which something is built or paid. */
export const costByYear = byYear(money);
export const priceByYear = byYear(pricePerMWh);

/** A charge per MWh: one number, a table by year, twelve by month, or a column of an hourly file. */
export const chargePerMWh = z.union([priceByYear, z.array(pricePerMWh).length(12), reference]);

/** A price below zero is one. */
export const priceOrReference = z.union([z.number().min(-most.pricePerMWh).max(most.pricePerMWh), reference]);
/** The same, or a table by year. */
export const importPrice = z.union([...priceOrReference.options, tableOf(pricePerMWh)]);

export type Reference = z.output<typeof reference>;
