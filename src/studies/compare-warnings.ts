/** The doubts that a result shows beside those that its scenario and its hours give. */

import type { Warning } from '../errors.ts';
import type { Claims } from './claims.ts';
import type { Disagreement } from './compare-claims.ts';

/** @param own every doubt, found again; one that is left out of the result is as wrong as one that is made up */
export function compareWarnings(own: readonly Warning[], { warnings: claimed }: Claims): Disagreement[] {
  if (claimed === undefined) return [];
  const open = new Map(own.map((warning) => [keyOf(warning), warning]));
  const strangers = claimed.flatMap((warning, at): Disagreement[] =>
    open.delete(keyOf(warning))
      ? []
      : [{ where: `warnings[${at}]`, problem: `${warning.where}: ${warning.problem}: there is no such doubt` }],
  );
  const missing = [...open.values()].map(({ where, problem }) => ({
    where: 'warnings',
    problem: `${where}: ${problem}: this doubt is missing`,
  }));
  return [...strangers, ...missing];
}

function keyOf({
  code,
  where,
  problem,
  expected,
  file,
  line,
  column,
}: NonNullable<Claims['warnings']>[number]): string {
  return JSON.stringify([code, where, problem, expected, file, line, column]);
}
