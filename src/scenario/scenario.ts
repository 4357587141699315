/**
 * A checked scenario with its profiles attached and its technologies filled in: what the model, the verification and
 * the reports read. `load.ts` makes it from a document that `schema.ts` describes. Money is real, in `currency`.
 */

import type { ByYear, CostByYear, HourlySeries } from './quantities.ts';
import type { Link, Renewable, Storage } from './supply.ts';

export type { ByYear, CostByYear, FromYear, HourlySeries } from './quantities.ts';
export type { Link, Ppa, Purchase, Renewable, Storage, Term, Tolling } from './supply.ts';

export interface Scenario {
  readonly name: string;
  readonly currency: string;
  /** Real, per year, as a fraction. */
  readonly discountRate: number;
  readonly weatherYears: readonly WeatherYear[];
  readonly phases: readonly Phase[];
  readonly load: Load;
  readonly renewables: readonly Renewable[];
  readonly storages: readonly Storage[];
  readonly links: readonly Link[];
  readonly grid: Grid;
  readonly matching: Matching;
  /** What that is worth which stands as the plan ends; absent where annuities say so: what is then owed, and no more. */
  readonly salvage?: Salvage;
  /** What the plan must stand beyond its weather; absent where nothing is asked. */
  readonly security?: Security;
}

/** In proportion to the years that are left of its life, or nothing. */
export type Salvage = 'linear' | 'none';

export interface Security {
  /** Hours of the firm load of each hour that storages hold at its end, above their least and as they would give it. */
  readonly reserveHours?: number;
  /** Share by which the output of every plant is lowered; the plan holds with what is left. */
  readonly derateShare?: number;
}

export interface WeatherYear {
  readonly name: string;
  /** Probability; the weights add up to 1. */
  readonly weight: number;
  /** Calendar year of the stamps (UTC). */
  readonly year: number;
  readonly hours: number;
}

export interface Phase {
  readonly name: string;
  readonly firstYear: number;
  readonly years: number;
  readonly itCapacityMW: number;
}

export interface Load {
  /** Facility power ÷ IT power, at least 1; of a facility, of what follows the machines. */
  readonly pue: HourlySeries;
  /** Absent where a PUE tells all. */
  readonly facility?: Facility;
  /** Mean arriving power ÷ IT capacity. */
  readonly utilisation: number;
  readonly tiers: readonly LoadTier[];
  /** Absent where there are none. */
  readonly campaigns?: readonly Campaign[];
}

/** One large run in every year of a phase, on machines of its own. */
export interface Campaign {
  readonly name: string;
  readonly phase: string;
  /** By weather year: its first hour, and the hour after its last. */
  readonly windows: readonly { readonly from: number; readonly to: number }[];
  /** Done by the end of the window [MWh IT]. */
  readonly workMWh: number;
  /** In every hour of the window; 0 where it may pause. */
  readonly leastMW: number;
  readonly greatestMW: number;
  /** At one power from beginning to end. */
  readonly isSteady: boolean;
}

/** Overhead of the site, as shares: what stays whatever the machines do, and what follows them. */
export interface Facility {
  /** Of the IT capacity. */
  readonly fixedShare: number;
  /** For each MW of IT power. */
  readonly perIT: number;
  /** More of it for each degree above the threshold. */
  readonly perDegreeAbove: number;
  readonly thresholdC: number;
  readonly temperatureC: HourlySeries;
}

export interface LoadTier {
  readonly name: string;
  /** Of the IT capacity and of the arriving work. */
  readonly share: number;
  /** What arrives in hour j is served by the end of hour j + deadlineHours; 0 is firm load. */
  readonly deadlineHours: number;
  /** Shape of the arriving work: mean 1 over each weather year. */
  readonly arrivalShape: HourlySeries;
  /** Least power, as a share of the tier's mean arriving power. */
  readonly floorShare: number;
  /** Largest change of power from hour to hour, as a share of the tier's installed power. */
  readonly rampSharePerHour?: number;
  /** Work that may be given up: at most `maximumShare` of a year's arrivals, at a value per MWh IT. */
  readonly shed?: { readonly maximumShare: number; readonly lostComputePerMWh: CostByYear };
  /** What its machines do with less than full power; absent where a MWh does the same work at any power. */
  readonly throughput?: Throughput;
  /** How deep and for how long its work may be held back; absent where the deadline alone says so. */
  readonly endurance?: Endurance;
}

/** A reduction and the rest that it needs. */
export interface Endurance {
  /** Most of the work arriving in an hour that is not done in it. */
  readonly depthShare: number;
  /** At that depth; longer at less. */
  readonly hours: number;
  /** Without reduction, after which it may be repeated. */
  readonly restHours: number;
}

/** Where work and energy are apart, work is counted in the MWh that it takes at full power. */
export interface Throughput {
  /** From idle to full power, bending down: between two points some machines run at one of them, some at the other. */
  readonly points: readonly ThroughputPoint[];
  /** Machines without work stay on, or are shut down: then fewer run, at the points that do most for their power. */
  readonly spareMachines: 'idle' | 'shutDown';
}

/** Shares of the tier's installed power and of what all its machines do at full power. */
export interface ThroughputPoint {
  readonly powerShare: number;
  readonly workRate: number;
}

/** Emissions at the power stations alone, or over the life cycle of fuel and plant: a tenth or more apart. */
export interface CarbonFactor {
  readonly kind: 'direct' | 'lifeCycle';
  readonly year: number;
  readonly source: string;
}

export interface ExportShare {
  readonly maximum: number;
  readonly of: 'generation' | 'load';
}

export interface Grid {
  readonly importPricePerMWh: HourlySeries;
  /** Paid beside it, a price that changes with the year of payment. */
  readonly importPricePerMWhByYear?: CostByYear;
  readonly exportPricePerMWh: HourlySeries;
  readonly subscribedPowerCostPerMWYear: CostByYear;
  /** Infinity where nothing limits it. */
  readonly importLimitMW: number;
  readonly exportLimitMW: number;
  /** Emissions of imported energy. */
  readonly carbonIntensityKgPerMWh: number;
  /** What the number is; absent where the scenario does not say. */
  readonly carbonFactor?: CarbonFactor;
  /** Of energy that nobody claims; the ledger alone counts it. */
  readonly residualMixKgPerMWh?: CarbonFactor & { readonly value: number };
  /** Paid for what import emits, by the year of payment [currency/t]. */
  readonly carbonPricePerTonne?: CostByYear;
  /** The most that import may emit in a year, by calendar year [t]. */
  readonly emissionsLimitTonnesPerYear?: ByYear;
  /** The most that is exported in a year, as a share of the load or of the generation that serves load or export. */
  readonly exportShare?: ExportShare;
  /** Of imported energy; only scores count it. */
  readonly carbonFreeShare?: HourlySeries;
}

export type Matching =
  | { readonly kind: 'hourly'; readonly target: number; readonly over: 'everyYear' | 'onAverage' }
  | { readonly kind: 'monthly' | 'annual'; readonly target: number; readonly over: 'everyYear' | 'onAverage' }
  | { readonly kind: 'none' };
