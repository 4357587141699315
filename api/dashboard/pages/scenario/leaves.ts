/** A scenario document as single values with their places, each with what the schema says of it. */

export type Scalar = string | number | boolean;
type Key = string | number;

export interface Leaf {
  readonly keys: readonly Key[];
  /** For people: storages[0].chargeEfficiency. */
  readonly path: string;
  /** As faults name it (RFC 6901). */
  readonly pointer: string;
  readonly value: Scalar;
}

export interface SchemaNode {
  readonly description?: string;
  readonly unit?: string;
  readonly enum?: readonly string[];
  readonly const?: Scalar;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

function pathOf(keys: readonly Key[]): string {
  return keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');
}

function pointerOf(keys: readonly Key[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The field at which a fault is told: its own, or where it has none, since it is missing or a whole part, the nearest. */
export function fieldAtFault(leaves: readonly Leaf[], pointer = ''): Leaf | undefined {
  if (pointer === '') return undefined;
  const place = leaves.find((leaf) => leaf.pointer === pointer || leaf.pointer.startsWith(`${pointer}/`));
  return place ?? fieldAtFault(leaves, pointer.slice(0, pointer.lastIndexOf('/')));
}

export function leavesOf(part: unknown, keys: readonly Key[] = []): Leaf[] {
  if (Array.isArray(part)) return part.flatMap((item, at) => leavesOf(item, [...keys, at]));
  if (typeof part === 'object' && part !== null) {
    return Object.entries(part).flatMap(([name, inner]) => leavesOf(inner, [...keys, name]));
  }
  return [{ keys, path: pathOf(keys), pointer: pointerOf(keys), value: part as Scalar }];
}

/** The same document with another value at one place. */
export function withLeaf(part: unknown, [key, ...rest]: readonly Key[], value: Scalar): unknown {
  if (key === undefined) return value;
  if (Array.isArray(part)) return part.map((item, at) => (at === key ? withLeaf(item, rest, value) : item));
  const fields = part as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withLeaf(fields[key], rest, value) };
}

/** Of all alternatives the one that knows the most of the place. */
export function schemaAt(node: SchemaNode | undefined, keys: readonly Key[]): SchemaNode | undefined {
  if (node === undefined) return undefined;
  const [key, ...rest] = keys;
  if (key === undefined) return node;
  const inner = typeof key === 'number' ? node.items : node.properties?.[key];
  if (inner !== undefined) return schemaAt(inner, rest);
  const found = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].map((one) => schemaAt(one, keys));
  return found.find((one) => one !== undefined);
}

export interface Group {
  readonly name: string;
  readonly leaves: readonly (Leaf & { readonly label: string })[];
}

/** By part of the scenario; each thing of a list, such as a plant, is a group of its own. */
export function groupsOf(document: Readonly<Record<string, unknown>>): Group[] {
  const groups = new Map<string, (Leaf & { label: string })[]>();
  for (const leaf of leavesOf(document)) {
    const [part, index] = leaf.keys;
    const thing = typeof index === 'number' ? (document[part!] as readonly unknown[])[index] : undefined;
    const name = (thing as { name?: string } | undefined)?.name;
    const depth = name === undefined ? 1 : 2;
    const title = leaf.keys.length === 1 ? '' : name === undefined ? String(part) : `${part}: ${name}`;
    const label = leaf.keys.length === 1 ? String(part) : pathOf(leaf.keys.slice(depth));
    groups.set(title, [...(groups.get(title) ?? []), { ...leaf, label }]);
  }
  return [...groups].map(([name, leaves]) => ({ name, leaves }));
}
