/** What every kind of record needs to say what it holds. */

import type { Account } from '../account.ts';
import { ISSUING_BODY, type Naming } from '../naming.ts';
import type { Slice } from '../storage-queue.ts';
import type { ColumnOf } from '../table.ts';

export interface RecordContext {
  readonly account: Account;
  readonly naming: Naming;
  /** What the hash chain of a kind begins with. */
  readonly chainStart: string;
}

/** By plant and hour, respectively by hour: how many watt-hours came before it. */
export interface Counted {
  readonly certificates: readonly Float64Array[];
  readonly consumption: Float64Array;
}

export function countedOf({ flows: { issued, load } }: Account): Counted {
  return { certificates: issued.map(before), consumption: before(load) };
}

function before(wattHours: Float64Array): Float64Array {
  let sum = 0;
  return wattHours.map((one) => {
    const counted = sum;
    sum += one;
    return counted;
  });
}

/** Said in every row. */
export function provenanceColumns<Item>({ naming }: RecordContext): ColumnOf<Item>[] {
  return [
    {
      name: 'issuing_body',
      type: 'text',
      meaning: 'Who issued it: nobody; a plan is no meter.',
      cell: () => ISSUING_BODY,
    },
    { name: 'weather', type: 'text', meaning: 'What the hours of the weather are.', cell: () => naming.weather },
  ];
}

/** The certificate a slice is of, and which of its watt-hours it is. */
export function originColumns<Item>(
  { naming }: RecordContext,
  { certificates }: Counted,
  sliceOf: (item: Item) => Slice,
): ColumnOf<Item>[] {
  const known =
    <T>(value: (slice: Slice) => T) =>
    (item: Item) => {
      const slice = sliceOf(item);
      return slice.plant < 0 ? null : value(slice);
    };
  const first = ({ plant, hour, offset }: Slice) => certificates[plant]![hour]! + offset + 1;
  return [
    {
      name: 'gc_issuance_id',
      type: 'text',
      meaning: 'The production certificate; empty for an opening balance.',
      mayBeEmpty: true,
      cell: known(({ plant, hour }) => naming.certificate(plant, hour)),
    },
    {
      name: 'origin_device_id',
      type: 'text',
      meaning: 'The plant.',
      mayBeEmpty: true,
      cell: known(({ plant }) => naming.plants[plant]!),
    },
    {
      name: 'origin_starting_interval',
      type: 'stamp',
      meaning: 'The hour in which the plant generated it.',
      mayBeEmpty: true,
      cell: known(({ hour }) => naming.stamp(hour)),
    },
    {
      name: 'origin_cycle',
      type: 'text',
      meaning:
        'this cycle; previous cycle: generated in the same weather year before this one, since its hours are cyclic; opening balance: in store before either.',
      cell: (item) => cycleOf(sliceOf(item)),
    },
    {
      name: 'certificate_bundle_id_range_start',
      type: 'wattHours',
      meaning: 'First of the watt-hours of the plant that it is, counted from 1 at the start of the weather year.',
      changes: true,
      isDistinct: true,
      mayBeEmpty: true,
      cell: known(first),
    },
    {
      name: 'certificate_bundle_id_range_end',
      type: 'wattHours',
      meaning: 'Last of them.',
      changes: true,
      isDistinct: true,
      mayBeEmpty: true,
      cell: known((slice) => first(slice) + slice.certified - 1),
    },
  ];
}

function cycleOf({ plant, cycle }: Slice): string {
  if (plant < 0) return 'opening balance';
  return cycle === 0 ? 'this cycle' : 'previous cycle';
}
