/** Constants that join units, and every tolerance of the project with its unit. Nothing else defines either. */

/** Hours of a common year: annual prices per MW are spread over the hours of a weather year by this. */
export const HOURS_PER_YEAR = 8760;

/** How far a number may stand from a law before it counts as a violation. */
export const tolerance = {
  /** Hourly balances and limits [MWh], absolute; one part in a million of the largest size in play is added. */
  hourlyMWh: 1e-5,
  /** A limit that grows with the plan: share of the largest value in the law. */
  relative: 1e-6,
  /** Sums of a year against their parts, as a share of the sum. */
  yearlyShare: 1e-6,
  /** Shares or weights of one whole against 1. */
  shareSum: 1e-9,
  /** A number that a result claims against the same number recomputed, as a share of it: only rounding may differ. */
  claimedShare: 1e-9,
  /** Objective against dual bound, as a share of the objective: the largest gap that is still called optimal. */
  relativeGap: 1e-6,
} as const;
