/** `alternatives.json`: how far each size may be from the cheapest plan at a little more cost. Nothing is rounded. */

import * as z from 'zod';
import { money, number, studyHead, text } from '../study-head.ts';

const quantity = z.enum(['capacityMW', 'powerCapacityMW', 'energyCapacityMWh']);
const unit = 'MW or MWh';

const size = z.strictObject({
  phase: z.string(),
  name: text('Of the plant, storage or link, or of the group.'),
  quantity,
  members: z.array(z.string()).exactOptional().meta({ description: 'Of a group: the sizes that it adds up.' }),
  cheapest: number('What stands in the cheapest plan.', unit),
  ranges: z
    .array(
      z.strictObject({
        slack: number('More than the cheapest plan costs, as a share.', '1'),
        least: number(
          'Of a plan that keeps all laws at that cost, or of a mixture of two, which does as well.',
          unit,
        ).exactOptional(),
        noLessThan: number('Proven: no plan at that cost has less.', unit).exactOptional(),
        greatest: number(
          'Of a plan that keeps all laws at that cost, or of a mixture of two, which does as well.',
          unit,
        ).exactOptional(),
        noMoreThan: number('Proven: no plan at that cost has more.', unit).exactOptional(),
      }),
    )
    .meta({ description: 'By rising slack; an end that was not found is absent.' }),
  verdict: z.enum(['mustHave', 'choice', 'open']).meta({
    description:
      'Some of it is in every plan at the largest slack, proven; a plan with next to nothing of it exists; or not found out.',
  }),
});

export const alternativesSchema = z
  .strictObject({
    ...studyHead,
    asked: z.strictObject({
      slack: z.array(z.number().positive()).min(1).max(5),
      groups: z
        .array(z.strictObject({ name: z.string(), members: z.array(z.string()).min(1) }))
        .exactOptional()
        .meta({ description: 'Sizes that are added up, named as `Coast`, `Battery power`, `Battery energy`.' }),
    }),
    status: z.enum(['optimal', 'infeasible', 'unbounded', 'limit']).meta({ description: 'Of the cheapest plan.' }),
    objective: money('Of the cheapest plan.').exactOptional(),
    sizes: z.array(size),
    plans: z
      .array(
        z.strictObject({
          what: text('Towards which end of a range it was found.'),
          objective: money('Recomputed from its hours.'),
          sizes: z.array(z.number()).meta({ description: 'In the order of sizes.' }),
        }),
      )
      .meta({
        description: 'Whole plans at the largest slack that differ most, verified; none beside fewer than two.',
      }),
  })
  .meta({ id: 'Alternatives', description: 'Sizes within a little of the least cost.' });

export type Alternatives = z.output<typeof alternativesSchema>;
