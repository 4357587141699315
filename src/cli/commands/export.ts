/** `export`: the linear programme of a scenario as text, for other tools. */

import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Scenario } from '../../index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { FilesTogether, kindOf, requirePlaces } from '../files-together.ts';
import { textOf } from '../options.ts';
import { runJob } from '../thread/run-job.ts';
import { warned } from '../warned.ts';

interface ExportOptions {
  readonly format: 'mps' | 'lp';
  readonly phase?: string;
  readonly output?: string;
}

export function addExport(program: Command, context: Context): void {
  program
    .command('export')
    .argument('<scenario>', 'YAML or JSON file')
    .description('the same problem for other tools: the plan of all phases as one linear programme')
    .addOption(new Option('--format <format>', 'mps or lp').choices(['mps', 'lp']).makeOptionMandatory())
    .option('--phase <name>', 'this phase alone, with nothing standing but what is committed', textOf)
    .option('-o, --output <file>', 'write here instead of to stdout', textOf)
    .action((file: string, options: ExportOptions) => exportProgramme(file, options, context));
}

async function exportProgramme(
  file: string,
  { format, phase, output }: ExportOptions,
  { terminal, signal }: Context,
): Promise<void> {
  const { loadScenario } = await import('../../index.ts');
  const loaded = await loadScenario(file);
  const { scenario } = loaded;
  await warned(file, loaded, terminal);
  const phases = phase === undefined ? [...scenario.phases.keys()] : [await phaseNamed(scenario, phase)];
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

async function replaceFile(path: string, text: string): Promise<void> {
  await using files = new FilesTogether();
  await files.add(path, text);
  await files.publish(true);
}

async function phaseNamed({ phases }: Scenario, name: string): Promise<number> {
  const names = phases.map((phase) => phase.name);
  const at = names.indexOf(name);
  if (at >= 0) return at;
  const { nearest } = await import('../../index.ts');
  const meant = nearest(name, names);
  const choices = names.map((one) => JSON.stringify(one)).join(', ');
  throw new UsageError(
    `the scenario has no phase ${JSON.stringify(name)}. ` +
      (meant === undefined ? `It has ${choices}.` : `Did you mean ${JSON.stringify(meant)}?`),
  );
}
