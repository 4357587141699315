/** The kinds of cost, and one cost of one year: what every part of the account is made of. */

export type CostKind =
  | 'capital'
  | 'salvage'
  | 'fixedOpex'
  | 'variableOpex'
  | 'energyPurchase'
  | 'shortfall'
  | 'tolling'
  | 'wheeling'
  | 'wear'
  | 'import'
  | 'carbon'
  | 'export'
  | 'subscribedPower'
  | 'lostCompute';

/** What one year of a phase costs, expected over the weather years; export earns and is negative. */
export interface AnnualCost {
  /** Asset or tier, or `grid`. */
  readonly name: string;
  readonly kind: CostKind;
  /** Undiscounted [currency per year]. */
  readonly annualValue: number;
}
