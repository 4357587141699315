import type { Said } from './content/words.ts';

/** A row of the table of phases. */
export interface Quantity {
  readonly name: Said;
  readonly unit: Said;
  readonly group: 'Load' | 'Renewables' | 'Storage' | 'Links and grid' | 'Cost' | 'Matching';
  /** By phase, in order; undefined where there is none. */
  readonly values: readonly (Said | undefined)[];
}
