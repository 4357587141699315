/** `alternatives`: how far each size may be from the cheapest plan at a little more cost. */

import { type Command, InvalidArgumentError } from 'commander';
import { type AskedOptions, runAsked } from '../asked-study.ts';
import type { Context } from '../context.ts';
import { textOf, threadsOf } from '../options.ts';

interface AlternativesOptions extends AskedOptions {
  readonly slack: readonly number[];
  readonly group?: Group[];
}

interface Group {
  readonly name: string;
  readonly members: string[];
}

const MOST_SLACKS = 5;

export function addAlternatives(program: Command, context: Context): void {
  program
    .command('alternatives')
    .argument('<scenario>', 'YAML or JSON file')
    .description('the least and greatest of each size at a little more than the least cost: must-haves and choices')
    .option('--slack <shares>', 'of the least cost, at most five', slackOf, [0.01, 0.02, 0.05])
    .option('--group <name=sizes>', "added up, such as wind=Coast,Hills or 'MWh=Battery energy'; repeatable", groupOf)
    .option('-o, --output <dir>', 'also write alternatives.json and report.html', textOf)
    .option('--threads <n>', 'as for optimise', threadsOf)
    .option('--json', 'print alternatives.json and nothing else')
    .action(async (file: string, { slack, group: groups, ...options }: AlternativesOptions) => {
      const asked = { slack: [...slack], ...(groups && { groups }) };
      await runAsked({ study: 'alternatives', places: [file], asked }, options, context);
    });
}

function slackOf(text: string): number[] {
  const shares = text.split(',').map((part) => (/^\d*\.?\d+$/.test(part) ? Number(part) : Number.NaN));
  const rising = [...new Set(shares)].toSorted((a, b) => a - b);
  if (rising.every((share) => share >= 1e-4 && share <= 1) && rising.length <= MOST_SLACKS) return rising;
  throw new InvalidArgumentError('Expected at most five shares from 0.0001 to 1, such as 0.01,0.02,0.05.');
}

function groupOf(text: string, before: readonly Group[] = []): Group[] {
  const [name = '', list = ''] = text.split(/=(.*)/s);
  const members = list.split(',');
  if (name !== '' && members.every((member) => member !== '')) return [...before, { name, members }];
  throw new InvalidArgumentError(
    "Expected a name and sizes, such as wind=Coast,Hills or 'MWh=Battery energy,Heat energy'.",
  );
}
