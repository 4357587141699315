/** One field of a scenario varied: the values it takes, and the scenario with each of them. */

import type { Issue } from '../../src/index.ts';
import { Problem } from '../http/problem.ts';
import { MOST_RUNS, type Sweep } from '../schemas/batch.ts';

export type Document = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** @throws Problem where a range holds no value or too many */
export function valuesOf(values: Sweep['values']): readonly (number | string | boolean)[] {
  if (Array.isArray(values)) return values;
  const { from, to, step } = values;
  // A thousandth of a step: 0.8 + 4 · 0.05 is not quite 1.
  const count = Math.floor((to - from) / step + 1e-3) + 1;
  if (count >= 1 && count <= MOST_RUNS) {
    // Without the noise of the sum: 0.15, not 0.15000000000000002.
    const made = Array.from({ length: count }, (_, index) => Number((from + index * step).toPrecision(12)));
    if (new Set(made).size === count) return made;
    const problem = `a step of ${step} is lost beside ${from}: several values would be the same`;
    throw refusal('sweep.values', problem, 'A step that changes the first twelve digits.');
  }
  const words = Number.isSafeInteger(count) ? `${Math.max(0, count)} values` : 'more values than can be counted';
  throw refusal('sweep.values', `from ${from} to ${to} by ${step} are ${words}`, `From 1 to ${MOST_RUNS} values.`);
}

/** `storages[0].chargeEfficiency`. */
const wholePath = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*|\[\d{1,4}\])*$/;
/** A field or an index of it. */
const part = /([A-Za-z]\w*)|\[(\d+)\]/g;

/** @throws Problem where it is no path, or nothing of the scenario could have it */
export function pathOf(text: string, document: Document): Path {
  if (!wholePath.test(text)) throw refusal('sweep.path', `${shown(text)} is no path`, expectedPath);
  const path: Path = Array.from(text.matchAll(part), ([, field, index]) => field ?? Number(index));
  const holder = path.slice(0, -1).reduce<unknown>(inside, document);
  const last = path.at(-1);
  const isThere =
    typeof last === 'number'
      ? Array.isArray(holder) && last < holder.length
      : last !== undefined && typeof holder === 'object' && holder !== null && !Array.isArray(holder);
  if (isThere) return path;
  throw refusal('sweep.path', `the scenario has nothing at ${shown(text)}`, expectedPath);
}

/** A copy; only what the path leads through is new. */
export function withValue(document: unknown, path: Path, value: unknown): unknown {
  return replaced(document, path, value);
}

function replaced(part: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  const inner = replaced(inside(part, first), rest, value);
  if (Array.isArray(part)) return part.with(first as number, inner);
  return Object.fromEntries([...Object.entries(part as object).filter(([key]) => key !== first), [first, inner]]);
}

/** What the document itself holds: nothing that every object has. */
function inside(part: unknown, key: string | number): unknown {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
  return (part as Readonly<Record<string | number, unknown>>)[key];
}

const expectedPath = 'A path such as grid.importPricePerMWh or storages[0].chargeEfficiency.';
const shown = (text: string) => JSON.stringify(text.slice(0, 80));

function refusal(where: string, problem: string, expected: string): Problem {
  const issue: Issue = { code: 'request.wrong-choice', where, problem, expected };
  return new Problem('request.invalid', { detail: 'The sweep cannot be made.', issues: [issue] });
}
