import { energySourceOf } from '../../scenario/technologies/energy-source.ts';
import type { ColumnOf, TableToMake } from '../table.ts';
import { type Counted, provenanceColumns, type RecordContext } from './context.ts';

interface Bundle {
  readonly plant: number;
  readonly hour: number;
}

/** A bundle of certificates for each plant and hour that generates, in the fields of a granular certificate. */
export function productionTable(context: RecordContext, counted: Counted): TableToMake<Bundle> {
  const { account, chainStart } = context;
  const { flows, place } = account;
  const items: Bundle[] = [];
  for (let hour = 0; hour < flows.hours; hour++) {
    for (const [plant, issued] of flows.issued.entries()) if (issued[hour]! > 0) items.push({ plant, hour });
  }
  const names = place.scenario.renewables.map(({ name }) => [name]);
  return {
    kind: 'production',
    items,
    columns: [
      ...bundleColumns(context, counted),
      ...deviceColumns(context),
      ...useColumns(context),
      ...provenanceColumns(context),
    ],
    chainStart,
    hourOf: ({ hour }) => hour,
    devicesOf: ({ plant }) => names[plant]!,
  };
}

function bundleColumns({ account, naming }: RecordContext, { certificates }: Counted): ColumnOf<Bundle>[] {
  const { issued } = account.flows;
  const before = ({ plant, hour }: Bundle) => certificates[plant]![hour]!;
  const quantity = ({ plant, hour }: Bundle) => issued[plant]![hour]!;
  return [
    {
      name: 'issuance_id',
      type: 'text',
      isDistinct: true,
      meaning: 'Of the bundle; the same when it is split.',
      cell: ({ plant, hour }) => naming.certificate(plant, hour),
    },
    {
      name: 'production_starting_interval',
      type: 'stamp',
      meaning: 'The hour of generation.',
      cell: ({ hour }) => naming.stamp(hour),
    },
    {
      name: 'production_ending_interval',
      type: 'stamp',
      meaning: 'Its end.',
      cell: ({ hour }) => naming.stamp(hour + 1),
    },
    {
      name: 'certificate_bundle_id_range_start',
      type: 'wattHours',
      isDistinct: true,
      meaning: 'First watt-hour of the bundle, counted from 1 for the plant at the start of the weather year.',
      changes: true,
      cell: (bundle) => before(bundle) + 1,
    },
    {
      name: 'certificate_bundle_id_range_end',
      type: 'wattHours',
      isDistinct: true,
      meaning: 'Last watt-hour of the bundle.',
      changes: true,
      cell: (bundle) => before(bundle) + quantity(bundle),
    },
    {
      name: 'bundle_quantity',
      type: 'wattHours',
      meaning: "Generated at the plant's meter, rounded down; what is curtailed is not among it.",
      cell: quantity,
    },
    { name: 'face_value', type: 'wattHours', meaning: 'Of one certificate.', cell: () => 1 },
    { name: 'energy_carrier', type: 'text', meaning: 'What is certified.', cell: () => 'electricity' },
    {
      name: 'registry_configuration',
      type: 'count',
      meaning: '3: an hourly layer over cancelled national certificates.',
      cell: () => 3,
    },
    { name: 'is_storage', type: 'boolean', meaning: 'Whether a storage discharged it.', cell: () => false },
  ];
}

function deviceColumns({ account: { place }, naming }: RecordContext): ColumnOf<Bundle>[] {
  const { renewables } = place.scenario;
  const sizes = place.phase.capacities.renewables;
  return [
    { name: 'device_id', type: 'text', meaning: 'The plant.', cell: ({ plant }) => naming.plants[plant]! },
    { name: 'device_name', type: 'text', meaning: 'Its name.', cell: ({ plant }) => renewables[plant]!.name },
    {
      name: 'device_technology_type',
      type: 'text',
      meaning: 'As the scenario calls it.',
      cell: ({ plant }) => renewables[plant]!.technology,
    },
    {
      name: 'energy_source',
      type: 'text',
      meaning: 'Sun, wind or other, by the name of the technology.',
      cell: ({ plant }) => energySourceOf(renewables[plant]!.technology),
    },
    {
      name: 'device_capacity',
      type: 'watts',
      meaning: 'What stands in the phase.',
      cell: ({ plant }) => Math.round(sizes[plant]!.capacityMW * 1e6),
    },
  ];
}

function useColumns({ account }: RecordContext): ColumnOf<Bundle>[] {
  const { flows, direct, stored, exported, unclaimed } = account;
  const column = (name: string, meaning: string, of: readonly Float64Array[]): ColumnOf<Bundle> => ({
    name,
    type: 'wattHours',
    meaning,
    changes: true,
    cell: ({ plant, hour }) => of[plant]![hour]!,
  });
  const lost = flows.issued.map((issued, plant) => issued.map((one, hour) => one - flows.delivered[plant]![hour]!));
  return [
    column('lost_on_the_way_wh', 'Issued, and lost between plant and site.', lost),
    column('delivered_wh', 'What arrives at the site, rounded down.', flows.delivered),
    column('used_directly_wh', 'Of what arrives: serves load in the same hour.', direct),
    column('stored_wh', 'Of what arrives: charged.', stored),
    column('exported_wh', 'Of what arrives: sold.', exported),
    column('unclaimed_wh', 'Of what arrives: used by nobody, since uses are rounded.', unclaimed),
  ];
}
