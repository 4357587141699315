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
} from './studies/study-files.ts';

/** Named here, not taken from the schemas: their types, written out, would be the largest declaration of the package. */
export type SchemaName =
  | 'scenario'
  | 'comparison'
  | 'sweep'
  | 'values'
  | 'outsample'
  | 'repair'
  | 'alternatives'
  | 'operate';

const schemas: Readonly<Record<SchemaName, z.ZodType>> = {
  scenario: scenarioSchema,
  comparison: comparisonFileSchema,
  sweep: sweepSchema,
  values: valuesFileSchema,
  outsample: outsampleFileSchema,
  repair: repairFileSchema,
  alternatives: alternativesFileSchema,
  operate: operateFileSchema,
};

/** For editors, forms and programs: each field with title, unit and default, what stands in several places once, in `$defs`. */
export function documentJsonSchema(name: SchemaName): SchemaNode {
  return withTitles(sharedJsonSchemaOf(schemas[name]));
}
