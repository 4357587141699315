/** Between which two numbers the cost of a change is proven to lie. */

import * as z from 'zod';

const end = z.strictObject({
  cost: z.number().meta({ description: 'Discounted, over all phases.' }),
  by: z.array(z.uuid()).meta({ description: 'Runs that prove it.' }),
  share: z.number().meta({ description: 'How much of the second of them it takes.', unit: '1' }),
});

export const bandDocument = z
  .strictObject({
    currency: z.string(),
    lower: end.optional().meta({ description: 'No plan costs less, by duals; absent where nothing is proven.' }),
    upper: end.optional().meta({
      description:
        'A plan costs this and keeps every law: one that is there, or a mixture of two; absent where none does.',
    }),
  })
  .meta({ id: 'CostBand' });

export type CostBand = z.output<typeof bandDocument>;
