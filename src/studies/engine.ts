/** What a study solves with: threads, a choice of method and solver, a time limit, a way to stop and to say how far it is. */

import type { BlockAngularProgram } from '../lp/block-angular.ts';
import type { LinearProgram } from '../lp/linear-program.ts';
import { chooseSolver } from '../solvers/choose.ts';
import { type Deadline, deadlineIn } from '../solvers/deadline.ts';
import { type BlockProgress, type BlockSolveOptions, interiorPoint } from '../solvers/interior-point/method/solve.ts';
import { MANY_BLOCKS } from '../solvers/interior-point/parameters.ts';
import { createSolverPool, type SolverPool } from '../solvers/pool.ts';
import { type SolverName, solvers } from '../solvers/registry.ts';
import type { SolveProgress, SolveResult } from '../solvers/solver.ts';
import { tolerance } from '../units.ts';
import type { SolverReport } from './answer.ts';
import { type CertifiedResult, solveCertified } from './certified-blocks.ts';
import type { Method } from './method.ts';
import { usualThreads } from './usual-threads.ts';

export interface EngineOptions {
  /** `auto` where absent. */
  readonly solver?: SolverName | 'auto';
  /** `auto` where absent. */
  readonly method?: Method;
  /** The largest relative gap between cost and proven bound that counts as closed; `tolerance.relativeGap` where absent. */
  readonly relativeGap?: number;
  /** `usualThreads()` where absent. */
  readonly threads?: number;
  /** Lent: used in place of threads of its own, and left open. */
  readonly pool?: SolverPool;
  /** For the whole study; none where absent or Infinity. */
  readonly timeLimitSeconds?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: StudyProgress) => void;
}

/** One programme on its way. Several may run at once; `task` tells them apart. */
export interface StudyProgress {
  readonly task: string;
  readonly state: 'formulating' | 'solving' | 'done' | 'verifying' | 'verified';
  /** How large it is, in words. */
  readonly size: string;
  readonly solve: SolveProgress;
  /** Where a method has bounds on both sides, and the gap that it is to close. */
  readonly bounds?: BlockProgress & { readonly wantedGap: number };
}

type WantedGap = Pick<BlockSolveOptions, 'relativeGap' | 'gapFloor'>;

export interface Engine {
  readonly method: Method;
  readonly relativeGap: number;
  readonly solver: SolverName | 'auto';
  /** Of the whole study. */
  readonly deadline: Deadline;
  /** Says that a programme is being written. */
  formulating(task: string): void;
  /** Says that an answer is being verified while the work lasts. */
  verifying<Result>(task: string, work: () => Result): Result;
  /**
   * A programme as a whole.
   *
   * @param task what is being solved, in words for the progress display
   * @param asked in place of the solver of the engine
   */
  solve(program: LinearProgram, task: string, asked?: SolverName | 'auto'): Promise<SolveResult>;
  /** A programme block by block, its blocks on all threads. */
  solveBlocks(program: BlockAngularProgram, task: string, wanted: WantedGap): Promise<CertifiedResult>;
  /** What has been used so far. */
  report(note?: string): SolverReport;
  /** Stops what still runs. */
  close(): Promise<void>;
}

/** It has a row a block and one for each row between sizes, and takes some milliseconds. */
const LONGEST_MASTER_SECONDS = 10;

type Way = Exclude<Method, 'auto'>;

function methodOf(ways: readonly Way[]): SolverReport['method'] {
  if (!ways.includes('decomposed')) return 'one-lp';
  return ways.includes('one-lp') ? 'decomposed + one-lp' : 'decomposed';
}

