/** Hours of profiles that a scenario's own answers filled, as the API tells them. */

import * as z from 'zod';

export const MOST_STRETCHES = 100;

export const profileFills = z
  .strictObject({
    file: z.string().meta({ description: 'As the scenario names it, with the weather year filled in.' }),
    column: z.string(),
    hours: z.int().meta({ description: 'All that were filled.', unit: 'hours' }),
    stretches: z
      .array(
        z.strictObject({
          method: z.enum(['linear', 'same-hour-yesterday', 'wrap']),
          first: z.string().meta({ description: 'Stamp of the first hour, UTC.' }),
          hours: z.int().meta({ unit: 'hours' }),
        }),
      )
      .meta({ description: `In the order of time, the first ${MOST_STRETCHES}.` }),
  })
  .meta({ id: 'ProfileFills' });

export type ProfileFills = z.output<typeof profileFills>;
