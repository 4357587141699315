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
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly unit?: string;
  readonly enum?: readonly string[];
  readonly const?: Scalar;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

export function pathOf(keys: readonly Key[]): string {
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

export const partAt = (document: unknown, keys: readonly Key[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Readonly<Record<Key, unknown>>)[key], document);

/** The same document with another value at one place. */
export function withLeaf(part: unknown, [key, ...rest]: readonly Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(part)) return part.map((item, at) => (at === key ? withLeaf(item, rest, value) : item));
  const fields = part as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withLeaf(fields[key], rest, value) };
}

/** A place of the schema in full, and its alternatives. */
export function alternativesOf(root: SchemaNode, { $ref, ...own }: SchemaNode): SchemaNode[] {
  const node = { ...($ref === undefined ? {} : root.$defs?.[$ref.replace('#/$defs/', '')]), ...own };
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return [node, ...inner.flatMap((one) => alternativesOf(root, one))];
}

/** Of all alternatives the first that knows the place. */
export function schemaAt(root: SchemaNode, keys: readonly Key[], node: SchemaNode = root): SchemaNode | undefined {
  const [key, ...rest] = keys;
  const [own, ...others] = alternativesOf(root, node);
  if (key === undefined) return own;
  for (const one of [own!, ...others]) {
    const inner = typeof key === 'number' ? one.items : one.properties?.[key];
    const found = inner && schemaAt(root, rest, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

export interface Group {
  readonly name: string;
  readonly leaves: readonly (Leaf & { readonly label: string })[];
}

/** The group in which a field stands, and what it is called there. */
export function placeInForm(document: Readonly<Record<string, unknown>>, keys: readonly Key[]) {
  const [part, index] = keys;
  if (keys.length === 1) return { title: '', label: String(part) };
  const thing = typeof index === 'number' ? (document[part!] as readonly unknown[])[index] : undefined;
  const name = (thing as { name?: string } | undefined)?.name;
  return name === undefined
    ? { title: String(part), label: pathOf(keys.slice(1)) }
    : { title: `${part}: ${name}`, label: pathOf(keys.slice(2)) };
}

/** By part of the scenario; each thing of a list, such as a plant, is a group of its own. */
export function groupsOf(document: Readonly<Record<string, unknown>>): Group[] {
  const groups = new Map<string, (Leaf & { label: string })[]>();
  for (const leaf of leavesOf(document)) {
    const { title, label } = placeInForm(document, leaf.keys);
    groups.set(title, [...(groups.get(title) ?? []), { ...leaf, label }]);
  }
  return [...groups].map(([name, leaves]) => ({ name, leaves }));
}
