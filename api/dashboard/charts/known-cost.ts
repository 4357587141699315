/** What is known of a cost at one value of what is varied. */

export interface KnownCost {
  readonly value: number;
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
  /** Solved: both ends are one. */
  readonly exact?: number | undefined;
}
