/** From HiGHS's callbacks to progress: iterations from every simplex step, objective from its own sparse log lines. */

import type { Highs, HighsCallbackMap } from 'highs';
import type { SolveProgress } from './solver.ts';

const MILLISECONDS_BETWEEN_REPORTS = 200;

/** A line of the simplex log: iterations, objective, `Pr: how many(sum)` of what is still infeasible. */
const simplexLine = /^\s*\d+\s+(-?[\d.]+(?:e[+-]?\d+)?)\s+Pr: \d+\(([\d.e+-]+)\)/;

/**
 * Handlers for one or more runs of one solve; iterations add up over the runs.
 *
 * @param startedAt `performance.now()` at the start of the solve.
 */
export function progressHandlers(
  highs: Highs,
  onProgress: (progress: SolveProgress) => void,
  startedAt: number,
): HighsCallbackMap {
  const { simplexInterrupt, logging } = highs.constants.callbackType;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let finishedRuns = 0;
  let iterationsOfRun = 0;
  let iterate: Pick<SolveProgress, 'objective' | 'infeasibility'> = {};
  return {
    [simplexInterrupt](event) {
      const count = event.data.simplex_iteration_count ?? 0;
      if (count < iterationsOfRun) finishedRuns += iterationsOfRun;
      iterationsOfRun = count;
      const now = performance.now();
      if (now - reportedAt < MILLISECONDS_BETWEEN_REPORTS) return undefined;
      reportedAt = now;
      onProgress({ iterations: finishedRuns + count, seconds: (now - startedAt) / 1000, ...iterate });
      return undefined;
    },
    [logging](event) {
      const found = simplexLine.exec(event.message);
      if (found) iterate = { objective: Number(found[1]), infeasibility: Number(found[2]) };
      return undefined;
    },
  };
}
