/** Constants that join units, and every tolerance of the project with its unit. Nothing else defines either. */

/** Hours of a common year: annual prices per MW are spread over the hours of a weather year by this. */
export const HOURS_PER_YEAR = 8760;

export const HOURS_PER_DAY = 24;

/** How far a number may stand from a law before it counts as a violation. */
export const tolerance = {
  /**
   * Hourly balances and limits [MWh per MW of the phase's IT capacity], so that the same plan twelve times as large is
   * judged the same; one part in a million of the largest size in play is added.
   */
  hourlyShare: 2.5e-7,
  /** A limit that grows with the plan: share of the largest value in the law. */
  relative: 1e-6,
  /** Import of an hour as a share of the year's mean load: only what is above counts as an unmatched hour. */
  unmatchedShare: 1e-4,
  /** Up to this gap of cost, plans that are as cheap as that leave nearly the same hours unmatched. */
  countedGap: 1e-4,
  /** Flows and sizes below this share of the phase's IT capacity are not drawn. */
  seenShare: 2.5e-5,
  /** Sums of a year against their parts, as a share of the sum. */
  yearlyShare: 1e-6,
  /** Shares or weights of one whole against 1. */
  shareSum: 1e-9,
  /** A number that a result claims against the same number recomputed, as a share of it: only rounding may differ. */
  claimedShare: 1e-9,
  /** Objective against dual bound, as a share of the objective: the largest gap that is still called optimal. */
  relativeGap: 1e-6,
  /**
   * The cost that a gap is a share of where a plan costs less [currency per MWh of work]: plans cost 20 to 200, so that
   * it changes nothing for them, and a millionth of it is a third of a thousandth a year for a campus of 40 MW.
   */
  gapFloorPerMWh: 1e-3,
  /** The same for imported energy, where that is minimised: a share of the work. */
  gapFloorShare: 1e-3,
} as const;

/**
 * How far a value and its proven bound are apart, as a share of the value, or of `floor` where the value is smaller: what
 * costs nothing has no share of its cost. The method and the certificate judge by it alike.
 *
 * @param floor in the unit of the value; see `tolerance.gapFloorPerMWh`
 */
export function relativeGap(value: number, bound: number, floor: number): number {
  const distance = Math.abs(value - bound);
  return distance === 0 ? 0 : distance / Math.max(floor, Math.abs(value));
}
