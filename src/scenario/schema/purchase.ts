/** Schema of how things are paid for: as own plant, as energy under a contract, by rent. */

import * as z from 'zod';
import { calendarYear, costByYear, megawattHours, positiveFraction, priceByYear } from './fields.ts';

export const capexPerMW = costByYear.optional().meta({
  description: 'Overnight investment; one number or a table by year of building. From the technology when left out.',
  unit: 'currency/MW',
});
export const fixedOpexPerMWYear = costByYear.optional().meta({
  description: 'Fixed operation and maintenance. From the technology when left out.',
  unit: 'currency/MW/year',
});

const firstYear = calendarYear.optional().meta({
  description:
    'First calendar year of the contract; nothing is had of it in phases that begin before. The first in which the asset can stand when left out.',
  unit: 'year',
});
const lastYear = calendarYear.meta({ description: 'Last calendar year of the contract.', unit: 'year' });
const goneAfter = 'in which a phase ends, and nothing is had of it in later phases';

export const purchase = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('own').meta({ description: 'Bought as plant.' }),
    capexPerMW,
    fixedOpexPerMWYear,
  }),
  z.strictObject({
    kind: z.literal('ppa').meta({ description: 'Bought as energy under a power purchase agreement.' }),
    pricePerMWh: priceByYear.meta({
      description: 'Price of a MWh at the plant: one number, or a table by calendar year in which it is paid.',
      unit: 'currency/MWh',
    }),
    indexedPerYear: z.number().gt(-1).max(1).optional().meta({
      description:
        'Share by which the price changes each year, in real terms, from the first year in which the plant can deliver: −0.02 for a price that stays as it is in money that loses 2 %. Constant when left out.',
      unit: '1/year',
    }),
    takeOrPayMWhPerYear: megawattHours.optional().meta({
      description:
        'Energy that is paid for in every year, taken or not, once the plant can deliver; pays must be used. None when left out.',
      unit: 'MWh/year',
    }),
    mostMWhPerYear: megawattHours.optional().meta({
      description: 'Most that may be taken in a year, at the plant. No limit when left out.',
      unit: 'MWh/year',
    }),
    term: z
      .strictObject({
        firstYear,
        lastYear: lastYear.meta({
          description: `Last calendar year of the contract: one ${goneAfter}, unless merchantPricePerMWh goes on.`,
          unit: 'year',
        }),
        merchantPricePerMWh: priceByYear.optional().meta({
          description:
            'Price of a MWh after the last year, one number or a table by year; nothing is then paid for in any case, or limited. When left out, nothing is had of the plant after its contract.',
          unit: 'currency/MWh',
        }),
      })
      .optional()
      .meta({ description: 'How long the contract lasts. As long as the plan when left out.' }),
    baseload: z
      .strictObject({
        guaranteedShare: positiveFraction.meta({
          description:
            'Share of the hours in which the seller delivers, and of its power that is counted in every hour.',
          unit: '1',
        }),
      })
      .optional()
      .meta({
        description:
          'The same power in every hour, whatever the weather; in place of a capacityFactor. As the weather lets it when left out.',
      }),
    pays: z
      .enum(['produced', 'used'])
      .meta({ description: 'Pays for all that could be produced, curtailed or not, or for what is used.' }),
  }),
]);

export const tolling = z.strictObject({
  kind: z.literal('tolling').meta({ description: 'The storage of somebody else, rented by its power.' }),
  pricePerMWMonth: costByYear.meta({
    description: 'Rent of a MW for a month, one number or a table by year of payment.',
    unit: 'currency/MW/month',
  }),
  term: z
    .strictObject({
      firstYear,
      lastYear: lastYear.meta({ description: `Last calendar year of the contract: one ${goneAfter}.`, unit: 'year' }),
    })
    .optional()
    .meta({ description: 'How long the contract lasts. As long as the plan when left out.' }),
});
