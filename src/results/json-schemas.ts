/** The JSON Schema of each kind of document that people and programs write or read. */

import type * as z from 'zod';
import { type SchemaNode, sharedJsonSchemaOf } from '../scenario/schema/json-schema.ts';
import { scenarioSchema } from '../scenario/schema/schema.ts';
import { withTitles } from '../scenario/schema/titles.ts';
import { sweepSchema } from '../studies/sweep/document.ts';
import {
  alternativesFileSchema,
  comparisonFileSchema,
  operateFileSchema,
  outsampleFileSchema,
  repairFileSchema,
  valuesFileSchema,
} from './study-files.ts';

const schemas = {
  scenario: scenarioSchema,
  comparison: comparisonFileSchema,
  sweep: sweepSchema,
  values: valuesFileSchema,
  outsample: outsampleFileSchema,
  repair: repairFileSchema,
  alternatives: alternativesFileSchema,
  operate: operateFileSchema,
} satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof schemas;

/** For editors, forms and programs: each field with title, unit and default, what stands in several places once, in `$defs`. */
export function documentJsonSchema(name: SchemaName): SchemaNode {
  return withTitles(sharedJsonSchemaOf(schemas[name]));
}
