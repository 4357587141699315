/** What may be built or bought: plants, storages and the links that carry their energy, with their contracts. */

import type { CostByYear, FromYear, HourlySeries } from './quantities.ts';

/** Bought as plant, or as energy under a contract that pays for what is produced (used or curtailed) or used. */
export type Purchase =
  | { readonly kind: 'own'; readonly capexPerMW: CostByYear; readonly fixedOpexPerMWYear: CostByYear }
  | Ppa;

export interface Ppa {
  readonly kind: 'ppa';
  /** By the year of payment. */
  readonly pricePerMWh: CostByYear;
  readonly pays: 'produced' | 'used';
  /** Paid for in every year, taken or not, once the plant can deliver. */
  readonly takeOrPayMWhPerYear?: number;
  /** The most that is taken in a year. */
  readonly mostMWhPerYear?: number;
  /** Absent where it lasts as long as the plan. */
  readonly term?: Term;
}

/** How long a contract lasts. */
export interface Term {
  readonly lastYear: number;
  /** What becomes of the asset then: it is gone, or goes on at the price of the market and without promises. */
  readonly after: 'gone' | 'merchant';
}

/** A storage of somebody else, rented by its power for all that it can do. */
export interface Tolling {
  readonly kind: 'tolling';
  /** By the year of payment. */
  readonly pricePerMWMonth: CostByYear;
  /** Absent where it lasts as long as the plan. */
  readonly term?: Term;
}

export interface Renewable {
  readonly name: string;
  readonly technology: string;
  readonly capacityFactor: HourlySeries;
  /** Share of the output lost on the way to the site: of its link, or its own. */
  readonly loss: number;
  readonly link?: string;
  /** Shared with the plants that name it too; absent where the plant stands by itself. */
  readonly site?: string;
  /** The same of all plants of a site, and of them together. */
  readonly siteMaximumMW: number;
  readonly committedMW: number;
  readonly availableFrom: number;
  readonly lifetimeYears: number;
  readonly purchase: Purchase;
  /** Interest until it stands, of the overnight cost; absent where there is none. */
  readonly interestDuringConstruction?: number;
  /** Output lost with each year of age, of what was left; absent where none is. */
  readonly fadePerYear?: number;
  /** At work on average; an hourly one is in the capacity factor. Absent where it is whole. */
  readonly availability?: number;
  /** By the year of payment, as all that follows from hours. */
  readonly variableOpexPerMWh: CostByYear;
  /** Paid for each MWh sent over the public grid, beside what its link charges. */
  readonly wheelingPerMWh: CostByYear;
  /** Beside it, where the charge is not the same in every hour. */
  readonly wheelingPerMWhByHour?: HourlySeries;
}

export interface Storage {
  readonly name: string;
  readonly technology: string;
  readonly durationHours: { readonly min: number; readonly max: number };
  readonly maximumMW: number;
  readonly committedMW: number;
  readonly committedMWh: number;
  readonly availableFrom: number;
  readonly lifetimeYears: number;
  /** Years after which the power equipment is replaced while the storage stands. */
  readonly powerLifetimeYears: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  readonly selfDischargePerHour: number;
  readonly minimumStateOfCharge: number;
  readonly maximumStateOfCharge: number;
  /** Full discharges of the energy capacity a year. */
  readonly cyclesPerYear?: number;
  /** Interest until it stands, of the overnight cost; absent where there is none. */
  readonly interestDuringConstruction?: number;
  /** Energy capacity lost with each year of age, of what was left; absent where none is. */
  readonly energyFadePerYear?: number;
  /** Of the power, at work on average; absent where it is whole. */
  readonly availability?: number;
  /** Absent where it is bought as plant. */
  readonly purchase?: Tolling;
  readonly capexPerMW: CostByYear;
  readonly capexPerMWh: CostByYear;
  readonly fixedOpexPerMWYear: CostByYear;
  readonly fixedOpexPerMWhYear: CostByYear;
  /** Cost of a discharged MWh. */
  readonly wearPerMWh: CostByYear;
}

export interface Link {
  readonly name: string;
  /** Stands in any case, once it is available: the whole of it, or stretch by stretch. */
  readonly capacityMW: FromYear;
  /** May be extended up to this; equal to `capacityMW` where it may not. */
  readonly maximumMW: FromYear;
  readonly availableFrom: number;
  readonly loss: number;
  /** At work on average; absent where it is whole. */
  readonly availability?: number;
  /** Interest until it stands, of the overnight cost; absent where there is none. */
  readonly interestDuringConstruction?: number;
  readonly lifetimeYears: number;
  readonly capexPerMW: CostByYear;
  readonly fixedOpexPerMWYear: CostByYear;
  /** Paid for each MWh that enters. */
  readonly wheelingPerMWh: CostByYear;
  /** Beside it, where the charge is not the same in every hour. */
  readonly wheelingPerMWhByHour?: HourlySeries;
}
