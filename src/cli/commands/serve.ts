/** `serve`: the API in one process, with a worker in it. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { addIssuerOptions, type IssuerFlags, issuerOf } from '../issuer-options.ts';
import { daysOf, longestOf, portOf, requestsOf, runsOf, textOf } from '../options.ts';
import { addServiceOptions, databaseUrl, opened, type ServiceOptions, untilInterrupted } from '../service-options.ts';

interface ServeOptions extends ServiceOptions, IssuerFlags {
  readonly host: string;
  readonly port: number;
  readonly requestsPerMinute?: number;
  readonly trustProxy?: string;
  readonly keepAuditDays?: number;
  readonly keepRunsDays?: number;
  readonly longestRun?: number;
}

export function addServe(program: Command, context: Context): void {
  const command = program
    .command('serve')
    .description('the dashboard and the API at http://127.0.0.1:8080, documentation at /docs')
    .option('--host <address>', 'to listen on; others than 127.0.0.1 need a key', textOf, '127.0.0.1')
    .option('--port <n>', '0 for any that is free', portOf, 8080)
    .option('--runs <n>', 'solved at the same time in this process; 0 leaves them to workers', runsOf, 1)
    .option('--requests-per-minute <n>', 'with one key or token (1200)', requestsOf)
    .option('--longest-run <seconds>', 'most time that a run may ask for to be solved (80000)', longestOf)
    .option('--keep-runs-days <n>', 'then runs that ended are deleted with their results (kept for good)', daysOf)
    .option('--keep-audit-days <n>', 'then entries of the audit are forgotten (400)', daysOf)
    .option('--trust-proxy <list>', 'addresses whose X-Forwarded-For is believed ($HOURMATCH_TRUST_PROXY)', textOf);
  addIssuerOptions(addServiceOptions(command)).action((options: ServeOptions) => serve(options, context));
}

async function serve(
  {
    host,
    port,
    dataDir,
    runs,
    threads,
    requestsPerMinute,
    trustProxy,
    keepAuditDays,
    keepRunsDays,
    longestRun,
    ...flags
  }: ServeOptions,
  context: Context,
): Promise<void> {
  const issuer = await issuerOf(flags);
  const { startServer } = await import('../../../api/server.ts');
  const { trustedProxiesOf } = await import('../../../api/access/trusted-proxies.ts');
  const proxies = trustProxy ?? (process.env.HOURMATCH_TRUST_PROXY || undefined);
  const { hourmatchVersion } = await import('../../results/document/hourmatch-version.ts');
  const server = await opened(async () =>
    startServer({
      host,
      port,
      dataDirectory: dataDir,
      databaseUrl: databaseUrl(),
      issuer,
      proxies: proxies === undefined ? undefined : trustedProxiesOf(proxies),
      requestsPerMinute,
      keepAuditDays,
      keepRunsDays,
      longestSeconds: longestRun,
      logger: { stream: { write: (line: string) => context.terminal.note(line.trimEnd()) } },
      worker: { concurrency: runs, threads },
      tell: context.terminal.note,
    }),
  );
  context.terminal.print(
    `hourmatch ${hourmatchVersion} listens at ${server.url}; ${server.url}/docs tells how to use it.`,
  );
  await untilInterrupted(context, server);
}
