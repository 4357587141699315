/** `worker`: solves the runs of a shared queue. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { threadsOf } from '../options.ts';
import { addServiceOptions, databaseUrl, opened, type ServiceOptions, untilInterrupted } from '../service-options.ts';

export function addWorker(program: Command, context: Context): void {
  const command = program
    .command('worker')
    .description('solves runs of the queue at DATABASE_URL, beside others')
    .option('--runs <n>', 'solved at the same time', threadsOf, 1);
  addServiceOptions(command).action((options: ServiceOptions) => work(options, context));
}

async function work({ dataDir, runs, threads }: ServiceOptions, context: Context): Promise<void> {
  const url = databaseUrl();
  if (url === undefined) {
    throw new UsageError(
      'A worker needs the PostgreSQL that its server uses: DATABASE_URL=postgres://…\n' +
        'Without one, hourmatch serve has its rows and its worker in one process.',
    );
  }
  const { startWorkerProcess } = await import('../../../api/worker-process.ts');
  const { lineOf } = await import('../../../api/operations/log.ts');
  const worker = await opened(() =>
    startWorkerProcess(
      { dataDirectory: dataDir, databaseUrl: url },
      { concurrency: runs, threads },
      (error, doing) => context.terminal.note(lineOf(error, doing)),
      context.terminal.note,
    ),
  );
  context.terminal.print('Waiting for runs.');
  await untilInterrupted(context, worker);
}
