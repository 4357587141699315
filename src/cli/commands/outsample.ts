/** `outsample`: what the sizes of a plan do in weather years they were not sized on. */

import { type Command, InvalidArgumentError } from 'commander';
import { type AskedOptions, runAsked } from '../asked-study.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { textOf, threadsOf } from '../options.ts';

interface OutsampleOptions extends AskedOptions {
  readonly years?: readonly string[];
  readonly scenario?: string;
  readonly fold?: number;
  readonly grow?: true;
  /** False for `--no-stress`. */
  readonly stress: boolean;
}

const MOST_YEARS = 100;

export function addOutsample(program: Command, context: Context): void {
  program
    .command('outsample')
    .argument('<result-dir>', 'of a plan, as optimise writes it')
    .description('the sizes of a plan in weather years they were not sized on, and in years made harder')
    .option('--years <names>', 'synthetic-2006,synthetic-2007, or 2006:2009 in place of the year in a name', yearsOf)
    .option('--scenario <file>', 'the scenario it was planned from: profiles are named from its folder', textOf)
    .option('--no-stress', 'leave out the years made harder')
    .option('--fold <n>', 'all years in n parts, each tested with sizes that are planned on the others', partsOf)
    .option('--grow', 'add the worst missed year and plan again, until none is missed')
    .option('-o, --output <dir>', 'also write outsample.json and report.html', textOf)
    .option('--threads <n>', 'as for optimise', threadsOf)
    .option('--json', 'print outsample.json and nothing else')
    .action((directory: string, options: OutsampleOptions) => outsample(directory, options, context));
}

async function outsample(directory: string, options: OutsampleOptions, context: Context): Promise<void> {
  const { years = [], scenario, stress, fold, grow } = options;
  if (years.length > 0 && scenario === undefined) {
    throw new UsageError('--years are read from profiles: say from which scenario they are named, --scenario <file>.');
  }
  if (years.length === 0 && !stress)
    throw new UsageError('without years and without stress nothing is tested: --years.');
  if (years.length === 0 && grow) throw new UsageError('--grow adds years: say which with --years.');
  const weatherYears = await namesOf(directory, years);
  const places = [directory, ...(years.length > 0 ? [scenario!] : [])];
  const asked = { weatherYears, stress, ...(fold !== undefined && { fold }), ...(grow && { grow }) };
  await runAsked({ study: 'outsample', places, asked }, options, context);
}

function partsOf(text: string): number {
  const parts = Number(text);
  if (/^\d+$/.test(text) && parts >= 2 && parts <= MOST_YEARS) return parts;
  throw new InvalidArgumentError(`Expected a whole number of parts, 2 to ${MOST_YEARS}.`);
}

/** A list of names, or whole numbers from and to. */
function yearsOf(text: string): string[] {
  const range = /^(\d{4}):(\d{4})$/.exec(text);
  const [from, to] = (range?.slice(1) ?? []).map(Number);
  const names =
    from === undefined || to === undefined
      ? text.split(',')
      : Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST_YEARS + 1)) }, (_, at) => String(from + at));
  if (names.some((name) => name === '') || names.length === 0) {
    throw new InvalidArgumentError('Expected names of weather years, or the first and the last: 2006:2009.');
  }
  if (names.length > MOST_YEARS) throw new InvalidArgumentError(`Expected at most ${MOST_YEARS} weather years.`);
  if (new Set(names).size < names.length) throw new InvalidArgumentError('A year stands twice.');
  return names;
}

/** A year alone stands for the name that the plan has for its own year, with that year in it. */
async function namesOf(directory: string, years: readonly string[]): Promise<string[]> {
  if (!years.some((name) => /^\d{4}$/.test(name))) return [...years];
  const { readResultDirectory } = await import('../../results/read-directory.ts');
  const { loaded } = await readResultDirectory(directory);
  const [own] = loaded.scenario.weatherYears;
  return years.map((name) => (/^\d{4}$/.test(name) ? own!.name.replace(String(own!.year), name) : name));
}
