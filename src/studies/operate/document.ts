/** `operate.json`: what a plan reaches when the hours ahead are forecast, not known. Nothing is rounded. */

import * as z from 'zod';
import { number, studyHead, text } from '../study-head.ts';

const energy = (description: string) => number(description, 'MWh');

const forecast = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('perfect') }),
  z.strictObject({ kind: z.literal('persistence') }),
  z.strictObject({
    kind: z.literal('errors'),
    dayAheadError: z.number().positive().max(1).meta({
      description: 'Mean absolute error 24 hours ahead, of what a plant can make, before its limits cut it.',
      unit: '1',
    }),
    autocorrelation: z.number().min(0).max(1).meta({ description: 'Of the errors of successive hours.', unit: '1' }),
    seed: z.int().min(0).meta({ description: 'The same seed makes the same errors.' }),
  }),
  z.strictObject({ kind: z.literal('file') }).meta({ description: 'Issued forecasts, from the file under `inputs`.' }),
]);

const performance = z
  .strictObject({
    cfeScore: number('Share of the load served without the grid.', '1'),
    unmatchedMWh: energy('Imported, and what the states at the end fall short of those at the beginning.'),
    unmatchedHours: number('Hours with import that counts.', 'hours'),
    closingMWh: energy('Of it, what the states fall short; nothing before the year has ended.'),
    operatingCostPerYear: number(
      'What follows from hours, without the plant; absent before the year has ended.',
      'currency/year',
    ).exactOptional(),
  })
  .meta({ description: 'Of the hours that are done.' });

export const operationSchema = z.strictObject({
  ...studyHead,
  resultSha256: text('Of the result.json that was operated.'),
  asked: z.strictObject({
    phase: z.string(),
    weatherYear: z.string(),
    windowHours: z.int().positive().meta({ description: 'How far ahead each window looks.', unit: 'hours' }),
    stepHours: z.int().positive().meta({ description: 'After how many of them it is made anew.', unit: 'hours' }),
    hours: z.int().positive().exactOptional().meta({ description: 'Of the year, the first; all where absent.' }),
    solver: z.enum(['javascript-lp-solver', 'highs']),
    forecast,
    precautionPerMWhHour: number(
      'What it is worth that a MWh is in store, or a MWh of work done, for an hour; by the mean price of the plan where absent.',
      'currency/MWh/h',
    ).exactOptional(),
    unmatchedPricePerMWh: number(
      'Of import beyond what the plan leaves; twice the dearest hour of the plan where absent.',
      'currency/MWh',
    ).exactOptional(),
  }),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: z.string() })).meta({ description: 'Issued forecasts.' }),
  target: number('Of an hourly promise; absent where there is none.', '1').exactOptional(),
  hours: z.int().meta({ description: 'Of the weather year.', unit: 'hours' }),
  hoursDone: z.int().meta({ description: 'Fewer where it was asked for fewer, or stopped.', unit: 'hours' }),
  prices: z.strictObject({
    unmatchedPerMWh: number('Of import, by the promise of the year, in the duals of the plan.', 'currency/MWh'),
    beyondPerMWh: number('Of import beyond what the plan leaves.', 'currency/MWh').exactOptional(),
    precautionPerMWhHour: number('See `asked`.', 'currency/MWh/h'),
  }),
  plan: performance,
  perfect: performance,
  forecast: performance.exactOptional().meta({ description: 'Absent where forecasts are perfect.' }),
  forecastErrors: z
    .array(
      z.strictObject({
        plant: z.string(),
        leadHours: number('How far ahead.', 'hours'),
        meanAbsoluteError: number('Of the capacity factor, over all windows.', '1'),
      }),
    )
    .meta({ description: 'As they came out; none where forecasts are perfect.' }),
  months: z
    .array(
      z.strictObject({
        month: z.int(),
        planMWh: energy('Unmatched by the plan.'),
        perfectMWh: energy('With perfect forecasts.'),
        forecastMWh: energy('With the forecasts asked for.').exactOptional(),
      }),
    )
    .meta({ description: 'Of a whole year; none of fewer hours.' }),
  dearest: z
    .array(z.strictObject({ stamp: z.string(), unmatchedMWh: energy('Imported in it.') }))
    .meta({ description: 'The hours with most import, with the forecasts asked for.' }),
});

export type Operation = z.infer<typeof operationSchema>;
