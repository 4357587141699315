/**
 * Files that hold text in another form: gzip and zip, sheets of workbooks, Parquet, JSON. Told by content and brought to
 * the CSV that the same source writes, so that units, clocks and traps of a format are known in one place. No file may
 * unpack to more than the largest text that is read.
 */
import { gunzipSync } from 'node:zlib';
import { refuse } from '../../faults.ts';
import { checkSize, LARGEST_FILE_BYTES } from '../text.ts';
import { csvOfJson, isJson } from './json.ts';
import { csvOfParquet } from './parquet.ts';
import { checkSpan, csvOfSheet, sheetsOf } from './workbook.ts';
import { bytesOfEntry, entriesOf } from './zip.ts';

export interface UnpackedText {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  /** Where in the file it stood, in words: `sheet "Load" of a workbook`. */
  readonly from?: string;
}

/** One text, or parts of which one must be named. */
type Unpacked = UnpackedText | { readonly kind: 'parts'; readonly what: string; readonly parts: readonly string[] };

const marks = {
  gzip: Buffer.from('1f8b', 'hex'),
  zip: Buffer.from('504b0304', 'hex'),
  parquet: Buffer.from('PAR1'),
  hdf: Buffer.from('894844460d0a1a0a', 'hex'),
  netcdf: Buffer.from('CDF'),
} as const;
const begins = (bytes: Uint8Array, mark: Buffer) => mark.equals(bytes.subarray(0, mark.length));

/** An archive in an archive, and a workbook in that. */
const DEEPEST = 3;

/**
 * @param part name of the sheet or of the file in an archive that is meant, where it holds several
 * @throws ProfileError (profile.unreadable) for what is damaged, too large or of a form that is not read
 */
export async function unpack(bytes: Uint8Array, file: string, part?: string, depth = 0): Promise<Unpacked> {
  checkSize(bytes.length, file);
  if (begins(bytes, marks.gzip)) {
    if (depth >= DEEPEST) refuseForm(file, 'archives in archives', 'the file inside, unpacked');
    return within(await unpack(gunzipped(bytes, file), file, part, depth + 1), 'gzip');
  }
  if (begins(bytes, marks.zip)) {
    if (depth >= DEEPEST) refuseForm(file, 'archives in archives', 'the file inside, unpacked');
    return ofZip(bytes, file, part, depth);
  }
  if (begins(bytes, marks.parquet)) return text(await csvOfParquet(bytes, file), 'Parquet', file);
  if (begins(bytes, marks.hdf) || begins(bytes, marks.netcdf)) {
    const expected =
      'a CSV of one point: python3 -c \'import xarray; xarray.open_dataset("file.nc").sel(latitude=33.5, longitude=-7.5, method="nearest").to_dataframe().to_csv("point.csv")\'; of MERRA-2 lat= and lon=, and the speed of its wind, hypot(U50M, V50M), in a column of its own';
    refuseForm(file, 'NetCDF or HDF5', expected);
  }
  if (isJson(bytes)) {
    const csv = csvOfJson(bytes, file);
    if (csv !== undefined) return text(csv, 'JSON', file);
  }
  return { kind: 'text', bytes };
}

function refuseForm(file: string, form: string, expected: string): never {
  return refuse(file, 'profile.unreadable', { where: 'file' }, `${form}, which is not read`, expected);
}

function text(csv: string, from: string, file: string): Unpacked {
  const bytes = Buffer.from(csv);
  checkSize(bytes.length, file);
  return { kind: 'text', bytes, from };
}

const within = (found: Unpacked, container: string): Unpacked =>
  found.kind === 'text'
    ? { ...found, from: found.from === undefined ? container : `${found.from} in ${container}` }
    : found;

function gunzipped(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE_BYTES });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(
      file,
      'profile.unreadable',
      { where: 'file' },
      `gzip: ${reason}`,
      'a whole archive of years of hours',
    );
  }
}

/** The part that is named, or the only one; undefined where one must be named. */
function partOf<T extends { readonly name: string }>(
  all: readonly T[],
  part: string | undefined,
  file: string,
): T | undefined {
  const found = part === undefined ? (all.length === 1 ? all[0] : undefined) : all.find(({ name }) => name === part);
  if (found !== undefined || (part === undefined && all.length > 0)) return found;
  const names = all
    .slice(0, MOST_NAMED)
    .map(({ name }) => JSON.stringify(name))
    .join(', ');
  const problem = part === undefined ? 'nothing inside' : `no part ${JSON.stringify(part)}`;
  return refuse(
    file,
    'profile.unreadable',
    { where: 'part' },
    problem,
    names === '' ? 'a file inside' : `one of: ${names}`,
  );
}

const MOST_NAMED = 20;
const namesOf = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);

async function ofZip(bytes: Uint8Array, file: string, part: string | undefined, depth: number): Promise<Unpacked> {
  const entries = entriesOf(bytes, file);
  if (entries.some(({ name }) => name === 'xl/workbook.xml')) {
    // Once within bounds: the size of a workbook does not tell what it takes.
    let unpacked = 0;
    for (const entry of entries) {
      const content = bytesOfEntry(bytes, entry, file);
      unpacked += content.length;
      checkSize(unpacked, file);
      checkSpan(content, file);
    }
    const sheets = await sheetsOf(bytes, file);
    const sheet = partOf(sheets, part, file);
    if (sheet === undefined)
      return { kind: 'parts', what: `a workbook of ${sheets.length} sheets`, parts: namesOf(sheets) };
    return text(csvOfSheet(sheet, file), `sheet ${JSON.stringify(sheet.name)} of a workbook`, file);
  }
  const files = entries.filter(({ name }) => !/(^|\/)(\.|__MACOSX\/)|\/$/.test(name));
  const tables = files.filter(({ name }) => /\.(csv|txt|tsv|dat|json|epw|srw|xlsx|parquet|gz)$/i.test(name));
  const choice = tables.length > 0 ? tables : files;
  const entry = partOf(choice, part, file);
  if (entry === undefined)
    return { kind: 'parts', what: `an archive of ${choice.length} files`, parts: namesOf(choice) };
  const inside = await unpack(bytesOfEntry(bytes, entry, file), file, undefined, depth + 1);
  return within(inside, `${JSON.stringify(entry.name)} of an archive`);
}
