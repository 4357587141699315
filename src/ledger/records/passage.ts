import type { Passage } from '../pieces.ts';
import type { ColumnOf } from '../table.ts';
import type { RecordContext } from './context.ts';

/** The way through a storage, empty where it came directly. */
export function passageColumns<Item extends { readonly passage?: Passage }>(
  { account, naming }: RecordContext,
  hourOf: (item: Item) => number,
): ColumnOf<Item>[] {
  const { storages } = account.place.scenario;
  const through =
    <T>(value: (passage: Passage, item: Item) => T) =>
    (item: Item) =>
      item.passage === undefined ? null : value(item.passage, item);
  return [
    {
      name: 'storage_device_name',
      type: 'text',
      meaning: 'The storage it came out of.',
      mayBeEmpty: true,
      cell: through(({ storage }) => storages[storage]!.name),
    },
    {
      name: 'scr_allocation_id',
      type: 'text',
      meaning: 'The charge record that it was drawn from.',
      mayBeEmpty: true,
      cell: through((passage) => (passage.chargedHour < 0 ? null : naming.charge(passage))),
    },
    {
      name: 'charged_cycle',
      type: 'text',
      meaning: 'Whether it was charged in this cycle of the weather year or in the previous cycle.',
      mayBeEmpty: true,
      cell: through(({ chargedHour, chargedCycle }) =>
        chargedHour < 0 ? null : chargedCycle === 0 ? 'this cycle' : 'previous cycle',
      ),
    },
    {
      name: 'sdr_allocation_id',
      type: 'text',
      meaning: 'The discharge record that it is a part of.',
      mayBeEmpty: true,
      cell: through(({ storage }, item) => naming.discharge(storage, hourOf(item))),
    },
  ];
}
