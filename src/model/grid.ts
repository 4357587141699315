import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Hours } from './hourly.ts';
import type { Scope } from './variables.ts';

export function declareImport(lp: ProgramBuilder, { grid }: Scenario, { importAllowed }: Scope, hours: Hours) {
  return importAllowed ? lp.variables('import', hours.labels, hours.count, { upper: grid.importLimitMW }) : undefined;
}

export function declareExport(lp: ProgramBuilder, { grid }: Scenario, { exportAllowed }: Scope, hours: Hours) {
  return exportAllowed ? lp.variables('export', hours.labels, hours.count, { upper: grid.exportLimitMW }) : undefined;
}

/**
 * Import stays within the subscribed power.
 *
 * @equation m[h] − M ≤ 0
 * @dual minus what one more MW of subscription is worth in the hour [currency/MW]
 */
export function subscribedPower(hours: Hours, m: VariableBlock, M: number): Constraint {
  return {
    name: 'subscribedPower',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => row.plus(1, m.at(h)).minus(1, M).atMost(0),
  };
}

/**
 * No more is imported over the year than was found to be unavoidable.
 *
 * @equation Σ_h m[h] ≤ least import
 * @dual minus what one more MWh of permitted import is worth [currency/MWh]
 */
export function leastImport(hours: Hours, m: VariableBlock, mostMWh: number): Constraint {
  return {
    name: 'leastImport',
    of: hours.labels,
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(1, m.at(h));
      row.atMost(mostMWh);
    },
  };
}
