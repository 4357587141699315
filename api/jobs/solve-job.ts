/** What a solving thread is given and what it says; everything survives a structured clone. */

import type { StudyEvent, StudyResult } from '../../src/index.ts';
import type { RunDocument } from '../schemas/run.ts';
import type { RunFigures, StudyFigures } from '../schemas/run-figures.ts';
import type { StudyName } from '../schemas/studies.ts';
import type { ObjectPlace } from '../store/objects.ts';
import type { WordedResult } from '../thread-pool/lay-out.ts';
import type { RunOptions } from './run-options.ts';
import type { StoredDocument } from './stored-scenario.ts';

export interface PlanQuestion {
  readonly study: 'plan' | 'dispatch';
  readonly options: RunOptions;
}

export interface StudyQuestion {
  readonly study: StudyName;
  readonly options: Pick<RunOptions, 'timeLimitSeconds'>;
  readonly asked: Readonly<Record<string, unknown>>;
  /** The result it stands on. */
  readonly source: WordedResult | undefined;
  /** Where what is finished of it is kept until all of it is. */
  readonly kept: string;
}

export interface SolveJob extends StoredDocument {
  readonly objects: ObjectPlace;
  readonly question: PlanQuestion | StudyQuestion;
  /** Of the study; the thread itself mostly waits for them. */
  readonly threads: number;
  /** Where the result directory goes. */
  readonly draft: string;
}

export interface Solved {
  /** Status of the answer; every one is a result. */
  readonly answer: NonNullable<RunDocument['answer']>;
  readonly figures: RunFigures | StudyFigures | null;
  /** Places of what was kept on the way, and is of no use once the answer is stored. */
  readonly spent?: readonly string[];
}

export type SolveMessage =
  | { readonly kind: 'event'; readonly event: StudyEvent }
  | { readonly kind: 'log'; readonly message: string }
  /** What is finished of a study that goes on: whatever becomes of the thread, it is out of it. */
  | { readonly kind: 'part'; readonly part: StudyResult }
  | { readonly kind: 'done'; readonly solved: Solved }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly code?: string };
