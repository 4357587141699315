/** `profiles check`: which files of series cannot belong together. */

import { type Command, Option } from 'commander';
import type { ReadingOptions } from '../../../index.ts';
import type { Context } from '../../context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { harmless } from '../../harmless.ts';
import { repeated, textOf } from '../../options.ts';
import { wrap } from '../../wrap.ts';
import { missingHelp } from './import-options.ts';

interface CheckOptions extends ReadingOptions {
  readonly json?: true;
}

export function addCheck(profiles: Command, context: Context): void {
  profiles
    .command('check')
    .argument('<files...>', 'profiles or exports that are to be planned with together')
    .description('which of them cannot belong together: clocks, typical years, leap days, light at night')
    .option('--zone <zone>', 'of the stamps of files that do not say', textOf)
    .addOption(new Option('--label <instant>', 'that they name').choices(['start', 'middle', 'end']))
    .addOption(new Option('--dates <order>', 'of days and months').choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal <mark>', 'of their numbers').choices(['point', 'comma']))
    .option('--missing <mark>', missingHelp, repeated)
    .option('--json', 'the same as JSON')
    .addHelpText(
      'after',
      '\nExit code 1 where some do not go together. An answer goes for every file that leaves it open.',
    )
    .action(async (files: readonly string[], options: CheckOptions) =>
      context.exit(await check(files, options, context)),
    );
}

async function check(files: readonly string[], options: CheckOptions, { terminal }: Context): Promise<ExitCode> {
  const { checkTogether } = await import('../../../profiles/together/check-together.ts');
  const { json, ...answers } = options;
  const misfits = await checkTogether(files, answers);
  const lines = misfits.map(({ files: told, message }) => {
    const text = wrap(harmless(`${told.join(' and ')}: ${message}`), terminal.printWidth - 2);
    return `- ${text.replaceAll('\n', '\n  ')}`;
  });
  const none =
    files.length === 1 ? 'Nothing speaks against this file.' : 'Nothing speaks against these files together.';
  if (json) terminal.print(JSON.stringify({ files, misfits }, null, 2));
  else terminal.print(lines.length === 0 ? none : lines.join('\n'));
  return misfits.length === 0 ? exitCode.ok : exitCode.input;
}
