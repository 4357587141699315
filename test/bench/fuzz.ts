/** Thousands of damaged exports of every format, layout and container: none crashes, takes long, or is read otherwise without a word. */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { ProfileError } from '../../src/errors.ts';
import { unitStep } from '../../src/profiles/conversion/unit-factors.ts';
import { inspectPacked } from '../../src/profiles/inspection/inspect.ts';
import { type ForeignRecord, recordFile } from '../../src/profiles/recording/recorded-file.ts';
import type { RecordedQuantity } from '../../src/profiles/recording/recording.ts';
import { stampedTableToParquet } from '../../src/results/hours/schedule-parquet.ts';
import { type Damage, type Damaged, damaged, someDamage } from '../profiles/bad-input/damage.ts';
import { type Example, exampleNamed, exampleNames } from '../profiles/bad-input/examples.ts';
import type { Measurement } from './main.ts';

const ROWS = 60;
const SEED = 2026;
/** Files of each: formats with their marks, small exports, containers. */
const [OF_FORMATS, OF_YEARS, OF_EXPORTS, OF_CONTAINERS] = [800, 100, 130, 250];
const LONGEST_MS = 2000;

const damages = fc.array(someDamage, { minLength: 1, maxLength: 3 });
const drawn = (count: number, salt: number): Damage[][] => fc.sample(damages, { seed: SEED + salt, numRuns: count });

interface Tally {
  files: number;
  refused: number;
  crashes: number;
  silent: number;
  slowestMs: number;
}

type Read = { readonly record: ForeignRecord } | { readonly record?: undefined };

function recorded({ bytes, request }: Pick<Example, 'bytes' | 'request'>): Read {
  try {
    const record = recordFile(bytes, 'damaged.csv', request?.options);
    return record.content === undefined && record.faults.count === 0 ? { record } : {};
  } catch (error) {
    if (error instanceof ProfileError) return {};
    throw error;
  }
}

/** A clock, a label or a unit that the damaged head no longer says, or says in a way that nobody reads, is asked for. */
function isAsked({ recording: was }: ForeignRecord, { recording: is }: ForeignRecord): boolean {
  const isOpen = (['zone', 'label'] as const).some(
    (key) => is[key].kind === 'unstated' && was[key].kind !== 'unstated',
  );
  return (
    isOpen ||
    is.columns.some(({ quantity, unit }) => physical.includes(quantity) && unitStep(quantity, unit ?? '') === undefined)
  );
}

const physical: readonly RecordedQuantity[] = ['power', 'energy', 'irradiance', 'windSpeed', 'temperature', 'pressure'];

/** What a file says of itself beside its rows; what it no longer says, it says of nothing else. */
function saysOtherwise(
  { recording: was }: ForeignRecord,
  { recording: is }: ForeignRecord,
  { hasFact, hasPlace }: Damaged,
): boolean {
  const differs = (a: object, b: object | undefined, ...beside: readonly string[]) =>
    b !== undefined &&
    Object.entries(b).some(
      ([key, value]) => !beside.includes(key) && value !== undefined && !isDeepStrictEqual(value, Reflect.get(a, key)),
    );
  const isElsewhere = !hasPlace && differs(was.site ?? {}, is.site);
  if (hasFact) return isElsewhere;
  const ofRows = ['why', 'clockMinutes', 'midnights', 'lines', 'columns', 'warnings'];
  const now = new Map(is.columns.map((column) => [column.name, column]));
  return (
    isElsewhere ||
    differs(was, is, 'site', ...ofRows) ||
    was.columns.some((column) => differs(column, now.get(column.name), 'values'))
  );
}

const warningsOf = ({ recording }: ForeignRecord) =>
  recording.warnings
    .map(({ code }) => code)
    .sort()
    .join();

/** True where rows that no damage touched hold other values, or facts are others, and nothing says so. */
function isSilent(whole: ForeignRecord, hoursOfRow: readonly number[], read: ForeignRecord, touched: Damaged): boolean {
  if (warningsOf(read) !== warningsOf(whole)) return false;
  const rowOf = new Map(Array.from(read.recording.clockMinutes, (minutes, row) => [minutes, row]));
  const clocks = whole.recording.clockMinutes;
  // An hour that lacks is a gap, one that stands twice a duplicate: whoever counts the hours tells.
  if (rowOf.size < read.recording.clockMinutes.length || clocks.some((minutes) => !rowOf.has(minutes))) return false;
  if (isAsked(whole, read)) return false;
  if (saysOtherwise(whole, read, touched)) return true;
  // A column under another name is asked for by its own, and is not there.
  return whole.recording.columns.some(({ name, values }) => {
    const other = read.recording.columns.find((column) => column.name === name);
    return (
      other !== undefined &&
      values.some((value, row) => {
        const now = other.values[rowOf.get(clocks[row]!)!];
        // What is missing is a gap.
        return !Number.isNaN(now) && now !== value && hoursOfRow[row]! >= 0 && !touched.hours.has(hoursOfRow[row]!);
      })
    );
  });
}