/** High-water mark of the resident memory of the whole process, all threads and what was before included. */
export function peakMemoryMB(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/**
 * Works with the engine that is lent, and leaves it open; or with one of its own.
 *
 * @param lent undefined for one with the usual options, closed once the work is done
 */
export async function withEngine<Result>(
  lent: Engine | undefined,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  if (lent !== undefined) return work(lent);
  const own = createEngine();
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}

export function createEngine(options: EngineOptions = {}): Engine {
  const { solver = 'auto', method = 'auto', relativeGap = tolerance.relativeGap } = options;
  const { threads = usualThreads(), timeLimitSeconds = Number.POSITIVE_INFINITY, onProgress } = options;
  const pool = options.pool ?? createSolverPool({ threads });
  const closing = new AbortController();
  const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
  const startedAt = performance.now();
  const used = new Map<string, { version: string; reason: string; method: Way }>();
  let iterations = 0;
  const secondsSince = (instant: number) => (performance.now() - instant) / 1000;
  /** Says that a task begins and ends, and counts what it took. */
  const watched = async <Result extends { readonly iterations: number }>(
    task: string,
    size: string,
    work: (tell: (progress: Pick<StudyProgress, 'solve' | 'bounds'>) => void) => Promise<Result>,
  ): Promise<Result> => {
    const begun = performance.now();
    const tell = (progress: Pick<StudyProgress, 'solve' | 'bounds'>) => {
      onProgress?.({ task, size, state: 'solving', ...progress });
    };
    const result = await work(tell);
    iterations += result.iterations;
    onProgress?.({
      task,
      size,
      state: 'done',
      solve: { iterations: result.iterations, seconds: secondsSince(begun) },
    });
    return result;
  };
  const deadline = deadlineIn(timeLimitSeconds);
  const say = (task: string, state: StudyProgress['state']) =>
    onProgress?.({ task, size: '', state, solve: { iterations: 0, seconds: 0 } });

  return {
    method,
    relativeGap,
    solver,
    deadline,
    formulating: (task) => say(task, 'formulating'),
    verifying(task, work) {
      say(task, 'verifying');
      const result = work();
      say(task, 'verified');
      return result;
    },
    async solve(program, task, asked = solver) {
      const { solver: chosen, reason } = chooseSolver(asked, program);
      used.set(chosen, { version: solvers[chosen].version, reason, method: 'one-lp' });
      if (deadline.left() <= 0) return { status: 'limit', limit: 'time', iterations: 0 };
      return watched(task, `${program.rowCount.toLocaleString('en-US')} rows`, (tell) => {
        tell({ solve: { iterations: 0, seconds: 0 } });
        const limited = { timeLimitSeconds: deadline.left(), onProgress: (solve: SolveProgress) => tell({ solve }) };
        return pool.solve(chosen, program, limited, { signal });
      });
    },
    async solveBlocks(program, task, { relativeGap: wantedGap, gapFloor }) {
      const { name, version } = interiorPoint;
      const blocks = `${program.blockCount} ${program.blockCount === 1 ? 'block' : 'blocks'}`;
      used.set(name, { version, reason: `${blocks} of hours, linked by their sizes`, method: 'decomposed' });
      if (deadline.left() <= 0) return { status: 'limit', limit: 'time', iterations: 0 };
      try {
        return await watched(task, blocks, (tell) =>
          solveCertified(program, pool.perform(signal), {
            relativeGap: wantedGap,
            gapFloor,
            deadline,
            solveMaster: (master) =>
              pool.solve('highs', master, { timeLimitSeconds: LONGEST_MASTER_SECONDS }, { signal }),
            onProgress: (bounds) => {
              const { round, seconds, objective } = bounds;
              tell({ solve: { iterations: round, seconds, objective }, bounds: { ...bounds, wantedGap } });
            },
          }),
        );
      } finally {
        pool.forgetBlocks(program.blockCount >= MANY_BLOCKS);
      }
    },
    report: (note) => ({
      name: used.size === 0 ? 'none' : [...used.keys()].join(' + '),
      version: [...used.values()].map(({ version }) => version).join(' + '),
      method: methodOf([...used.values()].map(({ method: way }) => way)),
      reason: [
        ...(note === undefined ? [] : [note]),
        ...[...used.values()].map(({ reason }) => reason),
        ...(used.size === 0 ? ['time was over before the first programme was written'] : []),
      ].join('; '),
      iterations,
      wallSeconds: secondsSince(startedAt),
      peakMemoryMB: peakMemoryMB(),
    }),
    async close() {
      closing.abort();
      if (options.pool === undefined) await pool.close();
    },
  };
}
