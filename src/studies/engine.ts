/** What a study solves with: threads, a choice of solver, a time limit, a way to stop and a way to say how far it is. */

import type { LinearProgram } from '../lp/linear-program.ts';
import { chooseSolver } from '../solvers/choose.ts';
import { createSolverPool } from '../solvers/pool.ts';
import { type SolverName, solvers } from '../solvers/registry.ts';
import type { Basis, SolveProgress, SolveResult } from '../solvers/solver.ts';
import type { SolverReport } from './answer.ts';

export interface EngineOptions {
  readonly solver: SolverName | 'auto';
  readonly threads: number;
  /** For the whole study; Infinity for none. */
  readonly timeLimitSeconds: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: StudyProgress) => void;
}

/** One programme on its way. Several may run at once; `task` tells them apart. */
export interface StudyProgress {
  readonly task: string;
  readonly state: 'solving' | 'done';
  readonly rows: number;
  readonly columns: number;
  readonly solve: SolveProgress;
}

export interface Engine {
  /**
   * @param task what is being solved, in words for the progress display
   * @param start basis of a programme of the same shape that was solved before
   */
  solve(program: LinearProgram, task: string, start?: Basis): Promise<SolveResult>;
  /** What has been used so far. */
  report(method: SolverReport['method']): SolverReport;
  close(): Promise<void>;
}

export function createEngine({ solver, threads, timeLimitSeconds, signal, onProgress }: EngineOptions): Engine {
  const pool = createSolverPool({ threads });
  const startedAt = performance.now();
  const used = new Map<SolverName, string>();
  let iterations = 0;
  let peakBytes = 0;
  const secondsSince = (instant: number) => (performance.now() - instant) / 1000;

  return {
    async solve(program, task, start) {
      const choice = chooseSolver(solver, program);
      used.set(choice.solver, choice.reason);
      const remaining = timeLimitSeconds - secondsSince(startedAt);
      if (remaining <= 0) return { status: 'limit', limit: 'time', iterations: 0 };
      const begun = performance.now();
      const size = { task, rows: program.rowCount, columns: program.columnCount };
      const progress = (solve: SolveProgress) => {
        peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
        onProgress?.({ ...size, state: 'solving', solve });
      };
      progress({ iterations: 0, seconds: 0 });
      const options = { timeLimitSeconds: remaining, onProgress: progress, ...(start && { start }) };
      const result = await pool.solve(choice.solver, program, options, signal ? { signal } : {});
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      iterations += result.iterations;
      onProgress?.({ ...size, state: 'done', solve: { iterations: result.iterations, seconds: secondsSince(begun) } });
      return result;
    },
    report: (method) => ({
      name: [...used.keys()].join(' + '),
      version: [...used.keys()].map((name) => solvers[name].version).join(' + '),
      method,
      reason: [...used.values()].join('; '),
      iterations,
      wallSeconds: secondsSince(startedAt),
      peakMemoryMB: peakBytes / 2 ** 20,
    }),
    close: () => pool.close(),
  };
}
