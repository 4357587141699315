/** What is computed on a thread of its own, so that the command line stays awake for Ctrl-C and its display. */

import type {
  Answer,
  Baseline,
  Foresight,
  Method,
  ResultToVerify,
  ResultVerification,
  Scenario,
  SolverName,
  StudyProgress,
} from '../../index.ts';

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
}

export interface StudyOutput {
  readonly answer: Answer;
  readonly baselines: readonly Baseline[];
  /** Why the baselines are missing although they were asked for. */
  readonly baselineFailure?: Failure;
}

export type StudyEvent =
  /** `programmes`: how many will be solved, as far as can be said. */
  | { readonly kind: 'stage'; readonly stage: string; readonly programmes: number }
  | { readonly kind: 'progress'; readonly progress: StudyProgress };

interface ProgrammeInput {
  readonly scenario: Scenario;
  /** Indices of the phases. */
  readonly phases: readonly number[];
  readonly format: 'mps' | 'lp';
}

/** Each job's input, output and what it tells on the way. Everything has to survive a structured clone. */
export interface Jobs {
  readonly study: { input: StudyInput; output: StudyOutput; event: StudyEvent };
  readonly programme: { input: ProgrammeInput; output: string; event: never };
  readonly verification: { input: ResultToVerify; output: ResultVerification; event: never };
}

export type JobName = keyof Jobs;

export type Job<Name extends JobName> = (
  input: Jobs[Name]['input'],
  tell: (event: Jobs[Name]['event']) => void,
) => Promise<Jobs[Name]['output']>;

/** An error on its way between threads, where classes are lost. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type JobMessage =
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure };
