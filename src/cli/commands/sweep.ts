/** `sweep`: one answer a value of one or two fields, in parallel, going on where it was stopped. */

import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Method, SolverName } from '../../index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { gapOf, secondsOf, textOf, threadsOf } from '../options.ts';
import { runSweep, type SweepRequest } from '../sweep/run-sweep.ts';
import { MOST_VALUES, type Vary, varyOf } from '../sweep/vary.ts';

interface SweepOptions {
  readonly vary?: readonly string[];
  readonly output?: string;
  readonly points: 'all' | 'auto';
  readonly band?: number;
  readonly lastPercent?: true;
  readonly study: 'plan' | 'dispatch';
  readonly solver: SolverName | 'auto';
  readonly method: Method;
  readonly gap?: number;
  readonly threads?: number;
  readonly jobs?: number;
  readonly timeLimit?: number;
  readonly json?: true;
}

const USUAL_BAND = 0.01;
const TARGET = 'matching.target';
const lastTargets = [0.9, 0.92, 0.94, 0.96, 0.98, 0.99, 1];

export function addSweep(program: Command, context: Context): void {
  program
    .command('sweep')
    .argument('<scenario>', 'YAML or JSON file')
    .description('one answer a value of what is varied, in parallel; the same command goes on where it was stopped')
    .addOption(
      new Option(
        '--vary <path=values>',
        'grid.importPricePerMWh=60,90,120 or matching.target=0.85:0.95:0.01; twice for a grid',
      ).argParser((text, before: readonly string[] = []) => [...before, text]),
    )
    .option('-o, --output <dir>', 'directory of the sweep (default: out/<scenario name>-sweep)', textOf)
    .addOption(
      new Option('--points <which>', 'solve all values, or as few as leave the others in a proven band')
        .choices(['all', 'auto'])
        .default('all'),
    )
    .option('--band <share>', 'widest band with --points auto, as a share of the cost (default: 0.01)', bandOf)
    .option(
      '--last-percent',
      `what the last points of target cost, and which hours drive that; varies ${TARGET} where nothing is`,
    )
    .addOption(new Option('--study <study>', 'as for optimise').choices(['plan', 'dispatch']).default('plan'))
    .addOption(
      new Option('--method <method>', 'as for optimise').choices(['auto', 'one-lp', 'decomposed']).default('auto'),
    )
    .addOption(
      new Option('--solver <name>', 'as for optimise')
        .choices(['auto', 'highs', 'javascript-lp-solver'])
        .default('auto'),
    )
    .option('--gap <share>', 'as for optimise', gapOf)
    .option('--threads <n>', 'of all values together (default: one a processor, at most 4)', threadsOf)
    .option('--jobs <n>', 'values solved side by side (default: as many as leave each of them threads)', threadsOf)
    .option('--time-limit <s>', 'for each value, in seconds', secondsOf)
    .option('--json', 'print sweep.json and nothing else')
    .action(async (file: string, options: SweepOptions) =>
      context.exit(await runSweep(await requestOf(file, options), context)),
    );
}

async function requestOf(file: string, options: SweepOptions): Promise<SweepRequest> {
  const { lastPercent = false, points, band, output } = options;
  const asked: readonly Vary[] | undefined = options.vary && (await Promise.all(options.vary.map(varyOf)));
  const vary = asked ?? (lastPercent ? [{ path: TARGET, values: lastTargets }] : []);
  if (vary.length < 1 || vary.length > 2) {
    throw new UsageError(
      '--vary says what is varied: once, or twice for a grid. --vary matching.target=0.85:0.95:0.05',
    );
  }
  const count = vary.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_VALUES) {
    throw new UsageError(
      `The grid has ${count} points, a sweep at most ${MOST_VALUES}: vary fewer values, or in turn.`,
    );
  }
  if (points === 'all' && band !== undefined) throw new UsageError('--band is the width of bands: add --points auto.');
  const numbers = vary[0]!.values.filter((value) => typeof value === 'number');
  const isCurve = vary.length === 1 && numbers.length === vary[0]!.values.length;
  if (points === 'auto' && !(isCurve && options.study === 'plan')) {
    throw new UsageError('--points auto is for plans along one path of numbers: solve all of a grid, and of words.');
  }
  if (lastPercent && !(vary.length === 1 && vary[0]!.path === TARGET)) {
    throw new UsageError(`--last-percent is about ${TARGET}: vary that alone.`);
  }
  const { loadScenario } = await import('../../scenario/load.ts');
  const { slugOf } = await import('../../scenario/schema/names.ts');
  const loaded = await loadScenario(file);
  const rising = isCurve ? numbers.toSorted((a, b) => a - b) : vary[0]!.values;
  return {
    ...options,
    file,
    loaded,
    vary: [{ ...vary[0]!, values: rising }, ...vary.slice(1)],
    directory: output ?? join('out', `${slugOf(loaded.scenario.name)}-sweep`),
    ...(points === 'auto' && { band: band ?? USUAL_BAND }),
    lastPercent,
  };
}

function bandOf(text: string): number {
  const value = /^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (value >= 1e-6 && value < 1) return value;
  throw new InvalidArgumentError('Expected a share of the cost from 1e-6 to below 1, such as 0.01.');
}
