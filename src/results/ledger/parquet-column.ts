/**
 * A column of a ledger as one chunk of Parquet: a dictionary, where few cells stand in many rows, and one page. The
 * package's own way from cells to pages looks up what the column already knows, and takes several times as long.
 */

import type { ColumnChunk, Encoding, ParquetType } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { LedgerColumn } from '../../ledger/column.ts';
import { HASH_COLUMN } from '../../ledger/table.ts';
import { deltaPacked, LARGEST_PACKED } from './delta-packed.ts';

export interface PlainCells {
  readonly type: ParquetType;
  /** As they stand one after the other. */
  readonly bytesOf: (cells: readonly unknown[]) => Uint8Array;
}

/** Writes a column and gives what the end of the file says of it. */
export function writeColumn(writer: ByteWriter, column: LedgerColumn, plain: PlainCells): ColumnChunk {
  const begun = writer.offset;
  const { encoding, levels, values, isCompressible, dictionary, rows, nulls } = pageOf(column, plain);
  let saved = 0;
  const packed = (bytes: Uint8Array) => {
    const fewer = snappyCompress(bytes);
    saved += bytes.length - fewer.length;
    return fewer;
  };
  if (dictionary !== undefined) {
    const bytes = packed(dictionary.bytes);
    writePageHeader(writer, {
      type: 'DICTIONARY_PAGE',
      uncompressed_page_size: dictionary.bytes.length,
      compressed_page_size: bytes.length,
      dictionary_page_header: { num_values: dictionary.cells, encoding: 'PLAIN' },
    });
    writer.appendBytes(bytes);
  }
  const pageAt = writer.offset;
  const bytes = isCompressible ? packed(values) : values;
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.length + values.length,
    compressed_page_size: levels.length + bytes.length,
    data_page_header_v2: {
      num_values: rows,
      num_nulls: nulls,
      num_rows: rows,
      encoding,
      definition_levels_byte_length: levels.length,
      repetition_levels_byte_length: 0,
      is_compressed: isCompressible,
    },
  });
  writer.appendBytes(levels);
  writer.appendBytes(bytes);
  const written = writer.offset - begun;
  return {
    file_offset: BigInt(begun),
    meta_data: {
      type: plain.type,
      encodings: dictionary === undefined ? [encoding] : ['PLAIN', encoding],
      path_in_schema: [column.name],
      codec: 'SNAPPY',
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(written + saved),
      total_compressed_size: BigInt(written),
      data_page_offset: BigInt(pageAt),
      ...(dictionary === undefined ? {} : { dictionary_page_offset: BigInt(begun) }),
    },
  };
}

interface Values {
  readonly encoding: Encoding;
  readonly values: Uint8Array;
  readonly isCompressible: boolean;
  readonly dictionary?: { readonly bytes: Uint8Array; readonly cells: number };
}

interface Page extends Values {
  readonly rows: number;
  readonly nulls: number;
  /** Of each row whether it holds a cell; nothing where all rows do. */
  readonly levels: Uint8Array;
}

function pageOf(column: LedgerColumn, plain: PlainCells): Page {
  const all = column.kind === 'whole' ? column.whole : column.codes;
  const rows = all.length;
  if (!column.mayBeEmpty) return { rows, nulls: 0, levels: new Uint8Array(), ...valuesOf(column, all, plain) };
  const there = all.slice();
  const levels = new Uint8Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const value = all[row]!;
    // Codes count from 0.
    if (Number.isNaN(value) || value < 0) continue;
    levels[row] = 1;
    there[count++] = value;
  }
  const values = valuesOf(column, there.subarray(0, count), plain);
  return { rows, nulls: rows - count, levels: packedBits(levels), ...values };
}

/** @param there numbers or codes of the rows that hold a cell */
function valuesOf(column: LedgerColumn, there: Float64Array | Int32Array, plain: PlainCells): Values {
  if (column.kind === 'whole') {
    if (there.length > 0 && isPackable(there)) {
      return { encoding: 'DELTA_BINARY_PACKED', values: deltaPacked(there), isCompressible: false };
    }
    return { encoding: 'PLAIN', values: plain.bytesOf(Array.from(there)), isCompressible: true };
  }
  const { cells } = column;
  if (column.type === 'boolean') {
    const bits = packedBits(there.map((code) => (cells[code] ? 1 : 0)));
    const values = Buffer.concat([Uint32Array.of(bits.length), bits].map(bytesIn));
    return { encoding: 'RLE', values, isCompressible: true };
  }
  // What stands once is not looked up.
  if (column.isDistinct || cells.length === 0) {
    // A copy of every cell in turn, unless rows were left out.
    const values = plain.bytesOf(there.length === cells.length ? cells : Array.from(there, (code) => cells[code]));
    return { encoding: 'PLAIN', values, isCompressible: column.name !== HASH_COLUMN };
  }
  const width = Math.ceil(Math.log2(cells.length));
  const values = new ByteWriter(there.length * BYTES_PER_CODE);
  values.appendUint8(width);
  writeRleBitPackedHybrid(values, there, width);
  const dictionary = { bytes: plain.bytesOf(cells), cells: cells.length };
  return { encoding: 'RLE_DICTIONARY', values: values.getBytes(), isCompressible: true, dictionary };
}

/** More than they take: what grows is copied each time. */
const BYTES_PER_CODE = 4;

function isPackable(values: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at++) if (values[at]! > LARGEST_PACKED) return false;
  return true;
}

function packedBits(bits: Uint8Array | Int32Array | Float64Array): Uint8Array {
  const packed = new ByteWriter(bits.length);
  writeRleBitPackedHybrid(packed, bits, 1);
  return packed.getBytes();
}

export function bytesIn({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
