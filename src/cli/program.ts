/** The command line as a whole: its commands, its words for what cannot be understood, its exit code. */

import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { packageFolder } from '../package-folder.ts';
import { addAlternatives } from './commands/alternatives.ts';
import { addCompare } from './commands/compare.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addInit } from './commands/init.ts';
import { addKeys } from './commands/keys.ts';
import { addLedger } from './commands/ledger.ts';
import { addOperate } from './commands/operate.ts';
import { addOptimise } from './commands/optimise.ts';
import { addOutsample } from './commands/outsample.ts';
import { addProfiles } from './commands/profiles.ts';
import { addRepair } from './commands/repair.ts';
import { addReport } from './commands/report.ts';
import { addSchema } from './commands/schema.ts';
import { addServe } from './commands/serve.ts';
import { addSweep } from './commands/sweep.ts';
import { addValidate } from './commands/validate.ts';
import { addValues } from './commands/values.ts';
import { addVerify } from './commands/verify.ts';
import { addWorker } from './commands/worker.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { harmless } from './harmless.ts';
import type { Terminal } from './terminal.ts';

const commands = [
  ...[addInit, addValidate, addOptimise, addVerify, addSweep, addCompare, addValues, addOutsample, addReport],
  ...[addRepair, addAlternatives, addOperate, addLedger, addProfiles, addExport],
  ...[addExplain, addSchema, addServe, addWorker, addKeys],
];

/** Runs one command line; nothing is thrown. */
export async function run(words: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const context: Context = {
    terminal,
    signal,
    exit: (wanted) => {
      code = wanted;
    },
  };
  try {
    await programOf(context).parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said it already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    if (signal.aborted) {
      terminal.note('Interrupted; nothing was written.');
      return exitCode.interrupted;
    }
    const { exitCodeOf, failureDocument, noteFailure } = await import('./failure.ts');
    noteFailure(error, terminal);
    if (words.includes('--json')) terminal.print(JSON.stringify(failureDocument(error), null, 2));
    return exitCodeOf(error);
  }
}

function programOf(context: Context): Command {
  const { terminal } = context;
  const program = new Command('hourmatch')
    .description('Plans how an AI data centre runs on renewable energy in every hour of the year.')
    .version(versionOf(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      outputError: (text, write) => write(harmless(text)),
      getOutHelpWidth: () => terminal.printWidth,
      getErrHelpWidth: () => terminal.noteWidth,
    })
    .configureHelp({ subcommandTerm })
    .showHelpAfterError('(--help shows what is understood)')
    .addHelpText(
      'after',
      `
Exit codes: 0 fine, 1 input is wrong, 2 infeasible, unbounded or a limit,
3 not verified, 4 the solver failed, 64 not understood, 130 interrupted.
NO_COLOR=1 leaves out colours.`,
    );
  for (const add of commands) add(program, context);
  return program;
}

/** Every command has options, so that need not be said, and the room is needed. */
function subcommandTerm(command: Command): string {
  const names = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
  return [command.name(), ...names].join(' ');
}

function versionOf(): string {
  const text = readFileSync(new URL('package.json', packageFolder), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
