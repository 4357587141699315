/** `serve`: the API in one process, with a worker in it. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { portOf, runsOf, textOf } from '../options.ts';
import { addServiceOptions, databaseUrl, opened, type ServiceOptions, untilInterrupted } from '../service-options.ts';

interface ServeOptions extends ServiceOptions {
  readonly host: string;
  readonly port: number;
}

export function addServe(program: Command, context: Context): void {
  const command = program
    .command('serve')
    .description('the API at http://127.0.0.1:8080, its documentation at /docs')
    .option('--host <address>', 'to listen on', textOf, '127.0.0.1')
    .option('--port <n>', '0 for any that is free', portOf, 8080)
    .option('--runs <n>', 'solved at the same time in this process; 0 leaves them to workers', runsOf, 1);
  addServiceOptions(command).action((options: ServeOptions) => serve(options, context));
}

async function serve({ host, port, dataDir, runs, threads }: ServeOptions, context: Context): Promise<void> {
  if (!isLoopback(host)) {
    throw new UsageError(
      `${host} can be reached from elsewhere, and anybody there could use the API: there are no keys.`,
    );
  }
  const { startServer } = await import('../../../api/server.ts');
  const { version } = await import('../../../api/version.ts');
  const server = await opened(() =>
    startServer({
      host,
      port,
      dataDirectory: dataDir,
      databaseUrl: databaseUrl(),
      logger: { stream: { write: (line: string) => context.terminal.note(line.trimEnd()) } },
      worker: { concurrency: runs, threads },
    }),
  );
  context.terminal.print(`hourmatch ${version} listens at ${server.url}; ${server.url}/docs tells how to use it.`);
  await untilInterrupted(context, server);
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
