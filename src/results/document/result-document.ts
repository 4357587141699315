/** `result.json`: everything of an answer but its hours. Names are contracts; add freely, change only with a reason. */

import type { Warning } from '../../errors.ts';
import type { ContractFigures } from '../../metrics/contracts.ts';
import type { PlanEmissions } from '../../metrics/emissions-tonnes.ts';
import type { WeatherYearScore } from '../../metrics/scorecard.ts';
import type { Baseline } from '../../studies/baselines.ts';
import type { FirstRemedies } from '../../studies/repair/document.ts';
import type { CostKind } from '../../verify/annual-cost.ts';
import type { CapacityApart, StorageApart } from '../../verify/committed-and-new.ts';

export const RESULT_SCHEMA_VERSION = 1;

export type Study = 'plan' | 'dispatch';

export interface ResultDocument {
  readonly schemaVersion: typeof RESULT_SCHEMA_VERSION;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Of the program that wrote it. */
  readonly hourmatchVersion: string;
  readonly study: Study;
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly scenario: { readonly name: string; readonly contentHash: string; readonly currency: string };
  /** True where any profile says that it was generated, not measured. */
  readonly synthetic: boolean;
  /** What is asked about: magnitudes that look like a slip, doubts about files. Nothing is refused for them. */
  readonly warnings: readonly Warning[];
  /** Empty unless there is a plan: optimal, or the best so far at a limit. */
  readonly phases: readonly PhaseResult[];
  /** Absent where there is no plan. */
  readonly cost?: {
    readonly objective: number;
    readonly items: readonly CostResult[];
    /** Committed assets without a price: their capital is neither in the cost nor in `fullCostPerMWh`. */
    readonly withoutPrice: readonly string[];
  };
  /** Of imported energy. Absent where there is no plan. */
  readonly emissions?: PlanEmissions;
  readonly certificate?: CertificateResult;
  readonly baselines: readonly BaselineResult[];
  /** Where infeasible: energy that no permitted portfolio can match. */
  readonly shortages: readonly ShortageResult[];
  /** Of a plan where energy is missing: what would make one possible, as far as little more than a plan finds it. */
  readonly remedies?: FirstRemedies;
  readonly solver: SolverResult;
  /** SHA-256 of every other file of the directory, by its path; absent until it is written. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface PhaseResult {
  readonly name: string;
  readonly firstYear: number;
  readonly itCapacityMW: number;
  readonly renewables: Readonly<Record<string, CapacityApart>>;
  readonly storages: Readonly<Record<string, StorageApart>>;
  readonly links: Readonly<Record<string, CapacityApart>>;
  readonly grid: { readonly subscribedPowerMW: number };
  /** Expected over the weather years, undiscounted [currency per year]. */
  readonly annualCost: number;
  /** What the plan still spends, for each MWh of load. Absent where there is no load. */
  readonly levelisedCostPerMWh?: number;
  /** The same with the capital of committed plant, as annuities at the scenario's own prices. */
  readonly fullCostPerMWh?: number;
  /** Of imported energy, expected over the weather years [t CO₂ equivalent per year]. */
  readonly annualEmissionsTonnes: number;
  /** By name of the plant or storage that is contracted, not owned; absent where all is owned. */
  readonly contracts?: Readonly<Record<string, ContractFigures>>;
  readonly weatherYears: readonly WeatherYearResult[];
}

/** What the metrics say of a weather year stands in the file under the same names. */
export type WeatherYearResult = WeatherYearScore;

export interface CostResult {
  readonly name: string;
  readonly phase: string;
  readonly kind: CostKind;
  /** Contribution to the objective, discounted [currency]. */
  readonly value: number;
  /** Undiscounted [currency per year]. */
  readonly annualValue: number;
}

export interface CertificateResult {
  readonly objective: number;
  readonly dualBound: number;
  readonly relativeGap: number;
  /** What `relativeGap` is a share of where the objective is smaller [currency]: 0.001 for each MWh of work. */
  readonly gapFloor: number;
  readonly maxViolationMWh: number;
  readonly verified: boolean;
  /** The relative gap up to which a plan was to be called optimal; a millionth where absent. */
  readonly requiredGap?: number;
  /** Laws recomputed, with the number of checks of each. */
  readonly laws: readonly { readonly law: string; readonly checks: number; readonly broken: number }[];
}

export interface BaselineResult {
  readonly kind: Baseline['kind'];
  readonly status: ResultDocument['status'];
  readonly objective?: number;
  /** Between its cost and its proven bound; absent unless optimal. */
  readonly relativeGap?: number;
  /** By phase, in order. */
  readonly phases: readonly {
    readonly name: string;
    readonly annualCost: number;
    readonly levelisedCostPerMWh?: number;
    readonly lowestCfeScore: number;
    /** Of a plan together beside one phase by phase: what the latter costs more, discounted [currency]. */
    readonly regret?: number;
    /** And what stands in it. */
    readonly sizes?: PlannedSizes;
  }[];
}

/** By name. */
export type PlannedSizes = Pick<PhaseResult, 'renewables' | 'storages' | 'links'>;

export interface ShortageResult {
  readonly phase: string;
  readonly weatherYear: string;
  readonly unmatchedMWh: number;
  readonly permittedMWh: number;
  readonly unmatchedHours: number;
  /** The worst hours, at most 20, largest first. */
  readonly worstHours: readonly { readonly hour: number; readonly stamp: string; readonly unmatchedMWh: number }[];
}

export interface SolverResult {
  readonly name: string;
  readonly version: string;
  readonly method: string;
  readonly reason: string;
  readonly iterations: number;
  readonly wallSeconds: number;
  readonly peakMemoryMB: number;
}
