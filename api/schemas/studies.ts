/**
 * Studies that a run may be beside plan and dispatch, in one table: what each stands on, what may be asked of it and within
 * which bounds, and what it answers. Requests, the queue, results and the OpenAPI document follow from it.
 */

import * as z from 'zod';
import type { AskedStudy } from '../../src/index.ts';
import { isIssue, rangeValues } from '../../src/scenario/variation.ts';
import { alternativesSchema } from '../../src/studies/alternatives/document.ts';
import { operationSchema } from '../../src/studies/operate/document.ts';
import { outsampleSchema } from '../../src/studies/outsample/document.ts';
import { repairSchema } from '../../src/studies/repair/document.ts';
import { sweepSchema } from '../../src/studies/sweep/document.ts';
import { valuesSchema } from '../../src/studies/values/document.ts';

type Document = Readonly<Record<string, unknown>>;

export interface Study {
  /** A scenario, or the plan that a run has found. */
  readonly standsOn: 'scenario' | 'run';
  readonly summary: string;
  readonly asked: z.ZodType;
  /** Of what is asked, for whoever reads the description. */
  readonly example: Readonly<Record<string, unknown>>;
  /** As its command writes it, but for where it stood. */
  readonly document: z.ZodType;
  /** Of the scenario of the run it stands on: another that it reads besides, and whose profiles it needs. */
  beside?(scenario: Document, asked: Readonly<Record<string, unknown>>): Document | undefined;
}

const MOST_YEARS = 20;
/** Two weeks. */
const LONGEST_WINDOW = 336;
const HOURS_OF_LEAP_YEAR = 8784;

const rising = (list: readonly number[]) => list.every((value, at) => at === 0 || value > list[at - 1]!);
const distinct = (list: readonly string[]) => new Set(list).size === list.length;
const hours = (description: string, most: number) => z.int().min(1).max(most).meta({ description, unit: 'hours' });
const price = (description: string, unit: string) => z.number().min(0).max(1e9).optional().meta({ description, unit });
const shareOf = (description: string) => z.number().min(0).max(1).meta({ description, unit: '1' });
const name = (description: string) => z.string().min(1).max(200).meta({ description });

const nothing = z.strictObject({});

const outsampleAsked = z
  .strictObject({
    weatherYears: z
      .array(name('Of a weather year: profiles are named with it, as the scenario names its own.'))
      .max(MOST_YEARS)
      .refine(distinct)
      .default([])
      .meta({
        description: 'Beside those of the plan, each once.',
        expectation: 'names, each once; one at least without stress',
      }),
    stress: z.boolean().default(true).meta({ description: 'Also in years that are made harder than they were.' }),
    fold: z
      .int()
      .min(2)
      .max(MOST_YEARS)
      .exactOptional()
      .meta({ description: 'All years in so many parts, each tested with sizes that are planned on the others.' }),
    grow: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Adds the worst missed year and plans again, until none is missed.' }),
  })
  .refine(({ weatherYears, stress }) => stress || weatherYears.length > 0, { path: ['weatherYears'] });

const operateAsked = z
  .strictObject({
    phase: name('The first when left out.').optional(),
    weatherYear: name('The first when left out.').optional(),
    windowHours: hours('How far ahead each window looks.', LONGEST_WINDOW).default(36),
    stepHours: hours('After how many of them it is made anew.', LONGEST_WINDOW)
      .default(24)
      .meta({ expectation: `a whole number of hours from 1 to ${LONGEST_WINDOW}, no more than windowHours` }),
    hours: hours('Of the year, the first; all when left out.', HOURS_OF_LEAP_YEAR).optional(),
    solver: z
      .enum(['javascript-lp-solver', 'highs'])
      .default('javascript-lp-solver')
      .meta({ description: 'Of windows.' }),
    forecast: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('perfect') }),
        z.strictObject({ kind: z.literal('persistence') }),
        z.strictObject({
          kind: z.literal('errors'),
          dayAheadError: z.number().gt(0).max(1).default(0.1).meta({
            description: 'Mean absolute error 24 hours ahead, of what a plant can make.',
            unit: '1',
          }),
          autocorrelation: shareOf('Of the errors of successive hours.').default(0.95),
          seed: z.int().min(0).max(999_999_999).default(1),
        }),
      ])
      .prefault({ kind: 'persistence' }),
    precautionPerMWhHour: price('Worth of a MWh held for an hour, as forecasts may err.', 'currency/MWh/h'),
    unmatchedPricePerMWh: price('Of import beyond what the plan leaves.', 'currency/MWh'),
  })
  .refine(({ windowHours, stepHours }) => stepHours <= windowHours, { path: ['stepHours'] });

const MOST_GROUPS = 10;
const MOST_MEMBERS = 100;

