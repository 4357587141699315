/** `operate`: what a plan reaches when the hours ahead are forecast, window by window. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { type AskedOptions, runAsked } from '../asked-study.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { hoursOf, textOf, threadsOf } from '../options.ts';

interface OperateOptions extends AskedOptions {
  readonly phase?: string;
  readonly year?: string;
  readonly window: number;
  readonly step: number;
  readonly hours?: number;
  readonly forecast: string;
  readonly error: number;
  readonly autocorrelation: number;
  readonly seed: number;
  readonly solver: 'javascript-lp-solver' | 'highs';
  readonly precaution?: number;
  readonly unmatchedPrice?: number;
}

const DEFAULTS = { window: 36, step: 24, error: 0.1, autocorrelation: 0.95 };

export function addOperate(program: Command, context: Context): void {
  program
    .command('operate')
    .argument('<result-dir>', 'of a plan or a dispatch, as optimise writes it')
    .description('a plan operated without its foresight, window by window: score and cost against perfect foresight')
    .option('--phase <name>', 'the first where absent', textOf)
    .option('--year <name>', 'weather year; the first where absent', textOf)
    .option('--window <hours>', 'how far ahead each window looks', hoursOf, DEFAULTS.window)
    .option('--step <hours>', 'after how many it is made anew', hoursOf, DEFAULTS.step)
    .option('--hours <n>', 'only the first of the year', hoursOf)
    .option('--forecast <kind>', 'perfect, persistence, errors, or a CSV file of issued ones', textOf, 'persistence')
    .option('--error <share>', 'of errors: mean, a day ahead, of what a plant can make', shareOf, DEFAULTS.error)
    .option('--autocorrelation <share>', 'of errors, hour by hour', shareOf, DEFAULTS.autocorrelation)
    .option('--seed <n>', 'of errors', seedOf, 1)
    .addOption(
      new Option('--solver <name>', 'of windows')
        .choices(['javascript-lp-solver', 'highs'])
        .default('javascript-lp-solver'),
    )
    .option('--precaution <price>', 'worth of a MWh held for an hour, as forecasts may err', priceOf)
    .option('--unmatched-price <price>', 'of import beyond what the plan leaves', priceOf)
    .option('-o, --output <dir>', 'also write operate.json and report.html', textOf)
    .option('--threads <n>', 'as for optimise', threadsOf)
    .option('--json', 'print operate.json and nothing else')
    .action((directory: string, options: OperateOptions) => operate(directory, options, context));
}

async function operate(directory: string, options: OperateOptions, context: Context): Promise<void> {
  const { phase, year, window, step, hours, solver, precaution, unmatchedPrice } = options;
  if (step > window) throw new UsageError('--step is longer than --window: hours between would have no plan.');
  const forecast = forecastOf(options);
  const asked = {
    ...(phase !== undefined && { phase }),
    ...(year !== undefined && { weatherYear: year }),
    ...{ windowHours: window, stepHours: step },
    ...(hours !== undefined && { hours: Math.ceil(hours / step) * step }),
    ...{ solver, forecast },
    ...(precaution !== undefined && { precautionPerMWhHour: precaution }),
    ...(unmatchedPrice !== undefined && { unmatchedPricePerMWh: unmatchedPrice }),
  };
  const places = [directory, ...(forecast.kind === 'file' ? [options.forecast] : [])];
  await runAsked({ study: 'operate', places, asked }, options, context);
}

function forecastOf({ forecast, error, autocorrelation, seed }: OperateOptions) {
  switch (forecast) {
    case 'perfect':
    case 'persistence':
      return { kind: forecast } as const;
    case 'errors':
      return { kind: 'errors', dayAheadError: error, autocorrelation, seed } as const;
    default:
      return { kind: 'file' } as const;
  }
}

function shareOf(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError('Expected a share above 0 and at most 1, such as 0.1.');
}

function seedOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 0 to 999999999.');
}

function priceOf(text: string): number {
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Expected a price of at least 0, such as 0.2.');
}
