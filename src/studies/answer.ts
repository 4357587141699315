/** What a study answers: a status that says what is known, and with it what belongs to it. */

import type { Scope } from '../model/variables.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import type { CostAccount } from '../verify/cost.ts';
import type { Verification } from '../verify/verification.ts';

export type Answer = Proven | Infeasible | Unbounded | Limited;

/** Verified: every law recomputed and kept, and a bound proven, however near the cost it is. */
export interface VerifiedPlan {
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
  readonly cost: CostAccount;
  readonly certificate: Certificate;
  readonly verification: Verification;
  /** One a programme solved: enough to recompute the dual bound without solving. */
  readonly proofs: readonly Proof[];
}

/** Verified, and the optimum proven to the gap. Nothing else is ever called optimal. */
export interface Proven extends VerifiedPlan {
  readonly status: 'optimal';
  readonly solver: SolverReport;
}

/** No plan keeps the promise; with the least energy that stays unmatched whatever is built. */
export interface Infeasible {
  readonly status: 'infeasible';
  readonly shortages: readonly Shortage[];
  readonly solver: SolverReport;
}

/** Cost falls without end: some price pays for building or using ever more. */
export interface Unbounded {
  readonly status: 'unbounded';
  readonly solver: SolverReport;
}

export interface Limited {
  readonly status: 'limit';
  readonly limit: 'time' | 'iterations';
  /** The best plan so far, where there is one; its gap is wider than was asked for. */
  readonly best?: VerifiedPlan;
  readonly solver: SolverReport;
}

/** Recomputed from the schedule and from primal and dual values; see `verify/certificate.ts`. */
export interface Certificate {
  readonly objective: number;
  readonly dualBound: number;
  /** |objective − dualBound| as a share of |objective|, or of `gapFloor` where the objective is smaller. */
  readonly relativeGap: number;
  /** [currency] See `tolerance.gapFloorPerMWh`. */
  readonly gapFloor: number;
  readonly maxViolationMWh: number;
  readonly verified: boolean;
  /** The gap up to which the answer was asked to be called optimal; `tolerance.relativeGap` where absent. */
  readonly requiredGap?: number;
}

/** What proves the bound of a programme that was solved. */
export type Proof = WholeProof | DecomposedProof;

/** The programme, by its scope, and the duals of its rows. */
export interface WholeProof {
  readonly kind: 'whole';
  readonly scope: Scope;
  readonly rowDual: Float64Array;
}

/** The same of a programme solved in parts; see `model/decomposition.ts`. */
export interface DecomposedProof {
  readonly kind: 'decomposed';
  readonly scope: Scope;
  /** Of the rows of the build-out. */
  readonly linkingDual: Float64Array;
  /** Of the rows of each part. */
  readonly partDuals: readonly Float64Array[];
}

/** Energy that no permitted portfolio can match, by phase and weather year. */
export interface Shortage {
  readonly phase: string;
  readonly weatherYear: string;
  readonly unmatchedMWh: number;
  /** Of the load in the dispatch that leaves so little. */
  readonly loadMWh: number;
  /** Of the load, what the matching target lets be unmatched. */
  readonly permittedMWh: number;
  /** Hours that stay unmatched, largest first. */
  readonly hours: readonly { readonly hour: number; readonly unmatchedMWh: number }[];
}

export interface SolverReport {
  readonly name: string;
  readonly version: string;
  readonly method: 'one-lp' | 'decomposed' | 'decomposed + one-lp';
  /** How it was asked and why this solver, in words. */
  readonly reason: string;
  readonly iterations: number;
  readonly wallSeconds: number;
  readonly peakMemoryMB: number;
}
