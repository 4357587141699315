/** Sets of technology data: what assets leave out, each value with its unit, source and year. */

import * as z from 'zod';
import { costByYear, name } from '../schema/fields.ts';
import { currencyPattern } from '../schema/schema.ts';

const parameter = z.strictObject({
  value: costByYear.meta({ description: 'The value, or a table by year.' }),
  unit: z.string().min(1).meta({ description: 'Unit of the value.' }),
  source: z.string().min(1).meta({ description: 'Where the value was read.' }),
  year: z.int().meta({ description: 'Year the value holds for.', unit: 'year' }),
  note: z.string().min(1).optional().meta({ description: 'What a reader should know about the value.' }),
});
const technology = z.strictObject({
  kind: z.enum(['renewable', 'storage', 'link']),
  parameters: z.record(z.string(), parameter),
});
/** As the file of a set holds it. */
export const technologySet = z.strictObject({
  name: z.string().min(1),
  currency: z.string().regex(currencyPattern).meta({ expectation: 'three capital letters, like EUR' }),
  description: z.string().min(1),
  technologies: z.record(name, technology),
});

export type TechnologySet = z.output<typeof technologySet>;
export type Technology = z.output<typeof technology>;
