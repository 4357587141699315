/** A table of a ledger as Parquet: energy as INT64, hours as instants of UTC. */

import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { CellType } from '../../ledger/column.ts';
import type { LedgerTable } from '../../ledger/table.ts';
import { bytesIn, type PlainCells, writeColumn } from './parquet-column.ts';

export function tableToParquet({ columns, rows }: LedgerTable): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, mayBeEmpty }): SchemaElement => {
      const { of, plain } = parquetTypes[type];
      return { name, repetition_type: mayBeEmpty ? 'OPTIONAL' : 'REQUIRED', type: plain.type, ...of };
    }),
  ];
  const writer = new ByteWriter(rows * BYTES_PER_ROW);
  const file = new ParquetWriter({ writer, schema, createdBy: 'hourmatch' });
  if (rows > 0) {
    const begun = writer.offset;
    const chunks = columns.map((column) => writeColumn(writer, column, parquetTypes[column.type].plain));
    const sizes = chunks.map(({ meta_data }) => meta_data!.total_uncompressed_size);
    file.num_rows = BigInt(rows);
    file.row_groups.push({
      columns: chunks,
      num_rows: file.num_rows,
      total_byte_size: sizes.reduce((sum, size) => sum + size, 0n),
      total_compressed_size: BigInt(writer.offset - begun),
    });
  }
  file.finish();
  return writer.getBytes();
}

/** Few rows take more: what grows is copied each time. */
const BYTES_PER_ROW = 160;

interface ParquetType {
  readonly of?: Omit<SchemaElement, 'name' | 'type'>;
  readonly plain: PlainCells;
}

const integers = (cells: readonly number[]) => bytesIn(BigInt64Array.from(cells, BigInt));
const whole: ParquetType = { plain: { type: 'INT64', bytesOf: (cells) => integers(cells as number[]) } };

const double: ParquetType = {
  plain: { type: 'DOUBLE', bytesOf: (cells) => bytesIn(Float64Array.from(cells as number[])) },
};

const parquetTypes: Readonly<Record<CellType, ParquetType>> = {
  text: {
    of: { converted_type: 'UTF8', logical_type: { type: 'STRING' } },
    plain: { type: 'BYTE_ARRAY', bytesOf: (cells) => textBytes(cells as string[]) },
  },
  stamp: {
    of: {
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    plain: { type: 'INT64', bytesOf: (stamps) => integers(stamps.map((stamp) => Date.parse(stamp as string))) },
  },
  wattHours: whole,
  grams: whole,
  watts: whole,
  count: whole,
  share: double,
  kgPerMWh: double,
  boolean: { plain: { type: 'BOOLEAN', bytesOf: () => new Uint8Array() } },
};

/** Each with its length before it. */
function textBytes(texts: readonly string[]): Uint8Array {
  let size = 0;
  for (const text of texts) size += LENGTH_BYTES + Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const text of texts) {
    const length = bytes.write(text, at + LENGTH_BYTES);
    at = bytes.writeUInt32LE(length, at) + length;
  }
  return bytes;
}

const LENGTH_BYTES = 4;
