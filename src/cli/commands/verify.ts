/** `verify`: every law, cost, bound and claim of a result recomputed from its files alone. */

import type { Command } from 'commander';
import type { DirectoryVerification } from '../../index.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { runJob } from '../thread/run-job.ts';
import { studyVerificationText, verificationText } from '../verification-text.ts';

export function addVerify(program: Command, context: Context): void {
  program
    .command('verify')
    .argument('<result-dir>', 'as optimise writes it, or made elsewhere in the same form; or the directory of a study')
    .description('recompute every law, the certificate and every document from the files alone')
    .option('--json', 'what was found as JSON')
    .action(async (directory: string, { json }: { json?: true }) =>
      context.exit(await verify(directory, json ?? false, context)),
    );
}

async function verify(directory: string, json: boolean, { terminal, signal }: Context): Promise<ExitCode> {
  const { verifyResultDirectory } = await import('../../results/verify-directory.ts');
  const { verifyStudyDirectory } = await import('../../results/studies/verify-study.ts');
  const { usualThreads } = await import('../../studies/usual-threads.ts');
  const study = await verifyStudyDirectory(
    directory,
    (one) => runJob('verification', one, signal),
    (toMake) => runJob('asked', { ...toMake, threads: usualThreads() }, signal),
  );
  if (study !== undefined) {
    terminal.print(json ? JSON.stringify(study, null, 2) : studyVerificationText(study, terminal));
    return study.verified ? exitCode.ok : exitCode.notVerified;
  }
  const result = await verifyResultDirectory(directory, (one) => runJob('verification', one, signal));
  terminal.print(json ? jsonOf(result) : verificationText(result, terminal));
  return exitCodeOf(result);
}

/** A result without a plan of which nothing is contradicted ends as the solve did that wrote it. */
function exitCodeOf({ verified, found, disagreements }: DirectoryVerification): ExitCode {
  if (verified) return exitCode.ok;
  return found === undefined && disagreements.length === 0 ? exitCode.noPlan : exitCode.notVerified;
}

function jsonOf({ scenario, status, verified, found, disagreements, notChecked }: DirectoryVerification): string {
  const { verification, cost, certificate } = found ?? {};
  const document = {
    scenario: scenario.name,
    status,
    verified,
    verification,
    cost,
    certificate,
    disagreements,
    notChecked,
  };
  return JSON.stringify(document, null, 2);
}
