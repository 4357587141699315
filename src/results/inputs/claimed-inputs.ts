/** What a result says of the files it was made from, as it is read back, and whether the files bear it out. */

import * as z from 'zod';
import type { FileReading, ScenarioInput } from '../../scenario/scenario-input.ts';

const filledRun = z.strictObject({
  column: z.string(),
  method: z.enum(['linear', 'same-hour-yesterday', 'wrap']),
  first: z.string(),
  hours: z.number(),
});
const reading = z.strictObject({
  why: z.string(),
  zone: z.string(),
  label: z.string(),
  stepMinutes: z.number(),
  isTypicalYear: z.boolean(),
  columns: z
    .array(
      z.strictObject({
        name: z.string(),
        transformations: z.array(z.string()).readonly(),
        filled: z.array(filledRun).readonly(),
      }),
    )
    .readonly(),
  filledBefore: z.number().exactOptional(),
  warnings: z.array(z.string()).readonly(),
});

export const claimedInputSchema = z.strictObject({
  kind: z.enum(['profile', 'technologies']),
  file: z.string(),
  storedAs: z.string(),
  sha256: z.string(),
  synthetic: z.boolean(),
  format: z.string().exactOptional(),
  readings: z.array(reading).readonly().exactOptional(),
});

/** What can be recomputed and matters, whatever its wording: typical or not, and which hours were filled. */
function substance({ isTypicalYear, filledBefore = 0, columns }: FileReading): string {
  return JSON.stringify([isTypicalYear, filledBefore, columns.map(({ name, filled }) => [name, filled])]);
}

/** Why a claim is not borne out by the file as it is read again; undefined where it is, or nothing is claimed. */
export function contradictionOf(claimed: ScenarioInput, read: ScenarioInput): string | undefined {
  if (read.kind === 'technologies' && claimed.file !== read.file) return `the costs are of ${read.file}`;
  if (claimed.synthetic !== read.synthetic)
    return `synthetic: ${claimed.synthetic}, but the file says ${read.synthetic}`;
  if (claimed.format === undefined) return undefined;
  if (claimed.format !== read.format) return `${claimed.format}, but the file is ${read.format}`;
  const told = new Set((claimed.readings ?? []).map(substance));
  const isBorneOut = (read.readings ?? []).every((one) => told.has(substance(one)));
  return isBorneOut ? undefined : 'other filled hours or typical years than the file gives when it is read again';
}
