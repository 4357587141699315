/** Parquet as CSV: a column of instants with `Z` where the file says that they are of UTC, numbers with every digit. */
import zlib from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { refuse } from '../../faults.ts';
import { LARGEST_FILE_BYTES } from '../text.ts';
import { csvLine, type PlainCell } from './csv-line.ts';

const MOST_CELLS = 20_000_000;

const limit = { maxOutputLength: LARGEST_FILE_BYTES };
const compressors = {
  GZIP: (bytes: Uint8Array) => zlib.gunzipSync(bytes, limit),
  BROTLI: (bytes: Uint8Array) => zlib.brotliDecompressSync(bytes, limit),
  // From Node 22.15 on; before, the file is refused with the name of what packs it.
  ...('zstdDecompressSync' in zlib && { ZSTD: (bytes: Uint8Array) => zlib.zstdDecompressSync(bytes, limit) }),
};

const isOfUtc = ({ logical_type: type, converted_type: converted }: SchemaElement) =>
  type?.type === 'TIMESTAMP' ? type.isAdjustedToUTC : converted?.startsWith('TIMESTAMP') === true;

/** @throws ProfileError for what is damaged, nested or larger than any profile */
export async function csvOfParquet(content: Uint8Array, file: string): Promise<string> {
  // Loaded where it is needed: most files are text.
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
  const buffer = new Uint8Array(content).buffer;
  const unreadable = (problem: string): never =>
    refuse(file, 'profile.unreadable', { where: 'file' }, `Parquet: ${problem}`, 'a whole file of one flat table');
  try {
    const metadata = parquetMetadata(buffer);
    const [, ...columns] = metadata.schema;
    const rows = Number(metadata.num_rows);
    if (columns.some(({ num_children: children }) => (children ?? 0) > 0)) return unreadable('columns within columns');
    if (rows * columns.length > MOST_CELLS) return unreadable(`${rows} rows of ${columns.length} columns`);
    const table = await parquetReadObjects({ file: buffer, metadata, compressors });
    const cellOf = (row: Record<string, unknown>, column: SchemaElement): PlainCell => {
      const cell = row[column.name] as PlainCell;
      return cell instanceof Date && isOfUtc(column) ? `${csvLine([cell, ''])}`.replace(/,$/, 'Z') : cell;
    };
    const lines = table.map((row) => csvLine(columns.map((column) => cellOf(row, column))));
    return `${[csvLine(columns.map(({ name }) => name)), ...lines].join('\n')}\n`;
  } catch (error) {
    if (error instanceof Error && error.name === 'ProfileError') throw error;
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}
