/** Parquet as CSV: a column of instants with `Z` where the file says that they are of UTC, numbers with every digit. */
import zlib from 'node:zlib';
import type { SchemaElement } from 'hyparquet';
import { refuse } from '../../faults.ts';
import { LARGEST_FILE_BYTES } from '../text.ts';
import { checkWidth, csvLine, MOST_CELLS, type PlainCell, textOfLines } from './csv-line.ts';

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
    checkWidth(columns.length, file);
    // Groups of rows are read by their own counts, whatever the file says of all.
    const rows = metadata.row_groups.reduce((sum, { num_rows: count }) => sum + Number(count), 0);
    if (columns.some(({ num_children: children }) => (children ?? 0) > 0)) return unreadable('columns within columns');
    if (rows * columns.length > MOST_CELLS) return unreadable(`${rows} rows of ${columns.length} columns`);
    const table = await parquetReadObjects({ file: buffer, metadata, compressors });
    const cellOf = (row: Record<string, unknown>, column: SchemaElement): PlainCell => {
      const cell = row[column.name] as PlainCell;
      return cell instanceof Date && isOfUtc(column) ? `${csvLine([cell, ''])}`.replace(/,$/, 'Z') : cell;
    };
    function* lines() {
      yield csvLine(columns.map(({ name }) => name));
      for (const row of table) yield csvLine(columns.map((column) => cellOf(row, column)));
    }
    return textOfLines(lines(), file);
  } catch (error) {
    if (error instanceof Error && error.name === 'ProfileError') throw error;
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}
