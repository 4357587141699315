/** The schema as JSON Schema, for editors and for whoever writes scenarios by program. */

import * as z from 'zod';
import type { Path } from './fault.ts';
import { scenarioSchema } from './schema.ts';

/** One place in a JSON Schema, as far as this project writes them; `unit` and `expectation` are our own keywords. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
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

/** JSON Schema (draft 2020-12) of a document as people write it: what has a default may be left out. */
function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const node = z.toJSONSchema(schema, { io: 'input' }) as SchemaNode;
  made.set(schema, node);
  return node;
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
      const next = typeof key === 'number' ? node.items : (ownProperty(node, key) ?? node.additionalProperties);
      return typeof next === 'object' ? alternatives(next) : [];
    });
  }
  return nodes;
}

/** A union's members, each with the description and unit that stand on the union as a whole. */
function alternatives(node: SchemaNode): SchemaNode[] {
  const members = node.anyOf ?? node.oneOf;
  if (members === undefined) return [node];
  const { description, unit } = node;
  const common = { ...(description === undefined ? {} : { description }), ...(unit === undefined ? {} : { unit }) };
  return members.flatMap((member) => alternatives({ ...member, ...(member.type === 'object' ? {} : common) }));
}

function ownProperty({ properties }: SchemaNode, key: string): SchemaNode | undefined {
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
}
