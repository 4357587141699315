/** `verify`: every law, cost, bound and claim of a result recomputed from its files alone. */

import type { Command } from 'commander';
import type { ResultVerification } from '../../index.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { runJob } from '../thread/run-job.ts';
import { isVerified, verificationText } from '../verification-text.ts';
import { wrap } from '../wrap.ts';

export function addVerify(program: Command, context: Context): void {
  program
    .command('verify')
    .argument('<result-dir>', 'as optimise writes it, or made elsewhere in the same form')
    .description('recompute every law and the certificate from the files alone')
    .option('--json', 'what was found as JSON')
    .action(async (directory: string, { json }: { json?: true }) =>
      context.exit(await verify(directory, json ?? false, context)),
    );
}

async function verify(directory: string, json: boolean, { terminal, signal }: Context): Promise<ExitCode> {
  const { readResultDirectory } = await import('../../index.ts');
  const { document: claimed, loaded, schedule, buildOut, proofs } = await readResultDirectory(directory);
  const { scenario } = loaded;
  if (schedule === undefined) {
    const reason = `The result says ${claimed.status} and holds no schedule: there is nothing to verify.`;
    terminal.print(
      json
        ? jsonOf(scenario.name, false, { notChecked: [reason] })
        : wrap(`${scenario.name}: ${reason}`, terminal.printWidth),
    );
    return exitCode.notVerified;
  }
  const stated = { warnings: loaded.warnings, ...(buildOut && { buildOut }), ...(proofs && { proofs }) };
  const found = await runJob('verification', { scenario, schedule, claimed, ...stated }, signal);
  const verified = isVerified(found);
  terminal.print(json ? jsonOf(scenario.name, verified, found) : verificationText(scenario.name, found, terminal));
  return verified ? exitCode.ok : exitCode.notVerified;
}

function jsonOf(scenario: string, verified: boolean, found: Partial<ResultVerification>): string {
  return JSON.stringify({ scenario, verified, ...found }, null, 2);
}
