/** JSON of PVGIS and Open-Meteo, and lists of records, as the CSV that the same source writes. */
import { refuse } from '../../faults.ts';
import { checkWidth, csvLine, type PlainCell, textOfLines } from './csv-line.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

const [BRACE, BRACKET] = ['{'.charCodeAt(0), '['.charCodeAt(0)];
const blanks = new Set([9, 10, 13, 32, 0xef, 0xbb, 0xbf]);

export function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !blanks.has(byte));
  return first === BRACE || first === BRACKET;
}

const fieldsOf = (value: Json | undefined): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
const listOf = (value: Json | undefined): readonly Json[] | undefined => (Array.isArray(value) ? value : undefined);
const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((found, key) => fieldsOf(found)?.[key], value);
const plain = (value: Json | undefined): PlainCell =>
  value === undefined || typeof value === 'object' ? null : (value as PlainCell);

/** Undefined for JSON of no known source; text that is no JSON, too. @throws ProfileError for several places in one file */
export function csvOfJson(bytes: Uint8Array, file: string): string | undefined {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const document = parsed(text) ?? recordsByLine(text);
  if (document === undefined) return undefined;
  const lines = pvgis(document, file) ?? openMeteo(document, file) ?? records(document, file);
  return lines === undefined ? undefined : textOfLines(lines, file);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A record a line, as data bases and queues write them. */
function recordsByLine(text: string): Json | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || fieldsOf(parsed(lines[0]!)) === undefined) return undefined;
  const rows = lines.map(parsed);
  return rows.includes(undefined) ? undefined : (rows as Json[]);
}

/** Rows of objects, under the names of all of them. @throws ProfileError for more names than any table has */
function tableOf(list: readonly Json[] | undefined, file: string): Table | undefined {
  if (list === undefined || list.some((row) => fieldsOf(row) === undefined)) return undefined;
  const names = new Set<string>();
  for (const row of list) for (const name of Object.keys(row as Fields)) names.add(name);
  checkWidth(names.size, file);
  return { names: [...names], lines: linesOf([...names], list as readonly Fields[]) };
}

interface Table {
  readonly names: readonly string[];
  /** The head first; made as they are asked for. */
  readonly lines: Iterable<string>;
}

function* linesOf(names: readonly string[], rows: readonly Fields[]): Generator<string> {
  yield csvLine(names);
  for (const row of rows) yield csvLine(names.map((name) => plain(row[name])));
}

function* after(head: readonly string[], lines: Iterable<string>): Generator<string> {
  yield* head;
  yield* lines;
}

function pvgis(document: Json, file: string): Iterable<string> | undefined {
  const inputs = at(document, 'inputs');
  const [hourly, typical] = ['hourly', 'tmy_hourly'].map((name) => listOf(at(document, 'outputs', name)));
  const table = tableOf(hourly ?? typical, file);
  if (table === undefined) return undefined;
  const line = (name: string, value: Json | undefined) =>
    value === undefined || value === null ? [] : [`${name}: ${plain(value)}`];
  const place = [
    ...line('Latitude (decimal degrees)', at(inputs, 'location', 'latitude')),
    ...line('Longitude (decimal degrees)', at(inputs, 'location', 'longitude')),
    ...line('Elevation (m)', at(inputs, 'location', 'elevation')),
  ];
  if (hourly === undefined) {
    const offset = at(inputs, 'location', 'irradiance_time_offset');
    return after([...place, ...line('Irradiance Time Offset (h)', offset)], table.lines);
  }
  const mounting = at(inputs, 'mounting_system', 'fixed');
  const module = at(inputs, 'pv_module');
  const head = [
    ...place,
    ...line('Radiation database', at(inputs, 'meteo_data', 'radiation_db')),
    ...line('Slope', at(mounting, 'slope', 'value')).map((text) => `${text} deg.`),
    ...line('Azimuth', at(mounting, 'azimuth', 'value')).map((text) => `${text} deg.`),
    ...(table.names[1] === 'P'
      ? line(
          `Nominal power of the PV system (${plain(at(module, 'technology')) ?? 'c-Si'}) (kWp)`,
          at(module, 'peak_power'),
        )
      : []),
    ...line('System losses (%)', at(module, 'system_loss')),
  ];
  return after(head, table.lines);
}

function openMeteo(document: Json, file: string): Iterable<string> | undefined {
  const places = listOf(document);
  const isOpenMeteo = (value: Json | undefined) =>
    fieldsOf(at(value, 'hourly')) !== undefined && at(value, 'utc_offset_seconds') !== undefined;
  if (places !== undefined && places.length > 1 && isOpenMeteo(places[0])) {
    const expected = 'one location: give latitude= and longitude= of the request one value each, and download it again';
    refuse(file, 'profile.bad-header', { where: 'location' }, 'several locations in one file', expected);
  }
  const place = places === undefined ? document : places[0];
  if (!isOpenMeteo(place)) return undefined;
  const head = ['latitude', 'longitude', 'elevation', 'utc_offset_seconds', 'timezone', 'timezone_abbreviation'];
  const hourly = fieldsOf(at(place, 'hourly'))!;
  const { time, ...variables } = hourly;
  const stamps = listOf(time) ?? [];
  const unitOf = (name: string) => plain(at(place, 'hourly_units', name)) ?? 'undefined';
  const series = Object.entries(variables).map(([name, values]) => ({ name, values: listOf(values) ?? [] }));
  checkWidth(series.length, file);
  const lines = [
    head.join(','),
    csvLine(head.map((name) => plain(at(place, name)))),
    '',
    csvLine(['time', ...series.map(({ name }) => `${name} (${unitOf(name)})`)]),
  ];
  const rows = function* () {
    for (const [row, stamp] of stamps.entries())
      yield csvLine([plain(stamp), ...series.map(({ values }) => plain(values[row]) ?? 'NaN')]);
  };
  return after(lines, rows());
}

/** `[{ "time": …, "value": … }, …]`, alone or as the only list of a document. */
function records(document: Json, file: string): Iterable<string> | undefined {
  const lists = Object.values(fieldsOf(document) ?? {}).filter((value) => Array.isArray(value) && value.length > 1);
  const list = listOf(document) ?? (lists.length === 1 ? listOf(lists[0]) : undefined);
  return list !== undefined && list.length > 1 ? tableOf(list, file)?.lines : undefined;
}
