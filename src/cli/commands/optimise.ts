/** `optimise`: from profiles to the sizes and the schedule of every phase, verified, as files. */

import { dirname, join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { Method, ResultDocument, SolverName, StudyInput, Summary } from '../../index.ts';
import type { Context } from '../context.ts';
import { emphasisOf } from '../emphasis.ts';
import { type ExitCode, exitCode, UsageError } from '../exit-code.ts';
import { gapOf, secondsOf, textOf, threadsOf } from '../options.ts';
import { shown } from '../progress/shown.ts';
import { requireResultPlace } from '../result-place.ts';
import { solveInto } from '../solve-into.ts';
import type { Terminal } from '../terminal.ts';
import { warned } from '../warned.ts';

interface OptimiseOptions {
  readonly output?: string;
  readonly study: 'plan' | 'dispatch';
  readonly phaseByPhase?: true;
  readonly together?: true;
  readonly solver: SolverName | 'auto';
  readonly method: Method;
  readonly gap?: number;
  readonly threads?: number;
  readonly workers?: number;
  readonly timeLimit?: number;
  readonly schedule: 'parquet' | 'csv';
  /** False for `--no-baselines`. */
  readonly baselines?: 'first' | 'all' | false;
  readonly json?: true;
}

const methods: readonly Method[] = ['auto', 'one-lp', 'decomposed'];
const solverNames: readonly (SolverName | 'auto')[] = ['auto', 'highs', 'javascript-lp-solver'];

export function addOptimise(program: Command, context: Context): void {
  program
    .command('optimise')
    .alias('optimize')
    .argument('<scenario>', 'YAML or JSON file')
    .description('the main job: sizes and hourly schedule of every phase, verified')
    .option('-o, --output <dir>', 'result directory (default: out/<scenario name>)', textOf)
    .addOption(
      new Option('--study <study>', 'plan sizes, or dispatch what is committed')
        .choices(['plan', 'dispatch'])
        .default('plan'),
    )
    .option('--phase-by-phase', 'each phase given what stands')
    .addOption(new Option('--together', 'all phases with the later ones in sight (default)').conflicts('phaseByPhase'))
    .addOption(
      new Option(
        '--method <method>',
        'one programme for a solver, or decomposed into blocks of hours; auto decides by size',
      )
        .choices(methods)
        .default('auto'),
    )
    .option('--gap <share>', 'largest gap between cost and proven bound, as a share of the cost (default: 1e-6)', gapOf)
    .addOption(
      new Option('--solver <name>', 'of one programme; auto decides by size').choices(solverNames).default('auto'),
    )
    .option('--threads <n>', 'solves at the same time (default: one a processor, at most 4)', threadsOf)
    .addOption(new Option('--workers <n>', 'the same').argParser(threadsOf).conflicts('threads').hideHelp())
    .option('--time-limit <s>', 'for all solves together, programmes and all, in seconds', secondsOf)
    .addOption(new Option('--schedule <format>', 'of the hourly files').choices(['parquet', 'csv']).default('parquet'))
    .addOption(
      new Option(
        '--baselines <phases>',
        'phases in which the plan is compared with its twins (default: all, or first with --phase-by-phase)',
      ).choices(['first', 'all']),
    )
    .option('--no-baselines', 'leave the twins out')
    .option('--json', 'print result.json and nothing else')
    .action(async (file: string, options: OptimiseOptions) => context.exit(await optimise(file, options, context)));
}

async function optimise(file: string, options: OptimiseOptions, context: Context): Promise<ExitCode> {
  const { terminal, signal } = context;
  const { summaryText } = await import('../../report/summary.ts');
  const { inputsOnDisk } = await import('../../results/inputs/stored-inputs.ts');
  const { loadScenario } = await import('../../scenario/load.ts');
  const { slugOf } = await import('../../scenario/schema/names.ts');
  const { usualThreads } = await import('../../studies/usual-threads.ts');
  const { tolerance } = await import('../../units.ts');
  const loaded = await loadScenario(file);
  const directory = options.output ?? join('out', slugOf(loaded.scenario.name));
  await warned(file, loaded, terminal);
  await requireResultPlace(directory);
  const usual = { relativeGap: tolerance.relativeGap, threads: usualThreads() };
  const input = { ...studyOf(options, usual), scenario: loaded.scenario };
  const { document, written, baselineFailure } = await shown(terminal, (hear) =>
    solveInto(directory, loaded, {
      ...{ input, readInput: inputsOnDisk(dirname(file)), scheduleFormat: options.schedule, signal, hear },
    }),
  );
  if (baselineFailure)
    terminal.note(`The plan could not be compared. ${baselineFailure.name}: ${baselineFailure.message}`);
  terminal.print(
    options.json
      ? JSON.stringify(written, null, 2)
      : summaryText({ ...summaryOf(document, terminal), asked: loaded.scenario }),
  );
  terminal.note(`Written to ${relative('.', directory) || '.'}.`);
  if (document.status === 'infeasible')
    terminal.note(`When, why, and the least of each remedy alone: hourmatch repair ${file}`);
  return codeOf(document.status);
}

function studyOf(
  options: OptimiseOptions,
  usual: Pick<StudyInput, 'relativeGap' | 'threads'>,
): Omit<StudyInput, 'scenario'> {
  const { study, phaseByPhase, together, solver, method, gap, threads, workers, timeLimit, baselines } = options;
  if (study === 'dispatch' && (phaseByPhase || together)) {
    throw new UsageError('--phase-by-phase and --together are about what is built; a dispatch builds nothing.');
  }
  if (method === 'decomposed' && solver !== 'auto') {
    throw new UsageError(
      `--solver ${solver} solves a programme as a whole: leave out --method decomposed or --solver.`,
    );
  }
  return {
    study,
    foresight: phaseByPhase ? 'phaseByPhase' : 'together',
    solver,
    method,
    relativeGap: gap ?? usual.relativeGap,
    threads: threads ?? workers ?? usual.threads,
    timeLimitSeconds: timeLimit ?? Number.POSITIVE_INFINITY,
    remedies: true,
    baselines: baselines === false ? 'none' : (baselines ?? (phaseByPhase ? 'first' : 'all')),
  };
}

function summaryOf(document: ResultDocument, terminal: Terminal): Summary {
  return { document, width: terminal.printWidth, style: emphasisOf(terminal) };
}

function codeOf(status: ResultDocument['status']): ExitCode {
  return status === 'optimal' ? exitCode.ok : exitCode.noPlan;
}
