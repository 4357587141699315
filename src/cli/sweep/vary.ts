/** `path=list` or `path=from:to:step` → what is varied and its values. */

import { InvalidArgumentError } from 'commander';
import { isIssue, rangeValues } from '../../index.ts';

export interface Vary {
  readonly path: string;
  readonly values: readonly (number | string | boolean)[];
}

export const MOST_VALUES = 1000;
const number = /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i;

export function varyOf(text: string): Vary {
  // Names of things may hold an equals sign, values do not.
  const at = text.lastIndexOf('=');
  const [path, list] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || list === '')
    throw new InvalidArgumentError('Expected a path and its values: matching.target=0.9,0.95.');
  const ends = list.split(':');
  if (ends.length === 3 && ends.every((end) => number.test(end))) {
    const [from, to, step] = ends.map(Number) as [number, number, number];
    const values = step > 0 ? rangeValues(from, to, step, MOST_VALUES) : undefined;
    if (values === undefined || isIssue(values)) {
      throw new InvalidArgumentError(
        `${values?.problem ?? 'the step is not above 0'}. ${values?.expected ?? ''}`.trim(),
      );
    }
    return { path, values };
  }
  const values = list.split(',').map(scalarOf);
  if (values.length > MOST_VALUES) throw new InvalidArgumentError(`Expected at most ${MOST_VALUES} values.`);
  if (new Set(values).size < values.length) throw new InvalidArgumentError('A value stands twice.');
  return { path, values };
}

function scalarOf(text: string): number | string | boolean {
  if (number.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === '') throw new InvalidArgumentError('A value is empty.');
  return text;
}
