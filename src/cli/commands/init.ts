/** `init`: a small commented scenario and its profiles, to begin from. */

import { constants } from 'node:fs';
import { access, copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { packageFolder } from '../../package-folder.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';

const shipped = fileURLToPath(new URL('data/scenarios/first-phase.yaml', packageFolder));
const SCENARIO_FILE = 'scenario.yaml';
const PROFILES = 'profiles';

export function addInit(program: Command, context: Context): void {
  program
    .command('init')
    .argument('[dir]', 'where to write; made if it is not there', '.')
    .description('write a small commented scenario with its profiles')
    .option('--json', 'the names of the files as JSON')
    .action((directory: string, { json }: { json?: true }) => init(directory, json ?? false, context));
}

async function init(directory: string, json: boolean, { terminal }: Context): Promise<void> {
  const { makeDirectory } = await import('../../results/files/make-directory.ts');
  const { loadScenario } = await import('../../scenario/load.ts');
  const { inputs } = await loadScenario(shipped);
  const profiles = inputs.filter(({ kind }) => kind === 'profile').map(({ file }) => join(dirname(shipped), file));
  const scenario = join(directory, SCENARIO_FILE);
  const copies = profiles.map((from) => ({ from, to: join(directory, PROFILES, basename(from)) }));
  const written = [scenario, ...copies.map(({ to }) => to)];
  const present = await Promise.all(written.map(isThere));
  const inTheWay = written.filter((_, at) => present[at]);
  if (inTheWay.length > 0) {
    const are = inTheWay.length === 1 ? 'is' : 'are';
    throw new UsageError(`${inTheWay.join(', ')} ${are} already there; nothing is overwritten.`);
  }
  await makeDirectory(join(directory, PROFILES));
  for (const { from, to } of copies) await copyFile(from, to, constants.COPYFILE_EXCL);
  const text = await readFile(shipped, 'utf8');
  // The profiles stand beside the scenario here, not beside its directory.
  await writeFile(scenario, text.replaceAll('"../profiles/', `"${PROFILES}/`), { flag: 'wx' });

  if (json) return terminal.print(JSON.stringify({ scenario, files: written }, null, 2));
  const command = relative('.', scenario);
  terminal.print(
    [...written, '', 'Next:', `  hourmatch validate ${command}`, `  hourmatch optimise ${command}`].join('\n'),
  );
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
