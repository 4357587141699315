/** One field of a scenario varied: where it stands, the values it takes, and the document with each of them. */

import type { Issue } from '../errors.ts';

export type VariedPath = readonly (string | number)[];

/** `storages[0].chargeEfficiency`, or with the name of a thing: `storages[Li-ion battery].chargeEfficiency`. */
const wholePath = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*|\[[^[\]]{1,80}\])*$/;
const part = /([A-Za-z]\w*)|\[([^\]]+)\]/g;

/** @returns an issue where it is no path, or nothing of the scenario could have it */
export function variedPath(text: string, document: unknown): VariedPath | Issue {
  if (!wholePath.test(text)) return refusal(`${shown(text)} is no path`);
  const path: (string | number)[] = [];
  let holder: unknown;
  let here = document;
  for (const [, field, inBrackets] of text.matchAll(part)) {
    const step = field ?? indexOf(here, inBrackets!);
    path.push(step);
    holder = here;
    here = inside(here, step);
  }
  const last = path.at(-1);
  const isThere =
    typeof last === 'number'
      ? Array.isArray(holder) && last < holder.length
      : last !== undefined && typeof holder === 'object' && holder !== null && !Array.isArray(holder);
  return isThere ? path : refusal(`the scenario has nothing at ${shown(text)}`);
}

/** A copy; only what the path leads through is new. */
export function withValue(document: unknown, path: VariedPath, value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const inner = withValue(inside(document, first), rest, value);
  if (Array.isArray(document)) return document.with(first as number, inner);
  const others = Object.entries(document as object).filter(([key]) => key !== first);
  return Object.fromEntries([...others, [first, inner]]);
}

/**
 * From, by step, up to and including to; without the noise of the sum: 0.15, not 0.15000000000000002.
 *
 * @returns an issue where a range holds no value, or more than `most`
 */
export function rangeValues(from: number, to: number, step: number, most: number): readonly number[] | Issue {
  // A thousandth of a step: 0.8 + 4 · 0.05 is not quite 1.
  const count = Math.floor((to - from) / step + 1e-3) + 1;
  if (!(count >= 1 && count <= most)) {
    const words = Number.isSafeInteger(count) ? `${Math.max(0, count)} values` : 'more values than can be counted';
    return refusal(`from ${from} to ${to} by ${step} are ${words}`, `From 1 to ${most} values.`);
  }
  const made = Array.from({ length: count }, (_, index) => Number((from + index * step).toPrecision(12)));
  if (new Set(made).size === count) return made;
  const problem = `a step of ${step} is lost beside ${from}: several values would be the same`;
  return refusal(problem, 'A step that changes the first twelve digits.');
}

export function isIssue(found: object): found is Issue {
  return 'problem' in found;
}

/** An index, or of a thing of that name; one that no list has where there is none. */
function indexOf(list: unknown, text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const at = Array.isArray(list) ? list.findIndex((item) => inside(item, 'name') === text) : -1;
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
}

/** What the document itself holds: nothing that every object has. */
function inside(part: unknown, key: string | number): unknown {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
  return (part as Readonly<Record<string | number, unknown>>)[key];
}

const expectedPath = 'A path such as grid.importPricePerMWh or storages[0].chargeEfficiency.';
const shown = (text: string) => JSON.stringify(text.slice(0, 80));

function refusal(problem: string, expected = expectedPath): Issue {
  return { code: 'request.wrong-choice', where: '', problem, expected };
}
