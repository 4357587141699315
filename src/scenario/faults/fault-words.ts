/** Wordings of what a schema can find wrong: the value shown, what was expected with its unit, a way out. */

import type { SchemaNode } from '../schema/json-schema.ts';
import { nameExpectation, nameFault, namePattern } from '../schema/names.ts';
import { nearest } from './did-you-mean.ts';
import { expectationOf, FAR_BOUND } from './expectation.ts';
import type { Fault, Path } from './fault.ts';

/** One place of a document: what stands there, how it is written, and what may stand there. */
export interface Spot {
  readonly path: Path;
  readonly value: unknown;
  readonly written: string | undefined;
  readonly nodes: readonly SchemaNode[];
}

const LONGEST_SHOWN = 40;

export function unknownField(parent: Spot, field: string): Fault {
  const kind = (parent.value as { kind?: unknown }).kind;
  const fitting = parent.nodes.filter((node) => node.properties?.kind?.const === kind);
  const known = (fitting.length > 0 ? fitting : parent.nodes).flatMap((node) => Object.keys(node.properties ?? {}));
  const meant = nearest(field, known);
  return {
    code: 'scenario.unknown-field',
    path: [...parent.path, field],
    problem: 'unknown field',
    expected: meant === undefined ? `Known here: ${[...new Set(known)].join(', ')}.` : `Did you mean ${meant}?`,
    atKey: true,
  };
}

export function missingField({ path, nodes }: Spot): Fault {
  const description = nodes.find((node) => node.description !== undefined)?.description;
  const kind = expectationOf(nodes).replace(nameExpectation, 'a name');
  const expected = `Expected ${kind}${description === undefined ? '.' : `: ${description}`}`;
  return { code: 'scenario.missing-field', path, problem: 'missing', expected };
}

export function wrongChoice({ path, value }: Spot, choices: readonly string[]): Fault {
  const meant = typeof value === 'string' ? nearest(value, choices) : undefined;
  const expected = `Expected ${listed(choices)}`;
  return {
    code: 'scenario.wrong-choice',
    path,
    problem: `${shown(value)} is not among the choices`,
    expected: meant === undefined ? `${expected}.` : `${expected}; did you mean ${JSON.stringify(meant)}?`,
  };
}

export function badText(spot: Spot, pattern: string | undefined): Fault {
  const text = String(spot.value);
  const isName = pattern?.includes(namePattern.source) === true;
  const problem = isName ? nameFault(text) : text === '' ? 'the text is empty' : `${shown(text)} does not fit`;
  return fault('scenario.out-of-range', spot, problem);
}

/** A text or a list that is longer than it may be. */
export function tooLarge(path: Path, value: string | readonly unknown[], longest: number): Fault {
  const noun = typeof value === 'string' ? 'characters' : 'items';
  const problem = `${value.length.toLocaleString('en-US')} ${noun} are too many`;
  const expected = `Expected at most ${longest.toLocaleString('en-US')}.`;
  return { code: 'scenario.too-large', path, problem, expected };
}

export function emptyList(spot: Spot): Fault {
  return {
    code: 'scenario.out-of-range',
    path: spot.path,
    problem: 'the list is empty',
    expected: 'Expected at least one.',
  };
}

export function outOfRange(spot: Spot & { readonly value: number }, words: string): Fault {
  const { path, value, nodes } = spot;
  const isFraction = nodes.some((node) => (node.maximum ?? node.exclusiveMaximum) === 1);
  // 1.2 may be meant as it stands; from 2 on, percent is the likelier slip.
  const leastPercent = nodes.some((node) => node.exclusiveMaximum === 1) ? 1 : 2;
  if (!isFraction || value < leastPercent || value > 100) {
    const expected = `Expected ${expectationOf(nodes, Math.abs(value) < FAR_BOUND ? 'near' : 'whole')}.`;
    return { code: 'scenario.out-of-range', path, problem: `${number(spot)} is ${words}`, expected };
  }
  const problem = `${number(spot)} is outside 0…1`;
  const meant = Number((value / 100).toPrecision(12));
  const expected = `Expected ${expectationOf(nodes)}, not percent; did you mean ${meant}?`;
  return { code: 'scenario.out-of-range', path, problem, expected };
}

export function wrongType(spot: Spot): Fault {
  const { path, value, nodes } = spot;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return fault('scenario.out-of-range', spot, `${number(spot)} is not a finite number`);
  }
  const types = new Set(nodes.map((node) => node.type));
  if (typeof value === 'number' && types.has('integer')) {
    return fault('scenario.wrong-type', spot, `${number(spot)} is not a whole number`);
  }
  const isSimple = typeof value !== 'object';
  const kind = `this is ${kindOf(value)}`;
  const problem = isSimple ? `${shown(value, spot.written)} is ${kindOf(value)}` : value === null ? 'no value' : kind;
  const expected = `Expected ${expectationOf(nodes)}${quoting(spot, types)}.`;
  return { code: 'scenario.wrong-type', path, problem, expected };
}

/** Quotes decide between number and text, which is easily overlooked. */
function quoting(spot: Spot, types: ReadonlySet<string | undefined>): string {
  const { value } = spot;
  const isNumberWanted = types.has('number') || types.has('integer');
  if (isNumberWanted && typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) {
    return `; write ${value.trim()} without quotes`;
  }
  if (types.has('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return `; write ${JSON.stringify(spot.written ?? String(value))}, in quotes`;
  }
  return '';
}

function fault(code: Fault['code'], { path, nodes }: Spot, problem: string): Fault {
  return { code, path, problem, expected: `Expected ${expectationOf(nodes)}.` };
}

function listed(choices: readonly string[]): string {
  const quoted = choices.map((choice) => JSON.stringify(choice));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function number({ value, written }: Spot): string {
  return cut(written ?? String(value));
}

/** A value for a message: text quoted and cut to a readable length, control characters made visible. */
function shown(value: unknown, written?: string): string {
  return typeof value === 'string' ? JSON.stringify(cut(value)) : cut(written ?? String(value));
}

/** No message is as long as a hostile value. */
function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'a truth value' : `a ${typeof value}`;
}
