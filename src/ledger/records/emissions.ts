import { hourlyScope2, scope2Factors } from '../scope2.ts';
import type { ColumnOf, TableToMake } from '../table.ts';
import { provenanceColumns, type RecordContext } from './context.ts';

/** Scope 2 of each hour of load. */
export function emissionsTable(context: RecordContext): TableToMake<number> {
  const { account, naming, chainStart } = context;
  const { flows, place } = account;
  const factors = scope2Factors(place.scenario, place.y);
  const { matched, unmatched, locationBased, marketBased } = hourlyScope2(account, factors);
  const site = [place.scenario.name];
  const amount = (name: string, meaning: string, of: Float64Array): ColumnOf<number> => ({
    name,
    type: name.endsWith('_g') ? 'grams' : 'wattHours',
    meaning,
    changes: true,
    cell: (hour) => of[hour]!,
  });
  const factor = (name: string, meaning: string, { kgPerMWh }: { readonly kgPerMWh: number }): ColumnOf<number> => ({
    name,
    type: 'kgPerMWh',
    meaning,
    changes: true,
    cell: () => kgPerMWh,
  });
  return {
    kind: 'emissions',
    items: Array.from(flows.load.keys()).filter((hour) => flows.load[hour]! > 0),
    columns: [
      {
        name: 'consumption_id',
        type: 'text',
        isDistinct: true,
        meaning: 'The consumption record.',
        cell: (hour) => naming.consumption(hour),
      },
      { name: 'interval_start', type: 'stamp', meaning: 'The hour.', cell: (hour) => naming.stamp(hour) },
      amount('matched_wh', 'Generated for the hour, or out of a storage for it.', matched),
      amount('unmatched_wh', 'The rest of the load.', unmatched),
      factor('location_factor', 'Of the grid, the same in every hour.', factors.grid),
      amount('location_based_g', 'Load × location_factor: in force.', locationBased),
      factor('unmatched_factor', 'Of what is unmatched.', factors.unmatched),
      amount('market_based_hourly_g', 'unmatched_wh × unmatched_factor: proposed.', marketBased),
      ...provenanceColumns<number>(context),
    ],
    chainStart,
    hourOf: (hour) => hour,
    devicesOf: () => site,
  };
}
