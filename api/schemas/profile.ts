/** A stored profile as the API tells it. */

import * as z from 'zod';
import type { Inspection } from '../../src/index.ts';
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

export const profileDocument = z
  .strictObject({
    id: z.string().meta({ description: 'SHA-256 of the bytes.' }),
    name: profileName,
    sizeBytes: z.int(),
    createdAt: z.iso.datetime(),
    detected: z.strictObject({
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
    }),
    reference: z.string().meta({ description: 'What to write as file in a scenario.' }),
    links: z.strictObject({ self: z.string() }),
  })
  .meta({ id: 'Profile' });

export function documentOfProfile(profile: StoredProfile): z.output<typeof profileDocument> {
  const { format, why, zone, label, stepMinutes, rows, firstHour, lastHour, ...detected } =
    profile.detected as Inspection;
  return {
    id: profile.id,
    name: profile.name,
    sizeBytes: profile.size_bytes,
    createdAt: profile.created_at.toISOString(),
    detected: {
      format,
      why,
      zone,
      label,
      stepMinutes,
      rows,
      ...(firstHour === undefined ? {} : { firstHour }),
      ...(lastHour === undefined ? {} : { lastHour }),
      typicalYear: detected.typicalYear,
      synthetic: detected.synthetic,
      columns: detected.columns.map(
        ({ name, quantity, unit, hours, missingHours, duplicateHours, min, mean, max }) => ({
          ...{ name, quantity, unit, hours, missingHours, duplicateHours, min, mean, max },
        }),
      ),
      warnings: detected.warnings.map(({ message }) => message),
      questions: detected.questions.map(({ code, question, options }) => ({ code, question, options: [...options] })),
    },
    reference: `profile:${profile.name}`,
    links: { self: `/v1/profiles/${profile.name}` },
  };
}
