/** A scenario in a body: judged by the loader, which knows more than any schema, and described by the schema it uses. */

import * as z from 'zod';
import type { SchemaNode } from '../../src/index.ts';
import { scenarioJsonSchema } from '../../src/scenario/schema/json-schema.ts';

export const SCENARIO_COMPONENT = 'Scenario';

/** And everything else of a request that brings one. */
export const LARGEST_SCENARIO_BYTES = 2 ** 20;

/** In the OpenAPI document a reference to the schema of scenarios. */
export const scenarioDocument = z
  .unknown()
  .refine((value): value is Readonly<Record<string, unknown>> => isFields(value))
  .meta({ $ref: `#/components/schemas/${SCENARIO_COMPONENT}` });

/** The same with its fields as the schema has them, those of the whole first: a store keeps no order. */
export function inSchemaOrder(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(inSchemaOrder);
  if (typeof part !== 'object' || part === null) return part;
  const placeOf = (name: string) => placeOfFields.get(name) ?? placeOfFields.size;
  return Object.fromEntries(
    Object.entries(part)
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([name, inner]) => [name, inSchemaOrder(inner)]),
  );
}

const placeOfFields = new Map<string, number>();
for (let nodes: readonly SchemaNode[] = [scenarioJsonSchema()]; nodes.length > 0; ) {
  const fields = nodes.flatMap(({ properties = {} }) => Object.entries(properties));
  for (const [name] of fields) if (!placeOfFields.has(name)) placeOfFields.set(name, placeOfFields.size);
  nodes = [...fields.map(([, node]) => node), ...nodes.flatMap(({ items, anyOf, oneOf }) => [items, anyOf, oneOf])]
    .flat()
    .filter((node) => node !== undefined);
}

export function scenarioComponent(): SchemaNode {
  const { $schema: _, ...schema } = scenarioJsonSchema() as SchemaNode & { readonly $schema?: string };
  return schema;
}

const isFields = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
