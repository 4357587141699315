/** `profiles synthesise`: weather years of the Moroccan sites by chance and physics, the same for a seed everywhere. */

import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import type { Context } from '../../context.ts';
import { FilesTogether, requirePlaces } from '../../files-together.ts';
import { textOf } from '../../options.ts';
import { plainPace } from '../../progress/pace.ts';
import type { Terminal } from '../../terminal.ts';

interface SynthesiseOptions {
  readonly years: readonly number[];
  readonly seed: number;
  readonly output: string;
  readonly temperature?: true;
  readonly force?: true;
  readonly json?: true;
}

interface WrittenYear {
  readonly file: string;
  readonly year: number;
  readonly hours: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Mean of each column. */
  readonly means: Readonly<Record<string, number>>;
}

/** As many as a century of weather; each is half a megabyte. */
const MOST_YEARS = 100;
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];
const LARGEST_SEED = 4_294_967_295;

export function addSynthesise(profiles: Command, context: Context): void {
  profiles
    .command('synthesise')
    .alias('synthesize')
    .description('generated weather years, <dir>/synthetic-<year>.csv; labelled synthetic')
    .requiredOption('--years <years>', 'such as 2005:2024, or 2005,2008', yearsOf)
    .option('--seed <n>', 'another seed, other weather; the years that ship have 7', seedOf, 7)
    .option('-o, --output <dir>', 'where to write; made if it is not there', textOf, 'profiles')
    .option('--temperature', 'with the air temperature that the PUE follows')
    .option('--force', 'replace files of these names')
    .option('--json', 'what was written as JSON')
    .action((options: SynthesiseOptions) => synthesise(options, context));
}

async function synthesise(options: SynthesiseOptions, { terminal, signal }: Context): Promise<void> {
  const { years, seed, output, temperature = false, force = false, json } = options;
  const { synthesiseYear } = await import('../../../profiles/synthesis/synthesise.ts');
  const { syntheticYearToCsv } = await import('../../../profiles/synthesis/synthetic-csv.ts');
  const fileOf = (year: number): string => join(output, `synthetic-${year}.csv`);
  await requirePlaces(years.map(fileOf), force);
  const written: WrittenYear[] = [];
  const isDue = plainPace();
  await using files = new FilesTogether();
  try {
    for (const year of years) {
      // Generating a year takes a moment in which no signal is heard.
      await setImmediate();
      signal.throwIfAborted();
      if (terminal.isLive || isDue()) progress(written.length, years.length, terminal);
      const made = synthesiseYear({ seed, year });
      const text = syntheticYearToCsv(made, { temperature });
      await files.add(fileOf(year), text);
      const means = Object.fromEntries(made.columns.map(({ name, values }) => [name, meanOf(values)]));
      const sha256 = createHash('sha256').update(text).digest('hex');
      written.push({ file: fileOf(year), year, hours: made.hours, bytes: Buffer.byteLength(text), sha256, means });
    }
  } finally {
    if (terminal.isLive) terminal.draw('\r\u001b[0K');
  }
  await files.publish(force);
  if (json) terminal.print(JSON.stringify({ synthetic: true, seed, files: written }, null, 2));
  else terminal.print(tableOf(written, terminal));
  const megabytes = written.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const count = written.length === 1 ? '1 year' : `${written.length} years`;
  terminal.note(
    `${count}, ${megabytes.toFixed(2)} MB, written to ${relative('.', output) || '.'}; synthetic, not measured.`,
  );
}

/** A line drawn again in a terminal; elsewhere one that stays. */
function progress(done: number, of: number, terminal: Terminal): void {
  const line = `${done} of ${of} years made`;
  if (terminal.isLive) terminal.draw(`\r${line}`);
  else terminal.note(line);
}

/** One row a year: the means that years are told apart by. */
function tableOf(written: readonly WrittenYear[], terminal: Terminal): string {
  const shown = Object.keys(written[0]?.means ?? {}).filter((name) => /_(wind|solar|pue)$/.test(name));
  const heads = ['year', 'hours', ...shown.map((name) => name.replace('_', ' '))];
  const rows = written.map(({ year, hours, means }) => [
    `${year}`,
    `${hours}`,
    ...shown.map((name) => (means[name] ?? Number.NaN).toFixed(3)),
  ]);
  // The two words of a head stand below each other, so that seven columns fit a narrow terminal.
  const upper = heads.map((head) => (head.split(' ')[1] === undefined ? '' : head.split(' ')[0]!));
  const lower = heads.map((head) => head.split(' ').at(-1)!);
  const all = [upper, lower, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padStart(widths[column]!)).join('  ');
  const [first, second, ...rest] = all.map(line);
  return [terminal.styled(first!, 'bold'), terminal.styled(second!, 'bold'), ...rest].join('\n');
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function yearsOf(text: string): number[] {
  const range = /^(\d{4}):(\d{4})$/.exec(text);
  const [first, last] = [Number(range?.[1]), Number(range?.[2])];
  const years = range
    ? Array.from({ length: Math.max(0, Math.min(last - first + 1, MOST_YEARS + 1)) }, (_, at) => first + at)
    : /^\d{4}(,\d{4})*$/.test(text)
      ? text.split(',').map(Number)
      : [];
  const isUsable =
    years.length > 0 &&
    years.length <= MOST_YEARS &&
    new Set(years).size === years.length &&
    years.every((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
  if (isUsable) return years;
  throw new InvalidArgumentError(
    `Expected years from ${FIRST_YEAR} to ${LAST_YEAR}, first:last or a list of different ones, at most ${MOST_YEARS}.`,
  );
}

function seedOf(text: string): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= LARGEST_SEED) return value;
  throw new InvalidArgumentError(`Expected a whole number from 0 to ${LARGEST_SEED}.`);
}
