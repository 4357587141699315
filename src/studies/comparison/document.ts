/** `comparison.json`: what differs between results, the differences first. Nothing is rounded. */

import * as z from 'zod';

const text = (description: string) => z.string().meta({ description });
const number = (description: string, unit: string) => z.number().meta({ description, unit });

const money = (description: string) => number(description, 'currency');
const splitCost = {
  old: money('In the first result.'),
  oldAtNewPrices: money('The old plan, sizes and hours as they were, at the prices of the other scenario.'),
  new: money('In the other result.'),
};

/** A list, such as a cost by year, as its JSON. */
const scalar = z.union([z.number(), z.string(), z.boolean()]);

const changedInput = z.strictObject({
  path: text('Where it stands in the scenario; things of a list by their name: renewables[Coast].siteMaximumMW.'),
  old: scalar.exactOptional().meta({ description: 'Absent where the first scenario has nothing there.' }),
  new: scalar.exactOptional().meta({ description: 'Absent where the other scenario has nothing there.' }),
});
const changedSize = z.strictObject({
  phase: z.string(),
  name: text('Of the plant, storage or link, or grid.'),
  quantity: z.enum(['capacityMW', 'powerCapacityMW', 'energyCapacityMWh', 'subscribedPowerMW']),
  old: number('What stood; 0 where there was no such thing.', 'MW or MWh'),
  new: number('What stands; 0 where there is no such thing.', 'MW or MWh'),
});
const changedScore = z.strictObject({
  phase: z.string(),
  weatherYear: z.string().exactOptional().meta({ description: 'Absent for what is of the whole phase.' }),
  quantity: text('As result.json names it: cfeScore, unmatchedMWh, levelisedCostPerMWh and so on.'),
  old: z.number(),
  new: z.number(),
});
const flipped = z.strictObject({
  phase: z.string(),
  weatherYear: z.string(),
  nowUnmatched: number('Hours that were matched and no longer are.', 'hours'),
  nowMatched: number('Hours that were unmatched and no longer are.', 'hours'),
  storageTurned: number('Hours in which storages together charged in one and discharged in the other.', 'hours'),
  first: z.array(z.strictObject({ stamp: z.string(), oldImportMW: z.number(), newImportMW: z.number() })).meta({
    description: 'Of the hours that flipped, those in which import changed most; at most ten, in order of time.',
  }),
});

const difference = z.strictObject({
  result: text('The label of the other result.'),
  inputs: z.array(changedInput),
  sizes: z.array(changedSize),
  cost: z
    .strictObject({
      ...splitCost,
      priceEffect: money('oldAtNewPrices − old: what the change of prices alone would have done.'),
      volumeEffect: money('new − oldAtNewPrices: what other sizes and other hours did.'),
      items: z.array(z.strictObject({ phase: z.string(), name: z.string(), kind: z.string(), ...splitCost })),
    })
    .exactOptional(),
  scores: z.array(changedScore),
  hours: z.array(flipped),
  notCompared: z.array(text('What could not be compared, and why.')),
});

const compared = z.strictObject({
  label: text('The name of its directory, or what the caller calls it.'),
  name: text('Of the scenario.'),
  contentHash: text('Of the scenario.'),
  resultSha256: text('Of its result.json.'),
  study: z.enum(['plan', 'dispatch']),
  status: z.string().exactOptional(),
  currency: z.string(),
  objective: money('Recomputed from the hours; absent where there is no plan.').exactOptional(),
});

export const comparisonSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    hourmatchVersion: z.string(),
    synthetic: z.boolean().meta({ description: 'True where any profile of any of them was generated, not measured.' }),
    results: z.array(compared).min(2).max(4).meta({ description: 'The first is what the others are compared with.' }),
    differences: z.array(difference).min(1).max(3).meta({ description: 'One for each result after the first.' }),
  })
  .meta({ id: 'Comparison', description: 'Two to four results of hourmatch, differences first.' });

export type Comparison = z.output<typeof comparisonSchema>;
export type Difference = Comparison['differences'][number];
export type ChangedInput = Difference['inputs'][number];
