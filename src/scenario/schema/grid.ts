/** Schema of the public grid: prices, limits, what its energy emits and how much of it is free of carbon. */

import * as z from 'zod';
import { most } from './bounds.ts';
import {
  byYear,
  calendarYear,
  costByYear,
  fraction,
  fractionBelowOne,
  importPrice,
  megawatts,
  name,
  priceOrReference,
  reference,
} from './fields.ts';

const carbonIntensity = z.number().min(0).max(most.carbonIntensityKgPerMWh);
const carbonFactor = z.strictObject({
  value: carbonIntensity.meta({ description: 'Emissions per MWh, as CO₂ equivalent.', unit: 'kg/MWh' }),
  kind: z.enum(['direct', 'lifeCycle']).meta({
    description: 'At the power stations alone, as scope 2 counts, or over the life cycle of fuel and plant.',
  }),
  year: calendarYear.meta({ description: 'Calendar year that the number is of.', unit: 'year' }),
  source: name.meta({ description: 'Where the number is from.' }),
});

const exportShare = z.strictObject({
  maximum: fractionBelowOne.meta({ description: 'Largest share of it that is exported in a year.', unit: '1' }),
  of: z.enum(['generation', 'load']).meta({
    description:
      'Of the generation that serves load or export, at the site and without what storages lose, as law 82-21 limits what is sold to a fifth; or of the load.',
  }),
});

export const grid = z.strictObject({
  importPricePerMWh: importPrice.meta({
    description:
      'Price of imported energy, as one number, a table by year of payment, or an hourly profile of unit pricePerMWh.',
    unit: 'currency/MWh',
  }),
  exportPricePerMWh: priceOrReference.meta({
    description:
      'Price paid for exported energy, as one number or an hourly profile of unit pricePerMWh; where both may flow, at most the import price of the hour.',
    unit: 'currency/MWh',
  }),
  subscribedPowerCostPerMWYear: costByYear.meta({
    description: 'Yearly charge for subscribed import power, one number or a table by year.',
    unit: 'currency/MW/year',
  }),
  importLimitMW: megawatts.optional().meta({ description: 'Largest import. No limit when left out.', unit: 'MW' }),
  exportLimitMW: megawatts.optional().meta({ description: 'Largest export. No limit when left out.', unit: 'MW' }),
  exportShare: exportShare.optional().meta({ description: 'Largest export of a year. No limit when left out.' }),
  carbonIntensityKgPerMWh: z.union([carbonIntensity, carbonFactor]).meta({
    description: 'Emissions of imported energy, as one number or as a number with its kind, year and source.',
    unit: 'kg/MWh',
  }),
  residualMixKgPerMWh: carbonFactor.optional().meta({
    description:
      "Emissions of grid energy that nobody claims, which scope 2 by the market counts for load without certificates: the residual mix, or a fossil factor where none is published, as the source says. The ledger alone counts it; when left out, the grid's own divided by its share that is not free of carbon.",
    unit: 'kg/MWh',
  }),
  carbonPricePerTonne: costByYear.optional().meta({
    description:
      'Price of what imported energy emits, beside its own; one number or a table by calendar year in which it is paid. None when left out.',
    unit: 'currency/t',
  }),
  emissionsLimitTonnesPerYear: byYear(z.number().min(0).max(most.tonnesPerYear)).optional().meta({
    description:
      'The most that imported energy may emit in a year, in every weather year; one number or a table by calendar year, of which the least of a phase holds. No limit when left out.',
    unit: 't/year',
  }),
  carbonFreeShare: z.union([fraction, reference]).optional().meta({
    description:
      'Share of the imported energy that is free of carbon, as one number or an hourly profile of unit share: the score is then told with it too, beside the one that counts nothing of the grid. Nothing else changes. Not told when left out.',
    unit: 'share',
  }),
});