const alternativesAsked = z.strictObject({
  slack: z.array(z.number().min(1e-4).max(1)).min(1).max(5).refine(rising).default([0.01, 0.02, 0.05]).meta({
    description: 'How much more than the least cost, as shares of it; each larger than the one before.',
    expectation: 'shares from 0.0001 to 1, each larger than the one before, such as [0.01, 0.05]',
  }),
  groups: z
    .array(
      z.strictObject({
        name: name('Of the group, in the answer.'),
        members: z.array(name('Such as Coast, Battery power or Battery energy.')).min(1).max(MOST_MEMBERS),
      }),
    )
    .max(MOST_GROUPS)
    .exactOptional()
    .meta({ description: 'Sizes of one unit, MW or MWh, that are looked at as one beside each by itself.' }),
});

const scalar = z.union([z.number(), z.string().max(80), z.boolean()]);
export const MOST_POINTS = 50;

type Range = { readonly from: number; readonly to: number; readonly step: number };

/** Of a range that holds no value or that nobody could count there are none. */
function countOf(values: Range | readonly unknown[]): number {
  if (!('from' in values)) return values.length;
  const made = rangeValues(values.from, values.to, values.step, MOST_POINTS);
  return isIssue(made) ? Number.NaN : made.length;
}

const sweepAsked = z
  .strictObject({
    vary: z
      .array(
        z.strictObject({
          path: z
            .string()
            .min(1)
            .max(200)
            .meta({ description: 'Such as matching.target, or storages[Battery].maximumMW.' }),
          values: z.union([
            z.array(scalar).min(1).max(MOST_POINTS),
            z.strictObject({ from: z.number(), to: z.number(), step: z.number().gt(0) }),
          ]),
        }),
      )
      .min(1)
      .max(2)
      .refine((vary) => vary.reduce((all, { values }) => all * countOf(values), 1) <= MOST_POINTS)
      .meta({
        description: `What is varied; two paths make a grid. At most ${MOST_POINTS} values in all.`,
        expectation: `one or two paths, with from 1 to ${MOST_POINTS} values in all`,
      }),
    band: z.number().min(1e-6).lt(1).optional().meta({
      description:
        'Solves as few values as leave the cost of every other in a band of this width, proven on both sides; of one path of numbers.',
      unit: '1',
      expectation: 'a share of the cost from 0.000001 to below 1, where one path of numbers is varied',
    }),
    lastPercent: z.boolean().default(false).meta({
      description: 'What the last points of target cost, where matching.target alone is varied.',
      expectation: 'false where anything but matching.target is varied',
    }),
  })
  .refine(({ vary, band }) => band === undefined || (vary.length === 1 && isOfNumbers(vary[0]!.values)), {
    path: ['band'],
  })
  .refine(({ vary, lastPercent }) => !lastPercent || (vary.length === 1 && vary[0]!.path === 'matching.target'), {
    path: ['lastPercent'],
  });

const isOfNumbers = (values: Range | readonly unknown[]) =>
  'from' in values || values.every((value) => typeof value === 'number');

export type SweepAsked = z.output<typeof sweepAsked>;

export const studies = {
  values: {
    standsOn: 'run',
    summary: 'What sizes, hours and flexibility are worth, by the duals of a plan.',
    asked: nothing,
    example: {},
    document: valuesSchema,
  },
  outsample: {
    standsOn: 'run',
    summary: 'The sizes of a plan in weather years they were not sized on, and in years made harder.',
    asked: outsampleAsked,
    example: { weatherYears: ['synthetic-2006', 'synthetic-2007'], stress: false },
    document: outsampleSchema,
    beside: (scenario: Document, { weatherYears }: Pick<z.output<typeof outsampleAsked>, 'weatherYears'>) =>
      weatherYears.length === 0
        ? undefined
        : { ...scenario, weatherYears: weatherYears.map((year) => ({ name: year })) },
  },
  operate: {
    standsOn: 'run',
    summary: 'A plan operated without its foresight, window by window, against perfect foresight.',
    asked: operateAsked,
    example: { forecast: { kind: 'errors', dayAheadError: 0.1 }, hours: 720 },
    document: operationSchema,
  },
  repair: {
    standsOn: 'scenario',
    summary: 'Why a scenario has no plan, and the least of each remedy that would make one possible.',
    asked: nothing,
    example: {},
    document: repairSchema,
  },
  alternatives: {
    standsOn: 'scenario',
    summary: 'The least and greatest of each size, and of named groups, at a little more than the least cost.',
    asked: alternativesAsked,
    example: { slack: [0.01, 0.05], groups: [{ name: 'plants', members: ['Coast', 'Desert'] }] },
    document: alternativesSchema,
  },
  sweep: {
    standsOn: 'scenario',
    summary: 'The plan of a scenario with one or two fields varied: solved, or proven to lie in a band.',
    asked: sweepAsked,
    example: { vary: [{ path: 'matching.target', values: { from: 0.9, to: 1, step: 0.02 } }], band: 0.01 },
    document: sweepSchema,
  },
} as const satisfies Readonly<Record<AskedStudy | 'sweep', Study>>;

export type StudyName = keyof typeof studies;

export const studyNames = Object.keys(studies) as [StudyName, ...StudyName[]];
