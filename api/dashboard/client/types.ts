/** Answers of the API, by the types of those who give them. */

export type { ResultDocument } from '../../../src/index.ts';
export type { RunDocument } from '../../schemas/run.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly phases: readonly { readonly name: string; readonly firstYear: number; readonly itCapacityMW: number }[];
  readonly weatherYears: readonly string[];
}

export interface StoredScenario {
  readonly id: string;
  readonly name: string;
  readonly contentHash: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** `data` of a progress event of a run. */
export interface Progress {
  readonly progress: number;
  readonly stage: string;
  readonly activity: string;
  readonly seconds: number;
  readonly remainingSeconds?: number;
  readonly tasks: readonly {
    readonly task: string;
    readonly activity: string;
    readonly round?: number;
    readonly objective?: number;
    readonly dualBound?: number;
    readonly relativeGap?: number;
  }[];
}
