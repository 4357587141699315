/** `sweep.json`: one answer, or one proven band, a value of what is varied. Nothing is rounded. */

import * as z from 'zod';

const text = (description: string) => z.string().meta({ description });
const number = (description: string, unit: string) => z.number().meta({ description, unit });
const money = (description: string) => number(description, 'currency');
const scalar = z.union([z.number(), z.string(), z.boolean()]);

const size = z.strictObject({
  phase: z.string(),
  name: text('Of the plant, storage or link, or grid.'),
  quantity: z.enum(['capacityMW', 'powerCapacityMW', 'energyCapacityMWh', 'subscribedPowerMW']),
  size: number('What stands.', 'MW or MWh'),
});
const answer = z.strictObject({
  status: z.enum(['optimal', 'infeasible', 'unbounded', 'limit']),
  objective: money('Cost of the plan; absent where there is none.').exactOptional(),
  dualBound: money('No plan costs less.').exactOptional(),
  levelisedCostPerMWh: number('Of the last phase.', 'currency/MWh').exactOptional(),
  lowestCfeScore: number('Of all phases and weather years.', '1').exactOptional(),
  sizes: z.array(size),
  resultSha256: text('Of its result.json.'),
});
const band = z.strictObject({
  lower: money('Proven by the duals of neighbours: no plan costs less.').exactOptional(),
  lowerBy: z.array(z.int()).exactOptional().meta({ description: 'Indices of those neighbours.' }),
  lowerShare: number('How much of the duals of the second of them it takes.', '1').exactOptional(),
  upper: money('Some plan costs this: a mixture of those of the neighbours that keeps every law.').exactOptional(),
  upperBy: z.array(z.int()).exactOptional().meta({ description: 'Indices of those neighbours.' }),
  upperShare: number('How much of the second of them it takes.', '1').exactOptional(),
});
const point = z.strictObject({
  values: z.array(scalar).min(1).max(2).meta({ description: 'Of what is varied, in the order of vary.' }),
  contentHash: text('Of the scenario with these values.'),
  place: text(
    'Directory of the result, from this one; absent where it was not solved, or where its result is not kept.',
  ).exactOptional(),
  answer: answer.exactOptional().meta({ description: 'Absent where it was not solved.' }),
  band: band.exactOptional().meta({ description: 'Where a band was asked for and this value was not solved.' }),
});

const event = z.strictObject({
  phase: z.string(),
  weatherYear: z.string(),
  from: text('First hour, UTC.'),
  hours: number('How long it lasts.', 'hours'),
  unmatchedMWh: number('Energy that is missing in it.', 'MWh'),
});
const lastPercent = z.strictObject({
  steps: z
    .array(
      z.strictObject({
        from: z.number(),
        to: z.number(),
        costPerPoint: money('What one more point of target costs between the two: a hundredth of the load.'),
      }),
    )
    .meta({ description: 'From each solved target to the next.' }),
  target: number('The last solved target below the highest: its plan leaves open what the last step closes.', '1'),
  events: z.array(event).meta({ description: 'Stretches of hours unmatched there, most energy first; at most 20.' }),
});

export const sweepSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    hourmatchVersion: z.string(),
    synthetic: z.boolean().meta({ description: 'True where any profile was generated, not measured.' }),
    scenario: z.strictObject({ name: z.string(), currency: z.string() }),
    study: z.enum(['plan', 'dispatch']),
    vary: z
      .array(z.strictObject({ path: text('What is varied.'), values: z.array(scalar).min(1) }))
      .min(1)
      .max(2),
    band: number('The widest that was asked for, as a share of the cost.', '1').exactOptional(),
    complete: z.boolean().meta({ description: 'False where it was stopped: the same command goes on.' }),
    points: z.array(point).meta({ description: 'In the order of the values; of two paths the second changes first.' }),
    lastPercent: lastPercent.exactOptional(),
  })
  .meta({ id: 'Sweep', description: 'A scenario with one or two fields varied.' });

export type Sweep = z.output<typeof sweepSchema>;
export type SweepPoint = Sweep['points'][number];
export type SweepAnswer = NonNullable<SweepPoint['answer']>;
export type LastPercent = NonNullable<Sweep['lastPercent']>;
