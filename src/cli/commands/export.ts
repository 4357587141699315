/** `export`: the linear programme of a scenario as text, or one phase as a network of PyPSA, for other tools. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { Scenario } from '../../index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { FilesTogether, kindOf, requirePlaces } from '../files-together.ts';
import { textOf } from '../options.ts';
import { runJob } from '../thread/run-job.ts';
import { warned } from '../warned.ts';

interface ExportOptions {
  readonly format: 'mps' | 'lp' | 'pypsa';
  readonly phase?: string;
  readonly output?: string;
  readonly strict?: true;
}

export function addExport(program: Command, context: Context): void {
  program
    .command('export')
    .argument('<scenario>', 'YAML or JSON file')
    .description('the same problem for other tools: the plan of all phases as one linear programme')
    .addOption(
      new Option('--format <format>', 'mps or lp: a programme; pypsa: a folder of CSV, of one phase')
        .choices(['mps', 'lp', 'pypsa'])
        .makeOptionMandatory(),
    )
    .option('--phase <name>', 'this phase alone, with nothing standing but what is committed', textOf)
    .option('-o, --output <place>', 'write to this file instead of to stdout; of pypsa, to this folder', textOf)
    .option('--strict', 'refuse what pypsa cannot say, instead of leaving it out')
    .action((file: string, options: ExportOptions) => exportProgramme(file, options, context));
}

async function exportProgramme(file: string, options: ExportOptions, context: Context): Promise<void> {
  const { format, phase, output } = options;
  const { terminal, signal } = context;
  const { loadScenario } = await import('../../scenario/load.ts');
  const loaded = await loadScenario(file);
  const { scenario } = loaded;
  await warned(file, loaded, terminal);
  const phases = phase === undefined ? [...scenario.phases.keys()] : [await phaseNamed(scenario, phase)];
  if (format === 'pypsa') return exportNetwork(file, scenario, phases, options, context);
  const isStream = output !== undefined && (await kindOf(output)) === 'stream';
  if (output !== undefined && !isStream) await requirePlaces([output], true);
  const text = await runJob('programme', { scenario, phases, format }, signal);
  if (output === undefined) {
    terminal.print(text.trimEnd());
    return;
  }
  if (isStream) await writeFile(output, text, { signal });
  else await replaceFile(output, text);
  terminal.note(`${output}: ${(text.length / 1e6).toFixed(1)} MB`);
}

async function exportNetwork(
  file: string,
  scenario: Scenario,
  phases: readonly number[],
  { output, strict }: ExportOptions,
  { terminal, signal }: Context,
): Promise<void> {
  if (output === undefined) throw new UsageError('--format pypsa writes a folder: say which with -o.');
  if (phases.length > 1) throw new UsageError('--format pypsa writes one phase: say which with --phase.');
  const { ScenarioError } = await import('../../errors.ts');
  await requirePlaces([join(output, 'network.csv')], true);
  const { files, left, constant } = await runJob('network', { scenario, phases }, signal);
  if (strict && left.length > 0)
    throw new ScenarioError(
      file,
      left.map(({ where, problem }) => ({
        code: 'scenario.inexpressible' as const,
        where,
        problem: `in PyPSA ${problem}`,
        expected: 'nothing that PyPSA cannot say; without --strict the rest is written',
      })),
    );
  await using folder = new FilesTogether();
  for (const [name, text] of files) await folder.add(join(output, name), text);
  await folder.publish(true);
  for (const { where, problem } of left) terminal.print(`Left out: ${where}: ${problem}.`);
  if (constant !== 0)
    terminal.print(`Beside its objective the plan pays ${constant} ${scenario.currency} for what is committed.`);
  terminal.note(`${output}: ${files.length} files`);
}

async function replaceFile(path: string, text: string): Promise<void> {
  await using files = new FilesTogether();
  await files.add(path, text);
  await files.publish(true);
}

async function phaseNamed({ phases }: Scenario, name: string): Promise<number> {
  const names = phases.map((phase) => phase.name);
  const at = names.indexOf(name);
  if (at >= 0) return at;
  const { nearest } = await import('../../scenario/faults/did-you-mean.ts');
  const meant = nearest(name, names);
  const choices = names.map((one) => JSON.stringify(one)).join(', ');
  throw new UsageError(
    `the scenario has no phase ${JSON.stringify(name)}. ` +
      (meant === undefined ? `It has ${choices}.` : `Did you mean ${JSON.stringify(meant)}?`),
  );
}
