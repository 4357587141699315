/** A table of a ledger as Parquet: energy as INT64, hours as instants of UTC. */

import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell, CellType, LedgerColumn, LedgerTable } from '../../ledger/table.ts';

export function tableToParquet({ columns, rows }: LedgerTable): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(
      ({ name, type, mayBeEmpty }): SchemaElement => ({
        name,
        repetition_type: mayBeEmpty ? 'OPTIONAL' : 'REQUIRED',
        ...parquetTypes[type],
      }),
    ),
  ];
  const buffer = parquetWriteBuffer({
    schema,
    columnData: columns.map((column) => ({
      name: column.name,
      data: dataOf(column),
      ...(column.isDistinct ? { encoding: 'PLAIN' as const } : {}),
    })),
    statistics: false,
    rowGroupSize: Math.max(1, rows),
    createdBy: 'hourmatch',
  });
  return new Uint8Array(buffer);
}

const whole = { type: 'INT64' } as const;
const parquetTypes: Readonly<Record<CellType, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  stamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  wattHours: whole,
  watts: whole,
  count: whole,
  share: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

function dataOf({ type, values, isDistinct }: LedgerColumn): unknown[] {
  switch (type) {
    case 'text':
      // What stands once is not looked up, only written: as bytes it costs half.
      return isDistinct ? values.map((value) => value && Buffer.from(value as string)) : [...values];
    case 'share':
    case 'boolean':
      return [...values];
    case 'wattHours':
    case 'watts':
    case 'count':
      return values.map((value) => (value === null ? null : BigInt(value as number)));
    case 'stamp':
      return instantsOf(values);
    default: {
      const never: never = type;
      throw new TypeError(`unknown type ${String(never)}`);
    }
  }
}

/** The same few thousand hours stand in many rows. */
function instantsOf(stamps: readonly Cell[]): (Date | null)[] {
  const known = new Map<Cell, Date>();
  return stamps.map((stamp) => {
    if (stamp === null) return null;
    const instant = known.get(stamp) ?? new Date(stamp as string);
    known.set(stamp, instant);
    return instant;
  });
}
