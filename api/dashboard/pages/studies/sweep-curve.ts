/** What a sweep knows of the cost along what it varies. */

import type { KnownCost } from '../../charts/known-cost.ts';
import type { RunDocument, Sweep } from '../../client/types.ts';

export const TARGET = 'matching.target';

/** Along the target and nothing else. */
export function isLastPercent({ asked }: RunDocument): boolean {
  const vary = asked?.vary as readonly { readonly path: string }[] | undefined;
  return vary?.length === 1 && vary[0]!.path === TARGET;
}

/** By rising value, of one path of numbers; undefined where fewer than two values have a cost that could be drawn. */
export function curveOf({ vary, points }: Sweep): KnownCost[] | undefined {
  if (vary.length > 1) return undefined;
  const known = points.flatMap(({ values: [value], answer, band }): KnownCost[] => {
    if (typeof value !== 'number') return [];
    const { objective, dualBound, status } = answer ?? {};
    if (status === 'optimal' && objective !== undefined) return [{ value, exact: objective }];
    const [lower, upper] = answer === undefined ? [band?.lower, band?.upper] : [dualBound, objective];
    return lower === undefined && upper === undefined ? [] : [{ value, lower, upper }];
  });
  return known.length < 2 ? undefined : known.sort((a, b) => a.value - b.value);
}
