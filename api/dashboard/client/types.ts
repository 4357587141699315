/** Answers of the API, by the types of those who give them. */

import type { CostBand } from '../../schemas/band.ts';
import type { Equation, Inputs } from '../../schemas/explanations.ts';
import type { InspectionDocument, ProfileDocument } from '../../schemas/profile.ts';
import type { RunDocument } from '../../schemas/run.ts';

export type { Alternatives, Comparison, Repair, ResultDocument, Sweep } from '../../../src/index.ts';
export type { CostBand, Equation, Inputs, InspectionDocument, ProfileDocument, RunDocument };

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

/** What pages read of a scenario as it was sent; a document that was run holds it all. */
export interface ScenarioDocument extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly currency: string;
  readonly renewables: readonly { readonly name: string; readonly technology: string }[];
  readonly storages?: readonly { readonly name: string; readonly technology: string }[];
  readonly phases: readonly { readonly name: string; readonly firstYear: number; readonly itCapacityMW: number }[];
  readonly weatherYears: readonly { readonly name: string }[];
  readonly load: {
    readonly utilisation?: number;
    readonly tiers: readonly { readonly name: string; readonly deadlineHours: number }[];
  };
  readonly matching?: { readonly kind: string; readonly target?: number };
}

export interface ListedScenario {
  readonly id: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly phases: readonly { readonly name: string; readonly itCapacityMW: number }[];
  readonly lastRun?: RunDocument;
}
