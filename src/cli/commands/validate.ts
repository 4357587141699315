/** `validate`: every fault of a scenario at once, or what was understood. */

import type { Command } from 'commander';
import type { LoadedScenario } from '../../index.ts';
import type { Context } from '../context.ts';
import { understood } from '../understood.ts';
import { warned } from '../warned.ts';

export function addValidate(program: Command, { terminal }: Context): void {
  program
    .command('validate')
    .argument('<scenario>', 'YAML or JSON file')
    .description('every fault at once, with line and column; or what was understood')
    .option('--json', 'the verdict as JSON')
    .action(async (file: string, { json }: { json?: true }) => {
      const { loadScenario } = await import('../../scenario/load.ts');
      const loaded = await loadScenario(file);
      terminal.print(json ? JSON.stringify(verdictOf(loaded), null, 2) : understood(loaded, terminal));
      if (!json) await warned(file, loaded, terminal, 'stdout');
    });
}

function verdictOf({ document, contentHash, inputs, provenance, warnings }: LoadedScenario): object {
  return { valid: true, name: document.name, contentHash, warnings, document, inputs, provenance };
}
