/** What a result says of itself, as far as it can be recomputed. What is absent is not claimed. */

import type { CampaignScore } from '../metrics/campaigns.ts';
import type { PlanEmissions } from '../metrics/emissions-tonnes.ts';
import type { Overhead } from '../metrics/overhead.ts';
import type { SecurityScore } from '../metrics/security.ts';
import type { TierScore } from '../metrics/tier-score.ts';
import type { CostKind } from '../verify/annual-cost.ts';
import type { Answer } from './answer.ts';

export interface Claims {
  readonly study: 'plan' | 'dispatch';
  readonly status?: Answer['status'] | undefined;
  readonly scenario?: { readonly name: string; readonly currency: string } | undefined;
  readonly phases: readonly PhaseClaims[];
  readonly cost?:
    | {
        readonly objective?: number | undefined;
        readonly items?: readonly CostClaim[] | undefined;
        readonly withoutPrice?: readonly string[] | undefined;
      }
    | undefined;
  readonly emissions?: { readonly [field in keyof PlanEmissions]?: PlanEmissions[field] | undefined } | undefined;
  readonly certificate?: CertificateClaims | undefined;
  /** Not kept with their hours, so only counted. */
  readonly baselines?: readonly unknown[] | undefined;
  readonly solver?: unknown;
}

export interface PhaseClaims {
  readonly name: string;
  readonly renewables: Sizes;
  readonly storages: Sizes;
  readonly links: Sizes;
  readonly grid: { readonly subscribedPowerMW: number };
  readonly firstYear?: number | undefined;
  readonly itCapacityMW?: number | undefined;
  readonly annualCost?: number | undefined;
  readonly levelisedCostPerMWh?: number | undefined;
  readonly fullCostPerMWh?: number | undefined;
  readonly annualEmissionsTonnes?: number | undefined;
  /** By name of the asset that is contracted. */
  readonly contracts?: Sizes | undefined;
  /** Scores by their names in `WeatherYearScore`. */
  readonly weatherYears?: readonly YearClaims[] | undefined;
}

interface YearClaims {
  readonly name: string;
  readonly tiers?: readonly TierScore[] | undefined;
  readonly campaigns?: readonly CampaignScore[] | undefined;
  readonly security?: SecurityScore | undefined;
  readonly overhead?: Overhead | undefined;
}

/** By name of the asset, then by name of the size. */
type Sizes = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

interface CostClaim {
  readonly name: string;
  readonly phase: string;
  readonly kind: CostKind;
  readonly value: number;
  readonly annualValue: number;
}

interface CertificateClaims {
  readonly objective?: number | undefined;
  readonly dualBound?: number | undefined;
  readonly relativeGap?: number | undefined;
  readonly gapFloor?: number | undefined;
  readonly maxViolationMWh?: number | undefined;
  readonly verified?: boolean | undefined;
  /** The largest gap that was to be called optimal; `tolerance.relativeGap` where absent. */
  readonly requiredGap?: number | undefined;
  readonly laws?: readonly { readonly law: string; readonly checks: number; readonly broken: number }[] | undefined;
}
