/** `repair.json`: what is missing where no plan exists, and the least that would make one possible. Nothing is rounded. */

import * as z from 'zod';
import { money, number, studyHead, text } from '../study-head.ts';

const event = z.strictObject({
  phase: z.string(),
  weatherYear: z.string(),
  from: text('First hour, UTC.'),
  hours: number('How long it lasts.', 'hours'),
  unmatchedMWh: number('Energy that is missing in it, whatever is built.', 'MWh'),
  largestMW: number('Power that is missing in its worst hour.', 'MW'),
  cause: text('In words.'),
});
const missing = z.strictObject({
  phase: z.string(),
  weatherYear: z.string(),
  unmatchedMWh: number('The least that stays unmatched with all that may be built.', 'MWh'),
  permittedMWh: number('What the target lets be unmatched.', 'MWh'),
});
const quantity = z.enum([
  'siteMaximumMW',
  'storageMaximumMW',
  'linkMaximumMW',
  'deadlineHours',
  'flexibleShare',
  'firstYear',
  'target',
]);
const remedy = z.strictObject({
  name: text('Of the plant, storage, link or tier; of the target, matching; of the first year, phases.'),
  quantity,
  present: number('As the scenario has it.', 'MW, hours, a calendar year or 1').exactOptional(),
  verdict: z.enum(['enough', 'notEnough', 'open']).meta({
    description:
      'Enough alone; not enough alone, with a thousand times the IT capacity of it, with a deadline of a week, with all but a hundredth of the firm work able to wait or in any later year in which more can stand; or not found out.',
  }),
  needed: number('The value with which a plan exists, verified.', 'MW, hours, a calendar year or 1').exactOptional(),
  infeasibleBelow: number(
    'Of the target, above: no plan exists with less of it, proven.',
    'MW, hours, a calendar year or 1',
  ).exactOptional(),
  stillMissingMWh: number('Where it is not enough: what stays unmatched at least.', 'MWh').exactOptional(),
});

const cheapest = z.strictObject({
  objective: money('Cost of the cheapest plan where all maxima are lifted together.'),
  beyond: z.array(
    z.strictObject({
      name: z.string(),
      quantity,
      present: number('Maximum as the scenario has it.', 'MW'),
      needed: number('What stands in that plan.', 'MW'),
    }),
  ),
});

const pair = z.strictObject({
  objective: money('Cost of the cheapest plan where maxima are lifted and the load is changed.'),
  remedies: z.array(
    z.strictObject({
      name: z.string(),
      quantity,
      present: number('As the scenario has it.', 'MW, hours or 1'),
      needed: number('With this of both a plan exists, verified.', 'MW, hours or 1'),
      infeasibleBelow: number('With less than this none does, proven.', 'MW, hours or 1'),
      inCheapest: number('Of a maximum, what stands in that plan.', 'MW').exactOptional(),
    }),
  ),
});

export const repairSchema = z
  .strictObject({
    ...studyHead,
    asked: z.strictObject({}),
    status: z.enum(['infeasible', 'energySuffices']).meta({
      description:
        'Energy is missing whatever is built; or there is enough of it, and some other law may forbid a plan.',
    }),
    missing: z.array(missing),
    events: z
      .array(event)
      .meta({ description: 'Stretches of hours that stay unmatched, most energy first; at most 20.' }),
    remedies: z.array(remedy).meta({ description: 'Each alone, all else as the scenario has it.' }),
    cheapest: cheapest.exactOptional().meta({ description: 'Absent where no plan exists then either.' }),
    pair: pair.exactOptional().meta({
      description:
        'Two maxima raised together, in the proportion in which the cheapest plan of both goes beyond them; below both no plan exists. Absent where the cheapest plan of all goes beyond fewer than two, so that no pair costs less than one alone, and where no two that were tried are enough.',
    }),
    mixedPair: pair.exactOptional().meta({
      description:
        'A maximum and a change of the load (a deadline, or a share of work that may wait), looked for where nothing but a lower target is enough alone and no two maxima are: the least change with at most twice the maximum that it takes with all of the change, and the least maximum with that. With less of either, and as much of the other, no plan exists. Absent where no such two that were tried are enough.',
    }),
  })
  .meta({ id: 'Repair', description: 'Why no plan of a scenario exists, and what would make one possible.' });

export type Repair = z.output<typeof repairSchema>;
export type Remedy = Repair['remedies'][number];

/** Two remedies at hand: how much of the promise could be kept, and what a plan that keeps it would go beyond. */
export const firstRemediesSchema = z.strictObject({
  target: remedy.exactOptional(),
  cheapest: z
    .union([cheapest, z.literal('notEnough')])
    .exactOptional()
    .meta({
      description: 'notEnough where energy is missing with all maxima lifted too; absent where it was not found out.',
    }),
});

export type FirstRemedies = z.output<typeof firstRemediesSchema>;
