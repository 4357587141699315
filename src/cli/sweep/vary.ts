/** `path=list` or `path=from:to:step` → what is varied and its values. */

import { UsageError } from '../exit-code.ts';

export interface Vary {
  readonly path: string;
  readonly values: readonly (number | string | boolean)[];
}

export const MOST_VALUES = 1000;
const number = /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i;

/** @throws UsageError */
export async function varyOf(text: string): Promise<Vary> {
  // Names of things may hold an equals sign, values do not.
  const at = text.lastIndexOf('=');
  const [path, list] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || list === '')
    throw new UsageError(`--vary ${text}: expected a path and its values, as matching.target=0.9,0.95.`);
  const ends = list.split(':');
  if (ends.length === 3 && ends.every((end) => number.test(end))) {
    const [from, to, step] = ends.map(Number) as [number, number, number];
    const { isIssue, rangeValues } = await import('../../scenario/variation.ts');
    const values = step > 0 ? rangeValues(from, to, step, MOST_VALUES) : undefined;
    if (values === undefined || isIssue(values)) {
      const problem = `--vary ${text}: ${values?.problem ?? 'the step is not above 0'}. ${values?.expected ?? ''}`;
      throw new UsageError(problem.trim());
    }
    return { path, values };
  }
  const values = list.split(',').map(scalarOf);
  if (values.length > MOST_VALUES) throw new UsageError(`--vary ${path}: expected at most ${MOST_VALUES} values.`);
  if (new Set(values).size < values.length) throw new UsageError(`--vary ${text}: a value stands twice.`);
  return { path, values };
}

function scalarOf(text: string): number | string | boolean {
  if (number.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === '') throw new UsageError('--vary: a value is empty.');
  return text;
}
