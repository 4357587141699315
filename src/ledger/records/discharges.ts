import type { Discharge } from '../account.ts';
import type { StorageOrder } from '../storage-queue.ts';
import type { TableToMake } from '../table.ts';
import { provenanceColumns, type RecordContext } from './context.ts';

/** As the scheme calls them. */
const methodologies: Readonly<Record<StorageOrder, string>> = {
  fifo: 'FIFO',
  lifo: 'LIFO',
  weightedAverage: 'weighted average',
};

/** A storage discharge record for each storage and hour that discharges. */
export function dischargeTable(context: RecordContext): TableToMake<Discharge> {
  const { account, naming, chainStart } = context;
  const { storages } = account.place.scenario;
  const names = storages.map(({ name }) => [name]);
  const factors = storages.map((_, s) => efficiencyFactor(account.discharges.filter(({ storage }) => storage === s)));
  const { hours } = account.flows;
  return {
    kind: 'discharges',
    items: account.discharges,
    columns: [
      {
        name: 'sdr_id',
        type: 'text',
        isDistinct: true,
        meaning: 'Of the record.',
        cell: ({ storage, hour }) => naming.discharge(storage, hour),
      },
      { name: 'device_id', type: 'text', meaning: 'The storage.', cell: ({ storage }) => naming.storages[storage]! },
      { name: 'device_name', type: 'text', meaning: 'Its name.', cell: ({ storage }) => storages[storage]!.name },
      {
        name: 'discharging_start_interval',
        type: 'stamp',
        meaning: 'The hour of discharge.',
        cell: ({ hour }) => naming.stamp(hour),
      },
      {
        name: 'discharging_end_interval',
        type: 'stamp',
        meaning: 'Its end.',
        cell: ({ hour }) => naming.stamp(hour + 1),
      },
      { name: 'discharge_energy', type: 'wattHours', meaning: 'Discharged.', cell: ({ wattHours }) => wattHours },
      { name: 'drawn_wh', type: 'wattHours', meaning: 'Charged for it.', cell: ({ charged }) => charged },
      {
        name: 'round_trip_loss_wh',
        type: 'wattHours',
        meaning: 'The difference: lost in charging, standing and discharging.',
        cell: ({ wattHours, charged }) => charged - wattHours,
      },
      {
        name: 'scr_allocation_methodology',
        type: 'text',
        meaning: 'Which charge records are drawn first; fixed in advance.',
        cell: () => methodologies[account.order],
      },
      {
        name: 'efficiency_factor_methodology',
        type: 'text',
        meaning: 'Where losses come from; the factor follows from them.',
        cell: () => 'physical state of charge',
      },
      {
        name: 'efficiency_factor_interval_start',
        type: 'stamp',
        meaning: 'What the factor is of: the weather year.',
        cell: () => naming.stamp(0),
      },
      {
        name: 'efficiency_factor_interval_end',
        type: 'stamp',
        meaning: 'Its end.',
        cell: () => naming.stamp(hours),
      },
      {
        name: 'storage_efficiency_factor',
        type: 'share',
        meaning: 'Discharged ÷ charged for it, of the whole interval.',
        changes: true,
        cell: ({ storage }) => factors[storage]!,
      },
      ...provenanceColumns<Discharge>(context),
    ],
    chainStart,
    hourOf: ({ hour }) => hour,
    devicesOf: ({ storage }) => names[storage]!,
  };
}

function efficiencyFactor(discharges: readonly Discharge[]): number {
  let [discharged, charged] = [0, 0];
  for (const one of discharges) {
    discharged += one.wattHours;
    charged += one.charged;
  }
  return charged === 0 ? 1 : discharged / charged;
}
