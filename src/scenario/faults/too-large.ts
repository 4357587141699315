/** What is larger than a schema permits: found by counting alone, before anything is looked into. */

import { most } from '../schema/bounds.ts';
import { alternatives, fieldsOf, type SchemaNode } from '../schema/json-schema.ts';
import type { Fault, Path } from './fault.ts';
import { tooLarge } from './fault-words.ts';

/**
 * Lists and texts that are too long, one fault each; with one of them nothing else of a document is judged, so that no
 * document costs more time than the largest permitted one. Fields that the schema does not know are not entered.
 */
export function sizeFaults(value: unknown, node: SchemaNode, path: Path = []): Fault[] {
  const nodes = alternatives(node);
  if (typeof value === 'string') {
    const longest = longestOf(nodes.map(({ maxLength }) => maxLength));
    return value.length <= longest ? [] : [tooLarge(path, value, longest)];
  }
  if (Array.isArray(value)) {
    const longest = longestOf(nodes.map(({ maxItems }) => maxItems));
    if (value.length > longest) return [tooLarge(path, value, longest)];
    const items = nodes.flatMap(({ items: each }) => each ?? []);
    return value.flatMap((item, at) => items.slice(0, 1).flatMap((each) => sizeFaults(item, each, [...path, at])));
  }
  if (typeof value !== 'object' || value === null) return [];
  const names = Object.keys(value);
  if (names.length > most.fields) return [tooLarge(path, names, most.fields)];
  return Object.entries(value).flatMap(([field, part]) => {
    const fields = nodes.flatMap((each) => fieldsOf(each, field));
    return fields.slice(0, 1).flatMap((each) => sizeFaults(part, each, [...path, field]));
  });
}

/** Where a union leaves the choice, the longest of its members counts; one without a bound bounds nothing. */
function longestOf(bounds: readonly (number | undefined)[]): number {
  const known = bounds.filter((bound) => bound !== undefined);
  return known.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...known);
}
