/** `values`: what one more MW, one more hour to wait and a MWh in each hour are worth. */

import { relative } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { emphasisOf } from '../emphasis.ts';
import { textOf } from '../options.ts';
import { requireStudyPlace } from '../result-place.ts';
import { runJob } from '../thread/run-job.ts';

interface ValuesOptions {
  readonly output?: string;
  readonly json?: true;
}

export function addValues(program: Command, context: Context): void {
  program
    .command('values')
    .argument('<result-dir>', 'of a plan, as optimise writes it')
    .description('what sizes, hours and flexibility are worth, by the duals of a plan; break-even prices of plants')
    .option('-o, --output <dir>', 'also write values.json and report.html', textOf)
    .option('--json', 'print values.json and nothing else')
    .action((directory: string, options: ValuesOptions) => values(directory, options, context));
}

async function values(directory: string, { output, json }: ValuesOptions, { terminal, signal }: Context) {
  if (output !== undefined) await requireStudyPlace(output, 'values');
  const { studyText } = await import('../../report/studies/studies.ts');
  const { writeStudyOf } = await import('../../results/studies/write-study.ts');
  const found = await runJob('values', directory, signal);
  const layout = { width: terminal.printWidth, style: emphasisOf(terminal) };
  terminal.print(json ? JSON.stringify(found, null, 2) : studyText('values', found, layout));
  if (output === undefined) return;
  await writeStudyOf(output, 'values', [directory], found, signal);
  terminal.note(`Written to ${relative('.', output) || '.'}.`);
}
