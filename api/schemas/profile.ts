/** A stored profile as the API tells it. */

import * as z from 'zod';
import type { InspectedColumn, Inspection, InspectionAnswers } from '../../src/index.ts';
import { issueSchema } from '../http/problem.ts';
import type { StoredProfile } from '../store/profiles.ts';

/** As it stands after `profile:` in a scenario; no path could be written with it. */
export const profileName = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,99}$/)
  .meta({
    description: 'Letters, digits, _ . and -, up to 100 of them.',
    expectation: 'letters, digits, _ . and -, at most 100, the first a letter or a digit',
  });

export const profileForm = z.strictObject({
  file: z.string().meta({ format: 'binary', description: 'CSV of any known format.' }),
  name: profileName.optional(),
});

const mark = z.string().min(1).max(40);

/** What `profiles inspect` takes as options, under the same names. */
export const inspectionAnswers = z.strictObject({
  zone: z.string().max(64).optional().meta({ description: 'Of the stamps: UTC, +01:00, Africa/Casablanca.' }),
  label: z.enum(['start', 'middle', 'end']).optional().meta({ description: 'What a stamp names of its hour.' }),
  dates: z.enum(['day-first', 'month-first']).optional(),
  decimal: z.enum(['point', 'comma']).optional(),
  missing: z
    .union([mark, z.array(mark).min(1).max(20)])
    .optional()
    .meta({ description: 'Number or word for no value, or several: missing=9999&missing=Bad.' }),
  part: z.string().max(200).optional().meta({ description: 'Sheet of a workbook or file of an archive.' }),
  start: z.string().max(20).optional().meta({ description: 'Of the first row, where nothing tells the time.' }),
  step: z.coerce.number().int().min(1).max(60).optional().meta({ description: 'Minutes between such rows.' }),
  meter: z.enum(['differences', 'values']).optional().meta({ description: 'What only rises is taken as.' }),
});

/** Undefined where nothing is answered. */
export function answersIn({ missing, ...others }: z.output<typeof inspectionAnswers>): InspectionAnswers | undefined {
  const all = { ...others, missing: typeof missing === 'string' ? [missing] : missing };
  const given = Object.entries(all).filter(([, answer]) => answer !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

const detectedColumn = z.strictObject({
  name: z.string(),
  quantity: z.string(),
  unit: z.string().nullable(),
  hours: z.int(),
  missingHours: z.int(),
  duplicateHours: z.int(),
  min: z.number().nullable(),
  mean: z.number().nullable(),
  max: z.number().nullable(),
});

const detected = {
  format: z.string(),
  why: z.string(),
  zone: z.string(),
  label: z.string(),
  stepMinutes: z.number(),
  rows: z.int(),
  firstHour: z.string().optional(),
  lastHour: z.string().optional(),
  typicalYear: z.boolean(),
  synthetic: z.boolean(),
  columns: z.array(detectedColumn),
  warnings: z.array(z.string()),
  questions: z
    .array(z.strictObject({ code: z.string(), question: z.string(), options: z.array(z.string()) }))
    .meta({ description: 'What the file leaves open; the reference in a scenario answers it.' }),
};

export const profileDocument = z
  .strictObject({
    id: z.string().meta({ description: 'SHA-256 of the bytes.' }),
    name: profileName,
    sizeBytes: z.int(),
    createdAt: z.iso.datetime(),
    detected: z.strictObject(detected),
    reference: z.string().meta({ description: 'What to write as file in a scenario.' }),
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'Profile' });

export function documentOfProfile(profile: StoredProfile): ProfileDocument {
  return {
    id: profile.id,
    name: profile.name,
    sizeBytes: profile.size_bytes,
    createdAt: profile.created_at.toISOString(),
    detected: detectedOf(profile.detected as Inspection),
    reference: `profile:${profile.name}`,
    links: { self: `/v1/profiles/${profile.name}` },
  };
}

function detectedOf(inspection: Inspection): ProfileDocument['detected'] {
  const { format, why, zone, label, stepMinutes, rows, firstHour, lastHour, typicalYear, synthetic } = inspection;
  return {
    ...{ format, why, zone, label, stepMinutes, rows },
    ...(firstHour === undefined ? {} : { firstHour }),
    ...(lastHour === undefined ? {} : { lastHour }),
    ...{ typicalYear, synthetic },
    columns: inspection.columns.map(columnOf),
    warnings: inspection.warnings.map(({ message }) => message),
    questions: inspection.questions.map(({ code, question, options }) => ({
      code,
      question,
      options: options.map(asReferenced),
    })),
  };
}

/** As the reference in a scenario gives an answer: `zone: UTC` for `--zone UTC`. */
const asReferenced = (option: string) =>
  option
    .replace(/^--/, '')
    .replace(/^capacity /, 'capacityMW ')
    .replace(' ', ': ');

function columnOf(column: InspectedColumn): z.output<typeof detectedColumn> {
  const { name, quantity, unit, hours, missingHours, duplicateHours, min, mean, max } = column;
  return { name, quantity, unit, hours, missingHours, duplicateHours, min, mean, max };
}

const means = z.array(z.number().nullable());

/** Everything that is known of a file, for whoever looks at it. */
export const inspectionDocument = z
  .strictObject({
    ...detected,
    columns: z.array(
      detectedColumn.extend({
        monthlyMeans: means.meta({ description: 'January first; null for months without a value.' }),
        hourOfDayMeans: means.meta({ description: 'By hour of the day, 00:00 first.' }),
        weeklyMeans: means.meta({ description: 'Fifty-two weeks from the first hour of the year.' }),
      }),
    ),
    gaps: z
      .array(z.strictObject({ from: z.string(), to: z.string(), hours: z.int() }))
      .meta({ description: 'Hours without a row; the first hundred.' }),
    faults: z.array(issueSchema).meta({ description: 'What keeps the file from being used with these answers.' }),
  })
  .meta({ id: 'Inspection' });

export type InspectionDocument = z.output<typeof inspectionDocument>;
export type ProfileDocument = z.output<typeof profileDocument>;

export function documentOfInspection(inspection: Inspection): InspectionDocument {
  return {
    ...detectedOf(inspection),
    columns: inspection.columns.map((column) => ({
      ...columnOf(column),
      monthlyMeans: [...column.monthlyMeans],
      hourOfDayMeans: [...column.hourOfDayMeans],
      weeklyMeans: [...column.weeklyMeans],
    })),
    gaps: inspection.gaps.map((gap) => ({ ...gap })),
    faults: [...inspection.faults],
  };
}
