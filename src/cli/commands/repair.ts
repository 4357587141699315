/** `repair`: why a scenario has no plan, and the least that would make one possible. */

import type { Command } from 'commander';
import { type AskedOptions, runAsked } from '../asked-study.ts';
import type { Context } from '../context.ts';
import { textOf, threadsOf } from '../options.ts';

export function addRepair(program: Command, context: Context): void {
  program
    .command('repair')
    .argument('<scenario>', 'YAML or JSON file')
    .description('why a scenario has no plan: when, why, and the least of each remedy that would make one possible')
    .option('-o, --output <dir>', 'also write repair.json and report.html', textOf)
    .option('--threads <n>', 'as for optimise', threadsOf)
    .option('--json', 'print repair.json and nothing else')
    .action(async (file: string, options: AskedOptions) => {
      await runAsked({ study: 'repair', places: [file], asked: {} }, options, context);
    });
}
