/** `profiles import`: one series of a foreign file as a native one, with where it came from and what was done to it. */

import type { Command } from 'commander';
import type { ProfileFile, ReadingOptions, ReadingRequest } from '../../../index.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../exit-code.ts';
import { explanationText } from '../../explanation-text.ts';
import { FilesTogether, requirePlaces } from '../../files-together.ts';
import { harmless } from '../../harmless.ts';
import type { Terminal } from '../../terminal.ts';
import { wrap } from '../../wrap.ts';
import { addImportOptions, type ImportOptions, readingOptionsOf } from './import-options.ts';

export function addImport(profiles: Command, context: Context): void {
  const command = profiles
    .command('import')
    .argument('<file>', 'an export of any known format')
    .description('one series of a foreign file → native CSV');
  addImportOptions(command).action((file: string, options: ImportOptions) => importFile(file, options, context));
}

async function importFile(file: string, options: ImportOptions, { terminal, signal }: Context): Promise<void> {
  const { as, name, output, force = false, json, reading, saveReading } = options;
  const { isColumnName } = await import('../../../profiles/formats/native/head.ts');
  const { nativeOfFile, purposeDoubt } = await import('../../../profiles/import/native-of-file.ts');
  const { unitOfPurpose } = await import('../../../profiles/questions/reading-options.ts');
  const { explainedProfileFile } = await import('../../../profiles/read.ts');
  const { readSavedReading } = await import('../../../scenario/series/saved-reading.ts');
  if (name !== undefined && !isColumnName(name)) {
    throw new UsageError(
      `--name ${JSON.stringify(name)}: a name begins with a letter and holds letters, digits, _ . and -.`,
    );
  }
  await requirePlaces([output, ...(saveReading === undefined ? [] : [saveReading])], force);
  const { column: savedColumn, ...saved } = reading === undefined ? {} : await readSavedReading(reading);
  const { column = savedColumn } = options;
  const request: ReadingRequest = {
    columns: [{ unit: unitOfPurpose[as], ...(column === undefined ? {} : { name: column }) }],
    options: { ...(saved as ReadingOptions), ...readingOptionsOf(options) },
  };
  const { read, explanation } = await explainedProfileFile(file, request).catch((error: unknown) =>
    askForPlant(error, file, options, request.options),
  );
  if (read.format === 'native') throw new UsageError(`${file} is native already: scenarios read it as it is.`);
  const doubts = read.columns.flatMap((profile) => purposeDoubt(profile, as) ?? []);
  const text = nativeOfFile(read, name === undefined ? undefined : [name], doubts);
  signal.throwIfAborted();
  await using files = new FilesTogether();
  await files.add(output, text);
  if (saveReading !== undefined) await files.add(saveReading, await readingText(read, request));
  await files.publish(force);
  const explained = options.explain === true ? explanation : undefined;
  if (json) terminal.print(JSON.stringify({ ...documentOf(read, output), doubts, explanation: explained }, null, 2));
  else {
    if (explained !== undefined) terminal.print(`${explanationText(explained, terminal)}\n`);
    terminal.print(summaryOf(read, output, doubts, terminal));
  }
}

/** Where a file holds weather and no output, the questions about plants in the words of this command. */
async function askForPlant(
  error: unknown,
  file: string,
  options: ImportOptions,
  answers: ReadingOptions,
): Promise<never> {
  const { ProfileError } = await import('../../../errors.ts');
  const { inspectProfileFile } = await import('../../../profiles/inspection/inspect.ts');
  const question = plantQuestions[options.as];
  if (!(error instanceof ProfileError) || question === undefined || answers.plant !== undefined) {
    throw error;
  }
  const { columns } = await inspectProfileFile(file, answers);
  const holds = (...quantities: string[]) => columns.some(({ quantity }) => quantities.includes(quantity));
  if (holds('capacityFactor', 'power', 'energy') || !holds(question.weather)) throw error;
  const { problem, expected } = question;
  const others = error.issues.filter(({ where }) => where !== 'plant' && where !== 'column');
  throw new ProfileError(file, [{ code: 'profile.question', where: 'plant', problem, expected }, ...others]);
}

interface PlantQuestion {
  readonly weather: 'irradiance' | 'windSpeed';
  readonly problem: string;
  readonly expected: string;
}

const plantQuestions: Readonly<Partial<Record<ImportOptions['as'], PlantQuestion>>> = {
  solar: {
    weather: 'irradiance',
    problem: 'the file holds irradiance and no power: how do the modules stand?',
    expected:
      '--tilt 30 --azimuth 180, or --tracking, or --losses 0.14 alone for irradiance on the plane as it was recorded',
  },
  wind: {
    weather: 'windSpeed',
    problem: 'the file holds wind speed and no power: which turbines turn in it?',
    expected:
      '--hub-height 120 with --turbine strong-wind, medium-wind or low-wind, and --shear 0.14 where no speed is recorded at that height',
  },
};

/** What was stated about the file, for the next one of its source: its own year is left out. */
async function readingText({ columns }: ProfileFile, { options }: ReadingRequest): Promise<string> {
  const { stringify } = await import('yaml');
  const { year: _year, ...answers } = options;
  return `# Answers about files of one source: profiles import --reading, or reading: in a scenario.\n${stringify({ column: columns[0]!.name, ...answers })}`;
}

function documentOf(
  { file, format, sha256, synthetic, year, columns, provenance }: ProfileFile,
  output: string,
): object {
  const means = columns.map(({ name, unit, values }) => ({ name, unit, hours: values.length, mean: meanOf(values) }));
  return { output, source: { file, format, sha256 }, synthetic, year, columns: means, provenance };
}

function summaryOf(
  { format, year, columns, provenance }: ProfileFile,
  output: string,
  doubts: readonly string[],
  terminal: Terminal,
): string {
  const width = terminal.printWidth;
  const bullet = (text: string) => `- ${wrap(harmless(text), width - 2).replaceAll('\n', '\n  ')}`;
  const titles = columns.map(({ name, unit, values }) => {
    const mean = meanOf(values).toLocaleString('en-US', { maximumSignificantDigits: 4 });
    return `${harmless(name)} of ${format}: ${unit} of ${year}, ${values.length.toLocaleString('en-US')} hours, mean ${mean}`;
  });
  const filled = (provenance?.columns ?? []).flatMap((column) => column.filled);
  return [
    ...titles.map((title) => terminal.styled(wrap(title, width), 'bold')),
    ...(provenance === undefined ? [] : [bullet(`zone ${provenance.zone}; ${provenance.label}`)]),
    ...(provenance?.columns ?? []).flatMap(({ transformations }) => transformations.map(bullet)),
    ...filled.map(({ column, method, first, hours }) =>
      bullet(`filled: ${column}, ${hours} h from ${first}, ${method}`),
    ),
    ...[...(provenance?.warnings ?? []), ...doubts].map((warning) => terminal.styled(bullet(warning), 'yellow')),
    `Written to ${harmless(output)}.`,
  ].join('\n');
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
