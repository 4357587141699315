/** JSON that comes from outside: bounded in depth and count, free of what changes objects, its faults told by their place. */

import { setImmediate } from 'node:timers/promises';
import { pointerOf, whereOf } from '../../src/scenario/faults/fault.ts';
import { duplicateFieldOf } from './json-duplicates.ts';
import { placeIn, syntaxFaultOf } from './json-fault.ts';
import { Problem } from './problem.ts';

/** Far deeper than any scenario. Deeper ones would end whoever walks through them by recursion. */
const DEEPEST = 64;
/** Of one scenario a tenth would do. Reading and handing on take time by the value, however short the text. */
const MOST_VALUES = 50_000;
/** Of a path that is told. */
const LONGEST_PATH = 200;

/** @throws Problem (400) with the place of the first fault */
export function readJson(text: string, mostValues: number = MOST_VALUES): unknown {
  const value = parsed(text, mostValues);
  requireDistinct(text);
  return value;
}

/** The same in turns of its own, so that others have theirs between. */
export async function readJsonInTurns(text: string): Promise<unknown> {
  const value = parsed(text, MOST_VALUES);
  await setImmediate();
  requireDistinct(text);
  await setImmediate();
  return value;
}

function parsed(text: string, mostValues: number): unknown {
  requireBounded(text, mostValues);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, column, problem } = syntaxFaultOf(text);
    const issues = [{ code: 'request.syntax', where: 'body', problem, line, column }] as const;
    const detail = `The body is no JSON: line ${line}, column ${column}: ${problem}.`;
    throw new Problem('request.malformed', { detail, issues });
  }
  if (/__proto__|constructor|\\u00/.test(text)) requireHarmless(value);
  return value;
}

/** @throws Problem with the first field that stands twice: which of the two is meant nobody can know */
function requireDistinct(text: string): void {
  const twice = duplicateFieldOf(text);
  if (twice === undefined) return;
  const where = whereOf(twice.path, 'body').slice(0, LONGEST_PATH);
  const pointer = pointerOf(twice.path);
  const { line, column } = placeIn(text, twice.at);
  const problem = 'this field stands twice in one object';
  const issues = [
    { code: 'request.duplicate-field', where, pointer, problem, expected: 'Each field once.', line, column },
  ] as const;
  const detail = `${where} stands twice, the second time in line ${line}, column ${column}. Leave one of the two out.`;
  throw new Problem('request.malformed', { detail, issues });
}

/** Brackets and commas outside of strings; whether they match, the parser will see. */
function requireBounded(text: string, mostValues: number): void {
  let depth = 0;
  let values = 1;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (isInString) {
      if (letter === 0x5c) at += 1;
      else if (letter === 0x22) isInString = false;
    } else if (letter === 0x22) isInString = true;
    else if (letter === 0x7b || letter === 0x5b) {
      depth += 1;
      values += 1;
      if (depth > DEEPEST) throw refusal(`nested more than ${DEEPEST} deep`);
    } else if (letter === 0x7d || letter === 0x5d) depth -= 1;
    else if (letter === 0x2c) values += 1;
    if (values > mostValues) throw refusal(`made of more than ${mostValues} values`);
  }
}

const refusal = (fault: string) =>
  new Problem('request.malformed', { detail: `The body is ${fault}. Nothing that is read here is.` });

/** Names that reach what every object has, once somebody copies the fields. */
function requireHarmless(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const poison = Object.hasOwn(part, '__proto__')
    ? '__proto__'
    : Object.hasOwn(part, 'constructor') &&
        Object.hasOwn(Object((part as Record<string, unknown>).constructor), 'prototype')
      ? 'constructor.prototype'
      : undefined;
  if (poison !== undefined) throw new Problem('request.malformed', { detail: `No field is named ${poison} here.` });
  for (const inner of Object.values(part)) requireHarmless(inner);
}
