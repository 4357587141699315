/** `values.json`: what things are worth in a plan, from the duals that prove it. Nothing is rounded. */

import * as z from 'zod';
import { money, number, studyHead, text } from '../study-head.ts';

const quantity = z.enum(['capacityMW', 'powerCapacityMW', 'energyCapacityMWh']);
const perUnit = 'currency per MW or MWh';

const building = z.strictObject({
  name: z.string(),
  quantity,
  builtIn: text('Phase that builds it.'),
  built: number('What that phase builds of it.', 'MW or MWh'),
  costPerUnit: number('Present value of capital and fixed operation of one more unit.', perUnit),
  incomePerUnit: number(
    'Present value of what its hours would earn at the shadow prices, less what using it costs.',
    perUnit,
  ),
  profitPerUnit: number('Income less cost: 0 where some is built and more could be, below 0 where none is.', perUnit),
  breakEvenPricePerMWh: number(
    'The price at which a contract that pays for all that could be produced would just be signed; of plants alone.',
    'currency/MWh',
  ).exactOptional(),
});
const standing = z.strictObject({
  phase: z.string(),
  name: z.string(),
  quantity,
  size: number('What stands.', 'MW or MWh'),
  worthPerUnitYear: number(
    'What one more unit would save in a year of the phase if it stood there for nothing.',
    `${perUnit} and year`,
  ),
  scarcityPerUnitYear: number(
    'What one more unit of site, storage or link maximum would save in a year; 0 below the maximum.',
    `${perUnit} and year`,
  ),
});
const firm = z.strictObject({
  phase: z.string(),
  name: z.string(),
  moreMW: number('Standing for nothing beside what stands.', 'MW'),
  moreMWh: number('Of a storage, with it.', 'MWh').exactOptional(),
  firmMW: number('Load in every hour that so much more would carry at the same cost and promise, at most.', 'MW'),
});
const prices = z.strictObject({
  phase: z.string(),
  weatherYear: z.string(),
  meanPricePerMWh: number('Of the facility load, each hour at its shadow price.', 'currency/MWh'),
  dearestPercentShare: number(
    'Of what the load of the year is worth, the part in its dearest hundredth of hours.',
    '1',
  ),
  months: z
    .array(number('Of the load of the month.', 'currency/MWh'))
    .meta({ description: 'Twelve, or none of a shorter year.' }),
  tiers: z.array(z.strictObject({ name: z.string(), pricePerMWh: number('Of its own power.', 'currency/MWh') })),
  dearest: z
    .array(z.strictObject({ stamp: z.string(), pricePerMWh: z.number() }))
    .meta({ description: 'At most ten hours.' }),
});
const flexibility = z.strictObject({
  phase: z.string(),
  tier: z.string(),
  worthPerDeadlineHour: money('What one more hour of deadline would save, discounted: the slope at this plan.'),
});

export const valuesSchema = z
  .strictObject({
    ...studyHead,
    resultSha256: text('Of the result.json that it was made from.'),
    audits: z.strictObject({
      zeroProfit: z.strictObject({
        assets: number('Sizes strictly between nothing and their maximum.', '1'),
        largestShare: number('The largest profit or loss of any of them, as a share of the cost of the plan.', '1'),
      }),
      strongDuality: z.strictObject({
        objective: money('Cost of the plan.'),
        dualBound: money('What its duals prove.'),
        relativeGap: z.number(),
      }),
    }),
    building: z.array(building),
    standing: z.array(standing),
    firm: z.array(firm).meta({ description: 'By the duals: the slope at this plan.' }),
    prices: z.array(prices),
    flexibility: z.array(flexibility),
  })
  .meta({ id: 'Values', description: 'What things are worth in a plan.' });

export type Values = z.output<typeof valuesSchema>;