async function timed(tally: Tally, read: () => boolean | Promise<boolean>): Promise<void> {
  // Of this thread, whatever else the machine does.
  const begun = process.threadCpuUsage();
  tally.files++;
  try {
    if (!(await read())) tally.refused++;
  } catch (error) {
    if (tally.crashes++ === 0) console.error(error);
  }
  const { user, system } = process.threadCpuUsage(begun);
  tally.slowestMs = Math.max(tally.slowestMs, (user + system) / 1000);
}

async function ofFormat(name: string, salt: number, tally: Tally): Promise<void> {
  const short = exampleNamed(name, ROWS);
  // A format that knows years alone takes longer.
  const isYear = recorded(short).record === undefined;
  const example = isYear ? exampleNamed(name) : short;
  const { record: whole } = recorded(example);
  if (whole === undefined) throw new Error(`${name}: the example itself is refused`);
  for (const some of drawn(isYear ? OF_YEARS : OF_FORMATS, salt)) {
    const touched = damaged(example, some);
    await timed(tally, () => {
      const { record } = recorded({ ...example, bytes: touched.bytes });
      if (record === undefined) return false;
      if (isSilent(whole, example.hours, record, touched) && tally.silent++ < 3) {
        console.error(`${name} is read otherwise without a word after ${JSON.stringify(some)}`);
      }
      return true;
    });
  }
}

async function packed(): Promise<Uint8Array[]> {
  const hours = Array.from({ length: ROWS }, (_, hour) => new Date(Date.UTC(2021, 0, 13, hour)));
  const csv = `Time (UTC);Load [MW]\n${hours.map((hour, at) => `${hour.toISOString().slice(0, 16)};${at}`).join('\n')}\n`;
  const rows = [['Time (UTC)', 'Load [MW]'], ...hours.map((hour, at) => [hour, at])];
  const records = hours.map((hour, at) => ({ time: hour, load: at }));
  return [
    gzipSync(csv),
    await writeXlsx({ sheets: [{ name: 'Load', rows }] }),
    stampedTableToParquet(hours, [{ name: 'Load', values: Float64Array.from(hours, (_, at) => at) }]),
    Buffer.from(JSON.stringify(records)),
  ];
}

export async function* benchFuzz(): AsyncGenerator<Measurement> {
  const tally: Tally = { files: 0, refused: 0, crashes: 0, silent: 0, slowestMs: 0 };
  let salt = 0;
  for (const name of exampleNames) if (name !== 'native') await ofFormat(name, salt++, tally);
  const folder = new URL('../fixtures/exports/', import.meta.url);
  const exports = readdirSync(folder).map((file) => readFileSync(new URL(file, folder)));
  const plain = (bytes: Uint8Array): Example => ({
    name: '',
    bytes: Buffer.from(bytes),
    marks: new Int16Array(bytes.length).fill(-1),
    hours: [],
  });
  for (const [bytes, count] of [
    ...exports.map((one) => [one, OF_EXPORTS] as const),
    ...(await packed()).map((one) => [one, OF_CONTAINERS] as const),
  ]) {
    for (const some of drawn(count, salt++)) {
      const { bytes: changed } = damaged(plain(bytes), some);
      await timed(tally, () => isRead(changed));
    }
  }
  yield { name: 'damaged files read', value: tally.files, unit: 'files' };
  yield { name: '  refused, with what is wrong', value: tally.refused, unit: 'files' };
  yield { name: '  that end in any other error', value: tally.crashes, unit: 'files', limit: 0 };
  yield { name: '  read otherwise without a word', value: tally.silent, unit: 'files', limit: 0 };
  yield { name: '  the longest', value: tally.slowestMs, unit: 'ms', limit: LONGEST_MS };
}

async function isRead(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await inspectPacked(bytes, 'damaged')).faults.length === 0;
  } catch (error) {
    if (error instanceof ProfileError) return false;
    throw error;
  }
}
