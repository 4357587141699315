/** A row of the table of phases. */
export interface Quantity {
  readonly name: string;
  readonly unit: string;
  readonly group: 'Load' | 'Renewables' | 'Storage' | 'Links and grid' | 'Cost' | 'Matching';
  /** By phase, in order; rounded. */
  readonly values: readonly string[];
}
