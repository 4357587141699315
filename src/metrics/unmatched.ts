import { tolerance } from '../units.ts';

/** Load that renewables, direct or stored, did not serve: what was imported. */
export interface Unmatched {
  readonly unmatchedMWh: number;
  /** Hours with more import than `countedAboveMW`. */
  readonly unmatchedHours: number;
}

/**
 * @param loadMW Load of each hour.
 * @param importMW Grid energy of each hour; it serves load only.
 */
export function unmatched(loadMW: Float64Array, importMW: Float64Array): Unmatched {
  const least = countedAboveMW(loadMW);
  return {
    unmatchedMWh: importMW.reduce((sum, value) => sum + value, 0),
    unmatchedHours: importMW.reduce((hours, value) => hours + (value > least ? 1 : 0), 0),
  };
}

/**
 * Import above which an hour counts as unmatched [MW]: a ten-thousandth of the year's mean load, so that plans that are the
 * same but for their size, or for what a solver leaves in their last digits, have the same count. The mean and not the
 * hour's own load, which work that waits may bring near to nothing.
 */
export function countedAboveMW(loadMW: Float64Array): number {
  return (tolerance.unmatchedShare * loadMW.reduce((sum, value) => sum + value, 0)) / Math.max(1, loadMW.length);
}
