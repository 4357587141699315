/** `outsample.json`: what the sizes of a plan do in weather they were not sized on. Nothing is rounded. */

import * as z from 'zod';
import { money, number, studyHead, text } from '../study-head.ts';

const energy = (description: string) => number(description, 'MWh');

const testedYear = z.strictObject({
  name: z.string(),
  kind: z.enum(['sized', 'weather', 'stress']).meta({
    description: 'A year that the plan was sized on, another, or one that was made harder than it was.',
  }),
  what: text('What was done to a year that was made harder.').exactOptional(),
});
const worst = z.strictObject({
  hours: number('Length of the window.', 'hours'),
  from: text('First hour of the window in which most is missing, UTC.'),
  unmatchedMWh: energy('Missing in it.'),
});
const yearResult = z.strictObject({
  name: z.string(),
  cfeScore: number('The best that these sizes reach in that year.', '1'),
  unmatchedMWh: energy('The least that stays unmatched, to a ten-thousandth of it.'),
  atLeastMWh: energy('Proven by duals: no dispatch of these sizes leaves less.'),
  unmatchedHours: number('Hours in which anything does, in the dispatch that was found.', 'hours'),
  meetsTarget: z.boolean().exactOptional().meta({ description: 'Of an hourly target; absent where there is none.' }),
  worst: z.array(worst).meta({ description: 'Of 24, 72 and 168 hours, in the dispatch that was found.' }),
});
const summary = z.strictObject({
  n: z.int().meta({ description: 'Weather years that the plan was not sized on, as they were.' }),
  missed: z.int().exactOptional().meta({ description: 'Of them, those that miss an hourly target.' }),
  quantiles: z
    .array(
      z.strictObject({
        share: number('Of the years, those with no more unmatched than this.', '1'),
        unmatchedMWh: energy('Of the year that is at that rank.'),
        cfeScore: number('Of the year that is at that rank of scores, from the best down.', '1'),
      }),
    )
    .meta({ description: 'Years by rank, nothing in between.' }),
  conditionalValueAtRisk: z.strictObject({
    share: number('Of the years, the worst.', '1'),
    unmatchedMWh: energy('Their mean.'),
  }),
});
const phases = z.array(
  z.strictObject({
    name: z.string(),
    years: z.array(yearResult).meta({ description: 'In the order in which they are named.' }),
    summary: summary.exactOptional().meta({ description: 'Absent where no year was tested that is not sized on.' }),
  }),
);
const plannedOn = {
  sizedOn: z.array(z.string()).meta({ description: 'Weather years that the plan knows.' }),
  status: z.enum(['optimal', 'infeasible', 'unbounded', 'limit']).meta({ description: 'Of the plan on them.' }),
  objective: money('What it costs; absent where there is none.').exactOptional(),
};
const fold = z.strictObject({ ...plannedOn, testedIn: z.array(z.string()), phases });
const grown = z.strictObject({
  ...plannedOn,
  steps: z
    .array(
      z.strictObject({
        objective: money('Of the plan before the year was added.'),
        missed: z.int().meta({ description: 'Years that missed the target with it.' }),
        added: text('The one of them in which most is missing.'),
        unmatchedMWh: energy('Unmatched in it, in all phases.'),
      }),
    )
    .meta({ description: 'In the order in which they were added.' }),
});

export const outsampleSchema = z
  .strictObject({
    ...studyHead,
    resultSha256: text('Of the result.json whose sizes were tested.'),
    asked: z.strictObject({
      weatherYears: z.array(z.string()).meta({ description: 'Names beside those of the plan.' }),
      stress: z.boolean(),
      fold: z.int().exactOptional().meta({ description: 'Parts of all years.' }),
      grow: z.boolean().exactOptional(),
    }),
    inputs: z
      .array(z.strictObject({ file: z.string(), sha256: z.string() }))
      .meta({ description: 'Profiles of the years tested.' }),
    target: number('Of hourly matching; absent where another promise was asked for.', '1').exactOptional(),
    tested: z.array(testedYear),
    phases: phases.meta({ description: 'Years in the order of tested.' }),
    folds: z
      .array(fold)
      .exactOptional()
      .meta({ description: 'All years in parts, each tested with sizes of all others.' }),
    grown: grown
      .exactOptional()
      .meta({ description: 'The plan with the worst missed year added until none is missed.' }),
  })
  .meta({ id: 'Outsample', description: 'The sizes of a plan in weather years they were not sized on.' });

export type Outsample = z.output<typeof outsampleSchema>;
