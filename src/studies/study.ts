/** One study as a whole: the main plan or dispatch, and beside it the baselines. */

import { VerificationError } from '../errors.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SolverPool } from '../solvers/pool.ts';
import type { SolverName } from '../solvers/registry.ts';
import type { Answer } from './answer.ts';
import { type Baseline, baselinesOf } from './baselines.ts';
import { dispatch } from './dispatch.ts';
import { createEngine, type Engine, type StudyProgress } from './engine.ts';
import type { Method } from './method.ts';
import { type Foresight, plan } from './plan.ts';
import type { FirstRemedies } from './repair/document.ts';
import { firstRemedies } from './repair.ts';

/** Input, output and events survive a structured clone: a study usually has a thread of its own. */
export interface StudyInput {
  readonly scenario: Scenario;
  readonly study: 'plan' | 'dispatch';
  readonly foresight: Foresight;
  readonly solver: SolverName | 'auto';
  readonly method: Method;
  readonly relativeGap: number;
  readonly threads: number;
  readonly timeLimitSeconds: number;
  readonly baselines: 'none' | 'first' | 'all';
  /** Whether to look for what would make a plan possible where energy is missing, which takes about another plan. */
  readonly remedies?: boolean;
}

export interface StudyOutput {
  readonly answer: Answer;
  readonly baselines: readonly Baseline[];
  /** Why the baselines are missing although they were asked for. */
  readonly baselineFailure?: { readonly name: string; readonly message: string };
  /** Where they were asked for, and energy is missing whatever is built. */
  readonly remedies?: FirstRemedies;
}

export type StudyEvent =
  /** `programmes`: how many will be solved, as far as can be said. */
  | { readonly kind: 'stage'; readonly stage: string; readonly programmes: number }
  | { readonly kind: 'progress'; readonly progress: StudyProgress }
  /** Told by whoever writes the answer down. */
  | { readonly kind: 'reporting' };

/**
 * Answers a study and its baselines.
 *
 * @param pool lent, for who runs one study after another; then its threads count, not those of the input
 * @throws SolverError, VerificationError
 */
export async function runStudy(
  input: StudyInput,
  tell: (event: StudyEvent) => void,
  pool?: SolverPool,
): Promise<StudyOutput> {
  const { scenario, solver, method, relativeGap, threads, timeLimitSeconds } = input;
  const engine = createEngine({
    solver,
    method,
    relativeGap,
    threads,
    timeLimitSeconds,
    ...(pool && { pool }),
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  });
  try {
    // Twins are twins of a plan: a dispatch builds nothing, so there is nothing to save.
    const isCompared = input.baselines !== 'none' && input.study === 'plan';
    const compares = input.baselines === 'first' ? 1 : programmesOf(input);
    const programmes = programmesOf(input) + (isCompared ? compares * twinCount(scenario) : 0);
    tell({ kind: 'stage', stage: input.study, programmes });
    // Side by side: what one plan leaves idle of the threads, the others use.
    const twins = isCompared ? compared(input, engine) : Promise.resolve({ baselines: [] });
    // Nobody listens to them where there is no plan to compare with.
    twins.catch(() => undefined);
    const answer = await answerOf(input, engine);
    if (answer.status === 'optimal') return { answer, ...(await twins) };
    const isShort = answer.status === 'infeasible' && answer.shortages.length > 0;
    if (!isShort || input.study !== 'plan' || !input.remedies) return { answer, baselines: [] };
    return { answer, baselines: [], remedies: await firstRemedies(scenario, answer.shortages, engine) };
  } finally {
    await engine.close();
  }
}

async function answerOf({ study: asked, scenario, foresight }: StudyInput, engine: Engine): Promise<Answer> {
  switch (asked) {
    case 'plan':
      return plan(scenario, engine, foresight);
    case 'dispatch':
      return dispatch(scenario, engine);
    default: {
      const never: never = asked;
      throw new TypeError(`unknown study ${String(never)}`);
    }
  }
}

/** The main answer stands whatever becomes of its twins; but a twin that breaks a law is a bug, and as loud. */
async function compared(
  { scenario, foresight, baselines: span }: StudyInput,
  engine: Engine,
): Promise<Pick<StudyOutput, 'baselines' | 'baselineFailure'>> {
  try {
    return { baselines: span === 'none' ? [] : await baselinesOf(scenario, engine, foresight, span) };
  } catch (error) {
    if (error instanceof VerificationError) throw error;
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    return { baselines: [], baselineFailure: { name, message } };
  }
}

/** For the estimate of the time that remains; an infeasible answer solves further ones. */
function programmesOf({ study: asked, scenario, foresight }: StudyInput): number {
  if (asked === 'dispatch') return 2 * scenario.phases.length;
  return foresight === 'together' ? 1 : scenario.phases.length;
}

function twinCount({ matching, storages }: Scenario): number {
  const hasAnnualTwin = matching.kind === 'hourly' || matching.kind === 'monthly';
  return 1 + Number(hasAnnualTwin) + Number(storages.length > 0);
}
