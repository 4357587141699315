/** Sets of technology data: what assets leave out, each value with its unit, source and year. */

import * as z from 'zod';
import type { Issue } from '../errors.ts';
import { issueOf } from './fault.ts';
import { costByYear, name } from './fields.ts';
import { currencyPattern } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { readSource } from './source.ts';

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
const technologySet = z.strictObject({
  name: z.string().min(1),
  currency: z.string().regex(currencyPattern),
  description: z.string().min(1),
  technologies: z.record(name, technology),
});

export type TechnologySet = z.output<typeof technologySet>;
export type Technology = z.output<typeof technology>;

/** Reads a set of technology data; faults come as issues, to be told together with the scenario's. */
export function parseTechnologies(text: string, file: string): { set?: TechnologySet; issues: readonly Issue[] } {
  const source = readSource(text, file);
  const faults = source.isReadable ? [...source.faults, ...schemaFaults(source, technologySet)] : source.faults;
  if (faults.length > 0) return { issues: faults.map((fault) => issueOf(fault, source)) };
  return { set: technologySet.parse(source.value), issues: [] };
}
