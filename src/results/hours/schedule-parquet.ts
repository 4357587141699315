/** Tables of hours as Parquet: every Float64 comes back bit by bit. */

import { parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { stampOfHour } from '../../time.ts';
import { type RawColumn, type RawTable, UnreadableTable } from './raw-table.ts';
import { type Column, HOUR_COLUMN } from './schedule-columns.ts';

/** @param year calendar year (UTC) of the first hour */
export function tableToParquet(year: number, columns: readonly Column[]): Uint8Array {
  const hours = columns[0]?.values.length ?? 0;
  return stampedTableToParquet(
    Array.from({ length: hours }, (_, hour) => new Date(stampOfHour(year, hour))),
    columns,
  );
}

/** The same for rows that begin at any instants. */
export function stampedTableToParquet(stamps: readonly Date[], columns: readonly Column[]): Uint8Array {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length + 1 },
    {
      name: HOUR_COLUMN,
      type: 'INT64',
      repetition_type: 'REQUIRED',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    ...columns.map(({ name }): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' })),
  ];
  const buffer = parquetWriteBuffer({
    schema,
    columnData: [
      { name: HOUR_COLUMN, data: [...stamps] },
      ...columns.map(({ name, values }) => ({
        name,
        data: values,
        // A dictionary takes 0 and −0 for one value.
        ...(values.some((value) => Object.is(value, -0)) ? { encoding: 'PLAIN' as const } : {}),
      })),
    ],
    rowGroupSize: Math.max(1, stamps.length),
    createdBy: 'hourmatch',
  });
  return new Uint8Array(buffer);
}

/** Names of the columns of a table of our own, but for its hours. */
export function columnsOfParquet(bytes: Uint8Array): string[] {
  const { schema } = parquetMetadata(new Uint8Array(bytes).buffer);
  return schema.slice(1).flatMap(({ name }) => (name === HOUR_COLUMN ? [] : [name]));
}

/** A table of our own, as it was written, or some of its columns: the others are not decoded. */
export async function readHoursOfParquet(
  bytes: Uint8Array,
  names?: readonly string[],
): Promise<{ readonly stamps: readonly Date[]; readonly columns: readonly Column[] }> {
  const { columns } = await readParquet(bytes, names && [HOUR_COLUMN, ...names]);
  return {
    stamps: columns.flatMap(({ name, cells }) => (name === HOUR_COLUMN ? Array.from(cells as ArrayLike<Date>) : [])),
    columns: columns.flatMap(({ name, cells }) =>
      name === HOUR_COLUMN ? [] : [{ name, values: Float64Array.from(cells as ArrayLike<number>) }],
    ),
  };
}

/** @param names of the columns to read; all when left out @throws UnreadableTable */
export async function readParquet(bytes: Uint8Array, names?: readonly string[]): Promise<RawTable> {
  const file = new Uint8Array(bytes).buffer;
  try {
    const metadata = parquetMetadata(file);
    const rows = Number(metadata.num_rows);
    const columns: RawColumn[] = metadata.schema
      .slice(1)
      .flatMap(({ name }) => (names?.includes(name) === false ? [] : [{ name, cells: new Array(rows) }]));
    const cellsOf = new Map(columns.map(({ name, cells }) => [name, cells as unknown[]]));
    await parquetRead({
      file,
      metadata,
      ...(names && { columns: [...names] }),
      onChunk: ({ columnName, columnData, rowStart }) => {
        const cells = cellsOf.get(columnName);
        for (let at = 0; cells !== undefined && at < columnData.length; at++) cells[rowStart + at] = columnData[at];
      },
    });
    return { rows, columns };
  } catch (error) {
    throw new UnreadableTable(error instanceof Error ? error.message : String(error));
  }
}
