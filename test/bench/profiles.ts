/** How long reading profiles from disk takes: a year of ten columns, and twenty years of them, with their memory. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nativeToCsv } from '../../src/profiles/formats/native/to-csv.ts';
import { readProfileFile } from '../../src/profiles/read.ts';
import { hoursOfYear, stampOfHour } from '../../src/time.ts';
import type { Measurement } from './main.ts';
import type { ReadYears } from './read-years.ts';

const WARM_UPS = 3;
const RUNS = 7;
const FIRST_YEAR = 2005;
const YEARS = 20;
const COLUMNS = Array.from({ length: 10 }, (_, index) => index);

/** The numbers only need to fill their cells. */
const shareOf = (hour: number, index: number) => ((hour * (index + 7919)) % 9973) / 9973;

/** Ten columns of the hours of a year. */
function tenColumns(year: number): string {
  const columns = COLUMNS.map((index) => {
    const values = Float64Array.from({ length: hoursOfYear(year) }, (_, hour) => shareOf(hour, index));
    return { name: `DE${index}`, unit: 'capacityFactor' as const, values, decimals: 4 };
  });
  return nativeToCsv({ synthetic: true, source: 'made for a measurement', year, columns });
}

/** Twenty years in one file; `stampOf` has `2005-01-01T00:00Z`. */
function twentyYears(
  header: string,
  delimiter: string,
  stampOf: (utc: string) => string,
  cellOf: (value: string) => string,
): string {
  const lines = [header + delimiter + COLUMNS.map((index) => `DE${index}`).join(delimiter)];
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
    for (let hour = 0; hour < hoursOfYear(year); hour++) {
      const cells = COLUMNS.map((index) => cellOf(shareOf(hour, index).toFixed(4)));
      lines.push([stampOf(stampOfHour(year, hour)), ...cells].join(delimiter));
    }
  }
  return `${lines.join('\n')}\n`;
}

async function millisecondsToRead(path: string): Promise<number> {
  const start = performance.now();
  await readProfileFile(path);
  return performance.now() - start;
}

/** Median of seven readings after three that warm up [ms]. */
async function oneYear(directory: string): Promise<Measurement> {
  const path = join(directory, 'ten-columns.csv');
  await writeFile(path, tenColumns(FIRST_YEAR));
  const times: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run++) times.push(await millisecondsToRead(path));
  const measured = times.slice(WARM_UPS).sort((a, b) => a - b);
  return { name: 'read a year of ten columns', value: measured[Math.floor(RUNS / 2)]!, unit: 'ms', limit: 100 };
}

/** Each in a process of its own, which nothing has warmed up. */
async function manyYears(name: string, paths: readonly string[], ...told: readonly string[]): Promise<Measurement[]> {
  const script = new URL('./read-years.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, paths.join(';'), ...told]);
  const { seconds, processorSeconds, aboveStartMB, values } = JSON.parse(stdout) as ReadYears;
  if (values < YEARS * COLUMNS.length * 8760) throw new Error(`${name}: ${values} values`);
  return [
    { name: `20 years of ten columns, ${name}`, value: seconds, unit: 's', limit: 1 },
    { name: '  of the processor, in all threads', value: processorSeconds, unit: 's' },
    { name: '  memory above the start', value: aboveStartMB, unit: 'MB', limit: 300 },
  ];
}

export async function* benchProfiles(): AsyncGenerator<Measurement> {
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    yield await oneYear(directory);
    const country = join(directory, 'country.csv');
    const spaced = (utc: string) => utc.replace('T', ' ').slice(0, 16);
    await writeFile(
      country,
      `# Renewables.ninja Wind (Country) - DE\n${twentyYears('time', ',', spaced, (value) => value)}`,
    );
    yield* await manyYears('ninja-country', [country]);
    const utility = join(directory, 'utility.csv');
    const dayFirst = (utc: string) => `${utc.slice(8, 10)}/${utc.slice(5, 7)}/${utc.slice(0, 4)} ${utc.slice(11, 16)}`;
    await writeFile(
      utility,
      twentyYears('Date', ';', dayFirst, (value) => value.replace('.', ',')),
    );
    yield* await manyYears('utility', [utility], 'UTC');
    const natives: string[] = [];
    for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
      natives.push(join(directory, `${year}.csv`));
      await writeFile(natives.at(-1)!, tenColumns(year));
    }
    yield* await manyYears('twenty native files', natives);
  } finally {
    await rm(directory, { recursive: true });
  }
}
