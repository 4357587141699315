/** A scenario in a body: judged by the loader, which knows more than any schema, and described by the schema it uses. */

import * as z from 'zod';
import { type SchemaNode, scenarioJsonSchema } from '../../src/index.ts';

export const SCENARIO_COMPONENT = 'Scenario';

/** In the OpenAPI document a reference to the schema of scenarios. */
export const scenarioDocument = z
  .record(z.string(), z.unknown())
  .meta({ $ref: `#/components/schemas/${SCENARIO_COMPONENT}` });

export function scenarioComponent(): SchemaNode {
  const { $schema: _, ...schema } = scenarioJsonSchema() as SchemaNode & { readonly $schema?: string };
  return schema;
}
