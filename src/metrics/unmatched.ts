import { tolerance } from '../units.ts';

/** Load that renewables, direct or stored, did not serve: what was imported. */
export interface Unmatched {
  readonly unmatchedMWh: number;
  /** Hours with more import than the tolerance of an hourly balance. */
  readonly unmatchedHours: number;
}

/** @param importMW Grid energy of each hour; it serves load only. */
export function unmatched(importMW: Float64Array): Unmatched {
  return {
    unmatchedMWh: importMW.reduce((sum, value) => sum + value, 0),
    unmatchedHours: importMW.reduce((hours, value) => hours + (value > tolerance.hourlyMWh ? 1 : 0), 0),
  };
}
