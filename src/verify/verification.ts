/** What a verification answers: violations as data, and for every law how much it looked at. */

/** One law broken in one place. MW over a whole hour is MWh, so one unit measures hourly power and energy alike. */
export interface Violation {
  readonly law: string;
  readonly phase: string;
  readonly weatherYear?: string;
  /** Asset, tier, or `site` where the law speaks of the whole site. */
  readonly subject: string;
  /** 0-based; absent where the law speaks of a whole year or of a capacity. */
  readonly hour?: number;
  /** Distance from the law; Infinity where it cannot be measured. */
  readonly amountMWh: number;
  /** In words, with the numbers. */
  readonly problem: string;
}

/** A law and how often it was checked; `checks` 0 says that it never spoke. */
interface LawCheck {
  readonly law: string;
  readonly checks: number;
  readonly broken: number;
  /** Largest distance from the law, tolerated or not; 0 where all is kept exactly. */
  readonly largestMWh: number;
}

/** What one law found. `violations` lists at most `LISTED_PER_LAW`; `broken` counts all. */
export interface Finding extends LawCheck {
  readonly violations: readonly Violation[];
}

export interface Verification {
  readonly violations: readonly Violation[];
  /** Largest distance from any law, tolerated or not. */
  readonly largestViolationMWh: number;
  readonly laws: readonly LawCheck[];
}

/** A plan gone wrong breaks a law in every hour of every year: the first ones and the worst say enough. */
export const LISTED_PER_LAW = 1000;
