/** `compare`: what changed between results, differences first. */

import { relative } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { emphasisOf } from '../emphasis.ts';
import { UsageError } from '../exit-code.ts';
import { textOf } from '../options.ts';
import { requireStudyPlace } from '../result-place.ts';

const MOST_RESULTS = 4;

interface CompareOptions {
  readonly output?: string;
  readonly json?: true;
}

export function addCompare(program: Command, context: Context): void {
  program
    .command('compare')
    .argument('<result-dir...>', 'two to four; the first is what the others are compared with')
    .description('what changed between results: inputs, sizes, cost by prices and by the rest, hours that flipped')
    .option('-o, --output <dir>', 'also write comparison.json and report.html', textOf)
    .option('--json', 'print comparison.json and nothing else')
    .action((directories: string[], options: CompareOptions) => compare(directories, options, context));
}

async function compare(directories: readonly string[], { output, json }: CompareOptions, context: Context) {
  const { terminal, signal } = context;
  if (directories.length < 2 || directories.length > MOST_RESULTS) {
    throw new UsageError(`two to ${MOST_RESULTS} results can be compared, not ${directories.length}.`);
  }
  if (output !== undefined) await requireStudyPlace(output, 'comparison');
  const { studyText } = await import('../../report/studies/studies.ts');
  const { compareDirectories } = await import('../../results/studies/read-comparison.ts');
  const { writeStudyOf } = await import('../../results/studies/write-study.ts');
  const comparison = await compareDirectories(directories.map((directory) => ({ directory })));
  terminal.print(
    json
      ? JSON.stringify(comparison, null, 2)
      : studyText('comparison', comparison, { width: terminal.printWidth, style: emphasisOf(terminal) }),
  );
  if (output === undefined) return;
  await writeStudyOf(output, 'comparison', directories, comparison, signal);
  terminal.note(`Written to ${relative('.', output) || '.'}.`);
}
