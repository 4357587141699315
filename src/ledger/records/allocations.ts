import type { Allocation } from '../account.ts';
import type { ColumnOf, TableToMake } from '../table.ts';
import { type Counted, originColumns, provenanceColumns, type RecordContext } from './context.ts';
import { passageColumns } from './passage.ts';

/** One record for each slice of a certificate that serves a slice of consumption. */
export function allocationTable(context: RecordContext, counted: Counted): TableToMake<Allocation> {
  const { account, chainStart } = context;
  const { renewables, storages } = account.place.scenario;
  const behind = [...renewables, undefined].map((plant) =>
    [...storages, undefined].map((storage) => [plant, storage].flatMap((device) => device?.name ?? [])),
  );
  return {
    kind: 'allocations',
    items: account.allocations,
    columns: [
      ...servedColumns(context, counted),
      ...originColumns<Allocation>(context, counted, ({ slice }) => slice),
      ...passageColumns<Allocation>(context, ({ hour }) => hour),
      ...provenanceColumns<Allocation>(context),
    ],
    chainStart,
    hourOf: ({ hour }) => hour,
    devicesOf: ({ slice: { plant }, passage }) => behind.at(plant)!.at(passage?.storage ?? -1)!,
  };
}

function servedColumns({ naming }: RecordContext, { consumption }: Counted): ColumnOf<Allocation>[] {
  const before = ({ hour, offset }: Allocation) => consumption[hour]! + offset;
  return [
    {
      name: 'consumption_id',
      type: 'text',
      meaning: 'The consumption record that is served.',
      cell: ({ hour }) => naming.consumption(hour),
    },
    {
      name: 'interval_start',
      type: 'stamp',
      meaning: 'The hour of consumption.',
      cell: ({ hour }) => naming.stamp(hour),
    },
    {
      name: 'consumption_range_start',
      type: 'wattHours',
      isDistinct: true,
      meaning: 'First of the watt-hours consumed that it serves.',
      changes: true,
      cell: (allocation) => before(allocation) + 1,
    },
    {
      name: 'consumption_range_end',
      type: 'wattHours',
      isDistinct: true,
      meaning: 'Last of them.',
      changes: true,
      cell: (allocation) => before(allocation) + allocation.wattHours,
    },
    { name: 'allocated_wh', type: 'wattHours', meaning: 'What it serves.', cell: ({ wattHours }) => wattHours },
    {
      name: 'lost_in_storage_wh',
      type: 'wattHours',
      meaning: 'Certified, and lost in storages: charged to the buyer.',
      cell: ({ slice: { certified }, wattHours }) => certified - wattHours,
    },
    {
      name: 'is_storage',
      type: 'boolean',
      meaning: 'Whether it came out of a storage.',
      cell: ({ passage }) => passage !== undefined,
    },
  ];
}
