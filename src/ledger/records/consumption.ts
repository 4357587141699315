import { supplyOf } from '../supply.ts';
import type { ColumnOf, TableToMake } from '../table.ts';
import { type Counted, provenanceColumns, type RecordContext } from './context.ts';

/** One record for each hour of load: what served it, and what did not. */
export function consumptionTable(context: RecordContext, { consumption }: Counted): TableToMake<number> {
  const { account, naming, chainStart } = context;
  const { flows, place } = account;
  const { load } = flows;
  const site = [place.scenario.name];
  return {
    kind: 'consumption',
    items: Array.from(load.keys()).filter((hour) => load[hour]! > 0),
    columns: [
      {
        name: 'consumption_id',
        type: 'text',
        isDistinct: true,
        meaning: 'Of the record.',
        cell: (hour) => naming.consumption(hour),
      },
      { name: 'device_id', type: 'text', meaning: 'The site.', cell: () => naming.site },
      { name: 'device_name', type: 'text', meaning: 'Its name.', cell: () => place.scenario.name },
      { name: 'interval_start', type: 'stamp', meaning: 'The hour.', cell: (hour) => naming.stamp(hour) },
      { name: 'interval_end', type: 'stamp', meaning: 'Its end.', cell: (hour) => naming.stamp(hour + 1) },
      {
        name: 'interval_usage',
        type: 'wattHours',
        meaning: 'Load with cooling, rounded up.',
        cell: (hour) => load[hour]!,
      },
      {
        name: 'gross_net_indicator',
        type: 'text',
        meaning: 'GROSS: nothing is taken off for what is generated.',
        cell: () => 'GROSS',
      },
      {
        name: 'consumption_range_start',
        type: 'wattHours',
        isDistinct: true,
        meaning: 'First watt-hour of the record, counted from 1 at the start of the weather year.',
        changes: true,
        cell: (hour) => consumption[hour]! + 1,
      },
      {
        name: 'consumption_range_end',
        type: 'wattHours',
        isDistinct: true,
        meaning: 'Last watt-hour of the record.',
        changes: true,
        cell: (hour) => consumption[hour]! + load[hour]!,
      },
      ...supplyColumns(context),
      ...provenanceColumns(context),
    ],
    chainStart,
    hourOf: (hour) => hour,
    devicesOf: () => site,
  };
}

function supplyColumns({ account }: RecordContext): ColumnOf<number>[] {
  const supply = supplyOf(account);
  const column = (name: string, meaning: string, of: Float64Array): ColumnOf<number> => ({
    name,
    type: 'wattHours',
    meaning,
    changes: true,
    cell: (hour) => of[hour]!,
  });
  return [
    column('served_directly_wh', 'By plants in the same hour.', supply.directly),
    column('served_from_storage_wh', 'By plants in another hour.', supply.fromStorage),
    column('opening_balance_wh', 'Out of store, of unknown origin: not matched.', supply.openingBalance),
    column('imported_wh', 'From the grid: not matched.', supply.imported),
    column('rounding_wh', 'Not matched, since generation is rounded down and load up.', supply.rounding),
  ];
}
