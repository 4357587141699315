/** `report`: documents of a result, as page, PDF, workbook and table of values. */

import { relative } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LanguageCode, ReportFormat } from '../../index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { textOf } from '../options.ts';

const formats = ['html', 'pdf', 'xlsx', 'csv'] as const satisfies readonly ReportFormat[];
const languages = ['en', 'fr'] as const satisfies readonly LanguageCode[];

interface Options {
  readonly format: readonly ReportFormat[];
  readonly lang: LanguageCode;
  readonly output?: string;
  readonly archive?: true;
  readonly json?: true;
}

export function addReport(program: Command, { terminal }: Context): void {
  program
    .command('report')
    .argument('<result-dir>', 'as optimise writes it')
    .description('documents of a result, without solving: page, PDF, workbook, table of values')
    .addOption(
      new Option('--format <list>', `some of ${formats.join(',')}`).argParser(formatsOf).default(['html'], 'html'),
    )
    .addOption(new Option('--lang <language>', 'of the documents').choices(languages).default('en'))
    .option('-o, --output <dir>', 'where they go; beside the result, where verify checks them, when left out', textOf)
    .option('--archive', 'the PDF for archives, PDF/A-3a, in place of PDF/UA-1')
    .option('--json', 'the paths as JSON')
    .action(async (directory: string, { format, lang: language, output, archive, json }: Options) => {
      if (archive && !format.includes('pdf')) throw new UsageError('--archive is of a PDF: add --format pdf.');
      const { writeReports } = await import('../../results/write-reports.ts');
      const kinds = format.map((one) => ({
        format: one,
        language,
        ...(archive && one === 'pdf' && { isArchived: true }),
      }));
      const paths = (await writeReports(directory, kinds, output)).map((path) => relative('.', path));
      terminal.print(json ? JSON.stringify({ reports: paths }, null, 2) : `Written: ${paths.join(', ')}.`);
    });
}

function formatsOf(text: string): ReportFormat[] {
  const wanted = [...new Set(text.split(','))];
  const known = wanted.filter((word): word is ReportFormat => (formats as readonly string[]).includes(word));
  if (known.length === wanted.length) return known;
  throw new InvalidArgumentError(`Expected a list of ${formats.join(', ')} with commas between them.`);
}
