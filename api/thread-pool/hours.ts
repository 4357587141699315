/** Hours of a stored schedule: a stretch of them, as they are or by day or month, in the format that was asked for. */

import type { ResultDocument } from '../../src/index.ts';
import { RESULT_FILE, scheduleFile } from '../../src/results/files/file-names.ts';
import { hoursToCsv } from '../../src/results/hours/schedule-csv.ts';
import {
  columnsOfParquet,
  readHoursOfParquet,
  stampedTableToParquet,
} from '../../src/results/hours/schedule-parquet.ts';
import type { ObjectPlace, ObjectStore } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { gatherHours, type HourTable, type Resolution } from './gather-hours.ts';

export interface HoursRequest {
  readonly objects: ObjectPlace;
  /** Of the result. */
  readonly place: string;
  /** Names; the first when left out. */
  readonly phase?: string | undefined;
  readonly weatherYear?: string | undefined;
  /** In the order in which they are wanted, each the name of a column or several with commas between them; all when left out. */
  readonly columns?: readonly string[] | undefined;
  /** Instants in milliseconds; the first is in, the second is not. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly resolution: Resolution;
  readonly format: 'json' | 'csv' | 'parquet';
}

/** Why there are none. */
export type NoHours =
  /** The result has only such an answer. */
  | { readonly kind: 'no plan'; readonly status: string }
  | { readonly kind: 'twice'; readonly given: string }
  | { readonly kind: 'wrong name'; readonly where: string; readonly given: string; readonly known: readonly string[] };

export type HoursAnswer = { readonly kind: 'hours'; readonly bytes: Uint8Array } | NoHours;

/** @throws Error where the result lacks what it must have */
export async function cutHours(request: HoursRequest): Promise<HoursAnswer> {
  const found = await findSchedule(request);
  if (found.kind !== 'schedule') return found;
  const { bytes } = found;
  const known = columnsOfParquet(bytes);
  // A name may hold commas itself.
  const columns = request.columns?.flatMap((given) => (known.includes(given) ? [given] : given.split(',')));
  const unknown = columns?.find((name) => !known.includes(name));
  if (unknown !== undefined) return { kind: 'wrong name', where: 'columns', given: unknown, known };
  const twice = columns?.find((name, at) => columns.indexOf(name) < at);
  if (twice !== undefined) return { kind: 'twice', given: twice };
  const table = cut(await readHoursOfParquet(bytes, columns), { ...request, columns });
  return { kind: 'hours', bytes: rendered(gatherHours(table, request.resolution), request.format) };
}

type Place = Pick<HoursRequest, 'objects' | 'place' | 'phase' | 'weatherYear'>;

interface FoundSchedule {
  readonly kind: 'schedule';
  readonly phase: ResultDocument['phases'][number];
  readonly weatherYear: string;
  /** Parquet. */
  readonly bytes: Uint8Array;
}

/** @throws Error where the result lacks what it must have */
export async function findSchedule(request: Place): Promise<FoundSchedule | NoHours> {
  const objects = openObjects(request.objects);
  const text = Buffer.from(await fileOf(objects, request.place, RESULT_FILE)).toString();
  const { phases, status } = JSON.parse(text) as Pick<ResultDocument, 'phases' | 'status'>;
  const [first] = phases;
  if (first === undefined) return { kind: 'no plan', status };
  const namesOf = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name);
  const name = chosen('phase', request.phase, namesOf(phases));
  const weatherYear = chosen('weatherYear', request.weatherYear, namesOf(first.weatherYears));
  if (typeof name !== 'string') return name;
  if (typeof weatherYear !== 'string') return weatherYear;
  const bytes = await fileOf(objects, request.place, scheduleFile(name, weatherYear, 'parquet'));
  return { kind: 'schedule', phase: phases.find((phase) => phase.name === name)!, weatherYear, bytes };
}

function chosen(where: string, given: string | undefined, known: readonly string[]) {
  const name = given ?? known[0]!;
  return known.includes(name) ? name : ({ kind: 'wrong name', where, given: name, known } as const);
}

async function fileOf(objects: ObjectStore, place: string, file: string): Promise<Uint8Array> {
  const bytes = await objects.get(`${place}/${file}`);
  if (bytes === undefined) throw new Error(`${place} holds no ${file}.`);
  return bytes;
}

function cut({ stamps, columns }: HourTable, { from, to, columns: wanted }: HoursRequest): HourTable {
  const at = (instant: number) => {
    const hour = stamps.findIndex((stamp) => stamp.getTime() >= instant);
    return hour === -1 ? stamps.length : hour;
  };
  const range = [from === undefined ? 0 : at(from), to === undefined ? stamps.length : at(to)] as const;
  const asked = wanted?.map((name) => columns.find((column) => column.name === name)!) ?? columns;
  return {
    stamps: stamps.slice(...range),
    columns: asked.map(({ name, values }) => ({ name, values: values.subarray(...range) })),
  };
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
