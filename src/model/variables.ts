/** What a formulation is asked for, and where its quantities stand in the programme. */

import type { VariableBlock } from '../lp/constraint.ts';
import type { Block, LinearProgram } from '../lp/linear-program.ts';
import type { Matching } from '../scenario/scenario.ts';
import type { CampaignVariables } from './campaign.ts';
import type { TierVariables } from './flexible-load.ts';
import type { HourlyExpression, Hours } from './hourly.ts';
import type { PoolVariables } from './renewable.ts';
import type { StorageVariables } from './storage.ts';

/** Which part of a scenario is formulated, and for what. */
export interface Scope {
  /** Indices of the phases whose hours are in. */
  readonly phases: readonly number[];
  /** Indices of the weather years that are in. */
  readonly weatherYears: readonly number[];
  /** By phase: sizes already decided, in the order of `buildablesOf`. Free where absent and the phase is in. */
  readonly built: readonly (Float64Array | undefined)[];
  /** What must hold; usually the scenario's own. */
  readonly matching: Matching;
  /** Whether there are import columns at all. At an hourly target of 1 there are none. */
  readonly importAllowed: boolean;
  readonly exportAllowed: boolean;
  /** Caps on the import of each weather year that is in [MWh]; absent for none. */
  readonly mostImportMWh?: readonly number[];
  /** Least cost, or least imported energy [MWh], whatever it costs. */
  readonly minimise: 'cost' | 'import';
}

export interface Formulation {
  readonly program: LinearProgram;
  /** By phase of the scenario: what it builds, in the order of `buildablesOf`. */
  readonly vintages: readonly VariableBlock[];
  readonly phases: readonly PhaseVariables[];
}

/** What is built and what stands, without hours. */
export interface BuildOutFormulation {
  readonly program: LinearProgram;
  /** By phase of the scenario. */
  readonly vintages: readonly VariableBlock[];
  readonly phases: readonly PhaseSizes[];
}

/** Hours that share no law with others once the sizes of their phase stand. */
export interface Part {
  readonly p: number;
  readonly weatherYears: readonly number[];
}

/** A part alone: K and M are its first columns and stand for those of the build-out. */
export interface HoursFormulation extends PhaseVariables {
  readonly program: LinearProgram;
}

/** Where things stand in it. */
export interface HoursPlaces {
  readonly p: number;
  readonly dispatches: readonly DispatchVariables[];
  readonly rowCount: number;
}

export interface PhaseSizes {
  readonly p: number;
  /** What stands, in the order of `buildablesOf`. */
  readonly K: VariableBlock;
  /** Subscribed power, where it has a price. */
  readonly M: number | undefined;
}

interface PhaseVariables extends PhaseSizes {
  readonly dispatches: readonly DispatchVariables[];
}

/** One weather year of one phase. */
export interface DispatchVariables {
  readonly p: number;
  readonly y: number;
  readonly hours: Hours;
  readonly pools: readonly PoolVariables[];
  readonly storages: readonly StorageVariables[];
  readonly tiers: readonly TierVariables[];
  readonly campaigns: readonly CampaignVariables[];
  /** Facility power of each tier and run, and what the site draws beside. */
  readonly load: readonly HourlyExpression[];
  readonly imports: VariableBlock | undefined;
  readonly exports: VariableBlock | undefined;
  /** Rows whose duals are the shadow prices. */
  readonly balance: Block;
}
