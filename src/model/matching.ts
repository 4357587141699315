import type { Constraint, Row, VariableBlock } from '../lp/constraint.ts';
import { addTerms, constantAt, type HourlyExpression } from './hourly.ts';

/** A stretch of one weather year over which a promise is kept: the whole year, or one of its months. */
export interface Window {
  readonly labels: readonly string[];
  /** First hour, and the hour after the last. */
  readonly from: number;
  readonly to: number;
  /** 1 where each year keeps the promise alone; in proportion to the weights of the cost where they keep it on average. */
  readonly weight: number;
  readonly imports: VariableBlock;
  /** None where nothing may be exported. */
  readonly exports: readonly VariableBlock[];
  readonly load: readonly HourlyExpression[];
}

export const promiseNames = ['hourlyMatching', 'volumetricMatching'] as const;

/**
 * The CFE score: of the load's energy, at most the share 1 − target is imported. Surplus of one hour never serves another.
 *
 * @equation Σ m[h] − (1 − target)·Σ load[h] ≤ 0
 * @dual minus what one more MWh of permitted import is worth [currency/MWh]
 */
export function hourlyMatching(target: number, windows: readonly Window[]): Constraint {
  return {
    name: 'hourlyMatching',
    of: windows[0]!.labels,
    count: 1,
    write: (row) => {
      for (const window of windows) addImports(row, window);
      row.atMost((1 - target) * addLoad(row, windows, -(1 - target)));
    },
  };
}

/**
 * Volumetric matching: over the window, renewables used less storage losses cover the target share of the load; by the
 * energy balance that is a limit on net import.
 *
 * @equation Σ m[h] − Σ x[h] − (1 − target)·Σ load[h] ≤ 0
 * @dual minus what one more MWh of permitted net import is worth [currency/MWh]
 */
export function volumetricMatching(target: number, windows: readonly Window[]): Constraint {
  return {
    name: 'volumetricMatching',
    of: windows[0]!.labels,
    count: 1,
    write: (row) => {
      for (const window of windows) {
        addImports(row, window);
        subtractExports(row, window);
      }
      row.atMost((1 - target) * addLoad(row, windows, -(1 - target)));
    },
  };
}

function addImports(row: Row, { from, to, weight, imports }: Window): void {
  for (let h = from; h < to; h++) row.plus(weight, imports.at(h));
}

function subtractExports(row: Row, { from, to, weight, exports }: Window): void {
  for (const x of exports) {
    for (let h = from; h < to; h++) row.minus(weight, x.at(h));
  }
}

/** Adds `scale` × the variable part of the load; gives the firm part, unscaled [MWh]. */
function addLoad(row: Row, windows: readonly Window[], scale: number): number {
  let firm = 0;
  for (const { from, to, weight, load } of windows) {
    for (const tier of load) {
      for (let h = from; h < to; h++) {
        addTerms(row, tier, h, scale * weight);
        firm += weight * constantAt(tier, h);
      }
    }
  }
  return firm;
}
