import type { Constraint } from '../lp/constraint.ts';
import { addTerms, constantAt, type HourlyExpression, type Hours } from './hourly.ts';

/**
 * In every hour supply covers need: renewables that arrive, discharge and import against load, charge and export.
 * An inequality, because what is not needed is curtailed at no cost; that spares a curtailment column an asset.
 *
 * @equation Σ g[h] + Σ d[h] + m[h] − load[h] − Σ c[h] − x[h] ≥ 0
 * @dual shadow price: what one more MWh of need costs in the hour [currency/MWh]
 */
export function energyBalance(
  hours: Hours,
  supply: readonly HourlyExpression[],
  need: readonly HourlyExpression[],
): Constraint {
  return {
    name: 'energyBalance',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => {
      let firm = 0;
      for (const source of supply) addTerms(row, source, h);
      for (const sink of need) {
        addTerms(row, sink, h, -1);
        firm += constantAt(sink, h);
      }
      row.atLeast(firm);
    },
  };
}

/**
 * Only renewables charge storage and are exported: what is discharged and imported goes to the load and nowhere else.
 * With the balance this says Σ c + x ≤ Σ g, in terms that need no generation columns.
 *
 * @equation Σ d[h] + m[h] − load[h] ≤ 0
 * @dual minus what one more MWh of discharge or import past the load would be worth [currency/MWh]
 */
export function onlyRenewablesStored(
  hours: Hours,
  dischargeAndImport: readonly HourlyExpression[],
  load: readonly HourlyExpression[],
): Constraint {
  return {
    name: 'onlyRenewablesStored',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => {
      let firm = 0;
      for (const flow of dischargeAndImport) addTerms(row, flow, h);
      for (const tier of load) {
        addTerms(row, tier, h, -1);
        firm += constantAt(tier, h);
      }
      row.atMost(firm);
    },
  };
}
