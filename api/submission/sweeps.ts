/** One field of a scenario varied, as a request asks for it. */

import type { Issue, VariedPath } from '../../src/index.ts';
import { isIssue, rangeValues, variedPath } from '../../src/scenario/variation.ts';
import { Problem } from '../http/problem.ts';
import { MOST_RUNS, type Sweep } from '../schemas/batch.ts';

export type Document = Readonly<Record<string, unknown>>;

/** @throws Problem where a range holds no value or too many */
export function valuesOf(values: Sweep['values']): readonly (number | string | boolean)[] {
  if (Array.isArray(values)) return values;
  const made = rangeValues(values.from, values.to, values.step, MOST_RUNS);
  if (isIssue(made)) throw refusal({ ...made, where: 'sweep.values', pointer: '/sweep/values' });
  return made;
}

/** @throws Problem where it is no path, or nothing of the scenario could have it */
export function pathOf(text: string, document: Document): VariedPath {
  const path = variedPath(text, document);
  if (isIssue(path)) throw refusal({ ...path, where: 'sweep.path', pointer: '/sweep/path' });
  return path;
}

function refusal(issue: Issue): Problem {
  return new Problem('request.invalid', { detail: 'The sweep cannot be made.', issues: [issue] });
}
