/** What a solving thread is given and what it says; everything survives a structured clone. */

import type { StudyEvent } from '../../src/index.ts';
import type { RunFigures } from '../schemas/run-figures.ts';
import type { ObjectPlace } from '../store/objects.ts';
import type { RunOptions } from './run-options.ts';
import type { StoredDocument } from './stored-scenario.ts';

export interface SolveJob extends StoredDocument {
  readonly objects: ObjectPlace;
  readonly study: 'plan' | 'dispatch';
  readonly options: RunOptions;
  /** Of the study; the thread itself mostly waits for them. */
  readonly threads: number;
  /** Where the result directory goes. */
  readonly draft: string;
}

export interface Solved {
  /** Status of the answer; every one is a result. */
  readonly answer: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly figures: RunFigures | null;
}

export type SolveMessage =
  | { readonly kind: 'event'; readonly event: StudyEvent }
  | { readonly kind: 'log'; readonly message: string }
  | { readonly kind: 'done'; readonly solved: Solved }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly code?: string };
