/** From HiGHS's callbacks to progress: iterations from every simplex step, objective from its own sparse log lines. */

import type { Highs, HighsCallbackMap } from 'highs';
import type { SolveProgress } from './solver.ts';

const MILLISECONDS_BETWEEN_REPORTS = 200;

/** A line of the simplex log: iterations, objective, `Pr: how many(sum)` of what is still infeasible. */
const simplexLine = /^\s*\d+\s+(-?[\d.]+(?:e[+-]?\d+)?)\s+Pr: \d+\(([\d.e+-]+)\)/;

export interface ProgressReports {
  /** For one or more runs of one solve; iterations add up over the runs. */
  readonly handlers: HighsCallbackMap;
  /** The last report: where the solve ended, however short it was. */
  readonly end: (optimum: { readonly iterations: number; readonly objective: number }) => void;
}

/** @param startedAt `performance.now()` at the start of the solve. */
export function progressReports(
  highs: Highs,
  onProgress: (progress: SolveProgress) => void,
  startedAt: number,
): ProgressReports {
  const { simplexInterrupt, logging } = highs.constants.callbackType;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let finishedRuns = 0;
  let iterationsOfRun = 0;
  let iterate: Pick<SolveProgress, 'objective' | 'infeasibility'> = {};
  const secondsSince = (now: number) => (now - startedAt) / 1000;
  const handlers: HighsCallbackMap = {
    [simplexInterrupt](event) {
      const count = event.data.simplex_iteration_count ?? 0;
      if (count < iterationsOfRun) finishedRuns += iterationsOfRun;
      iterationsOfRun = count;
      const now = performance.now();
      if (now - reportedAt < MILLISECONDS_BETWEEN_REPORTS) return undefined;
      reportedAt = now;
      onProgress({ iterations: finishedRuns + count, seconds: secondsSince(now), ...iterate });
      return undefined;
    },
    [logging](event) {
      const found = simplexLine.exec(event.message);
      if (found) iterate = { objective: Number(found[1]), infeasibility: Number(found[2]) };
      return undefined;
    },
  };
  return {
    handlers,
    end: ({ iterations, objective }) =>
      onProgress({ iterations, seconds: secondsSince(performance.now()), objective, infeasibility: 0 }),
  };
}
