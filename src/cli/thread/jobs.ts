/** What is computed on a thread of its own, so that the command line stays awake for Ctrl-C and its display. */

import type {
  AskedStudy,
  Band,
  BandsToFind,
  Issue,
  PypsaFolder,
  ResultToVerify,
  ResultVerification,
  Scenario,
  SolverPool,
  StudyDocuments,
  StudyEvent,
  StudyInput,
  StudyOutput,
  StudyToMake,
  Values,
} from '../../index.ts';

interface ProgrammeInput {
  readonly scenario: Scenario;
  /** Indices of the phases. */
  readonly phases: readonly number[];
  readonly format: 'mps' | 'lp';
}

/** A study as far as it is goes with its progress. */
type AskedEvent = StudyEvent | { readonly kind: 'kept'; readonly document: StudyDocuments[AskedStudy] };

/** Each job's input, output and what it tells on the way. Everything has to survive a structured clone. */
export interface Jobs {
  readonly study: { input: StudyInput; output: StudyOutput; event: StudyEvent };
  readonly programme: { input: ProgrammeInput; output: string; event: never };
  /** Of one phase. */
  readonly network: { input: Omit<ProgrammeInput, 'format'>; output: PypsaFolder; event: never };
  readonly bands: { input: BandsToFind; output: Band[]; event: never };
  /** Of a result directory. */
  readonly values: { input: string; output: Values; event: never };
  /** Of a study that solves. */
  readonly asked: {
    input: StudyToMake & { readonly threads: number };
    output: StudyDocuments[AskedStudy];
    event: AskedEvent;
  };
  readonly verification: { input: ResultToVerify; output: ResultVerification; event: never };
}

export type JobName = keyof Jobs;

export type Job<Name extends JobName> = (
  input: Jobs[Name]['input'],
  tell: (event: Jobs[Name]['event']) => void,
  /** Threads to solve on, lent: they stay for the next job of this thread. */
  poolOf: (threads: number) => SolverPool,
) => Promise<Jobs[Name]['output']>;

/** An error on its way between threads, where classes are lost. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Of what was handed in. */
  readonly input?: { readonly subject: string; readonly issues: readonly Issue[] };
}

export type JobMessage =
  | { readonly kind: 'event'; readonly event: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure };
