/** A scenario in a body: judged by the loader, which knows more than any schema, and described by the schema it uses. */

import * as z from 'zod';
import { type SchemaNode, scenarioJsonSchema } from '../../src/index.ts';

export const SCENARIO_COMPONENT = 'Scenario';

/** And everything else of a request that brings one. */
export const LARGEST_SCENARIO_BYTES = 2 ** 20;

/** In the OpenAPI document a reference to the schema of scenarios. */
export const scenarioDocument = z
  .unknown()
  .refine((value): value is Readonly<Record<string, unknown>> => isFields(value))
  .meta({ $ref: `#/components/schemas/${SCENARIO_COMPONENT}` });

export function scenarioComponent(): SchemaNode {
  const { $schema: _, ...schema } = scenarioJsonSchema() as SchemaNode & { readonly $schema?: string };
  return schema;
}

const isFields = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
