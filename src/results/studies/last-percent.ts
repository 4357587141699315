/** The last points of the target, from the points of a sweep that were solved. */

import { join } from 'node:path';
import type { LastPercent, Sweep } from '../../studies/sweep/document.ts';
import { stepsOf, unmatchedEvents } from '../../studies/sweep/last-percent.ts';
import { readResultDirectory } from '../read-directory.ts';

/** Undefined where fewer than two targets have a plan. */
export async function lastPercentOf({ points }: Sweep, directory: string): Promise<LastPercent | undefined> {
  const solved = points.flatMap(({ values: [target], answer, place }) =>
    typeof target === 'number' && answer?.objective !== undefined && place !== undefined
      ? [{ target, cost: answer.objective, place }]
      : [],
  );
  const before = solved.at(-2);
  if (before === undefined) return undefined;
  const { loaded, schedule } = await readResultDirectory(join(directory, before.place));
  return {
    steps: stepsOf(solved),
    target: before.target,
    events: schedule === undefined ? [] : unmatchedEvents(loaded.scenario, schedule),
  };
}
