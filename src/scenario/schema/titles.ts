/** Titles of fields, from their names: what a form writes beside a value. */

import type { SchemaNode } from './json-schema.ts';

/** At the end of a name stands the unit, which has a keyword of its own; what a price is for stays. */
const UNIT = /(?<!Per)(?:KgPerMWh|KgPerM3|MWh|MW|WPerM2|MPerS|Hours|Years|Deg|C|M)$/;
const written: Readonly<Record<string, string>> = {
  it: 'IT',
  pue: 'PUE',
  dc: 'DC',
  ac: 'AC',
  capex: 'Investment',
  opex: 'operation',
};

/** `siteMaximumMW` is Site maximum, `capexPerMWh` Investment per MWh. */
function titleOf(field: string, unit: string | undefined): string {
  const named = (unit === undefined ? '' : field.replace(UNIT, '')) || field;
  const words = named.split(/(?<=[a-z\d]|MW)(?=[A-Z])/).map((word) => {
    const small = /^[A-Z]{2}/.test(word) ? word : word.toLowerCase();
    return written[small] ?? small;
  });
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Each field with its title; one that has its own keeps it. */
export function withTitles(node: SchemaNode): SchemaNode {
  const { $defs, properties, items, additionalProperties, anyOf, oneOf } = node;
  const titled = (fields: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { title: titleOf(name, field.unit), ...withTitles(field) }]),
    );
  const each = (fields: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, part]) => [name, withTitles(part)]));
  return {
    ...node,
    ...($defs && { $defs: each($defs) }),
    ...(properties && { properties: titled(properties) }),
    ...(items && { items: withTitles(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: withTitles(additionalProperties) }),
    ...(anyOf && { anyOf: anyOf.map(withTitles) }),
    ...(oneOf && { oneOf: oneOf.map(withTitles) }),
  };
}
