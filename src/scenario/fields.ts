/** The kinds of field a scenario is built of; every one is given its description and unit where it is used. */

import * as z from 'zod';
import { namePattern } from './names.ts';
import { readingFields } from './schema-reading.ts';

export const name = z.string().regex(namePattern);

/** Ratios are fractions, never percent. */
export const fraction = z.number().min(0).max(1);
export const positiveFraction = z.number().gt(0).max(1);
export const fractionBelowOne = z.number().min(0).lt(1);
export const notNegative = z.number().min(0);
export const positive = z.number().gt(0);
export const calendarYear = z.int().min(1900).max(2200);

/** A column of an hourly file, native or foreign, with what a foreign one leaves open. */
export const reference = z
  .strictObject({
    file: z.string().min(1).meta({
      description:
        "Path of a profile file, relative to the scenario's; {weatherYear} stands for the weather year's name (quote it inside { }).",
    }),
    column: z.string().min(1).meta({ description: 'Name of the column in that file.' }),
    ...readingFields,
    typicalYear: z.literal('accept').exactOptional().meta({
      description:
        'accept: a typical year may stand beside weather of other files, though its hours never went together with theirs.',
    }),
  })
  .meta({ description: 'A column of an hourly profile file.' });

/** Money that changes with the year in which something is built. */
export const costByYear = z.union([
  notNegative,
  z
    .array(
      z.strictObject({
        year: calendarYear.meta({ description: 'Calendar year of the value.', unit: 'year' }),
        value: notNegative.meta({ description: 'Value in that year, in the unit of the field.' }),
      }),
    )
    .min(1),
]);

export const numberOrReference = z.union([z.number(), reference]);

export type Reference = z.output<typeof reference>;
