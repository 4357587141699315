/** The answer: capacities and hourly flows. No solver words; powers are MW over a whole hour and never negative. */

export interface Schedule {
  readonly phases: readonly PhaseSchedule[];
}

export interface PhaseSchedule {
  readonly name: string;
  readonly capacities: Capacities;
  readonly weatherYears: readonly WeatherYearSchedule[];
}

/** A size and, where age or outages take from it, what of it is at work on average over the years of the phase. */
interface Capacity {
  readonly name: string;
  readonly capacityMW: number;
  readonly effectiveMW?: number;
}

/** What stands in a phase, in the order of the scenario's lists. */
export interface Capacities {
  readonly renewables: readonly Capacity[];
  readonly storages: readonly {
    readonly name: string;
    readonly powerCapacityMW: number;
    readonly energyCapacityMWh: number;
    readonly effectiveMW?: number;
    readonly effectiveMWh?: number;
  }[];
  readonly links: readonly Capacity[];
  readonly grid: { readonly subscribedPowerMW: number };
}

/** One weather year under one phase; every array has the hours of the weather year. */
export interface WeatherYearSchedule {
  readonly name: string;
  /** Facility load served, cooling included. */
  readonly loadMW: Float64Array;
  /** Generation used, at the plant, before losses on the way. */
  readonly renewables: readonly { readonly name: string; readonly generationMW: Float64Array }[];
  readonly storages: readonly {
    readonly name: string;
    readonly chargeMW: Float64Array;
    readonly dischargeMW: Float64Array;
    /** End of hour. */
    readonly stateOfChargeMWh: Float64Array;
  }[];
  /** IT side, before cooling; after the tiers of a scenario its campaigns, whose work does not wait. */
  readonly tiers: readonly {
    readonly name: string;
    readonly servedMW: Float64Array;
    /** Done in the hour, where that is not what is served: in the MWh that it takes at full power, as backlog and what is shed. */
    readonly workMWh?: Float64Array;
    /** End of hour. */
    readonly backlogMWh: Float64Array;
    readonly shedMW: Float64Array;
  }[];
  readonly importMW: Float64Array;
  readonly exportMW: Float64Array;
  /** Cost of one more MWh of need in the hour; absent where the schedule was made without prices. */
  readonly shadowPricePerMWh?: Float64Array;
}

/** What a phase's build-out added: sizes of each vintage by the phase in which it was built. */
export interface BuildOut {
  readonly phase: string;
  readonly renewables: readonly { readonly name: string; readonly builtMW: number }[];
  readonly storages: readonly { readonly name: string; readonly builtMW: number; readonly builtMWh: number }[];
  readonly links: readonly { readonly name: string; readonly builtMW: number }[];
}
