import { energySourceOf } from '../../scenario/technologies/energy-source.ts';
import type { Charge } from '../account.ts';
import type { TableToMake } from '../table.ts';
import { type Counted, originColumns, provenanceColumns, type RecordContext } from './context.ts';
import { passageColumns } from './passage.ts';

/** A storage charge record for each slice of a certificate that is charged, all of them of the same hour. */
export function chargeTable(context: RecordContext, counted: Counted): TableToMake<Charge> {
  const { account, naming, chainStart } = context;
  const { renewables, storages } = account.place.scenario;
  const behind = [...renewables, undefined].map((plant) =>
    storages.map(({ name }) => [plant?.name, name].flatMap((device) => device ?? [])),
  );
  return {
    kind: 'charges',
    items: account.charges,
    columns: [
      {
        name: 'scr_id',
        type: 'text',
        isDistinct: true,
        meaning: 'Of the record.',
        cell: ({ storage, hour, record }) => naming.charge({ storage, chargedHour: hour, chargedRecord: record }),
      },
      { name: 'device_id', type: 'text', meaning: 'The storage.', cell: ({ storage }) => naming.storages[storage]! },
      {
        name: 'device_name',
        type: 'text',
        meaning: 'Its name.',
        cell: ({ storage }) => storages[storage]!.name,
      },
      {
        name: 'charging_start_interval',
        type: 'stamp',
        meaning: 'The hour of charging.',
        cell: ({ hour }) => naming.stamp(hour),
      },
      {
        name: 'charging_end_interval',
        type: 'stamp',
        meaning: 'Its end.',
        cell: ({ hour }) => naming.stamp(hour + 1),
      },
      {
        name: 'charging_energy',
        type: 'wattHours',
        meaning: 'Charged, before losses.',
        cell: ({ slice }) => slice.wattHours,
      },
      {
        name: 'scr_geographic_matching_method',
        type: 'text',
        meaning: 'Why the certificate fits: it is delivered to the site of the storage in the same hour.',
        cell: () => 'delivered to the same site',
      },
      ...originColumns<Charge>(context, counted, ({ slice }) => slice),
      ...passageColumns<Charge>(context, ({ hour }) => hour),
      {
        name: 'charging_energy_source',
        type: 'text',
        meaning: 'The energy source of the plant; empty for an opening balance.',
        mayBeEmpty: true,
        cell: ({ slice: { plant } }) => (plant < 0 ? null : energySourceOf(renewables[plant]!.technology)),
      },
      ...provenanceColumns<Charge>(context),
    ],
    chainStart,
    hourOf: ({ hour }) => hour,
    devicesOf: ({ slice: { plant }, storage }) => behind.at(plant)![storage]!,
  };
}
