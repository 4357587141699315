/** Equations and inputs as the API tells them. */

import * as z from 'zod';

export const equation = z
  .strictObject({
    of: z.enum(['model', 'verification']),
    name: z
      .string()
      .meta({ description: 'As in reports: energyBalance of the model, energy-balance of what is verified.' }),
    subject: z.string().meta({ description: 'The file it stands in.' }),
    words: z.string(),
    equation: z.string(),
    dual: z.string().optional().meta({ description: 'What its price means.' }),
  })
  .meta({ id: 'Equation' });

const range = z.strictObject({ min: z.number(), max: z.number() });
const byYear = z.array(z.strictObject({ year: z.int(), value: z.number() }));

const parameter = z.strictObject({
  where: z.string().meta({ description: 'Path in the scenario: storages[0].capexPerMWh.' }),
  value: z.union([z.number(), byYear, range]),
  from: z.union([
    z.strictObject({ kind: z.literal('scenario') }),
    z.strictObject({
      kind: z.literal('technology'),
      costSet: z.string(),
      technology: z.string(),
      unit: z.string(),
      source: z.string(),
      year: z.int(),
      note: z.string().optional(),
    }),
  ]),
});

export const inputsDocument = z
  .strictObject({
    parameters: z.array(parameter).meta({ description: 'Of plants, storages and links, filled in where left out.' }),
    files: z.array(z.strictObject({ file: z.string(), kind: z.string(), sha256: z.string(), synthetic: z.boolean() })),
  })
  .meta({ id: 'Inputs' });

export type Equation = z.output<typeof equation>;
export type Inputs = z.output<typeof inputsDocument>;
