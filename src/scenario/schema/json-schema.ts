/** The schema as JSON Schema, for editors and for whoever writes scenarios by program. */

import * as z from 'zod';
import type { Path } from '../faults/fault.ts';
import { scenarioSchema } from './schema.ts';

/** One place in a JSON Schema, as far as this project writes them; `unit` and `expectation` are our own keywords. */
export interface SchemaNode {
  /** As it is published: the place of what stands in several places. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** What a pattern asks for, in words. */
  readonly expectation?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

const made = new WeakMap<z.ZodType, SchemaNode>();

/** JSON Schema (draft 2020-12) of a document as people write it: what has a default may be left out. Every place stands in full. */
export function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const { $defs = {}, ...shared } = sharedJsonSchemaOf(schema);
  const node = inFull(shared, $defs) as SchemaNode;
  made.set(schema, node);
  return node;
}

/** The same with what stands in several places once, as `$defs`. */
export function sharedJsonSchemaOf(schema: z.ZodType): SchemaNode {
  return z.toJSONSchema(schema, { io: 'input', override: sayBound }) as SchemaNode;
}

function inFull(part: unknown, definitions: NonNullable<SchemaNode['$defs']>): unknown {
  if (Array.isArray(part)) return part.map((item) => inFull(item, definitions));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...node } = part as SchemaNode;
  const whole = $ref === undefined ? node : { ...definitions[$ref.replace('#/$defs/', '')], ...node };
  return Object.fromEntries(Object.entries(whole).map(([key, inner]) => [key, inFull(inner, definitions)]));
}

/** Whoever reads a description reads the most that may stand there; fractions say their own. */
function sayBound({ jsonSchema }: { readonly jsonSchema: { description?: string | undefined } }): void {
  const { description } = jsonSchema;
  if (description === undefined) return;
  const bounds = alternatives(jsonSchema as SchemaNode).flatMap(({ maximum = 0, maxItems, maxLength }) => [
    ...(maximum > 1 ? [`At most ${maximum.toLocaleString('en-US')}.`] : []),
    ...(maxItems === undefined ? [] : [`At most ${maxItems.toLocaleString('en-US')} items.`]),
    ...(maxLength === undefined ? [] : [`At most ${maxLength.toLocaleString('en-US')} characters.`]),
  ]);
  jsonSchema.description = [description, ...new Set(bounds)].join(' ');
}

/** JSON Schema of a scenario file. */
export function scenarioJsonSchema(): SchemaNode {
  return jsonSchemaOf(scenarioSchema);
}

/** Every schema that may stand at a path; more than one where a union leaves the choice. */
export function schemasAt(root: z.ZodType, path: Path): readonly SchemaNode[] {
  let nodes = alternatives(jsonSchemaOf(root));
  for (const key of path) {
    nodes = nodes.flatMap((node) => {
      const next = typeof key === 'number' ? (node.items ?? []) : fieldsOf(node, key);
      return [next].flat().flatMap(alternatives);
    });
  }
  return nodes;
}

/** A union's members, each with the description and unit that stand on the union as a whole. */
export function alternatives(node: SchemaNode): SchemaNode[] {
  const members = node.anyOf ?? node.oneOf;
  if (members === undefined) return [node];
  const { description, unit } = node;
  const common = { ...(description === undefined ? {} : { description }), ...(unit === undefined ? {} : { unit }) };
  return members.flatMap((member) => alternatives({ ...member, ...(member.type === 'object' ? {} : common) }));
}

/** What may stand under a field's name. */
export function fieldsOf({ properties, additionalProperties }: SchemaNode, field: string): readonly SchemaNode[] {
  if (properties !== undefined && Object.hasOwn(properties, field)) return [properties[field]!];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}
