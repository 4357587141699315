/** Hours of a stored schedule: a stretch of them, as they are or by day or month, in the format that was asked for. */

import { hoursToCsv, readHoursOfParquet, stampedTableToParquet } from '../../src/index.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { gatherHours, type HourTable, type Resolution } from './gather-hours.ts';

export interface HoursRequest {
  readonly objects: ObjectPlace;
  /** Of the Parquet file. */
  readonly key: string;
  /** Instants in milliseconds; the first is in, the second is not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly resolution: Resolution;
  readonly format: 'json' | 'csv' | 'parquet';
}

export interface HoursAnswer {
  readonly rows: number;
  readonly bytes: Uint8Array;
}

/** Undefined where there is no such file. */
export async function cutHours(request: HoursRequest): Promise<HoursAnswer | undefined> {
  const bytes = await openObjects(request.objects).get(request.key);
  if (bytes === undefined) return undefined;
  const { stamps, columns } = await readHoursOfParquet(bytes);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = request;
  const first = stamps.findIndex((stamp) => stamp.getTime() >= from);
  const end = stamps.findIndex((stamp) => stamp.getTime() >= to);
  const range = [first === -1 ? stamps.length : first, end === -1 ? stamps.length : end] as const;
  const table = gatherHours(
    {
      stamps: stamps.slice(...range),
      columns: columns.map(({ name, values }) => ({ name, values: values.subarray(...range) })),
    },
    request.resolution,
  );
  return { rows: table.stamps.length, bytes: rendered(table, request.format) };
}

function rendered(table: HourTable, format: HoursRequest['format']): Uint8Array {
  switch (format) {
    case 'csv':
      return Buffer.from(hoursToCsv(table.stamps, table.columns));
    case 'parquet':
      return stampedTableToParquet(table.stamps, table.columns);
    case 'json':
      return Buffer.from(JSON.stringify(documentOf(table)));
    default: {
      const never: never = format;
      throw new TypeError(`unknown format ${String(never)}`);
    }
  }
}

/** By column: a fifth of the bytes of one object an hour. */
function documentOf({ stamps, columns }: HourTable): object {
  return {
    hour: stamps.map((stamp) => `${stamp.toISOString().slice(0, 16)}Z`),
    columns: columns.map(({ name, values }) => ({ name, values: Array.from(values) })),
  };
}
