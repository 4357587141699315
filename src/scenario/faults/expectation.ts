/** What a field takes, in words with its unit: the second half of most messages. */

import type { SchemaNode } from '../schema/json-schema.ts';
import { nameExpectation, namePattern } from '../schema/names.ts';

const MOST_FIELDS = 8;

/** Bounds from here on are there for machines: they are told to who meets one. */
export const FAR_BOUND = 1e5;

/**
 * `a number above 0 [MW]`, `a fraction 0…1`, `a number or { file, column }`.
 *
 * @param bounds whether those that nobody meets by a slip of a digit are told as well
 */
export function expectationOf(nodes: readonly SchemaNode[], bounds: 'near' | 'whole' = 'near'): string {
  const words = [...new Set(nodes.map((node) => wordsOf(bounds === 'near' ? withoutFarBounds(node) : node)))];
  return words.length === 0 ? 'nothing here' : words.join(' or ');
}

function withoutFarBounds({ minimum, maximum, ...node }: SchemaNode): SchemaNode {
  return {
    ...node,
    ...(minimum === undefined || minimum <= -FAR_BOUND ? {} : { minimum }),
    ...(maximum === undefined || maximum >= FAR_BOUND ? {} : { maximum }),
  };
}

function wordsOf(node: SchemaNode): string {
  if (node.expectation !== undefined) return node.expectation;
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum !== undefined) return node.enum.map((choice) => JSON.stringify(choice)).join(' or ');
  if (node.type === 'number' || node.type === 'integer') return `${numberWords(node)}${unitWords(node.unit)}`;
  if (node.type === 'object') return `{ ${fieldNames(node).join(', ')} }`;
  if (node.type === 'array')
    return node.items?.properties?.year === undefined ? 'a list' : 'a table of { year, value }';
  if (node.type === 'string') return textWords(node);
  return 'another value';
}

/** All fields, or only those that must be there where there are many to choose from. */
function fieldNames({ properties = {}, required = [] }: SchemaNode): readonly string[] {
  const names = Object.keys(properties);
  return names.length > MOST_FIELDS && required.length > 0 ? required : names;
}

function numberWords(node: SchemaNode): string {
  const upper = node.maximum ?? node.exclusiveMaximum;
  const lower = node.minimum ?? node.exclusiveMinimum;
  if (node.type === 'number' && node.minimum === 0 && node.maximum === 1) return 'a fraction 0…1';
  const noun = node.type === 'integer' ? 'a whole number' : upper === 1 && lower === 0 ? 'a fraction' : 'a number';
  const bounds = [
    node.minimum === undefined ? '' : `at least ${boundText(node.minimum)}`,
    node.exclusiveMinimum === undefined ? '' : `above ${node.exclusiveMinimum}`,
    node.maximum === undefined || node.maximum === Number.MAX_SAFE_INTEGER ? '' : `at most ${boundText(node.maximum)}`,
    node.exclusiveMaximum === undefined ? '' : `below ${node.exclusiveMaximum}`,
  ].filter((bound) => bound !== '');
  return bounds.length === 0 ? noun : `${noun} ${bounds.join(' and ')}`;
}

/** With commas where digits would have to be counted. */
export function boundText(bound: number): string {
  return Math.abs(bound) < FAR_BOUND ? String(bound) : bound.toLocaleString('en-US');
}

function unitWords(unit: string | undefined): string {
  return unit === undefined || unit === '1' ? '' : ` [${unit}]`;
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'an id such as 123e4567-e89b-42d3-a456-426614174000',
  'date-time': 'an instant in UTC such as 2030-01-31T12:00:00Z',
};

function textWords({ pattern, format = '' }: SchemaNode): string {
  if (pattern === namePattern.source) return nameExpectation;
  return formats[format] ?? 'text';
}
