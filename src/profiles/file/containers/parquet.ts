/** Parquet as CSV: a column of instants with `Z` where the file says that they are of UTC, numbers with every digit. */
import zlib from 'node:zlib';
import type { FileMetaData, RowGroup, SchemaElement } from 'hyparquet';
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

/** Pages of each column by their own heads: one of a few bytes may say that it holds as many values as memory does. */
function pageBeyond(
  metadata: FileMetaData,
  view: DataView,
  headOf: typeof import('hyparquet/src/column.js').parquetHeader,
): string | undefined {
  const valuesIn = ({ columns, num_rows: rows }: RowGroup) =>
    columns.map(({ meta_data: column }) => {
      const begin = Number(column?.dictionary_page_offset || column?.data_page_offset || 0);
      const end = Math.min(begin + Number(column?.total_compressed_size ?? 0), view.byteLength);
      const reader = { view, offset: begin };
      let most = 0;
      while (reader.offset < end) {
        const page = headOf(reader);
        const { num_values: values = 0 } =
          page.data_page_header ?? page.data_page_header_v2 ?? page.dictionary_page_header ?? {};
        if (!(page.compressed_page_size >= 0)) return Number.POSITIVE_INFINITY;
        most = Math.max(most, values);
        reader.offset += page.compressed_page_size;
      }
      return most - Number(rows);
    });
  return metadata.row_groups.some((group) => valuesIn(group).some((beyond) => !(beyond <= 0)))
    ? 'a page that says it holds more values than its group has rows'
    : undefined;
}

/** @throws ProfileError for what is damaged, nested or larger than any profile */
export async function csvOfParquet(content: Uint8Array, file: string): Promise<string> {
  // Loaded where it is needed: most files are text.
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
  const { parquetHeader } = await import('hyparquet/src/column.js');
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
    const beyond = pageBeyond(metadata, new DataView(buffer), parquetHeader);
    if (beyond !== undefined) return unreadable(beyond);
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
