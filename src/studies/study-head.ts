/** What the document of every study that asks something of a scenario begins with. */

import * as z from 'zod';

export const studyHead = {
  schemaVersion: z.literal(1),
  hourmatchVersion: z.string(),
  synthetic: z.boolean().meta({ description: 'True where any profile was generated, not measured.' }),
  scenario: z.strictObject({ name: z.string(), contentHash: z.string(), currency: z.string() }),
  unfinished: z
    .array(z.string())
    .min(1)
    .exactOptional()
    .meta({ description: 'What was not found out when the study was stopped; absent where all was.' }),
};

/** What a study has found so far, and what of it is still to come, in words; the study is not over. */
export type SoFar<Found> = Found & { readonly unfinished: string[] };

export const text = (description: string) => z.string().meta({ description });
export const number = (description: string, unit: string) => z.number().meta({ description, unit });
export const money = (description: string) => number(description, 'currency');
