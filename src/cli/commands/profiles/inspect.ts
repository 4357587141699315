/** `profiles inspect`: what a file holds, as it is understood, with its doubts and the questions it leaves open. */

import { type Command, Option } from 'commander';
import type { InspectionAnswers } from '../../../index.ts';
import type { Context } from '../../context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { inspectionText } from '../../inspection-text.ts';
import { repeated, textOf } from '../../options.ts';
import { meterOption, missingHelp, partOption, startOption, stepOption } from './import-options.ts';

interface InspectOptions extends InspectionAnswers {
  readonly all?: true;
  readonly json?: true;
}

export function addInspect(profiles: Command, context: Context): void {
  profiles
    .command('inspect')
    .argument('<file>', 'a profile or an export of any known format')
    .description('format, zone, unit, hours, gaps, range, shape; warnings; open questions')
    .option('--zone <zone>', 'of the stamps, where the file does not say: UTC, +01:00, Africa/Casablanca', textOf)
    .addOption(
      new Option('--label <instant>', 'that a stamp names, where left open').choices(['start', 'middle', 'end']),
    )
    .addOption(new Option('--dates <order>', 'of days and months').choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal <mark>', 'of its numbers').choices(['point', 'comma']))
    .option('--missing <mark>', missingHelp, repeated)
    .addOption(partOption())
    .addOption(startOption())
    .addOption(stepOption())
    .addOption(meterOption())
    .option('--all', 'months, weeks and days of every column')
    .option('--json', 'the same as JSON')
    .addHelpText('after', '\nExit code 1 where the file cannot be read as it is, after what could be understood.')
    .action(async (file: string, options: InspectOptions) => context.exit(await inspect(file, options, context)));
}

async function inspect(file: string, options: InspectOptions, { terminal }: Context): Promise<ExitCode> {
  const { ProfileError } = await import('../../../errors.ts');
  const { inspectProfileFile } = await import('../../../profiles/inspection/inspect.ts');
  const { renderIssues } = await import('../../../report/issues.ts');
  const { all, json, ...answers } = options;
  const inspection = await inspectProfileFile(file, answers);
  if (json) terminal.print(JSON.stringify(inspection, null, 2));
  else terminal.print(inspectionText(inspection, { file, isWhole: all === true }, terminal));
  if (inspection.faults.length === 0) return exitCode.ok;
  terminal.note(renderIssues(new ProfileError(file, inspection.faults), { width: terminal.noteWidth }));
  return exitCode.input;
}
