/** `alternatives`: how far each size may be from the cheapest plan at a little more cost. */

import { type Command, InvalidArgumentError } from 'commander';
import { type AskedOptions, runAsked } from '../asked-study.ts';
import type { Context } from '../context.ts';
import { textOf, threadsOf } from '../options.ts';

interface AlternativesOptions extends AskedOptions {
  readonly slack: readonly number[];
}

const MOST_SLACKS = 5;

export function addAlternatives(program: Command, context: Context): void {
  program
    .command('alternatives')
    .argument('<scenario>', 'YAML or JSON file')
    .description('the least and greatest of each size at a little more than the least cost: must-haves and choices')
    .option('--slack <shares>', 'of the least cost, at most five', slackOf, [0.01, 0.02, 0.05])
    .option('-o, --output <dir>', 'also write alternatives.json and report.html', textOf)
    .option('--threads <n>', 'as for optimise', threadsOf)
    .option('--json', 'print alternatives.json and nothing else')
    .action(async (file: string, { slack, ...options }: AlternativesOptions) => {
      await runAsked({ study: 'alternatives', places: [file], asked: { slack: [...slack] } }, options, context);
    });
}

function slackOf(text: string): number[] {
  const shares = text.split(',').map((part) => (/^\d*\.?\d+$/.test(part) ? Number(part) : Number.NaN));
  const rising = [...new Set(shares)].toSorted((a, b) => a - b);
  if (rising.every((share) => share >= 1e-4 && share <= 1) && rising.length <= MOST_SLACKS) return rising;
  throw new InvalidArgumentError('Expected at most five shares from 0.0001 to 1, such as 0.01,0.02,0.05.');
}
